"""What a day, a week and a quarter hold."""

from turnpoint.apps.plans.models.focus import LONGEST_LINE, LONGEST_SERVES, SLOTS, Area, Focus

__all__ = ["LONGEST_LINE", "LONGEST_SERVES", "SLOTS", "Area", "Focus"]

"""What a day, a week and a quarter hold."""

from turnpoint.apps.plans.models.focus import SLOTS, Area, Focus
from turnpoint.apps.plans.models.goal import MOST_GOALS, Goal, GoalState
from turnpoint.apps.plans.models.serving import LONGEST_LINE, LONGEST_SERVES, Serving

__all__ = [
    "LONGEST_LINE",
    "LONGEST_SERVES",
    "MOST_GOALS",
    "SLOTS",
    "Area",
    "Focus",
    "Goal",
    "GoalState",
    "Serving",
]

"""What a day, a week and a quarter hold."""

from turnpoint.apps.plans.models.aside import PutAside
from turnpoint.apps.plans.models.calendar import CalendarEntry, CalendarFeed
from turnpoint.apps.plans.models.focus import SLOTS, Area, Focus
from turnpoint.apps.plans.models.goal import MOST_GOALS, Goal, GoalState
from turnpoint.apps.plans.models.serving import LONGEST_LINE, LONGEST_SERVES, Serving
from turnpoint.apps.plans.models.week import LONGEST_ANSWER, MOST_THINGS, WeeklyReview, WeekThing

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_LINE",
    "LONGEST_SERVES",
    "MOST_GOALS",
    "MOST_THINGS",
    "SLOTS",
    "Area",
    "CalendarEntry",
    "CalendarFeed",
    "Focus",
    "Goal",
    "GoalState",
    "PutAside",
    "Serving",
    "WeekThing",
    "WeeklyReview",
]

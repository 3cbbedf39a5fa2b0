"""What is stored of a transition, and what can never be stored."""

from turnpoint.apps.transitions.models.comparison import Criterion, Effect, Option, TradeOff
from turnpoint.apps.transitions.models.decision import (
    Addition,
    Decision,
    Outcome,
    Prediction,
    Quality,
    Review,
    ReviewDay,
)
from turnpoint.apps.transitions.models.loved_time import LovedTime
from turnpoint.apps.transitions.models.past import PastTransition
from turnpoint.apps.transitions.models.transition import (
    AffectedPerson,
    Finding,
    Part,
    Status,
    Transition,
    Voice,
)

__all__ = [
    "Addition",
    "AffectedPerson",
    "Criterion",
    "Decision",
    "Effect",
    "Finding",
    "LovedTime",
    "Option",
    "Outcome",
    "Part",
    "PastTransition",
    "Prediction",
    "Quality",
    "Review",
    "ReviewDay",
    "Status",
    "TradeOff",
    "Transition",
    "Voice",
]

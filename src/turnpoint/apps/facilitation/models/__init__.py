"""What is stored of a facilitated process."""

from turnpoint.apps.facilitation.models.engagement import Agreement, Disposal, Engagement, Session
from turnpoint.apps.facilitation.models.words import (
    Commitment,
    Examination,
    FacilitatorNote,
    Goal,
    Note,
    Question,
    Reply,
)

__all__ = [
    "Agreement",
    "Commitment",
    "Disposal",
    "Engagement",
    "Examination",
    "FacilitatorNote",
    "Goal",
    "Note",
    "Question",
    "Reply",
    "Session",
]

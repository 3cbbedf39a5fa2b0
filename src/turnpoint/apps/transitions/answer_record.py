"""What a file answered on the day of a decision, as it is kept with it: words, and the stamp."""

from __future__ import annotations

import datetime as dt
from typing import Any

from turnpoint.apps.transitions.answers import Asked, answered
from turnpoint.core.decision.answers import Unanswerable
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.page import page

TOLD = ("standing", "flips", "runway", "search", "turning", "findings")


def recorded_answers(
    *, owner_id: int, transition_id: int, file: DecisionFile, today: dt.date
) -> dict[str, Any]:
    """The sentences of each section and the stamp; empty while the file cannot be answered."""
    try:
        known = answered(Asked(owner_id, transition_id, file, today)).answers
    except Unanswerable:
        return {}
    made = known.stamp
    return {
        "stamp": str(made),
        "model": made.model,
        "facts": made.facts,
        "seed": made.seed,
        "draws": made.draws,
        "inputs": made.inputs,
        "sections": [
            {"title": each.title, "sentences": [str(said) for said in each.sentences]}
            for each in page(known)
            if each.key in TOLD
        ],
    }

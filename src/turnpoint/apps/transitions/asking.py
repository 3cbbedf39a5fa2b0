"""The trade-off to ask next: the one whose answer would leave the choice least open.

Where nothing can be reckoned yet, or no answer would change the choice, neighbours in the ranking.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from turnpoint.apps.transitions.models import Criterion
from turnpoint.apps.transitions.queries import Checked
from turnpoint.apps.transitions.trade_off_forms import Pair, next_pair
from turnpoint.core.decision.answers import DRAWS, SEED
from turnpoint.core.decision.check import in_the_way
from turnpoint.core.decision.criterion import LEVELS
from turnpoint.core.decision.worlds import imagine
from turnpoint.core.preference.next_question import Enough, Question, Step, next_question
from turnpoint.core.preference.weights import Contradiction


@dataclass(frozen=True, slots=True)
class Asked:
    """Two criteria, the figures to begin with by field, and why no answer is needed, if none is."""

    pair: Pair
    shown: Mapping[str, Any] = field(default_factory=dict)
    enough: str = ""


def asked_next(found: Checked) -> Asked | None:
    """The question to ask; ``None`` when every pair has been asked and no answer is needed."""
    question = _question(found)
    rows = {row.key: row for row in found.rows.criteria}
    if isinstance(question, Question):
        steps = {"first": question.first, "second": question.second}
        first, second = (rows[step.criterion] for step in steps.values())
        shown: dict[str, Any] = {}
        for side, step in steps.items():
            shown |= _figures(side, rows[step.criterion], step)
        return Asked((first, second), shown)
    pair = next_pair(found.rows.criteria, found.rows.trade_offs)
    return Asked(pair, enough=question.value if question else "") if pair else None


def _question(found: Checked) -> Question | Enough | None:
    if in_the_way(found.problems):
        return None
    try:
        worlds = imagine(found.file, seed=SEED, draws=DRAWS)
    except Contradiction:
        return None
    return next_question(worlds.table, worlds.value, worlds.weight) if worlds.table else None


def _figures(side: str, row: Criterion, step: Step) -> dict[str, Any]:
    ends = {f"{side}_worse": step.start, f"{side}_better": step.end}
    if row.shape != LEVELS:
        return ends
    return {name: row.levels[int(number)]["name"] for name, number in ends.items()}

"""What a person said about their weights that cannot all be true: a smallest set, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from turnpoint.apps.transitions.queries import Checked
from turnpoint.core.decision.as_comparison import statements
from turnpoint.core.decision.check import in_the_way
from turnpoint.core.preference.clash import clash
from turnpoint.core.preference.statement import Said, Tradeoff, said
from turnpoint.errors import TurnpointError

MATTERS = {"criteria", "preferences"}


def contradictions(found: Checked) -> tuple[str, ...]:
    """Empty where all agree, and while a cell of the criteria or preferences cannot be read."""
    if any(each.where.split(".")[0] in MATTERS for each in in_the_way(found.problems)):
        return ()
    names = {row.key: row.name for row in found.file.criteria}
    try:
        every = said([*names], statements(found.file))
    except TurnpointError as problem:
        return (str(problem),)
    return tuple(_in_words(each, names) for each in clash(every))


def _in_words(each: Said, names: Mapping[str, str]) -> str:
    """Its words with the names of criteria; a trade-off has them already."""
    if isinstance(each.statement, Tradeoff):
        return each.words
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    words = re.sub(rf"(?<![\w-])({known})(?![\w-])", lambda hit: f"“{names[hit[1]]}”", each.words)
    return words[:1].upper() + words[1:]

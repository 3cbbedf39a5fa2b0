"""What a file still lacks for an answer, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.transitions.queries import Checked


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing, what it would bring, and the page where it is said."""

    sentence: str
    action: str
    view: str


ANOTHER = Missing(
    "Only staying is on the table. A second option is what it can be weighed against.",
    "Add an option",
    "transitions:options",
)
MATTERS = Missing(
    "Nothing says yet what matters, so no option can come first.",
    "Say what matters",
    "transitions:criteria",
)
EFFECTS = Missing(
    "No cell says what an option does, so every one counts as “don’t know”.",
    "Fill the effects",
    "transitions:effects",
)
WANTS = Missing(
    "Nothing says yet what matters more, so every weighing counts alike.",
    "Put them in order",
    "transitions:preferences",
)
MONEY = Missing(
    "The household’s money is not written yet, so the runway starts from nothing.",
    "Write it down",
    "transitions:money",
)
WAY_BACK = Missing(
    "No step that is hard to take back is named, so there is no point of no return to date.",
    "Name one",
    "transitions:before",
)


def missing(found: Checked) -> tuple[Missing, ...]:
    """The first things first."""
    file, rows = found.file, found.rows
    wants = file.preferences
    said = any((wants.ranking, wants.trade_offs, wants.swings))
    cells = any(not row.measure for row in rows.criteria)
    lacks = (
        (ANOTHER, len(rows.options) < 2),
        (MATTERS, not rows.criteria),
        (EFFECTS, cells and not rows.effects),
        (WANTS, len(rows.criteria) > 1 and not said),
        (MONEY, not rows.transition.household),
        (WAY_BACK, not any(each.way_back.steps for each in file.options)),
    )
    return tuple(each for each, lacking in lacks if lacking)

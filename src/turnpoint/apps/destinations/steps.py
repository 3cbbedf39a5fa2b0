"""The four questions a first destination is written by, and the answers kept between them.

Answers are kept as the browser sent them, valid or not, so that nothing typed is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from turnpoint.apps.destinations.forms import (
    FIRST_DREAMS,
    Dreams,
    DreamSet,
    HypothesisForm,
    dream_rows,
)
from turnpoint.apps.destinations.hypothesis import five_years_from
from turnpoint.errors import BadInput, NotFound

MOST_CHARACTERS = 60_000
"""More than a destination can hold is not kept between steps."""

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One question. ``fields`` are those of ``HypothesisForm``; ``dreams`` come with the third."""

    number: int
    question: str
    lede: str
    fields: tuple[str, ...]
    dreams: bool = False

    @property
    def template(self) -> str:
        return f"destinations/_step_{self.number}.html"

    def holds(self, name: str) -> bool:
        """Whether an input of that name belongs to this step."""
        whole = name.removesuffix("_title").removesuffix("_code").removesuffix("_asked")
        return (
            name in self.fields
            or whole in self.fields
            or (self.dreams and name.startswith("dreams-"))
        )


STEPS = (
    Step(
        1,
        "What would I do?",
        "Not the next rung, and not what your history makes likely. Five years on, what would you "
        "like an ordinary Tuesday to hold?",
        ("statement", "work", "own_business"),
    ),
    Step(
        2,
        "By when, and why?",
        "A destination is a hypothesis with a date. The reason is what you hold on to when it "
        "gets hard, and what tells you when to let it go.",
        ("by", "why"),
    ),
    Step(
        3,
        "What must life allow?",
        "Work is half of it. Say what the other half needs; the reality check holds the figures "
        "against each of these. Anything may stay empty.",
        ("place", "area", "pay_floor", "currency", "hours_per_week", "flexibility"),
        dreams=True,
    ),
    Step(
        4,
        "How sure am I?",
        "Doubt is what makes it a hypothesis. Name it now, and you know what to test first.",
        ("confidence", "least_sure"),
    ),
)
LAST = len(STEPS)


def step(number: int) -> Step:
    """One step by its number; raises ``NotFound``."""
    if not 1 <= number <= LAST:
        raise NotFound(f"Writing a destination has {LAST} steps.")
    return STEPS[number - 1]


def answers_of(step: Step, sent: Mapping[str, Any]) -> dict[str, str]:
    """What a browser sent for one step. Raises ``BadInput`` for more than can be kept.

    A box that is not ticked is not sent, and so is written down as empty. A NUL, which no keyboard
    types and PostgreSQL cannot hold, is left out.
    """
    found = {name: str(sent[name]).replace("\0", "") for name in sent if step.holds(name)}
    if sum(len(name) + len(text) for name, text in found.items()) > MOST_CHARACTERS:
        raise BadInput("That is more text than a destination can hold; nothing of it was kept.")
    return dict.fromkeys(step.fields, "") | found


def blank_answers(today: dt.date, *, area: str, place: str, currency: str) -> dict[str, str]:
    """What the form shows where nothing was answered yet; the place is the profile’s."""
    return {
        "by": f"{five_years_from(today):%Y-%m}",
        "area": area,
        "place": place,
        "currency": currency,
        "confidence": "50",
    }


def shown_form(step: Step, answers: Answers) -> HypothesisForm:
    """The form of a step with what was typed, without judging it."""
    form = HypothesisForm(only=step.fields)
    for name, field in form.fields.items():
        form.initial[name] = field.widget.value_from_datadict(answers, {}, name)
    return form


def judged_form(answers: Answers, step: Step | None = None) -> HypothesisForm:
    """The form of one step, or of all, checking what was typed."""
    return HypothesisForm(answers, only=step.fields if step else ())


def dream_set(answers: Answers, *, more: int = 0) -> Dreams:
    """The dreams that were typed, as rows; empty ones where there are none yet."""
    if "dreams-TOTAL_FORMS" not in answers:
        return DreamSet(initial=dream_rows((), empty=FIRST_DREAMS), prefix="dreams")
    grown = dict(answers)
    if more:
        total = _number(grown["dreams-TOTAL_FORMS"])
        grown["dreams-TOTAL_FORMS"] = str(total + more)
    return DreamSet(grown, prefix="dreams")


def judged_dreams(answers: Answers) -> Dreams:
    """The dreams that were typed, to be checked; none at all is an answer."""
    none = {"dreams-TOTAL_FORMS": "0", "dreams-INITIAL_FORMS": "0"}
    return DreamSet(none | dict(answers), prefix="dreams")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def step_with_problem(form: HypothesisForm, dreams: Dreams) -> Step:
    """The first step that holds an answer that cannot be saved."""
    wrong = set(form.errors)
    return next(
        (
            each
            for each in STEPS
            if wrong & set(each.fields) or (each.dreams and not dreams.is_valid())
        ),
        STEPS[0],
    )

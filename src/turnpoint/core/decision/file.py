"""The decision file: one value that holds everything a person has said about a transition.

A file with problems can be held, saved and read again: nothing that somebody wrote is lost because
a cell beside it is wrong. ``check.problems`` says what is wrong, cell by cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated

from turnpoint.core.decision.criterion import Criterion, Effect
from turnpoint.core.decision.household import AffectedPerson
from turnpoint.core.decision.money import NO_HOUSEHOLD, Household
from turnpoint.core.decision.option import Option
from turnpoint.core.decision.preferences import UNSAID, Preferences

KINDS = {
    "offer": "an offer",
    "promotion": "a promotion",
    "relocation": "a relocation",
    "leave-and-search": "leave and search",
    "search-while-employed": "search while employed",
    "own-business": "a business of my own",
    "study": "study",
    "internal-move": "an internal move",
    "break": "a break",
    "other": "something else",
}
SEARCHING = ("leave-and-search", "search-while-employed")
HORIZON = 60


@dataclass(frozen=True, slots=True)
class Question:
    """Something that could be found out before deciding. ``about`` are addresses of cells."""

    key: str
    text: Annotated[str, "the question"] = ""
    about: Annotated[tuple[str, ...], "the cells an answer would settle"] = ()
    ask: Annotated[str, "whom to ask"] = ""
    cost: Annotated[float, "what finding out costs"] = 0.0
    days: Annotated[int, "days it takes"] = 1


@dataclass(frozen=True, slots=True)
class Prediction:
    """A statement that will be true or false on a day, and how sure the person is of it today."""

    statement: Annotated[str, "what will be true"]
    chance: Annotated[float, "how likely that is, 0 to 1"]
    due: Annotated[date | None, "the day it can be judged"] = None
    option: Annotated[str, "the option it supposes; empty for any"] = ""


@dataclass(frozen=True)
class DecisionFile:
    """Keys of options, criteria, people and questions are unique within their own list."""

    question: Annotated[str, "the decision as a question"] = ""
    kind: Annotated[str, "what kind of transition it is"] = "other"
    opened: Annotated[date | None, "the day the file was opened; months count from here"] = None
    deadline: Annotated[date | None, "the day by which to decide"] = None
    currency: Annotated[str, "the currency of all amounts, as EUR"] = "EUR"
    horizon: Annotated[int, "how many months ahead to look"] = HORIZON
    facts: Annotated[str, "the vintage of the facts that figures were taken from"] = ""
    options: Annotated[tuple[Option, ...], "what you could do"] = ()
    people: Annotated[tuple[AffectedPerson, ...], "whose life it moves"] = ()
    criteria: Annotated[tuple[Criterion, ...], "what matters"] = ()
    effects: Annotated[tuple[Effect, ...], "what each option does to each criterion"] = ()
    household: Annotated[Household, "money by month, whatever you choose"] = NO_HOUSEHOLD
    preferences: Annotated[Preferences, "how much each criterion matters"] = UNSAID
    questions: Annotated[tuple[Question, ...], "what could be found out first"] = ()
    predictions: Annotated[tuple[Prediction, ...], "what you expect, to be judged later"] = ()
    reviews: Annotated[tuple[date, ...], "the days to look back on it"] = ()
    signals: Annotated[tuple[str, ...], "what should make you reconsider, whatever you chose"] = ()

    @property
    def staying(self) -> Option | None:
        """The option that stays."""
        return next((option for option in self.options if option.stays), None)

    def option(self, key: str) -> Option | None:
        """The option of that key."""
        return self._options.get(key)

    def criterion(self, key: str) -> Criterion | None:
        """The criterion of that key."""
        return self._criteria.get(key)

    def effect(self, option: str, criterion: str) -> Effect | None:
        """What the option does to the criterion, where anything is said."""
        return self._by_cell.get((option, criterion))

    # Where two have one key the first counts; a file with such a mistake is held all the same.
    @cached_property
    def _options(self) -> dict[str, Option]:
        return {each.key: each for each in reversed(self.options)}

    @cached_property
    def _criteria(self) -> dict[str, Criterion]:
        return {each.key: each for each in reversed(self.criteria)}

    @cached_property
    def _by_cell(self) -> dict[tuple[str, str], Effect]:
        return {(each.option, each.criterion): each for each in reversed(self.effects)}

"""Reading transitions. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from django.db.models import Prefetch

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.transitions import plain_parts as plain
from turnpoint.apps.transitions.models import (
    AffectedPerson,
    Criterion,
    Decision,
    Effect,
    Finding,
    Option,
    Outcome,
    PastTransition,
    Prediction,
    Review,
    Status,
    TradeOff,
    Transition,
    Voice,
)
from turnpoint.core.decision.check import problems
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.plain import Plain
from turnpoint.core.decision.problem import Problem
from turnpoint.core.decision.reading import Reading, from_plain
from turnpoint.errors import NotFound

NOT_YOURS = "There is no such transition among yours. It may have been removed since."
NOT_HERE = "There is no such entry in this transition. It may have been removed since."

P = TypeVar("P", Option, AffectedPerson, Criterion, Finding, TradeOff, Voice, Outcome, Review)


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything of one transition that is not removed."""

    transition: Transition
    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    effects: Mapping[tuple[int, int], Effect]
    people: tuple[AffectedPerson, ...]
    trade_offs: tuple[TradeOff, ...]
    findings: tuple[Finding, ...]

    def reading(self) -> Reading:
        """The rows as one decision file."""
        keys = {row.pk: row.key for row in self.options}
        table = plain.head_plain(self.transition) | {
            "options": {row.key: plain.option_plain(row) for row in self.options},
            "criteria": {row.key: plain.criterion_plain(row) for row in self.criteria},
            "effects": self._effects(),
            "people": {
                row.key: plain.person_plain(row, row.voices.all(), keys) for row in self.people
            },
            "preferences": plain.preferences_plain(self.criteria, self.trade_offs),
            "questions": {row.key: plain.finding_plain(row) for row in self.findings},
        }
        return _read(_Table.of(table))

    def _effects(self) -> Plain:
        return {
            option.key: {
                criterion.key: plain.effect_plain(found)
                for criterion in self.criteria
                if (found := self.effects.get((option.pk, criterion.pk)))
            }
            for option in self.options
        }


@dataclass(frozen=True, slots=True)
class _Table:
    """A file as tables, equal to another with the same words in it."""

    plain: Plain = field(compare=False)
    words: str

    @classmethod
    def of(cls, plain: Plain) -> _Table:
        return cls(plain, repr(plain))


@lru_cache(maxsize=64)
def _read(table: _Table) -> Reading:
    """What was read before is read again only where a word differs; a large file takes its time."""
    return from_plain(table.plain)


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows, the file they make, and what is wrong with it, cell by cell."""

    rows: Rows
    file: DecisionFile
    problems: tuple[Problem, ...]

    def at(self, where: str) -> tuple[Problem, ...]:
        """The problems of a cell and of the cells in it."""
        return tuple(
            each
            for each in self.problems
            if each.where == where or each.where.startswith(f"{where}.")
        )


@once
def transition(*, owner: User, transition_id: int, trashed: bool = False) -> Transition:
    """One transition. Raises ``NotFound`` for anybody else’s, and for a removed one."""
    found = Transition.objects.filter(
        owner=owner, pk=transition_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


def transitions(*, owner: User) -> tuple[Transition, ...]:
    """Every transition: open ones by their deadline, then those that are over, the latest first."""
    mine = Transition.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(
        sorted(
            mine,
            key=lambda row: (
                row.status != Status.OPEN,
                (row.deadline or dt.date.max).toordinal()
                if row.status == Status.OPEN
                else -row.opened.toordinal(),
                -row.pk,
            ),
        )
    )


@once
def written(*, owner: User) -> tuple[Transition, ...]:
    """Every transition in the order they were begun, for what others say of them: only what it
    asks, since when, by when and how it stands."""
    mine = Transition.objects.filter(owner=owner, trashed_at__isnull=True).order_by("pk")
    return tuple(mine.only("question", "status", "opened", "deadline"))


@once
def unsettled(*, owner: User) -> tuple[Finding, ...]:
    """What is still to be found out in the open transitions: only the question, whom to ask and
    by when."""
    open_ones = [row.pk for row in written(owner=owner) if row.status == Status.OPEN]
    rows = Finding.objects.filter(
        transition__in=open_ones, done_at__isnull=True, trashed_at__isnull=True
    )
    return tuple(rows.only("transition_id", "text", "ask", "by"))


def part(
    kind: type[P], *, owner: User, transition_id: int, part_id: int, trashed: bool = False
) -> P:
    """One row of a transition. Raises ``NotFound``."""
    of = transition(owner=owner, transition_id=transition_id)
    found = kind._default_manager.filter(
        transition=of, pk=part_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound(NOT_HERE)
    return found


def affected(*, owner: User, person_id: int) -> AffectedPerson:
    """One person in one of the owner’s transitions. Raises ``NotFound``."""
    found = (
        AffectedPerson.objects.filter(
            pk=person_id,
            trashed_at__isnull=True,
            transition__owner=owner,
            transition__trashed_at__isnull=True,
        )
        .select_related("transition")
        .first()
    )
    if found is None:
        raise NotFound(NOT_HERE)
    return found


def own_words(*, owner: User, person: AffectedPerson, grant_number: int) -> Voice | None:
    """What the holder of a private link has said of themselves, where they have."""
    mine = Voice.objects.filter(transition__owner=owner, trashed_at__isnull=True)
    return mine.filter(person=person, grant_number=grant_number).first()


def rows(*, owner: User, transition_id: int) -> Rows:
    """Everything of one transition in seven questions to the database."""
    of = transition(owner=owner, transition_id=transition_id)
    live = {"transition": of, "trashed_at__isnull": True}
    options = {row.pk: row for row in Option.objects.filter(**live)}
    criteria = {row.pk: row for row in Criterion.objects.filter(**live)}
    effects = Effect.objects.filter(option__in=options, criterion__in=criteria)
    voices = Prefetch("voices", Voice.objects.filter(trashed_at__isnull=True))
    people = tuple(AffectedPerson.objects.filter(**live).prefetch_related(voices))
    for voice in (each for person in people for each in person.voices.all()):
        if voice.option_id in options:
            voice.option = options[voice.option_id]
    return Rows(
        transition=of,
        options=tuple(options.values()),
        criteria=tuple(criteria.values()),
        effects={(row.option_id, row.criterion_id): row for row in effects},
        people=people,
        trade_offs=_between(criteria, TradeOff.objects.filter(**live)),
        findings=tuple(Finding.objects.filter(**live)),
    )


def _between(
    criteria: Mapping[int, Criterion], answers: Iterable[TradeOff]
) -> tuple[TradeOff, ...]:
    """The answers between two of these criteria, each with its two."""
    found = []
    for row in answers:
        first, second = (
            criteria.get(each) for each in (row.first_criterion_id, row.second_criterion_id)
        )
        if first and second:
            row.first_criterion, row.second_criterion = first, second
            found.append(row)
    return tuple(found)


def checked(*, owner: User, transition_id: int, today: dt.date) -> Checked:
    """One transition as a decision file, with every problem at its cell."""
    found = rows(owner=owner, transition_id=transition_id)
    reading = found.reading()
    wrong = (*reading.problems, *problems(reading.file, today=today))
    return Checked(found, reading.file, wrong)


def decision_file(*, owner: User, transition_id: int) -> DecisionFile:
    """One transition as a decision file, as far as it is written."""
    return rows(owner=owner, transition_id=transition_id).reading().file


def decision(*, owner: User, transition_id: int) -> Decision | None:
    """The latest decision of a transition, where there is one."""
    of = transition(owner=owner, transition_id=transition_id)
    return Decision.objects.filter(transition=of).order_by("-number").first()


def decisions(*, owner: User, transition_id: int) -> tuple[Decision, ...]:
    """Every decision of a transition with what it was recorded with, the latest first."""
    of = transition(owner=owner, transition_id=transition_id)
    kept = ("predictions", "review_days", "additions")
    return tuple(Decision.objects.filter(transition=of).order_by("-number").prefetch_related(*kept))


def judged(*, owner: User, decision: Decision) -> tuple[tuple[Prediction, Outcome | None], ...]:
    """The predictions of a decision, each with its outcome where there is one."""
    live = Outcome.objects.filter(trashed_at__isnull=True, transition__owner=owner)
    outcomes = {row.prediction_id: row for row in live.filter(prediction__decision=decision)}
    return tuple((row, outcomes.get(row.pk)) for row in decision.predictions.all())


def past(*, owner: User) -> tuple[PastTransition, ...]:
    """Transitions from before, the latest first."""
    return tuple(PastTransition.objects.filter(owner=owner, trashed_at__isnull=True))


def past_transition(*, owner: User, past_id: int, trashed: bool = False) -> PastTransition:
    """One of them. Raises ``NotFound``."""
    found = PastTransition.objects.filter(
        owner=owner, pk=past_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound("There is no such past transition among yours.")
    return found

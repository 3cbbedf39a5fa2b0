"""What moved in a week: inside (skills, questions, confidence, role) before outside (title, decisions).

Each line is a fact from the person’s own pages; what they mean is theirs to write.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.models import DestinationRevision, ExperimentResult
from turnpoint.apps.plans.models import Focus, Goal, GoalState
from turnpoint.apps.plans.week import after
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles.models.statement import StatementRevision
from turnpoint.apps.skills.models import SkillAssessment
from turnpoint.apps.transitions.models import Decision, Finding
from turnpoint.apps.transitions.queries import written


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that moved, and where it can be read."""

    kind: str
    text: str
    address: str = ""

    def plain(self) -> dict[str, str]:
        """As a review keeps it."""
        return {"kind": self.kind, "text": self.text, "address": self.address}


@dataclass(frozen=True, slots=True)
class Span:
    """A week as days and as moments of the person’s zone."""

    monday: dt.date

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        return self.monday, after(self.monday) - dt.timedelta(days=1)

    @property
    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        begins, ends = self.monday, after(self.monday)
        midnight = dt.time()
        return (
            timezone.make_aware(dt.datetime.combine(begins, midnight)),
            timezone.make_aware(dt.datetime.combine(ends, midnight)) - dt.timedelta(microseconds=1),
        )


def inside(*, owner: User, monday: dt.date) -> tuple[Moved, ...]:
    """Skills, what was tried and settled, the role in one’s own words, confidence, goals, days."""
    week = Span(monday)
    return (
        *_skills(owner, week),
        *_tried(owner, week),
        *_settled(owner, week),
        *_confidence(owner, week),
        *_said(owner, week),
        *_goals(owner, week),
        *_done(owner, week),
    )


def outside(*, owner: User, monday: dt.date) -> tuple[Moved, ...]:
    """Titles, transitions opened, decisions."""
    week = Span(monday)
    return (*_titles(owner, week), *_opened(owner, week), *_decided(owner, week))


def _skills(owner: User, week: Span) -> Iterator[Moved]:
    rows = SkillAssessment.objects.filter(
        target__owner=owner,
        target__trashed_at__isnull=True,
        on__range=week.days,
        level__isnull=False,
    )
    shown = rows.order_by("on", "pk").values_list("target_id", "target__name", "level")
    for target, name, level in shown:
        yield Moved("skill", f"{name}: {level:g} of 7", reverse("skills:read", args=[target]))


def _tried(owner: User, week: Span) -> Iterator[Moved]:
    rows = ExperimentResult.objects.filter(
        experiment__uncertainty__destination__owner=owner,
        experiment__uncertainty__destination__trashed_at__isnull=True,
        on__range=week.days,
    )
    where = ("experiment__uncertainty__destination_id", "experiment_id")
    for happened, *numbers in rows.order_by("on", "pk").values_list("happened", *where):
        yield Moved("experiment", happened, reverse("destinations:experiment", args=numbers))


def _settled(owner: User, week: Span) -> Iterator[Moved]:
    rows = Finding.objects.filter(
        transition__owner=owner,
        transition__trashed_at__isnull=True,
        trashed_at__isnull=True,
        done_at__range=week.moments,
    )
    for row in rows.order_by("done_at"):
        address = reverse("transitions:finding", args=[row.transition_id, row.pk])
        yield Moved("settled", f"{row.text} {row.answer}".strip(), address)


def _confidence(owner: User, week: Span) -> Iterator[Moved]:
    rows = DestinationRevision.objects.filter(
        destination__owner=owner,
        destination__trashed_at__isnull=True,
        saved_at__range=week.moments,
    )
    for row in rows.order_by("saved_at"):
        before = DestinationRevision.objects.filter(
            destination=row.destination_id, number=row.number - 1
        ).first()
        if before and None not in (before.confidence, row.confidence):
            text = f"{before.confidence}% sure became {row.confidence}%: {row.statement}"
        else:
            text = f"{'Revised' if before else 'Written'}: {row.statement}"
        address = reverse("destinations:read", args=[row.destination_id])
        yield Moved("destination", text, address)


def _said(owner: User, week: Span) -> Iterator[Moved]:
    rows = StatementRevision.objects.filter(
        statement__owner=owner, saved_at__range=week.moments
    ).order_by("saved_at")
    for line in rows.values_list("line", flat=True):
        yield Moved("role", f"Said in one line: {line}", reverse("roles:role"))


def _goals(owner: User, week: Span) -> Iterator[Moved]:
    rows = Goal.objects.filter(owner=owner, trashed_at__isnull=True, closed_on__range=week.days)
    for text, state, why in rows.order_by("closed_on").values_list("text", "state", "word"):
        word = f" ({why})" if state == GoalState.LET_GO else ""
        yield Moved(f"goal {state}", f"{text}{word}", reverse("plans:goals"))


def _done(owner: User, week: Span) -> Iterator[Moved]:
    rows = Focus.objects.filter(
        owner=owner, trashed_at__isnull=True, done_at__isnull=False, day__range=week.days
    )
    served = Counter(filter(None, rows.order_by("day", "pk").values_list("serves", flat=True)))
    for serves, times in served.items():
        things = "One thing" if times == 1 else f"{times} things"
        yield Moved("done", f"{things} for {serves}", reverse("plans:today"))


def _titles(owner: User, week: Span) -> Iterator[Moved]:
    months = {(day.year, day.month) for day in week.days}
    for row in HeldRole.objects.filter(owner=owner, trashed_at__isnull=True).order_by("pk"):
        if (row.start_year, row.start_month) in months:
            yield Moved("title", f"Began this month: {row}", reverse("profiles:profile"))


def _opened(owner: User, week: Span) -> Iterator[Moved]:
    first, last = week.days
    opened = [row for row in written(owner=owner) if first <= row.opened <= last]
    for row in sorted(opened, key=lambda row: row.opened):
        yield Moved("opened", row.question, reverse("transitions:read", args=[row.pk]))


def _decided(owner: User, week: Span) -> Iterator[Moved]:
    rows = Decision.objects.filter(
        transition__owner=owner,
        transition__trashed_at__isnull=True,
        recorded_at__range=week.moments,
    )
    shown = rows.values_list("transition_id", "transition__question", "option_name")
    for transition, question, option in shown.order_by("recorded_at"):
        address = reverse("transitions:decision", args=[transition])
        yield Moved("decided", f"{question} {option}", address)

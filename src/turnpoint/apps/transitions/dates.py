"""The dates of transitions for the calendar: deadlines, questions, predictions and days to look back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Exists, OuterRef
from django.urls import reverse

from turnpoint.apps.accounts.calendar_dates import DatedThing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import (
    Finding,
    Outcome,
    Prediction,
    Review,
    ReviewDay,
    Status,
    Transition,
)
from turnpoint.apps.transitions.nudges import latest_decisions
from turnpoint.apps.transitions.queries import unsettled, written

DAY_BEFORE = dt.timedelta(days=1)
WEEK_BEFORE = dt.timedelta(days=7)


def dates(*, owner: User) -> tuple[DatedThing, ...]:
    """Everything of a person’s transitions that has a day."""
    mine = written(owner=owner)
    latest = latest_decisions(mine)
    questions = _questions(unsettled(owner=owner))
    return (*_deadlines(mine), *questions, *_predictions(latest), *_days(latest))


def _deadlines(mine: Sequence[Transition]) -> list[DatedThing]:
    return [
        DatedThing(
            uid=f"transition-{row.pk}-deadline",
            starts=row.deadline,
            title=f"Decide: {row.question}",
            address=reverse("transitions:read", args=[row.pk]),
            alarm=WEEK_BEFORE,
        )
        for row in mine
        if row.status == Status.OPEN and row.deadline
    ]


def _questions(unsettled: Sequence[Finding]) -> list[DatedThing]:
    return [
        DatedThing(
            uid=f"finding-{row.pk}-by",
            starts=row.by,
            title=f"Settle: {row.text}",
            address=reverse("transitions:finding", args=[row.transition_id, row.pk]),
            alarm=DAY_BEFORE,
        )
        for row in unsettled
        if row.by
    ]


def _predictions(latest: Mapping[int, Transition]) -> list[DatedThing]:
    judged = Outcome.objects.filter(prediction=OuterRef("pk"), trashed_at__isnull=True)
    rows = Prediction.objects.filter(~Exists(judged), decision__in=latest)
    return [
        DatedThing(
            uid=f"prediction-{row.pk}-due",
            starts=row.due,
            title=f"Came true? {row.statement}",
            address=reverse("transitions:review", args=[latest[row.decision_id].pk]),
        )
        for row in rows.order_by("pk")
    ]


def _days(latest: Mapping[int, Transition]) -> list[DatedThing]:
    written = Review.objects.filter(day=OuterRef("pk"), trashed_at__isnull=True)
    rows = ReviewDay.objects.filter(~Exists(written), decision__in=latest)
    return [
        DatedThing(
            uid=f"review-day-{row.pk}",
            starts=row.on,
            title=f"Look back: {latest[row.decision_id].question}",
            address=reverse("transitions:review", args=[latest[row.decision_id].pk]),
            alarm=DAY_BEFORE,
        )
        for row in rows.order_by("pk")
    ]

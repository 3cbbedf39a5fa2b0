"""What a transition asks of a day: a deadline, a question to settle, a prediction or review due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Exists, OuterRef
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.transitions.models import (
    Decision,
    Finding,
    Outcome,
    Prediction,
    Review,
    ReviewDay,
    Status,
    Transition,
)
from turnpoint.apps.transitions.queries import unsettled, written

AHEAD = dt.timedelta(days=62)
"""A deadline further away than this is not today’s."""


def nudges(*, owner: User, today: dt.date) -> tuple[Nudge, ...]:
    """Everything that asks something of this day, the earliest first."""
    mine = written(owner=owner)
    latest = latest_decisions(mine)
    found = [*_deadlines(mine, today), *_findings(unsettled(owner=owner))]
    if latest:
        found += [*_predictions(latest, today), *_review_days(latest, today)]
    return tuple(sorted(found, key=lambda each: each.by or dt.date.max))


def latest_decisions(mine: Sequence[Transition]) -> dict[int, Transition]:
    """Of each transition that is over: the decision that holds, by its number."""
    held: dict[int, int] = {}
    over = {row.pk: row for row in mine if row.status != Status.OPEN}
    known = Decision.objects.filter(transition__in=over)
    for pk, transition_id in known.order_by("number").values_list("pk", "transition_id"):
        held[transition_id] = pk
    return {pk: over[transition_id] for transition_id, pk in held.items()}


def _deadlines(mine: Sequence[Transition], today: dt.date) -> list[Nudge]:
    return [
        Nudge(
            "decide",
            row.question,
            reverse("transitions:read", args=[row.pk]),
            row.deadline,
            serves=f"transition:{row.pk}",
        )
        for row in mine
        if row.status == Status.OPEN and row.deadline and row.deadline <= today + AHEAD
    ]


def _findings(unsettled: Sequence[Finding]) -> list[Nudge]:
    return [
        Nudge(
            "find out",
            row.text,
            reverse("transitions:finding", args=[row.transition_id, row.pk]),
            row.by,
            row.ask,
            reverse("transitions:tick-off", args=[row.transition_id, row.pk]),
            serves=f"finding:{row.pk}",
        )
        for row in unsettled
    ]


def _predictions(latest: Mapping[int, Transition], today: dt.date) -> list[Nudge]:
    judged = Outcome.objects.filter(prediction=OuterRef("pk"), trashed_at__isnull=True)
    rows = Prediction.objects.filter(~Exists(judged), decision__in=latest, due__lte=today)
    return [
        Nudge(
            "came true?",
            row.statement,
            reverse("transitions:review", args=[latest[row.decision_id].pk]),
            row.due,
        )
        for row in rows
    ]


def _review_days(latest: Mapping[int, Transition], today: dt.date) -> list[Nudge]:
    written = Review.objects.filter(day=OuterRef("pk"), trashed_at__isnull=True)
    rows = ReviewDay.objects.filter(~Exists(written), decision__in=latest, on__lte=today)
    return [
        Nudge(
            "look back",
            latest[row.decision_id].question,
            reverse("transitions:review", args=[latest[row.decision_id].pk]),
            row.on,
        )
        for row in rows
    ]

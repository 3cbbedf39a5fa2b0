"""What a transition asks of a day: a deadline, a question to settle, a prediction or review due."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet
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

AHEAD = dt.timedelta(days=62)
"""A deadline further away than this is not today’s."""


def nudges(*, owner: User, today: dt.date) -> tuple[Nudge, ...]:
    """Everything that asks something of this day, the earliest first."""
    mine = Transition.objects.filter(owner=owner, trashed_at__isnull=True)
    latest = latest_decisions(mine)
    found = [*_deadlines(mine, today), *_findings(mine)]
    if latest:
        found += [*_predictions(latest, today), *_review_days(latest, today)]
    return tuple(sorted(found, key=lambda each: each.by or dt.date.max))


def latest_decisions(mine: QuerySet[Transition]) -> list[int]:
    """Of each transition that is over: the decision that holds."""
    held: dict[int, int] = {}
    known = Decision.objects.filter(transition__in=mine).exclude(transition__status=Status.OPEN)
    for pk, transition_id in known.order_by("number").values_list("pk", "transition_id"):
        held[transition_id] = pk
    return list(held.values())


def _deadlines(mine: QuerySet[Transition], today: dt.date) -> list[Nudge]:
    rows = Transition.objects.filter(pk__in=mine, status=Status.OPEN, deadline__lte=today + AHEAD)
    return [
        Nudge(
            "decide",
            row.question,
            reverse("transitions:read", args=[row.pk]),
            row.deadline,
            serves=f"transition:{row.pk}",
        )
        for row in rows
    ]


def _findings(mine: QuerySet[Transition]) -> list[Nudge]:
    rows = Finding.objects.filter(
        transition__in=mine,
        transition__status=Status.OPEN,
        done_at__isnull=True,
        trashed_at__isnull=True,
    )
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
        for row in rows
    ]


def _predictions(latest: list[int], today: dt.date) -> list[Nudge]:
    judged = Outcome.objects.filter(prediction=OuterRef("pk"), trashed_at__isnull=True)
    rows = Prediction.objects.filter(
        ~Exists(judged), decision__in=latest, due__lte=today
    ).select_related("decision")
    return [
        Nudge(
            "came true?",
            row.statement,
            reverse("transitions:review", args=[row.decision.transition_id]),
            row.due,
        )
        for row in rows
    ]


def _review_days(latest: list[int], today: dt.date) -> list[Nudge]:
    written = Review.objects.filter(day=OuterRef("pk"), trashed_at__isnull=True)
    rows = ReviewDay.objects.filter(
        ~Exists(written), decision__in=latest, on__lte=today
    ).select_related("decision__transition")
    return [
        Nudge(
            "look back",
            row.decision.transition.question,
            reverse("transitions:review", args=[row.decision.transition_id]),
            row.on,
        )
        for row in rows
    ]

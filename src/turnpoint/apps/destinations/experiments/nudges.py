"""What questions and experiments ask of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.destinations.experiments.queries import Question, Trial, mine

AHEAD = dt.timedelta(days=7)
"""What is to be done or settled later than this is not today’s."""


def nudges(*, owner: User, today: dt.date) -> tuple[Nudge, ...]:
    """Experiments that begin, are due or wait for a conclusion, and questions to settle."""
    found = [nudge for asked in mine(owner=owner) for nudge in _asked(asked, today)]
    return tuple(sorted(found, key=lambda each: each.by or dt.date.max))


def _asked(asked: Question, today: dt.date) -> Iterator[Nudge]:
    where, serves = asked.row.destination_id, f"destination:{asked.row.destination_id}"
    for trial in asked.trials:
        yield from _tried(trial, where, today)
    by = asked.now.by
    if asked.open and by and by <= today + AHEAD and not asked.next:
        address = reverse("destinations:uncertainty", args=[where, asked.row.pk])
        yield Nudge("a question to settle", asked.now.question, address, by, serves=serves)


def _tried(trial: Trial, where: int, today: dt.date) -> Iterator[Nudge]:
    plan, one = trial.plan, [where, trial.row.pk]
    if trial.waiting:
        begins = plan.starts is not None and plan.starts <= today
        if plan.due < today:
            address = reverse("destinations:result", args=one)
            yield Nudge("what happened?", plan.what, address, plan.due)
        elif begins or plan.due <= today + AHEAD:
            address = reverse("destinations:experiment", args=one)
            itself = f"experiment:{trial.row.pk}"
            yield Nudge("try it", plan.what, address, plan.due, serves=itself)
    elif trial.unconcluded and trial.result:
        address = reverse("destinations:conclude", args=one)
        yield Nudge("what does it change?", plan.what, address, trial.result.on)

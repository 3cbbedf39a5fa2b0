"""The dates of questions and experiments, as a calendar takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse

from turnpoint.apps.accounts.calendar_dates import DatedThing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.experiments.queries import Question, mine

DAY_BEFORE = dt.timedelta(days=1)


def dates(*, owner: User) -> tuple[DatedThing, ...]:
    """When experiments begin and are to be done, and by when open questions are to be settled."""
    found = [each for asked in mine(owner=owner) for each in _of(asked)]
    return tuple(sorted(found, key=lambda each: (each.starts, each.uid)))


def _of(asked: Question) -> Iterator[DatedThing]:
    where = asked.row.destination_id
    if asked.open and asked.now.by:
        yield DatedThing(
            uid=f"question-{asked.row.pk}-by",
            starts=asked.now.by,
            title=f"Settle: {asked.now.question}",
            address=reverse("destinations:uncertainty", args=[where, asked.row.pk]),
            alarm=DAY_BEFORE,
        )
    for trial in asked.trials:
        if not trial.waiting:
            continue
        plan, address = trial.plan, reverse("destinations:experiment", args=[where, trial.row.pk])
        if plan.starts and plan.starts != plan.due:
            yield DatedThing(
                uid=f"experiment-{trial.row.pk}-starts",
                starts=plan.starts,
                title=f"Begin: {plan.what}",
                address=address,
                alarm=DAY_BEFORE,
            )
        yield DatedThing(
            uid=f"experiment-{trial.row.pk}-due",
            starts=plan.due,
            title=plan.what,
            address=address,
            alarm=DAY_BEFORE,
        )

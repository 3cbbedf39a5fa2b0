"""Writing what the sample people wondered, tried and concluded, on the days they did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.experiments.said import Doubt, Result
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Destination, Standing
from turnpoint.interfaces.samples.experiments import WONDERED, Came, Wondered
from turnpoint.interfaces.samples.futures import OTHER_FUTURES


def follow_up(
    *,
    owner: User,
    destination: Destination,
    later: Sequence[tuple[dt.datetime, Hypothesis]],
    today: dt.date,
) -> None:
    """Write questions and experiments as they came, and the revisions that followed from them."""
    led: dict[int, tuple[int, str]] = {}
    for each in WONDERED[owner.username]:
        led |= _ask(owner, destination.pk, each, today)
    for base, (moment, said) in enumerate(later, start=1):
        if base + 1 in led:
            experiment_id, why = led[base + 1]
            results.revise_after(
                owner=owner,
                destination_id=destination.pk,
                experiment_id=experiment_id,
                base=base,
                said=said,
                why=why,
                at=moment,
            )
        else:
            destinations.revise_destination(
                owner=owner, destination_id=destination.pk, base=base, said=said, saved_at=moment
            )


def imagine(*, owner: User, today: dt.date) -> None:
    """Write the second future, where somebody has one."""
    other = OTHER_FUTURES.get(owner.username)
    if other:
        destinations.write_destination(owner=owner, said=other, saved_at=_moment(today, 12, 21))


def _ask(
    owner: User, destination_id: int, wondered: Wondered, today: dt.date
) -> dict[int, tuple[int, str]]:
    """Raise a question and try what was tried; by revision, the experiment that led to it."""
    by = today + dt.timedelta(days=wondered.by) if wondered.by else None
    said, led = Doubt(wondered.question, wondered.sure, by), {}
    asked = uncertainties.raise_uncertainty(
        owner=owner,
        destination_id=destination_id,
        said=said,
        at=_moment(today, wondered.ago, 18),
    )
    statements = 1
    for tried in wondered.tried:
        planned = plans.plan_experiment(
            owner=owner,
            destination_id=destination_id,
            uncertainty_id=asked.pk,
            said=tried.plan(today),
            at=_moment(today, tried.ago, 19),
        )
        if tried.came is None:
            continue
        _write(owner, destination_id, planned.pk, tried.came, today)
        said, statements = replace(said, sure=tried.came.sure), statements + 1
        if tried.came.led_to:
            led[tried.came.led_to] = (planned.pk, tried.came.why)
        if wondered.settled:
            uncertainties.restate(
                owner=owner,
                destination_id=destination_id,
                uncertainty_id=asked.pk,
                base=statements,
                said=replace(said, standing=Standing.SETTLED),
                at=_moment(today, tried.came.ago, 21),
            )
    return led


def _write(
    owner: User, destination_id: int, experiment_id: int, came: Came, today: dt.date
) -> None:
    results.write_result(
        owner=owner,
        destination_id=destination_id,
        experiment_id=experiment_id,
        base=0,
        said=Result(today - dt.timedelta(days=came.ago), came.happened, came.held, came.surprise),
        sure=came.sure,
        at=_moment(today, came.ago, 20),
    )
    if came.why and not came.led_to:
        results.leave_unchanged(
            owner=owner,
            destination_id=destination_id,
            experiment_id=experiment_id,
            why=came.why,
            at=_moment(today, came.ago - 1, 20),
        )


def _moment(today: dt.date, ago: int, hour: int) -> dt.datetime:
    return dt.datetime.combine(today - dt.timedelta(days=ago), dt.time(hour), tzinfo=dt.UTC)

"""Planning an experiment, planning it otherwise, and calling it off: each adds a row."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.said import Plan, plan_of
from turnpoint.apps.destinations.experiments.services.uncertainties import nothing_since
from turnpoint.apps.destinations.models import Experiment, ExperimentPlan
from turnpoint.apps.destinations.storing import hold, store
from turnpoint.errors import Conflict

SEALED = "There is a result, so what was planned and predicted stays as it was. Add to the result."


@transaction.atomic
def plan_experiment(
    *,
    owner: User,
    destination_id: int,
    uncertainty_id: int,
    said: Plan,
    at: dt.datetime | None = None,
) -> Experiment:
    """Plan a cheap test of an uncertainty. Raises ``BadInput``."""
    hold(owner, destination_id)
    known = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
    )
    moment = at or timezone.now()
    planned = Experiment(uncertainty=known.row, planned_at=moment)
    planned.save(force_insert=True)
    _plan(planned, 1, said, moment)
    return planned


@transaction.atomic
def replan(
    *,
    owner: User,
    destination_id: int,
    experiment_id: int,
    base: int,
    said: Plan,
    note: str = "",
) -> ExperimentPlan:
    """Plan it otherwise, or call it off, before there is a result; the same plan adds nothing."""
    hold(owner, destination_id)
    known = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    if known.results:
        raise Conflict(SEALED)
    if plan_of(known.plan) == said:
        return known.plan
    nothing_since(known.plan.number, base)
    return _plan(known.row, base + 1, said, timezone.now(), note=note)


def replan_as(
    *, owner: User, destination_id: int, experiment_id: int, number: int
) -> ExperimentPlan:
    """Plan again what was planned before; the undo of a change."""
    known = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    return replan(
        owner=owner,
        destination_id=destination_id,
        experiment_id=experiment_id,
        base=known.plan.number,
        said=plan_of(known.planned(number)),
        note="As it was planned before.",
    )


def call_off(
    *, owner: User, destination_id: int, experiment_id: int, note: str = ""
) -> ExperimentPlan:
    """Call an experiment off; it stays readable, and can be planned again."""
    known = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    return replan(
        owner=owner,
        destination_id=destination_id,
        experiment_id=experiment_id,
        base=known.plan.number,
        said=replace(plan_of(known.plan), called_off=True),
        note=note,
    )


def _plan(
    of: Experiment, number: int, said: Plan, moment: dt.datetime, *, note: str = ""
) -> ExperimentPlan:
    row = ExperimentPlan(experiment=of, number=number, saved_at=moment, note=note, **asdict(said))
    store(row)
    return row

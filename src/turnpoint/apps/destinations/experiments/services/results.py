"""Writing what an experiment showed, and what follows from it: each adds a row."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.said import Result, doubt_of, result_of
from turnpoint.apps.destinations.experiments.services.uncertainties import nothing_since, state
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import (
    DestinationRevision,
    ExperimentConclusion,
    ExperimentResult,
)
from turnpoint.apps.destinations.storing import hold, store
from turnpoint.errors import BadInput, Conflict


@transaction.atomic
def write_result(
    *,
    owner: User,
    destination_id: int,
    experiment_id: int,
    base: int,
    said: Result,
    sure: int | None = None,
    at: dt.datetime | None = None,
) -> ExperimentResult:
    """Write what happened; after a first result, a correction or an addition to it.

    ``sure``: how sure one is of the uncertainty now. Raises ``BadInput`` and ``Conflict``.
    """
    hold(owner, destination_id)
    known = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    if known.plan.called_off:
        raise Conflict("This experiment was called off. Plan it again first.")
    if known.results and result_of(known.results[-1]) == said and sure is None:
        return known.results[-1]
    nothing_since(len(known.results), base)
    moment = at or timezone.now()
    row = ExperimentResult(experiment=known.row, number=base + 1, saved_at=moment, **asdict(said))
    store(row)
    doubt = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=known.row.uncertainty_id
    )
    if sure is not None and sure != doubt.now.sure:
        moved = replace(doubt_of(doubt.now), sure=sure)
        state(doubt.row, doubt.now.number + 1, moved, moment, result=row)
    return row


@transaction.atomic
def leave_unchanged(
    *,
    owner: User,
    destination_id: int,
    experiment_id: int,
    why: str,
    at: dt.datetime | None = None,
) -> ExperimentConclusion:
    """Say that a result changes nothing in the destination, and why."""
    hold(owner, destination_id)
    known = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    return _conclude(known, why, at)


@transaction.atomic
def revise_after(
    *,
    owner: User,
    destination_id: int,
    experiment_id: int,
    base: int,
    said: Hypothesis,
    why: str,
    at: dt.datetime | None = None,
) -> ExperimentConclusion:
    """Revise the destination because of a result; the conclusion names the revision.

    Raises ``BadInput`` where the destination says the same as before, ``Conflict`` where another
    revision was saved since.
    """
    hold(owner, destination_id)
    known = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    revision = destinations.revise_destination(
        owner=owner,
        destination_id=destination_id,
        base=base,
        said=said,
        changed=why,
        saved_at=at,
    )
    if revision.number == base:
        message = "The destination still says the same. Change something in it, or leave it as it is and say why."
        raise BadInput(message)
    return _conclude(known, why, at, revision)


def _conclude(
    known: queries.Trial,
    why: str,
    at: dt.datetime | None,
    revision: DestinationRevision | None = None,
) -> ExperimentConclusion:
    if not known.results:
        raise Conflict("Write down first what happened; then say what it changes.")
    row = ExperimentConclusion(
        experiment=known.row,
        number=len(known.conclusions) + 1,
        saved_at=at or timezone.now(),
        revision=revision,
        why=why,
    )
    store(row)
    return row

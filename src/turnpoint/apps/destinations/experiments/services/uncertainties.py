"""Raising an uncertainty and saying it again: each function adds a row, none changes any.

``base`` is the number of the row that somebody had before them; where another was added since,
nothing is written and ``Conflict`` says so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.said import Doubt, doubt_of
from turnpoint.apps.destinations.models import (
    ExperimentResult,
    Uncertainty,
    UncertaintyStatement,
)
from turnpoint.apps.destinations.storing import hold, store
from turnpoint.errors import Conflict

MEANWHILE = (
    "Something was added here while you were writing. Nothing was overwritten, and what you typed "
    "is still below: look at both, then save again to add yours."
)


@transaction.atomic
def raise_uncertainty(
    *, owner: User, destination_id: int, said: Doubt, at: dt.datetime | None = None
) -> Uncertainty:
    """Write down something one is not sure of. Raises ``BadInput``."""
    moment = at or timezone.now()
    raised = Uncertainty(destination=hold(owner, destination_id), raised_at=moment)
    raised.save(force_insert=True)
    state(raised, 1, said, moment)
    return raised


@transaction.atomic
def restate(
    *,
    owner: User,
    destination_id: int,
    uncertainty_id: int,
    base: int,
    said: Doubt,
    note: str = "",
    at: dt.datetime | None = None,
) -> UncertaintyStatement:
    """Say an uncertainty again: other words, another confidence, settled or set aside."""
    hold(owner, destination_id)
    known = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
    )
    if doubt_of(known.now) == said:
        return known.now
    nothing_since(known.now.number, base)
    return state(known.row, base + 1, said, at or timezone.now(), note=note)


def restate_as(
    *, owner: User, destination_id: int, uncertainty_id: int, number: int
) -> UncertaintyStatement:
    """Say again what an earlier statement said; the undo of a change."""
    known = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
    )
    return restate(
        owner=owner,
        destination_id=destination_id,
        uncertainty_id=uncertainty_id,
        base=known.now.number,
        said=doubt_of(known.statement(number)),
        note="As it was said before.",
    )


def nothing_since(now: int, base: int) -> None:
    """Raise ``Conflict`` where a row was added since ``base``."""
    if now != base:
        raise Conflict(MEANWHILE)


def state(
    of: Uncertainty,
    number: int,
    said: Doubt,
    moment: dt.datetime,
    *,
    note: str = "",
    result: ExperimentResult | None = None,
) -> UncertaintyStatement:
    """Add a statement to an uncertainty; ``result`` is what moved it, where an experiment did."""
    row = UncertaintyStatement(
        uncertainty=of, number=number, saved_at=moment, note=note, result=result, **asdict(said)
    )
    store(row)
    return row

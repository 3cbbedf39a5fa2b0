"""What is written in the ledger stays: the database itself refuses to change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.experiments.said import Doubt, Plan, Result
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import (
    Destination,
    DestinationRevision,
    Experiment,
    ExperimentConclusion,
    ExperimentPlan,
    ExperimentResult,
    Held,
    Uncertainty,
    UncertaintyStatement,
)
from turnpoint.apps.destinations.services import write_destination
from turnpoint.errors import Conflict

DAY = dt.date(2027, 2, 20)
KOI = Hypothesis(statement="I run a koi-pond business.", by=dt.date(2031, 11, 1))
LEDGER: tuple[type[models.Model], ...] = (
    Uncertainty,
    UncertaintyStatement,
    Experiment,
    ExperimentPlan,
    ExperimentResult,
    ExperimentConclusion,
)


@pytest.fixture
def koi(ada: User) -> Destination:
    """A destination with one of everything in its ledger."""
    written = write_destination(owner=ada, said=KOI)
    where = {"owner": ada, "destination_id": written.pk}
    care = uncertainties.raise_uncertainty(**where, said=Doubt("Does care sell?"))
    stand = plans.plan_experiment(
        **where, uncertainty_id=care.pk, said=Plan("Ask ten", "Three would.", 30, DAY)
    )
    results.write_result(
        **where, experiment_id=stand.pk, base=0, said=Result(DAY, "Five.", Held.YES)
    )
    results.leave_unchanged(**where, experiment_id=stand.pk, why="As hoped.")
    return written


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        yield


@pytest.mark.parametrize("kind", LEDGER)
def test_nothing_in_the_ledger_can_be_changed_or_taken_out(
    koi: Destination, kind: type[models.Model]
) -> None:
    rows = kind._default_manager
    name = next(field.name for field in kind._meta.concrete_fields if field.name.endswith("_at"))
    with refused("stays as it was"):
        rows.update(**{name: timezone.now()})
    with refused("only with its destination"):
        rows.all()._raw_delete("default")
    with pytest.raises(Conflict, match="stays as it was"):
        rows.get().save()
    with pytest.raises(Conflict, match="stays as it was"):
        rows.get().delete()


def test_a_prediction_is_sealed_by_the_result(koi: Destination) -> None:
    planned = ExperimentPlan.objects.get()
    planned.pk, planned.number, planned.probability = None, 2, 99
    with refused("stays as it was made"):
        planned.save(force_insert=True)


def test_a_conclusion_needs_a_result_and_a_revision_of_its_own_destination(
    ada: User, koi: Destination
) -> None:
    other = write_destination(owner=ada, said=KOI)
    theirs = DestinationRevision.objects.get(destination=other)
    stand = Experiment.objects.get()
    said = {"number": 2, "saved_at": timezone.now(), "why": "So."}
    with refused("of its own destination"):
        ExperimentConclusion.objects.create(experiment=stand, revision=theirs, **said)
    fresh = plans.plan_experiment(
        owner=ada,
        destination_id=koi.pk,
        uncertainty_id=stand.uncertainty_id,
        said=Plan("Ask ten more", "Three would.", 30, DAY),
    )
    with refused("no result yet"):
        ExperimentConclusion.objects.create(experiment=fresh, **said)


def test_the_ledger_goes_with_its_destination(ada: User, koi: Destination) -> None:
    koi.delete()
    assert not any(kind._default_manager.exists() for kind in LEDGER)
    connection.check_constraints()

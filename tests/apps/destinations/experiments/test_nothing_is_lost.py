"""Whatever a person does, in whatever order, what was written stays as it was, letter by letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.ledger import ledger
from turnpoint.apps.destinations.experiments.said import (
    Doubt,
    Plan,
    Result,
    doubt_of,
    plan_of,
)
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.models import (
    AssumptionSet,
    Destination,
    DestinationRevision,
    Experiment,
    ExperimentConclusion,
    ExperimentPlan,
    ExperimentResult,
    Heading,
    Held,
    RevisionDream,
    Standing,
    Uncertainty,
    UncertaintyStatement,
)
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.errors import BadInput, Conflict

KOI = Hypothesis(
    statement="I run a koi-pond business.",
    by=dt.date(2031, 11, 1),
    confidence=40,
    dreams=(Dream(DreamKind.DREAM, "A greenhouse."),),
)
DAY = dt.date(2027, 2, 20)
WRITTEN: tuple[type[models.Model], ...] = (
    DestinationRevision,
    RevisionDream,
    Uncertainty,
    UncertaintyStatement,
    Experiment,
    ExperimentPlan,
    ExperimentResult,
    ExperimentConclusion,
    Heading,
    AssumptionSet,
)


def everything() -> dict[tuple[str, int], Mapping[str, Any]]:
    return {
        (kind.__name__, row["id"]): row
        for kind in WRITTEN
        for row in kind._default_manager.values()
    }


class Hand:
    """Does one thing after another; ``stale``: on the row before the latest one, as another tab."""

    def __init__(self, owner: User, destination: Destination) -> None:
        self.owner, self.destination = owner, destination
        self.where: dict[str, Any] = {"owner": owner, "destination_id": destination.pk}

    def asked(self, pick: int) -> queries.Question:
        found = queries.questions(owner=self.owner, destination=self.destination)
        if not found:
            uncertainties.raise_uncertainty(**self.where, said=Doubt("First?", 50))
            return self.asked(pick)
        return found[pick % len(found)]

    def trial(self, pick: int) -> queries.Trial:
        asked = self.asked(pick)
        if not asked.trials:
            self.plan(pick, stale=False)
            return self.trial(pick)
        return asked.trials[pick % len(asked.trials)]

    def latest(self) -> DestinationRevision:
        return DestinationRevision.objects.filter(destination=self.destination).latest("number")

    def revise(self, pick: int, *, stale: bool) -> None:
        now = self.latest()
        said = replace(now.hypothesis(), confidence=pick, why=f"Because of {pick}.")
        services.revise_destination(**self.where, base=now.number - stale, said=said)

    def restore(self, pick: int, *, stale: bool) -> None:
        services.restore_revision(**self.where, number=1 + pick % self.latest().number)

    def wonder(self, pick: int, *, stale: bool) -> None:
        uncertainties.raise_uncertainty(**self.where, said=Doubt(f"Question {pick}?", pick))

    def restate(self, pick: int, *, stale: bool) -> None:
        asked = self.asked(pick)
        standing = list(Standing)[pick % 3]
        said = replace(doubt_of(asked.now), sure=pick, standing=standing)
        uncertainties.restate(
            **self.where,
            uncertainty_id=asked.row.pk,
            base=asked.now.number - stale,
            said=said,
        )

    def plan(self, pick: int, *, stale: bool) -> None:
        said = Plan(f"Try {pick}", "It holds.", pick, DAY)
        plans.plan_experiment(**self.where, uncertainty_id=self.asked(pick).row.pk, said=said)

    def replan(self, pick: int, *, stale: bool) -> None:
        trial = self.trial(pick)
        said = replace(plan_of(trial.plan), probability=pick, called_off=pick % 4 == 0)
        plans.replan(
            **self.where, experiment_id=trial.row.pk, base=trial.plan.number - stale, said=said
        )

    def result(self, pick: int, *, stale: bool) -> None:
        trial = self.trial(pick)
        said = Result(DAY, f"It was {pick}.", list(Held)[pick % 3])
        results.write_result(
            **self.where,
            experiment_id=trial.row.pk,
            base=max(len(trial.results) - stale, 0),
            said=said,
            sure=pick,
        )

    def leave(self, pick: int, *, stale: bool) -> None:
        results.leave_unchanged(
            **self.where, experiment_id=self.trial(pick).row.pk, why=f"Because of {pick}."
        )

    def conclude(self, pick: int, *, stale: bool) -> None:
        now = self.latest()
        results.revise_after(
            **self.where,
            experiment_id=self.trial(pick).row.pk,
            base=now.number - stale,
            said=replace(now.hypothesis(), confidence=pick),
            why="It showed.",
        )

    def assume(self, pick: int, *, stale: bool) -> None:
        term = Assumptions().one("inflation")
        value = term.low + pick / 100 * (term.high - term.low)
        services.assume(**self.where, assumed=Assumptions().varied(inflation=value))

    def head(self, pick: int, *, stale: bool) -> None:
        other = services.write_destination(owner=self.owner, said=KOI)
        services.activate(owner=self.owner, destination_id=other.pk)
        services.activate(**self.where)

    def lay_aside_and_remove(self, pick: int, *, stale: bool) -> None:
        services.archive(**self.where)
        services.remove(**self.where)
        services.restore(**self.where)


DEEDS: tuple[Callable[..., None], ...] = (
    Hand.revise,
    Hand.restore,
    Hand.wonder,
    Hand.restate,
    Hand.plan,
    Hand.replan,
    Hand.result,
    Hand.leave,
    Hand.conclude,
    Hand.assume,
    Hand.head,
    Hand.lay_aside_and_remove,
)
done = st.tuples(st.sampled_from(DEEDS), st.integers(0, 100), st.booleans())


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=st.lists(done, min_size=4, max_size=14))
def test_no_sequence_of_deeds_loses_or_changes_anything_written(
    ada: User, deeds: list[tuple[Callable[..., None], int, bool]]
) -> None:
    destination = services.write_destination(owner=ada, said=KOI)
    hand = Hand(ada, destination)
    before = everything()
    for deed, pick, stale in deeds:
        with suppress(Conflict, BadInput):
            deed(hand, pick, stale=stale)
        after = everything()
        assert before.items() <= after.items()
        before = after
    _reads_back_to_the_start(ada, destination)


def _reads_back_to_the_start(owner: User, destination: Destination) -> None:
    """The page of the ledger has an entry for every row that says something, in its order."""
    found = ledger(owner=owner, destination=destination)
    numbers = [each.number for each in found.saved]
    assert numbers == list(range(1, len(numbers) + 1))
    said = sum(
        kind._default_manager.filter(**{path: destination}).count()
        for kind, path in (
            (DestinationRevision, "destination"),
            (UncertaintyStatement, "uncertainty__destination"),
            (ExperimentPlan, "experiment__uncertainty__destination"),
            (ExperimentResult, "experiment__uncertainty__destination"),
            (ExperimentConclusion, "experiment__uncertainty__destination"),
            (Heading, "destination"),
            (AssumptionSet, "destination"),
        )
    )
    moments = [entry.at for entry in found.entries]
    assert len(found.entries) == said
    assert moments == sorted(moments, reverse=True)
    assert len({entry.anchor for entry in found.entries}) == said

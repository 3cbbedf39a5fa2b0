"""Reading uncertainties and experiments. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.destinations.models import (
    Destination,
    Experiment,
    ExperimentConclusion,
    ExperimentPlan,
    ExperimentResult,
    Held,
    Standing,
    Uncertainty,
    UncertaintyStatement,
)
from turnpoint.core.decision.forecast import Forecast, brier
from turnpoint.errors import NotFound

NOT_YOURS = "There is no such question in this destination of yours."
NO_EXPERIMENT = "There is no such experiment in this destination of yours."
ORDER = {Standing.OPEN: 0, Standing.SETTLED: 1, Standing.ASIDE: 2}

A = TypeVar("A", ExperimentPlan, ExperimentResult, ExperimentConclusion)


@dataclass(frozen=True, slots=True)
class Trial:
    """An experiment with everything written about it, in order."""

    row: Experiment
    plans: tuple[ExperimentPlan, ...]
    results: tuple[ExperimentResult, ...]
    conclusions: tuple[ExperimentConclusion, ...]

    @property
    def plan(self) -> ExperimentPlan:
        """What is planned now."""
        return self.plans[-1]

    @property
    def result(self) -> ExperimentResult | None:
        """What holds as its result: the last that was written."""
        return self.results[-1] if self.results else None

    @property
    def waiting(self) -> bool:
        """Whether it is planned, and nothing has come of it yet."""
        return not (self.results or self.plan.called_off)

    @property
    def unconcluded(self) -> bool:
        """Whether there is a result that nobody has said the meaning of."""
        return bool(self.results) and not self.conclusions

    def planned(self, number: int) -> ExperimentPlan:
        """One of its plans. Raises ``NotFound``."""
        if not 1 <= number <= len(self.plans):
            raise NotFound(f"This experiment has no plan {number}.")
        return self.plans[number - 1]


@dataclass(frozen=True, slots=True)
class Question:
    """An uncertainty with everything written about it, in order."""

    row: Uncertainty
    statements: tuple[UncertaintyStatement, ...]
    trials: tuple[Trial, ...]

    @property
    def now(self) -> UncertaintyStatement:
        """What it says now."""
        return self.statements[-1]

    @property
    def open(self) -> bool:
        return self.now.standing == Standing.OPEN

    @property
    def next(self) -> Trial | None:
        """The experiment that is waiting, the one that is due first."""
        waiting = [trial for trial in self.trials if trial.waiting]
        return min(waiting, key=lambda trial: trial.plan.due, default=None)

    def statement(self, number: int) -> UncertaintyStatement:
        """One of its statements. Raises ``NotFound``."""
        if not 1 <= number <= len(self.statements):
            raise NotFound(f"This question has no statement {number}.")
        return self.statements[number - 1]


@dataclass(frozen=True, slots=True)
class Score:
    """How predictions did: ``count`` could be said, ``held`` of them held, the rest is open."""

    count: int
    held: int
    unclear: int
    waiting: int
    brier: float | None


def questions(*, owner: User, destination: Destination) -> tuple[Question, ...]:
    """Every uncertainty of a destination: open ones by their date, then settled, then set aside."""
    of = UncertaintyStatement.objects.filter(
        uncertainty__destination=destination, uncertainty__destination__owner=owner
    )
    return tuple(
        sorted(
            _whole(of),
            key=lambda each: (
                ORDER[Standing(each.now.standing)],
                each.now.by or dt.date.max,
                each.row.pk,
            ),
        )
    )


def uncertainty(*, owner: User, destination_id: int, uncertainty_id: int) -> Question:
    """One uncertainty. Raises ``NotFound`` for anybody else’s, and in a removed destination."""
    found = _whole(
        UncertaintyStatement.objects.filter(
            uncertainty=uncertainty_id,
            uncertainty__destination=destination_id,
            uncertainty__destination__owner=owner,
            uncertainty__destination__trashed_at__isnull=True,
        )
    )
    if not found:
        raise NotFound(NOT_YOURS)
    return found[0]


def experiment(*, owner: User, destination_id: int, experiment_id: int) -> Trial:
    """One experiment. Raises ``NotFound`` for anybody else’s, and in a removed destination."""
    found = (
        Experiment.objects.filter(
            pk=experiment_id,
            uncertainty__destination_id=destination_id,
            uncertainty__destination__owner=owner,
            uncertainty__destination__trashed_at__isnull=True,
        )
        .prefetch_related("plans", "results", "conclusions__revision")
        .first()
    )
    if found is None:
        raise NotFound(NO_EXPERIMENT)
    return Trial(
        found,
        tuple(found.plans.all()),
        tuple(found.results.all()),
        tuple(found.conclusions.all()),
    )


@once
def mine(*, owner: User) -> tuple[Question, ...]:
    """Every uncertainty of every destination that is neither removed nor laid aside."""
    of = UncertaintyStatement.objects.filter(
        uncertainty__destination__owner=owner,
        uncertainty__destination__trashed_at__isnull=True,
        uncertainty__destination__archived_at__isnull=True,
    )
    return tuple(sorted(_whole(of), key=lambda each: (each.row.destination_id, each.row.pk)))


def score(trials: tuple[Trial, ...]) -> Score:
    """The Brier score of what could be said, with the counts it rests on."""
    settled = [trial for trial in trials if trial.result]
    forecasts = [
        Forecast(trial.plan.probability / 100, trial.result.held == Held.YES)
        for trial in settled
        if trial.result and trial.result.held != Held.UNCLEAR
    ]
    return Score(
        count=len(forecasts),
        held=sum(each.happened for each in forecasts),
        unclear=len(settled) - len(forecasts),
        waiting=sum(trial.waiting for trial in trials),
        brier=brier(forecasts) if forecasts else None,
    )


def _whole(statements: QuerySet[UncertaintyStatement]) -> list[Question]:
    """The uncertainties of these statements with their experiments, in the order they were raised.

    Each has a statement, and each experiment a plan: reading those first brings the rows they are
    of along, and asks for results and conclusions only where there can be any.
    """
    said: dict[Uncertainty, list[UncertaintyStatement]] = defaultdict(list)
    for each in statements.order_by("uncertainty_id", "number").select_related("uncertainty"):
        said[each.uncertainty].append(each)
    trials = _trials(said) if said else {}
    return [Question(row, tuple(rows), tuple(trials.get(row.pk, ()))) for row, rows in said.items()]


def _trials(uncertainties: Iterable[Uncertainty]) -> dict[int, list[Trial]]:
    """The experiments of each uncertainty, in the order they were planned."""
    planned: dict[Experiment, list[ExperimentPlan]] = defaultdict(list)
    of = ExperimentPlan.objects.filter(experiment__uncertainty__in=list(uncertainties))
    for plan in of.order_by("experiment_id", "number").select_related("experiment"):
        planned[plan.experiment].append(plan)
    tried = _added(ExperimentResult.objects.filter(experiment__in=list(planned)))
    conclusions = ExperimentConclusion.objects.filter(experiment__in=tried)
    concluded = _added(conclusions.select_related("revision"))
    found: dict[int, list[Trial]] = defaultdict(list)
    for row, plans in planned.items():
        trial = Trial(
            row, tuple(plans), tuple(tried.get(row.pk, ())), tuple(concluded.get(row.pk, ()))
        )
        found[row.uncertainty_id].append(trial)
    return found


def _added(rows: QuerySet[A]) -> dict[int, list[A]]:
    """What was written about each experiment, in its order."""
    found: dict[int, list[A]] = defaultdict(list)
    for row in rows.order_by("number"):
        found[row.experiment_id].append(row)
    return found

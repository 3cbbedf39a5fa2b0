"""The benchmark: every baseline and every feature set of ours, on the same moves, by one protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from turnpoint.core.transition.evaluation.baselines import baselines, own_movers
from turnpoint.core.transition.evaluation.calibration import calibration
from turnpoint.core.transition.evaluation.ceiling import Ceiling, ceiling
from turnpoint.core.transition.evaluation.designs import (
    HeldOut,
    evaluated,
    half_split,
    leave_groups_out,
    leave_origins_out,
    warm_half_split,
)
from turnpoint.core.transition.evaluation.fitter import Fitter
from turnpoint.core.transition.evaluation.scorecard import POPULARITY, Scorecard, scorecard
from turnpoint.core.transition.parameters import Parameters
from turnpoint.core.transition.profile import profiles_of
from turnpoint.core.transition.survey_class import ClassesOf, class_profiles
from turnpoint.core.transition.training import fitters
from turnpoint.errors import BadInput
from turnpoint.labour.flow import Flows
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.progress import Progress, silent

ORIGINS, GROUPS, WARM = "origins left out", "major groups left out", "half of own movers seen"
OURS = "Turnpoint: "
"""Before the name of a feature set."""
COLD = "the same, own movers unseen"
OWN = "own movers and popularity"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Scorecards by design; ``calibration``: said and seen by tenth, for ours on origins left out."""

    feature_set: str
    designs: Mapping[str, Scorecard]
    calibration: tuple[tuple[float, float], ...]


def benchmark(
    market: LabourMarket,
    flows: Flows,
    parameters: Parameters,
    *,
    newcomer: LabourMarket | None = None,
    quick: bool = False,
    progress: Progress = silent,
) -> Benchmark:
    """Run every design on observed moves; ``quick`` leaves out all but the published folds.

    Of our feature sets, all are measured on the folds, the richest and the leanest with groups left
    out, and the richest with half of the own movers seen.

    ``newcomer`` is the market of a first start: feature sets that it allows are measured on it, since
    a release that is added also changes what is shipped.

    Raises ``BadInput`` for flows without two folds.
    """
    if len(np.unique(flows.fold[evaluated(flows)])) < 2:
        raise BadInput(
            "Leaving origins out needs two folds at least: give the classes with movers a number in "
            "the column fold of the nodes file."
        )
    of = classes_in(flows, parameters)
    codes = [occupation.code for occupation in market.occupations]
    profiles = class_profiles(profiles_of(market), flows.classes, of, codes)
    fitted = fitters(market, flows, of)
    if newcomer is not None:
        fitted = {**fitted, **fitters(newcomer, flows, of)}
    ours = OURS + next(iter(fitted))
    models = dict(baselines(profiles)) | {OURS + name: each for name, each in fitted.items()}
    ends = models.keys() - {OURS + name for name in list(fitted)[1:-1]}
    steps = len(models) + (0 if quick else len(ends) + 4)
    work = _Work(flows, parameters.seed, ours, progress, steps)
    left_out = work.cold(models, ORIGINS)
    best = ceiling(left_out[POPULARITY], seed=parameters.seed)
    designs = {ORIGINS: work.score(left_out, best)}
    if not quick:
        chosen = {name: each for name, each in models.items() if name in ends}
        designs[GROUPS] = work.score(work.cold(chosen, GROUPS), best)
        designs[WARM] = work.score(work.warm(models), best)
    progress(1, 1, "done")
    return Benchmark(next(iter(fitted)), designs, calibration(left_out[ours]))


class _Work:
    """One run: what is held out, and how far it has come."""

    def __init__(self, flows: Flows, seed: int, ours: str, progress: Progress, steps: int) -> None:
        self.flows, self.seed, self.ours = flows, seed, ours
        self.progress, self.steps, self.done = progress, steps, 0

    def tell(self, what: str) -> None:
        self.progress(self.done, self.steps, what)
        self.done += 1

    def cold(self, models: Mapping[str, Fitter], design: str) -> dict[str, HeldOut]:
        leave_out = leave_origins_out if design == ORIGINS else leave_groups_out
        answers = {}
        for name, fitter in models.items():
            self.tell(f"{design}: {name}")
            answers[name] = leave_out(fitter, self.flows)
        return answers

    def warm(self, models: Mapping[str, Fitter]) -> dict[str, HeldOut]:
        """Popularity, own movers, and ours with and without the origin's own half."""
        chosen = {
            POPULARITY: models[POPULARITY],
            OWN: own_movers,
            self.ours: models[self.ours],
        }
        answers = {}
        for name, fitter in chosen.items():
            self.tell(f"{WARM}: {name}")
            answers[name] = warm_half_split(fitter, self.flows, seed=self.seed)
        self.tell(f"{WARM}: {COLD}")
        first, second = half_split(self.flows, np.random.default_rng(self.seed))
        unseen = leave_origins_out(models[self.ours], first)
        answers[COLD] = replace(unseen, movers=second.movers[unseen.origins])
        return answers

    def score(self, answers: Mapping[str, HeldOut], best: Ceiling) -> Scorecard:
        fold = self.flows.fold[evaluated(self.flows)]
        return scorecard(answers, ours=self.ours, best=best, fold=fold, seed=self.seed)


def classes_in(flows: Flows, parameters: Parameters) -> ClassesOf:
    """Classes of each occupation, numbered as in ``flows``; classes not there are left out."""
    number = {item.code: place for place, item in enumerate(flows.classes)}
    return {
        code: tuple(
            number[parameters.classes[each]]
            for each in numbers
            if parameters.classes[each] in number
        )
        for code, numbers in parameters.classes_of.items()
    }

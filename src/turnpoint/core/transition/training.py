"""From facts and observed flows to fitted parameters and their measured figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from turnpoint.core.transition.evaluation.baselines import popularity
from turnpoint.core.transition.evaluation.calibration import calibration
from turnpoint.core.transition.evaluation.designs import HeldOut, leave_origins_out
from turnpoint.core.transition.evaluation.fitter import Fitter, Rows, moved
from turnpoint.core.transition.evaluation.intervals import Figure
from turnpoint.core.transition.evaluation.measures import by_origin, summary
from turnpoint.core.transition.features import (
    FEATURE_SETS,
    LIKENESS_SETS,
    feature_set_of,
)
from turnpoint.core.transition.fitting import (
    ClassFacts,
    class_facts,
    fit_on,
    predict,
)
from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.parameters import FeatureSet
from turnpoint.core.transition.profile import profiles_of
from turnpoint.core.transition.shrinkage import ALPHA, fit_alpha, shrunk
from turnpoint.core.transition.survey_class import ClassesOf, class_profiles
from turnpoint.core.transition.tier import fit_cutoffs, reach, shares_held
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED, Flows
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.progress import Progress, silent

COSINE = {
    "embedded": ("detailed_overlap", "intermediate_overlap", "generalized_likeness"),
    "onet": ("skill_likeness", "knowledge_likeness"),
    "onet+context": ("skill_likeness", "knowledge_likeness", "ability_likeness"),
}
"""What the cosine baseline averages: likeness without popularity, as skill matchers do."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by model (``popularity``, ``cosine``, ``turnpoint``), and the held-out predictions."""

    feature_set: str
    figures: Mapping[str, Mapping[str, Figure]]
    held: HeldOut


def facts_of(market: LabourMarket, flows: Flows, of: ClassesOf, name: str) -> ClassFacts:
    """The facts of one feature set, for the classes of the flows."""
    codes = [occupation.code for occupation in market.occupations]
    return class_facts(name, class_profiles(profiles_of(market), flows.classes, of, codes))


def transition_fitter(facts: ClassFacts) -> Fitter:
    """The model as a fitter; an origin it may learn from is shrunk towards its own leavers."""

    def fitter(flows: Flows, training: Rows, test: Rows) -> Array:
        fitted = fit_on(facts, flows, training)
        answer = predict(facts, fitted, test)
        movers = flows.movers[test]
        total = movers.sum(axis=1)
        share = movers / np.maximum(total, 1.0)[:, None]
        return shrunk(answer, share, total / MOVERS_TO_ONE_SAMPLED, ALPHA)

    return fitter


def evaluate(
    facts: ClassFacts, flows: Flows, *, seed: int, progress: Progress = silent
) -> Evaluation:
    """Leave origins out, with popularity and cosine beside the model."""
    held = leave_origins_out(transition_fitter(facts), flows, progress)
    alike = [
        row
        for row, feature in enumerate(LIKENESS_SETS[facts.name])
        if feature.name in COSINE[facts.name]
    ]
    cosine = facts.likeness[alike][:, held.origins].mean(axis=0, dtype=np.float64)
    answers = {
        "popularity": leave_origins_out(popularity, flows),
        "cosine": replace(held, probability=cosine),
        "turnpoint": held,
    }
    figures = {model: summary(by_origin(each), seed=seed) for model, each in answers.items()}
    return Evaluation(facts.name, figures, held)


def fitters(market: LabourMarket, flows: Flows, of: ClassesOf) -> Mapping[str, Fitter]:
    """The model as a fitter with each feature set that the market's facts allow, richest first."""
    names = list(FEATURE_SETS)
    allowed = names[names.index(feature_set_of(profiles_of(market))) :]
    return {name: transition_fitter(facts_of(market, flows, of, name)) for name in allowed}


def train(facts: ClassFacts, flows: Flows, *, seed: int, progress: Progress = silent) -> FeatureSet:
    """Everything from all origins; tiers, α and figures from origins left out."""
    evaluated = evaluate(facts, flows, seed=seed, progress=progress)
    held = evaluated.held
    fitted = fit_on(facts, flows, np.flatnonzero(moved(flows)))
    cutoffs, held_shares = _tiers(held, flows)
    return FeatureSet(
        features=tuple(feature.name for feature in FEATURE_SETS[facts.name]),
        mean=tuple(facts.mean.tolist()),
        scale=tuple(facts.scale.tolist()),
        beta=tuple(fitted.beta.tolist()),
        spread=tuple(fitted.spread.tolist()),
        likeness=tuple(feature.name for feature in LIKENESS_SETS[facts.name]),
        kernel=fitted.kernel,
        factors=facts.map,
        paths=fitted.paths,
        drawn=fitted.drawn,
        alpha=fit_alpha(held.probability, held.movers / MOVERS_TO_ONE_SAMPLED),
        cutoffs=cutoffs,
        tier_shares=held_shares,
        figures=evaluated.figures,
        calibration=calibration(held),
    )


def _tiers(
    held: HeldOut, flows: Flows
) -> tuple[tuple[float, float, float], tuple[float, float, float, float]]:
    """Cut-offs from all held-out moves; the shares they hold, on folds they were not fitted on."""
    movers = flows.movers[held.origins]
    weight = movers / movers.sum(axis=1, keepdims=True)
    reached = reach(held.probability)
    fold = flows.fold[held.origins]
    shares = []
    for number in np.unique(fold):
        inside, other = fold == number, fold != number
        cutoffs = fit_cutoffs(reached[other].ravel(), weight[other].ravel())
        found = shares_held(reached[inside].ravel(), weight[inside].ravel(), cutoffs)
        shares.append(np.array(found) * inside.sum())
    total = np.sum(shares, axis=0) / len(fold)
    measured = (float(total[0]), float(total[1]), float(total[2]), float(total[3]))
    return fit_cutoffs(reached.ravel(), weight.ravel()), measured

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
from turnpoint.core.transition.gravity import Array, Choices, fit, log_probability
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.core.transition.parameters import FeatureSet
from turnpoint.core.transition.profile import Floats, profiles_of
from turnpoint.core.transition.similarity import (
    FEATURE_SETS,
    Feature,
    feature_set_of,
    similarity,
)
from turnpoint.core.transition.survey_class import ClassesOf, class_profiles
from turnpoint.core.transition.tier import fit_cutoffs, reach, shares_held
from turnpoint.labour.flow import Flows
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.progress import Progress, silent

COSINE = {
    "embedded": ("detailed_overlap", "intermediate_overlap", "generalized_likeness"),
    "onet": ("skill_likeness", "knowledge_likeness"),
}
"""What the cosine baseline averages: similarity without popularity, as skill matchers do."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by model (``popularity``, ``cosine``, ``turnpoint``), and the held-out predictions."""

    feature_set: str
    figures: Mapping[str, Mapping[str, Figure]]
    held: HeldOut


def class_features(
    market: LabourMarket, flows: Flows, of: ClassesOf, features: tuple[Feature, ...]
) -> Floats:
    """Features of moves between classes, ``(k, classes, classes)``, not yet standardised."""
    codes = [occupation.code for occupation in market.occupations]
    profiles = class_profiles(profiles_of(market), flows.classes, of, codes)
    return similarity(profiles, features, np.arange(len(profiles)))


def standardise(x: Floats) -> tuple[Floats, Array, Array]:
    """``z``, means and scales over all pairs; a feature that never varies is left at zero."""
    mean = x.mean(axis=(1, 2), dtype=np.float64)
    scale = x.std(axis=(1, 2), dtype=np.float64)
    scale[scale < 1e-9] = 1.0
    return ((x - mean[:, None, None]) / scale[:, None, None]).astype(np.float32), mean, scale


def conditional_logit(x: Floats, features: tuple[Feature, ...]) -> Fitter:
    """The model as a fitter: β on the training origins, inflow from theirs alone."""
    z, _, _ = standardise(x)

    def fitter(flows: Flows, training: Rows, test: Rows) -> Array:
        inflow = np.repeat(log_inflow(flows, training)[None], len(test), axis=0)
        inflow[np.arange(len(test)), test] = -np.inf
        beta = fit_on(flows, z, features, training)
        return np.asarray(np.exp(log_probability(beta, z[:, test], inflow)), dtype=np.float64)

    return fitter


def fit_on(flows: Flows, z: Floats, features: tuple[Feature, ...], origins: Rows) -> Array:
    """β fitted on the given origins alone. ``z``: ``(features, classes, classes)``."""
    inflow = log_inflow(flows, origins, own=True)
    choices = Choices.of(z[:, origins], inflow, flows.movers[origins])
    return fit(choices, np.array([feature.sign for feature in features]))


def evaluate(
    name: str, x: Floats, flows: Flows, *, seed: int, progress: Progress = silent
) -> Evaluation:
    """Leave origins out, with popularity and cosine beside the model."""
    features = FEATURE_SETS[name]
    held = leave_origins_out(conditional_logit(x, features), flows, progress)
    alike = [row for row, feature in enumerate(features) if feature.name in COSINE[name]]
    cosine = x[alike][:, held.origins].mean(axis=0, dtype=np.float64)
    answers = {
        "popularity": leave_origins_out(popularity, flows),
        "cosine": replace(held, probability=cosine),
        "turnpoint": held,
    }
    figures = {model: summary(by_origin(each), seed=seed) for model, each in answers.items()}
    return Evaluation(name, figures, held)


def fitters(market: LabourMarket, flows: Flows, of: ClassesOf) -> Mapping[str, Fitter]:
    """The model as a fitter with each feature set that the market's facts allow, richest first."""
    names = list(FEATURE_SETS)
    allowed = names[names.index(feature_set_of(profiles_of(market))) :]
    return {
        name: conditional_logit(
            class_features(market, flows, of, FEATURE_SETS[name]), FEATURE_SETS[name]
        )
        for name in allowed
    }


def train(
    name: str, x: Floats, flows: Flows, *, seed: int, progress: Progress = silent
) -> FeatureSet:
    """β from all origins; tiers and figures from origins left out."""
    features = FEATURE_SETS[name]
    evaluated = evaluate(name, x, flows, seed=seed, progress=progress)
    z, mean, scale = standardise(x)
    beta = fit_on(flows, z, features, np.flatnonzero(moved(flows)))
    cutoffs, held_shares = _tiers(evaluated.held, flows)
    return FeatureSet(
        features=tuple(feature.name for feature in features),
        mean=tuple(mean.tolist()),
        scale=tuple(scale.tolist()),
        beta=tuple(beta.tolist()),
        cutoffs=cutoffs,
        tier_shares=held_shares,
        figures=evaluated.figures,
        calibration=calibration(evaluated.held),
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

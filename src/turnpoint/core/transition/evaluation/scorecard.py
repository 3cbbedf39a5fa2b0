"""All measures of all predictions of one design, with intervals and paired differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from turnpoint.core.transition.evaluation.calibration import calibration_error, tenths
from turnpoint.core.transition.evaluation.ceiling import Ceiling
from turnpoint.core.transition.evaluation.contrasts import (
    balanced_accuracy,
    direction,
    matched_accuracy,
)
from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.core.transition.evaluation.fitter import Array, Rows
from turnpoint.core.transition.evaluation.intervals import Figure, figure, mean, ratio, samples
from turnpoint.core.transition.evaluation.measures import MEASURES, by_origin, is_probability

POPULARITY = "popularity"
"""The name of the baseline that the others are measured from."""
CLOSED = "gap closed"
CLOSED_ENTROPY = "gap closed in log perplexity"
CALIBRATION, MATCHED, DIRECTION, BALANCED = (
    "calibration error",
    "popularity-matched",
    "direction",
    "balanced accuracy",
)
ALL_MEASURES = (*MEASURES, CLOSED, CLOSED_ENTROPY, CALIBRATION, MATCHED, DIRECTION, BALANCED)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Figures by model, then measure; a measure that a mere score cannot have is left out.

    ``differences``: ours minus each other model, on the same samples of origins; of perplexity the
    ratio, less 1. ``ceiling``: what knowing the true shares would reach.
    """

    origins: int
    ours: str
    figures: Mapping[str, Mapping[str, Figure]]
    differences: Mapping[str, Mapping[str, Figure]]
    ceiling: Mapping[str, float]


def scorecard(
    answers: Mapping[str, HeldOut], *, ours: str, best: Ceiling, fold: Rows, seed: int
) -> Scorecard:
    """Measure every model's answers to the same test; ``answers`` must hold popularity's.

    ``best``: the ceiling from all movers of the same origins. ``fold``: ``(t,)``, for the cut-off of
    balanced accuracy.
    """
    popular = answers[POPULARITY]
    weights = samples(len(popular.origins), seed=seed)
    found = {
        name: _statistics(held, popular.probability, fold, weights)
        for name, held in answers.items()
    }
    closed = {
        name: each | _closed(each, found[POPULARITY], best, weights) for name, each in found.items()
    }
    return Scorecard(
        origins=len(popular.origins),
        ours=ours,
        figures={name: _figures(each) for name, each in closed.items()},
        differences={
            name: _differences(closed[ours], each) for name, each in closed.items() if name != ours
        },
        ceiling={name: float(values.mean()) for name, values in best.recall.items()}
        | {"perplexity": float(np.exp(best.entropy.mean())), "concentration": best.concentration},
    )


def _statistics(held: HeldOut, popularity: Array, fold: Rows, weights: Array) -> dict[str, Array]:
    """Every measure in every sample; perplexity as its logarithm."""
    measured = by_origin(held)
    found = {
        name: mean(values, weights)
        for name, values in zip(MEASURES, measured.T, strict=True)
        if not np.isnan(values).any()
    }
    found[MATCHED] = mean(matched_accuracy(held, popularity), weights)
    found[BALANCED] = mean(balanced_accuracy(held, fold), weights)
    found[DIRECTION] = ratio(*direction(held), weights)
    if is_probability(held.probability):
        predicted, observed, _ = tenths(held)
        found[CALIBRATION] = calibration_error(predicted, observed, weights)
    return found


def _closed(
    found: Mapping[str, Array], popular: Mapping[str, Array], best: Ceiling, weights: Array
) -> dict[str, Array]:
    """Share of the way from popularity to the ceiling, in R@10 and in log perplexity."""
    start, end = popular["R@10"], mean(best.recall["R@10"], weights)
    closed = {CLOSED: (found["R@10"] - start) / (end - start)}
    if "perplexity" in found:
        start, end = popular["perplexity"], mean(best.entropy, weights)
        closed[CLOSED_ENTROPY] = (found["perplexity"] - start) / (end - start)
    return closed


def _figures(statistics: Mapping[str, Array]) -> Mapping[str, Figure]:
    return {
        name: figure(np.exp(statistics[name]) if name == "perplexity" else statistics[name])
        for name in ALL_MEASURES
        if name in statistics
    }


def _differences(ours: Mapping[str, Array], theirs: Mapping[str, Array]) -> Mapping[str, Figure]:
    return {
        name: figure(
            np.exp(ours[name] - theirs[name]) - 1
            if name == "perplexity"
            else ours[name] - theirs[name]
        )
        for name in ALL_MEASURES
        if name in ours and name in theirs and name not in {CLOSED, CLOSED_ENTROPY}
    }

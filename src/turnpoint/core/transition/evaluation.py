"""How well a ranking of destinations holds on origins it has not seen.

Leave origins out: for each published fold the model is fitted on the other origins, and inflow is
counted from theirs alone; nothing about a test origin's outflow is used. Measures are by origin ``o``
and then averaged, so that a large occupation counts as one:

- ``R@k``: share of an origin's movers whose destination is among its ``k`` likeliest;
- ``AUC``: chance that an observed destination ranks above an unobserved one;
- ``perplexity``: ``exp`` of the mean over origins of ``−Σ_j share_j log p_j``.

Intervals are 95% percentile bootstraps over origins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.gravity import (
    Array,
    Choices,
    fit,
    log_probability,
    smoothed,
)
from turnpoint.core.transition.profile import Floats
from turnpoint.core.transition.similarity import Feature
from turnpoint.labour.flow import Flows

MEASURES = ("R@10", "R@20", "R@50", "AUC", "perplexity")
PSEUDO_SHARE = 0.01
"""Movers spread over destinations by employment, as a share of all movers: nothing is impossible."""

Figure = tuple[float, float, float]
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Predictions for origins that were left out: ``probability[o, d]`` for ``origins[o]``."""

    origins: NDArray[np.int64]
    probability: Array
    popularity: Array


def silent(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""


def log_inflow(flows: Flows, training: NDArray[np.int64], *, own: bool = False) -> Array:
    """Log share of training movers entering each class, ``(d,)``.

    With ``own``, ``(training, d)``: each origin's own movers left out, as they are for an origin the
    model has not seen, and −inf on its own class.
    """
    movers = flows.movers[training]
    inflow = movers.sum(axis=0)
    if not own:
        return smoothed(inflow, flows.employment, PSEUDO_SHARE)
    result = smoothed(inflow[None] - movers, flows.employment, PSEUDO_SHARE)
    result[np.arange(len(training)), training] = -np.inf
    return result


def fit_on(
    flows: Flows,
    z: Floats,
    features: tuple[Feature, ...],
    origins: NDArray[np.int64],
    start: Array | None = None,
) -> Array:
    """β fitted on the given origins alone. ``z``: ``(features, classes, classes)``."""
    inflow = log_inflow(flows, origins, own=True)
    choices = Choices.of(z[:, origins], inflow, flows.movers[origins])
    return fit(choices, np.array([feature.sign for feature in features]), start=start)


def leave_origins_out(
    flows: Flows, z: Floats, features: tuple[Feature, ...], progress: Progress = silent
) -> HeldOut:
    """Predict the origins of each fold with a model fitted on all others."""
    n = len(flows.classes)
    probability, popularity = np.zeros((n, n)), np.zeros((n, n))
    moved = flows.movers.sum(axis=1) > 0
    beta = None
    folds = sorted(set(flows.fold[flows.fold >= 0].tolist()))
    for number, fold in enumerate(folds):
        progress(number, len(folds), f"fold {number + 1} of {len(folds)}")
        test = np.flatnonzero((flows.fold == fold) & moved)
        training = np.flatnonzero((flows.fold != fold) & moved)
        inflow = np.repeat(log_inflow(flows, training)[None], len(test), axis=0)
        inflow[np.arange(len(test)), test] = -np.inf
        beta = fit_on(flows, z, features, training, beta)
        probability[test] = np.exp(log_probability(beta, z[:, test], inflow))
        popularity[test] = np.exp(log_probability(beta[:0], z[:0, test], inflow))
    progress(len(folds), len(folds), "done")
    origins = np.flatnonzero((flows.fold >= 0) & moved)
    return HeldOut(origins, probability[origins], popularity[origins])


def by_origin(score: Array, flows: Flows, origins: NDArray[np.int64]) -> Array:
    """Measures of each origin, ``(origins, 5)``, the last as cross-entropy (NaN for a mere score)."""
    proper = np.allclose(score.sum(axis=1), 1, atol=1e-6)
    rows = []
    for row, origin in zip(score, origins, strict=True):
        other = np.arange(len(row)) != origin
        share = flows.movers[origin][other] / flows.movers[origin].sum()
        p = row[other]
        ranked = share[np.argsort(-p, kind="stable")]
        observed = share > 0
        entropy = -float(share[observed] @ np.log(p[observed])) if proper else np.nan
        rows.append([*(ranked[:k].sum() for k in (10, 20, 50)), _auc(p, observed), entropy])
    return np.array(rows)


def summary(measured: Array, *, seed: int, draws: int = 1000) -> Mapping[str, Figure]:
    """Each measure's mean over origins with its interval; perplexity is ``exp`` of its mean.

    A score that is no probability has no perplexity.
    """
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, len(measured), size=(draws, len(measured)))
    means = np.array([measured[rows].mean(axis=0) for rows in chosen])
    figures: dict[str, Figure] = {}
    for column, name in enumerate(MEASURES):
        values = (measured[:, column].mean(), *np.quantile(means[:, column], [0.025, 0.975]))
        if np.isnan(values[0]):
            continue
        if name == "perplexity":
            values = tuple(np.exp(value) for value in values)
        figures[name] = (float(values[0]), float(values[1]), float(values[2]))
    return figures


def calibration(held: HeldOut, flows: Flows, groups: int = 10) -> tuple[tuple[float, float], ...]:
    """Predicted and observed share of movers, pairs ranked by prediction and cut in ten.

    Groups have equal predicted mass, so that each says how often “about 1 in N” came true.
    """
    movers = flows.movers[held.origins]
    share = movers / movers.sum(axis=1, keepdims=True)
    order = np.argsort(held.probability, axis=None)
    predicted, observed = held.probability.ravel()[order], share.ravel()[order]
    group = np.minimum((np.cumsum(predicted) / predicted.sum() * groups).astype(int), groups - 1)
    size = np.maximum(np.bincount(group, minlength=groups), 1)
    return tuple(
        (float(p), float(q))
        for p, q in zip(
            np.bincount(group, predicted, groups) / size,
            np.bincount(group, observed, groups) / size,
            strict=True,
        )
    )


def _auc(score: Array, observed: NDArray[np.bool_]) -> float:
    """Mann–Whitney, ties counted as half."""
    ranked = np.sort(score[~observed])
    below = np.searchsorted(ranked, score[observed], side="left")
    upto = np.searchsorted(ranked, score[observed], side="right")
    return float((below + upto).mean() / 2 / max(len(ranked), 1))

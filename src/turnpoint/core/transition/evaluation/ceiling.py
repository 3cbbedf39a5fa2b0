"""The most that any prediction could reach on these moves: the best is not 1.

People from one origin scatter, and a survey sees few of them. Suppose each origin's true shares are
``p ~ Dirichlet(α · popularity)``; the moves seen leave ``p | counts ~ Dirichlet(α · popularity +
counts)``. Somebody who knew ``p`` would have an expected R@k of the ``k`` largest ``p`` and a
perplexity of ``exp`` of the mean entropy of ``p``; both are averaged over posterior draws. ``α`` is
the likeliest by the Dirichlet–multinomial. The prior is popularity as known from training origins,
not our model: a ceiling must not sink when the model improves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import gammaln

from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.core.transition.evaluation.fitter import Array
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED

TINY = 1e-12
SAMPLES = 20


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Expected measures of the true shares by origin, ``(t,)`` each; ``entropy`` in nats."""

    concentration: float
    recall: Mapping[str, Array]
    entropy: Array


def ceiling(popularity: HeldOut, *, seed: int) -> Ceiling:
    """What knowing the true shares would reach on the moves held out."""
    rng = np.random.default_rng(seed)
    counts = popularity.movers / MOVERS_TO_ONE_SAMPLED
    alpha = concentration(popularity.probability, counts)
    prior = np.maximum(alpha * popularity.probability, TINY) + counts
    recall = {name: np.zeros(len(counts)) for name in ("R@10", "R@20", "R@50")}
    entropy = np.zeros(len(counts))
    for _ in range(SAMPLES):
        drawn = rng.standard_gamma(prior)
        p = -np.sort(-drawn / drawn.sum(axis=1, keepdims=True), axis=1)
        for name, k in (("R@10", 10), ("R@20", 20), ("R@50", 50)):
            recall[name] += p[:, :k].sum(axis=1) / SAMPLES
        entropy -= (p * np.log(np.maximum(p, 1e-300))).sum(axis=1) / SAMPLES
    return Ceiling(alpha, recall, entropy)


def concentration(probability: Array, counts: Array) -> float:
    """``α`` of the likeliest ``Dirichlet(α · probability)`` behind the counts, both ``(t, d)``."""
    observed = counts > 0
    total, seen = counts.sum(axis=1), counts[observed]
    expected = np.maximum(probability[observed], TINY)

    def surprise(log_alpha: float) -> float:
        alpha = np.exp(log_alpha)
        found = gammaln(alpha * expected + seen) - gammaln(alpha * expected)
        return float((gammaln(alpha + total) - gammaln(alpha)).sum() - found.sum())

    found = minimize_scalar(surprise, bounds=(0.0, np.log(1e5)), method="bounded")
    return float(np.exp(found.x))

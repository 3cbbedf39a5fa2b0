"""The model fitted on survey classes, and its predictions for classes it has not seen leave.

Two stages. First the kernel says whose leavers tell about whose (``neighbours``); then one conditional
logit weighs facts and observed moves together (``gravity``), paths between fields included. For a
class that is fitted on, its own leavers are taken out of the popularity it sees, it is no neighbour of
its own, and who came the other way is about entering it: so the second stage meets the same kind of
evidence in fitting as for a class that nobody was seen to leave.

Axes: ``k`` feature, ``m`` likeness, ``i`` class as origin, ``j`` class as destination.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from turnpoint.core.transition.features import (
    FACTOR_BLOCKS,
    FEATURE_SETS,
    LIKENESS_SETS,
    OBSERVED,
)
from turnpoint.core.transition.gravity import Array, Choices, fit, log_probability, weights
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.core.transition.neighbours import (
    Kernel,
    Left,
    entering_lift,
    fit_kernel,
    lift_of,
    weights_of,
)
from turnpoint.core.transition.paths import FactorMap, factor_map, factors, leaving
from turnpoint.core.transition.posterior import (
    PSEUDO_SHARE,
    Posterior,
    Rows,
    posterior_of,
    reverse_lift,
    without,
)
from turnpoint.core.transition.profile import Floats, Profiles
from turnpoint.core.transition.similarity import similarity
from turnpoint.labour.flow import Flows

RIDGE, PATHS_RIDGE = 1e-4, 3e-4


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """What the facts say of classes, before any move is seen.

    ``z``: ``(k, i, j)`` standardised, with ``mean`` and ``scale``; ``likeness``: ``(m, i, j)``;
    ``factors``: ``(i, r)``.
    """

    name: str
    z: Floats
    mean: Array
    scale: Array
    likeness: Floats
    map: FactorMap
    factors: Floats


@dataclass(frozen=True, slots=True)
class Fitted:
    """What moves taught: ``beta`` over facts, then ``OBSERVED`` (standardised by ``spread``); ``paths``
    ``W``, and ``drawn`` ``(1 + r, j)``, the slopes of each destination's own."""

    kernel: Kernel
    posterior: Posterior
    beta: Array
    spread: Array
    paths: Array
    drawn: Array


def class_facts(name: str, profiles: Profiles) -> ClassFacts:
    """The facts of a feature set, for classes."""
    everyone = np.arange(len(profiles))
    z, mean, scale = standardise(similarity(profiles, FEATURE_SETS[name], everyone))
    blocks = FACTOR_BLOCKS[name]
    found = factor_map(profiles, blocks)
    return ClassFacts(
        name=name,
        z=z,
        mean=mean,
        scale=scale,
        likeness=similarity(profiles, LIKENESS_SETS[name], everyone),
        map=found,
        factors=factors(profiles, blocks, found),
    )


def standardise(x: Floats) -> tuple[Floats, Array, Array]:
    """``z``, means and scales over all pairs; a feature that never varies is left at zero."""
    mean = x.mean(axis=(1, 2), dtype=np.float64)
    scale = x.std(axis=(1, 2), dtype=np.float64)
    scale[scale < 1e-9] = 1.0
    return ((x - mean[:, None, None]) / scale[:, None, None]).astype(np.float32), mean, scale


def fit_on(facts: ClassFacts, flows: Flows, training: Rows) -> Fitted:
    """Everything that moves teach, from the leavers of the given classes alone."""
    posterior = posterior_of(flows, training)
    inflow = log_inflow(flows, training, own=True, pseudo=PSEUDO_SHARE)
    popularity = np.exp(inflow)
    kernel = _kernel(facts, flows, posterior, popularity)
    seen = observed(facts, kernel, posterior, training, popularity)
    spread = np.maximum(seen.std(axis=(1, 2)), 1e-9)
    z = np.concatenate([facts.z[:, training], (seen / spread[:, None, None]).astype(np.float32)])
    u, v = leaving(facts.factors)[training], facts.factors
    choices = Choices.of(z, inflow, flows.movers[training], (u, v))
    signs = np.array([feature.sign for feature in (*FEATURE_SETS[facts.name], *OBSERVED)])
    return Fitted(kernel, posterior, *_weighed(choices, signs, spread))


def _weighed(choices: Choices, signs: Rows, spread: Array) -> tuple[Array, Array, Array, Array]:
    """β, its spread, ``W`` and the slopes of each destination's own: the mean of a fit without such
    slopes and of one with them, which alone would hold what few were seen to do for a rule."""
    k, a, r = len(signs), choices.u.shape[1], choices.v.shape[1]
    plain = fit(choices, signs, ridge=RIDGE, paths_ridge=PATHS_RIDGE)
    shared = plain[k:].reshape(a, r)
    each = np.eye(len(choices.v), dtype=choices.v.dtype)
    start = np.concatenate([shared, np.zeros((a, len(each)))], axis=1)
    full = fit(
        replace(choices, v=np.concatenate([choices.v, each], axis=1)),
        signs,
        ridge=RIDGE,
        paths_ridge=PATHS_RIDGE,
        start=np.concatenate([plain[:k], start.ravel()]),
    )
    slopes = full[k:].reshape(a, r + len(each))
    beta = (plain[:k] + full[:k]) / 2
    return beta, spread, (shared + slopes[:, :r]) / 2, slopes[:, r:] / 2


def _kernel(facts: ClassFacts, flows: Flows, posterior: Posterior, popularity: Array) -> Kernel:
    training = posterior.classes
    movers = flows.movers[training]
    left = Left(
        s=facts.likeness[:, training][:, :, training],
        posterior=posterior,
        share=movers / movers.sum(axis=1, keepdims=True),
        popularity=popularity,
        weight=weights(movers),
    )
    mean = facts.likeness.mean(axis=(1, 2), dtype=np.float64)
    scale = np.maximum(facts.likeness.std(axis=(1, 2), dtype=np.float64), 1e-9)
    signs = np.array([feature.sign for feature in LIKENESS_SETS[facts.name]])
    return fit_kernel(left, mean, scale, signs)


def observed(
    facts: ClassFacts, kernel: Kernel, posterior: Posterior, origins: Rows, popularity: Array
) -> Array:
    """What others' moves say of moves from ``origins``, ``(3, i, j)``; ``popularity`` ``(i, j)``."""
    n = facts.likeness.shape[1]
    own = np.arange(n)[:, None] == posterior.classes[None]
    among = weights_of(kernel, facts.likeness[:, :, posterior.classes], posterior, own)
    found = np.stack(
        [
            lift_of(among[origins], posterior, popularity),
            reverse_lift(posterior, origins),
            entering_lift(among, posterior, origins),
        ]
    )
    found[:, np.arange(len(origins)), origins] = 0
    return found


def predict(facts: ClassFacts, fitted: Fitted, origins: Rows) -> Array:
    """``p(j|i)`` as if nobody had been seen to leave the origins, ``(i, j)``; rows sum to 1."""
    popularity = np.array([without(fitted.posterior, each) for each in origins.tolist()])
    seen = observed(facts, fitted.kernel, fitted.posterior, origins, popularity)
    seen /= fitted.spread[:, None, None]
    z = np.concatenate([facts.z[:, origins], seen.astype(np.float32)])
    inflow = np.log(popularity)
    inflow[np.arange(len(origins)), origins] = -np.inf
    paths = leaving(facts.factors)[origins] @ (fitted.paths @ facts.factors.T + fitted.drawn)
    return np.asarray(
        np.exp(log_probability(fitted.beta, z, inflow.astype(np.float32), paths)),
        dtype=np.float64,
    )

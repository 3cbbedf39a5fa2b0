"""Sign-constrained conditional logit: gravity (where people go) plus fit (how near it is).

``log p(j|i) = log inflow_j + Σ_k β_k z_kij + u_i W v_j − log Σ_j'(…)``, ``β_k ≥ 0`` for similarities
and ``β_k ≤ 0`` for gaps, cuts and rises; ``z`` is standardised over pairs; ``W`` is free under a ridge
of its own (``paths``). Inflow as a destination
effect follows Cortes & Gallipoli (2018): most of a move's cost is entering the destination. Without
the sign constraint, collinear similarities take senseless negative weights.

Axes: ``k`` feature, ``i`` origin, ``j`` destination, ``a`` and ``b`` factors of origins and destinations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Choices:
    """What is fitted: standardised ``z[k, i, j]``, ``log_inflow[i, j]``, observed ``share[i, j]``.

    ``log_inflow`` is −inf where no move is possible (an origin to itself). ``weight``: ``(i,)``,
    sums to 1. ``u[i, a]`` and ``v[j, b]``: factors, of no width where paths are left out.
    """

    z: Floats
    log_inflow: Array | Floats
    share: Array | Floats
    weight: Array
    u: Floats
    v: Floats

    @classmethod
    def of(
        cls,
        z: Floats,
        log_inflow: Array | Floats,
        movers: Array,
        factors: tuple[Floats, Floats] | None = None,
    ) -> Choices:
        share = movers / np.maximum(movers.sum(axis=1, keepdims=True), 1e-12)
        u, v = factors or (np.zeros((z.shape[1], 0)), np.zeros((z.shape[2], 0)))
        return cls(
            np.ascontiguousarray(z),
            log_inflow.astype(z.dtype),
            share.astype(z.dtype),
            weights(movers),
            u.astype(z.dtype),
            v.astype(z.dtype),
        )


def weights(movers: Array, quantile: float = 0.9) -> Array:
    """Weight of each origin: its movers, capped at the given quantile of origins, summing to 1."""
    total = movers.sum(axis=1)
    capped = np.minimum(total, np.quantile(total[total > 0], quantile))
    return np.asarray(capped / capped.sum())


def log_probability(
    beta: Array, z: Floats, log_inflow: Array | Floats, paths: Array | Floats | None = None
) -> Array | Floats:
    """``log p(j|i)``, rows of ``exp`` sum to 1; ``paths``: ``u_i W v_j``, ``(i, j)``."""
    _, origins, destinations = z.shape
    attraction = beta.astype(z.dtype) @ z.reshape(len(z), origins * destinations)
    score = log_inflow + attraction.reshape(origins, destinations)
    if paths is not None:
        score += paths
    score -= score.max(axis=1, keepdims=True)
    score -= np.log(np.exp(score).sum(axis=1, keepdims=True))
    return score


def loss(
    theta: Array, choices: Choices, ridge: float, paths_ridge: float = 0
) -> tuple[float, Array]:
    """Weighted cross-entropy of observed shares with small ridges, and its gradient.

    ``theta``: β, then ``W`` row by row.
    """
    z, k = choices.z, len(choices.z)
    beta, flat = theta[:k], theta[k:]
    w = flat.reshape(choices.u.shape[1], choices.v.shape[1]).astype(z.dtype)
    log_p = log_probability(beta, z, choices.log_inflow, choices.u @ w @ choices.v.T)
    entropy = -(choices.share * np.where(choices.share > 0, log_p, 0)).sum(axis=1)
    surprise = (choices.weight[:, None] * (np.exp(log_p) - choices.share)).astype(z.dtype)
    by_beta = z.reshape(k, -1) @ surprise.ravel() + 2 * ridge * beta
    by_path = (choices.u.T @ surprise @ choices.v).ravel() + 2 * paths_ridge * flat
    value = float(choices.weight @ entropy + ridge * beta @ beta + paths_ridge * flat @ flat)
    return value, np.concatenate([by_beta, by_path]).astype(np.float64)


def fit(
    choices: Choices,
    signs: NDArray[np.int64],
    *,
    ridge: float = 1e-4,
    paths_ridge: float = 3e-4,
    start: Array | None = None,
) -> Array:
    """β, then ``W`` row by row, by L-BFGS-B under the sign constraints.

    The loss is convex: ``start`` (zero unless given) saves time and changes nothing else. Nor does the
    scale on which it is searched: each parameter in units of its curvature under inflow alone, without
    which the hundreds of ``W``, a thousandth as curved as β, take five times as many steps.
    """
    free = choices.u.shape[1] * choices.v.shape[1]
    bounds: list[tuple[float | None, float | None]] = [
        (0.0, None) if sign > 0 else (None, 0.0) for sign in signs
    ]
    from scipy.optimize import minimize

    by_beta, by_path = curvature(choices)
    unit = 1 / np.sqrt(np.concatenate([by_beta + 2 * ridge, by_path + 2 * paths_ridge]))

    def scaled(theta: Array) -> tuple[float, Array]:
        value, gradient = loss(theta * unit, choices, ridge, paths_ridge)
        return value, gradient * unit

    found = minimize(
        scaled,
        np.zeros(len(signs) + free) if start is None else start / unit,
        jac=True,
        method="L-BFGS-B",
        bounds=[*bounds, *[(None, None)] * free],
        options={"maxiter": 300, "ftol": 1e-7},
    )
    return np.asarray(found.x * unit)


def curvature(choices: Choices) -> tuple[Array, Array]:
    """The diagonal of the loss's second derivative where nothing but inflow counts: β, then ``W``.

    ``Σ_i w_i Var_j(z_kij)`` and ``Σ_i w_i u_ia² Var_j(v_jb)``, both under ``p(j|i)`` by inflow.
    """
    share = np.exp(choices.log_inflow)
    share /= share.sum(axis=1, keepdims=True)
    weight = choices.weight.astype(share.dtype)

    mean = np.einsum("kij,ij->ki", choices.z, share)
    by_beta = np.maximum(np.einsum("kij,kij,ij->ki", choices.z, choices.z, share) - mean**2, 0)
    spread = np.maximum(share @ choices.v**2 - (share @ choices.v) ** 2, 0)
    by_path = (weight[:, None] * choices.u**2).T @ spread
    return (by_beta @ weight).astype(np.float64), by_path.ravel().astype(np.float64)


def smoothed(inflow: Array, employment: Array, pseudo: float) -> Array:
    """Log share of movers entering each destination, ``inflow`` ``(…, j)``.

    As if ``pseudo`` times as many movers more had come, spread by employment: a destination nobody
    was seen entering is unobserved, not impossible.
    """
    prior = pseudo * inflow.sum(axis=-1, keepdims=True) * employment / employment.sum()
    total = inflow + prior
    return np.asarray(np.log(total / total.sum(axis=-1, keepdims=True)))

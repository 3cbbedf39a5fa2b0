"""People from jobs like yours: a mixture of what was seen of the classes most like an origin.

``q(d|u) = Σ_t w_ut share_td + w_u0 popularity_d``, with weights

``w_ut ∝ exp(Σ_m γ_m s_mut + a·log n_t)`` over observed classes ``t`` and ``w_u0 ∝ exp(c)``.

Likenesses ``s`` carry signs as the features do; ``γ``, ``a`` and ``c`` are fitted so that the mixture of
*others* tells best where each observed class's people went: a class is never its own neighbour. What
enters the score is the lift ``log q(d|u) / popularity_d``.

Axes: ``u`` unit, ``t`` observed class, ``d`` destination class, ``m`` likeness.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.gravity import Array, Floats
from turnpoint.core.transition.posterior import Posterior, Rows

RIDGE = 1e-3
SMALLEST = 1e-12


@dataclass(frozen=True, slots=True)
class Kernel:
    """``mean`` and ``scale`` standardise the likenesses, ``slope`` is γ, ``size`` a, ``anyone`` c."""

    mean: Array
    scale: Array
    slope: Array
    size: float
    anyone: float


@dataclass(frozen=True, slots=True)
class Left:
    """What the kernel is fitted on: ``s[m, i, t]`` between observed classes, where their people went.

    ``share``: ``(i, d)`` observed; ``popularity``: ``(i, d)`` without own leavers; ``weight``: ``(i,)``.
    """

    s: Floats
    posterior: Posterior
    share: Array
    popularity: Array
    weight: Array


def weights_of(
    kernel: Kernel, likeness: Floats, posterior: Posterior, own: NDArray[np.bool_]
) -> Array:
    """``(u, t + 1)`` weights, the last that of popularity; rows sum to 1, ``own[u, t]`` weigh 0.

    ``likeness``: ``(m, u, t)`` as the facts give it.
    """
    slope = kernel.slope / kernel.scale
    tied = np.tensordot(slope, likeness, axes=1) - slope @ kernel.mean
    tied += kernel.size * size_of(posterior)
    tied = np.where(own, -np.inf, tied)
    return softmax(np.concatenate([tied, np.full((len(tied), 1), kernel.anyone)], axis=1))


def size_of(posterior: Posterior) -> Array:
    """Log of sampled movers, 0 on average."""
    size = np.log(posterior.sampled)
    return np.asarray(size - size.mean())


def softmax(odds: Array) -> Array:
    odds = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def lift_of(weights: Array, posterior: Posterior, popularity: Array) -> Array:
    """``log q(d|u) / popularity``, ``(u, d)``; ``popularity`` is ``(d,)`` or ``(u, d)``."""
    mixed = weights[:, :-1] @ posterior.share
    ratio = mixed / np.maximum(popularity, SMALLEST) + weights[:, -1:]
    return np.asarray(np.log(np.maximum(ratio, SMALLEST)))


def entering_lift(weights: Array, posterior: Posterior, entered: Rows) -> Array:
    """``log q(i|u) / popularity_i`` for every unit ``u`` and the given classes ``i``, ``(i, u)``.

    What left ``i`` itself is not read: its weight goes to the others.
    """
    position = {number: row for row, number in enumerate(posterior.classes.tolist())}
    rest = np.ones((len(weights), len(entered)))
    for column, number in enumerate(entered.tolist()):
        if number in position:
            rest[:, column] -= weights[:, position[number]]
    ratio = weights[:, :-1] @ posterior.share[:, entered] / posterior.popularity[entered]
    ratio = (ratio + weights[:, -1:]) / np.maximum(rest, SMALLEST)
    return np.asarray(np.log(np.maximum(ratio, SMALLEST)).T)


def fit_kernel(left: Left, mean: Array, scale: Array, signs: NDArray[np.int64]) -> Kernel:
    """γ under the sign constraints, a ≥ 0 and c, by L-BFGS-B from a fixed start."""
    # Picked rows come out with their axes in another order, and every step would copy them.
    z = np.ascontiguousarray((left.s - mean[:, None, None]) / scale[:, None, None], np.float32)
    lean = replace(
        left,
        posterior=replace(left.posterior, share=left.posterior.share.astype(np.float32)),
        share=left.share.astype(np.float32),
        popularity=left.popularity.astype(np.float32),
    )
    start = np.concatenate([0.05 * signs, [0.5, 0.0]])
    bounds = [(0.0, None) if sign > 0 else (None, 0.0) for sign in signs]
    from scipy.optimize import minimize

    found = minimize(
        mixture_loss,
        start,
        args=(z, lean),
        jac=True,
        method="L-BFGS-B",
        bounds=[*bounds, (0.0, 2.0), (None, None)],
        options={"maxiter": 100, "ftol": 1e-6},
    ).x
    return Kernel(mean, scale, found[:-2], float(found[-2]), float(found[-1]))


def mixture_loss(theta: Array, z: Floats, left: Left) -> tuple[float, Array]:
    """Weighted cross-entropy of where people went under the mixture of others, and its gradient."""
    slope, size, anyone = theta[:-2], theta[-2], theta[-1]
    n, share = len(left.share), left.posterior.share
    large = size_of(left.posterior)
    tied = np.tensordot(slope.astype(np.float32), z, axes=1) + size * large
    np.fill_diagonal(tied, -np.inf)
    odds = np.concatenate([tied, np.full((n, 1), anyone)], axis=1)
    weights = softmax(odds).astype(share.dtype)
    mixed = weights[:, :-1] @ share + weights[:, -1:] * left.popularity
    own = share[:, left.posterior.classes].T
    elsewhere = 1 - (weights[:, :-1] * own).sum(axis=1)
    seen = left.share > 0
    entropy = -(left.share * np.where(seen, np.log(np.maximum(mixed, SMALLEST)), 0)).sum(axis=1)
    pull = np.divide(left.share, mixed, out=np.zeros_like(mixed), where=seen)
    by_weight = np.concatenate(
        [
            -pull @ share.T - own / elsewhere[:, None],
            -(pull * left.popularity).sum(axis=1, keepdims=True),
        ],
        axis=1,
    )
    change = weights * (by_weight - (weights * by_weight).sum(axis=1, keepdims=True))
    change *= left.weight[:, None]
    gradient = z.reshape(len(z), -1) @ change[:, :-1].ravel().astype(np.float32)
    value = left.weight @ (entropy + np.log(elsewhere)) + RIDGE * slope @ slope
    rest = [float((change[:, :-1] * large).sum()), float(change[:, -1].sum())]
    return float(value), np.concatenate([gradient + 2 * RIDGE * slope, rest])

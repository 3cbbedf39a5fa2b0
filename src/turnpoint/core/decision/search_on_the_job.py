"""Invest in the job one has, or search for another: Jovanovic's worker.

With human capital ``x`` in a job one splits time between searching ``s``, investing ``φ`` and
earning; an offer ``u ∼ Beta(a, b)`` comes with chance ``√s``::

    V(x) = max_{s, φ}  x (1 − s − φ) + β (1 − √s) V(g) + β √s ∫ V(max(g, u)) F(du)
    g    = A (x φ)^α            s, φ > 0,  s + φ ≤ 1

``V`` is linear between the points of a grid, and ``s`` and ``φ`` are chosen on one; the integral is
a Gauss–Jacobi sum of ``nodes`` terms. Then every choice is a row of a matrix, and Howard's policy
iteration ends with the best policy and a bound on the error of its value. Jovanovic, “Job Matching
and the Theory of Turnover”, JPE 87 (1979), in the form of Ljungqvist & Sargent (exercise 6.18) and
Sargent & Stachurski (“On-the-Job Search”).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import roots_jacobi

from turnpoint.core.decision.mccall import Floats

LEAST = 1e-4
"""Stands for nothing: of capital, of search and of investment."""


@dataclass(frozen=True, slots=True)
class SearchOnTheJob:
    """``value``, ``search`` and ``invest`` at each point of ``capital``; no value is off from the
    best on these grids by more than ``error``."""

    capital: Floats
    value: Floats
    search: Floats
    invest: Floats
    error: float
    rounds: int


def solve(
    *,
    productivity: float = 1.4,
    alpha: float = 0.6,
    beta: float = 0.96,
    offers: tuple[float, float] = (2.0, 2.0),
    points: int = 25,
    choices: int = 15,
    nodes: int = 30,
) -> SearchOnTheJob:
    """The best use of time. ``productivity`` is ``A``, ``offers`` the shape of the Beta."""
    capital: Floats = np.linspace(LEAST, productivity ** (1.0 / (1.0 - alpha)), points)
    level: Floats = np.linspace(LEAST, 1.0, choices)
    s, phi = (each.ravel() for each in np.meshgrid(level, level, indexing="ij"))
    s, phi = s[s + phi <= 1.0], phi[s + phi <= 1.0]
    grown = productivity * (capital[:, None] * phi) ** alpha
    place, weight = roots_jacobi(nodes, offers[1] - 1.0, offers[0] - 1.0)
    offered = (place + 1.0) / 2.0
    stays = between(capital, grown)
    moves = np.zeros_like(stays)
    for offer, chance in zip(offered, weight / weight.sum(), strict=True):
        moves += chance * between(capital, np.maximum(grown, offer))
    found = np.sqrt(s)[:, None]
    law = beta * ((1.0 - found) * stays + found * moves)
    earned = capital[:, None] * (1.0 - s - phi)
    rows = np.arange(points)
    policy = np.zeros(points, dtype=np.intp)
    rounds, settled = 0, False
    while not settled:
        rounds += 1
        value = np.linalg.solve(np.eye(points) - law[rows, policy], earned[rows, policy])
        worth = earned + law @ value
        better = worth.argmax(axis=1)
        settled = bool((worth[rows, better] <= worth[rows, policy] + 1e-12).all())
        policy = policy if settled else better
    error = float(np.abs(worth.max(axis=1) - value).max()) / (1.0 - beta)
    return SearchOnTheJob(capital, np.asarray(value), s[policy], phi[policy], error, rounds)


def between(grid: Floats, at: Floats) -> Floats:
    """Weights ``[…, k]`` that make linear interpolation on ``grid`` a product with the values."""
    right = np.clip(np.searchsorted(grid, at), 1, len(grid) - 1)
    part = np.clip((at - grid[right - 1]) / (grid[right] - grid[right - 1]), 0.0, 1.0)
    weights = np.zeros((*at.shape, len(grid)))
    np.put_along_axis(weights, right[..., None], part[..., None], axis=-1)
    np.put_along_axis(weights, right[..., None] - 1, 1.0 - part[..., None], axis=-1)
    return weights

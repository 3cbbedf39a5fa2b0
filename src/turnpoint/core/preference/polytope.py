"""Uniform draws from the weights that agree with everything said, by hit-and-run.

The region is ``{w : w ≥ 0, Σ w = 1, a · w ≤ 0}``. Hit-and-run (Smith 1984) moves from a point
along a random line to a uniform point of the chord inside the region; its stationary law is exactly
uniform. The region is first brought to about the same width in every direction (Lovász & Vempala
2006: from a warm start in such a body the chain needs a number of steps that grows polynomially
with the dimension ``d``), many chains run side by side, and every chain starts where a
long pilot run ended. Tests hold the draws against closed forms and against rejection.

Axes: ``c`` criterion, ``d`` free direction, ``s`` draw or chain, ``m`` row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import null_space
from scipy.optimize import linprog

from turnpoint.core.preference import streams

Array = NDArray[np.float64]

CHAINS = 1_024
FLAT = 1e-9


@dataclass(frozen=True, slots=True)
class Region:
    """``w = centre + basis @ u``: ``rows @ (centre + basis @ u) ≤ 0``, ``start[d, chain]`` in it."""

    centre: Array
    basis: Array
    rows: Array
    start: Array

    @property
    def dimension(self) -> int:
        return int(self.basis.shape[1])


def _widest(rows: Array, equal: Array) -> tuple[Array, Array, float]:
    """Centre of the largest ball inside, the free directions, and its radius."""
    criteria = rows.shape[1]
    equalities = np.vstack([np.ones(criteria), equal])
    free = null_space(equalities)
    reach = np.linalg.norm(rows @ free, axis=1)
    found = linprog(
        np.append(np.zeros(criteria), -1.0),
        A_ub=np.hstack([rows, reach[:, None]]),
        b_ub=np.zeros(len(rows)),
        A_eq=np.hstack([equalities, np.zeros((len(equalities), 1))]),
        b_eq=np.append(1.0, np.zeros(len(equal))),
        bounds=[(None, None)] * criteria + [(0, 1)],
        method="highs",
    )
    if found.x is None:
        raise ValueError("no weights satisfy these rows: look for a clash first")
    return found.x[:-1], free, float(found.x[-1])


def _always_tight(rows: Array, equal: Array) -> NDArray[np.bool_]:
    """Rows that hold with equality everywhere in the region."""
    criteria = rows.shape[1]
    tight = np.zeros(len(rows), np.bool_)
    for m, row in enumerate(rows):
        found = linprog(
            row,
            A_ub=rows,
            b_ub=np.zeros(len(rows)),
            A_eq=np.vstack([np.ones(criteria), equal]),
            b_eq=np.append(1.0, np.zeros(len(equal))),
            bounds=[(None, None)] * criteria,
            method="highs",
        )
        tight[m] = found.fun is None or -found.fun < FLAT
    return tight


def _steps(
    rows: Array, room: Array, point: Array, rng: np.random.Generator, count: int
) -> tuple[Array, Array]:
    """``count`` steps of all chains: ``rows @ u ≤ room`` in free directions; ``point[d, s]``."""
    slack = room[:, None] - rows @ point
    for _ in range(count):
        line = rng.standard_normal(point.shape)
        across = rows @ line
        with np.errstate(divide="ignore", invalid="ignore"):
            far = slack / across
        ahead = np.where(across > 0, far, np.inf).min(axis=0)
        behind = np.where(across < 0, far, -np.inf).max(axis=0)
        step = behind + (ahead - behind) * rng.random(point.shape[1])
        point = point + step * line
        slack = np.maximum(slack - step * across, 0.0)
    return point, slack


def region(said: Array, *, seed: int) -> Region:
    """The region of ``said @ w ≤ 0`` on the simplex, rounded, with a place for each chain to start."""
    criteria = said.shape[1]
    rows = np.vstack([said, -np.eye(criteria)])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), FLAT)
    equal = np.zeros((0, criteria))
    centre, free, radius = _widest(rows, equal)
    if radius < FLAT:
        tight = _always_tight(rows, equal)
        equal, rows = rows[tight], rows[~tight]
        centre, free, radius = _widest(rows, equal)
    start = np.zeros((free.shape[1], CHAINS))
    if not free.shape[1]:
        return Region(centre, free, rows, start)
    rng = streams.stream(seed, 0, "hit-and-run, pilot")
    for _ in range(3):
        start, _slack = _steps(rows @ free, -rows @ centre, start, rng, 25 * free.shape[1])
        spread = np.linalg.cholesky(np.cov(start).reshape(2 * free.shape[1:]))
        start = np.linalg.solve(spread, start)
        free = free @ spread
    return Region(centre, free, rows, start)


def thinning(dimension: int) -> int:
    """Steps between two draws of one chain."""
    return 2 * dimension


def draw(where: Region, rng: np.random.Generator, size: int) -> Array:
    """``size`` uniform draws ``[c, s]``; fewer draws with the same generator are the first of them."""
    d = where.dimension
    if d == 0:
        return np.repeat(where.centre[:, None], size, axis=1)
    rows, room = where.rows @ where.basis, -where.rows @ where.centre
    point, _slack = _steps(rows, room, where.start, rng, 4 * thinning(d))
    drawn = []
    for _ in range(-(-size // CHAINS)):
        point, _slack = _steps(rows, room, point, rng, thinning(d))
        drawn.append(point)
    free = np.concatenate(drawn, axis=1)[:, :size]
    return np.asarray(np.maximum(where.centre[:, None] + where.basis @ free, 0.0))

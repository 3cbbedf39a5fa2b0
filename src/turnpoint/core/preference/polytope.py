"""Uniform draws from the weights that agree with everything said, by hit-and-run.

All that is said is homogeneous, so the weights that agree are a slice, ``Σ w = 1``, of a cone
``{w ≥ 0, a · w ≤ 0}``. Where ``x`` has density ``exp(−Σ x)`` on the cone, ``x / Σ x`` is uniform on
the slice and independent of ``Σ x`` (on the whole orthant: normalised exponentials). Hit-and-run
(Smith 1984) moves along a line through the present point to a draw from the density on the chord
inside the cone, here a truncated exponential: no rejection, and no step size to tune.

How well it mixes is a matter of the directions. A ranking is taken out first: in Rényi’s gaps it is
a whole orthant again, where coordinate directions give independent draws at once. What trade-offs
couple is crossed along the principal axes of a pilot run, which are long where the cone is.
Many chains run side by side. Tests hold the draws against closed forms and against rejection, and
the correlation of successive draws near zero.

Axes: ``c`` criterion, ``d`` free direction, ``s`` chain, ``m`` row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference import streams

Array = NDArray[np.float64]

CHAINS = 1_024
SWEEPS = 2
"""Sweeps through all directions between two draws of one chain."""
BURN_IN = 4
"""Draws left out at the start of each block, which begins where a pilot run ended."""
PILOT = 12
FLAT = 1e-9


@dataclass(frozen=True, slots=True)
class Region:
    """``w = span @ y`` with ``rows @ y ≤ 0``; ``lines[n, d]`` to move along; ``start[d, s]``."""

    span: Array
    rows: Array
    lines: Array
    start: Array


def gaps(criteria: int, chain: Sequence[int]) -> Array:
    """Rényi’s map from gaps to weights that fall along ``chain``: ``w_j = Σ_{k≥j} x_k / k``."""
    g = np.eye(criteria)
    for j, one in enumerate(chain):
        g[one] = 0
        for k in range(j, len(chain)):
            g[one, chain[k]] = 1 / (k + 1)
    return g


def region(said: Array, *, seed: int, chain: Sequence[int] = ()) -> Region:
    """The cone of ``said @ w ≤ 0``; ``chain`` are criteria ranked from the most important down."""
    from scipy.linalg import null_space

    criteria = said.shape[1]
    g = gaps(criteria, chain)
    rows = said @ g
    rows = np.vstack([rows[(rows > FLAT).any(axis=1)], -np.eye(criteria)])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    tight = _always_tight(rows)
    free = null_space(rows[tight]) if tight.any() else np.eye(criteria)
    rows = rows[~tight] @ free
    span = g @ free
    point = _inside(rows, span)[:, None].repeat(CHAINS, axis=1)
    rng = streams.stream(seed, 0, "hit-and-run, pilot")
    lines = np.eye(free.shape[1])
    for _ in range(3):
        point = _sweep(Region(span, rows, lines, point), point, rng, PILOT)
        _, axes = np.linalg.eigh(np.cov(point).reshape(2 * lines.shape[1:]))
        lines = np.vstack([np.eye(free.shape[1]), axes.T])
    return Region(span, rows, lines, point)


def draw(where: Region, rng: np.random.Generator, size: int) -> Array:
    """``size`` draws ``[c, s]`` with sum 1; fewer from an equal generator are the first of them."""
    point = _sweep(where, where.start, rng, BURN_IN * SWEEPS)
    drawn = []
    for _ in range(-(-size // CHAINS)):
        point = _sweep(where, point, rng, SWEEPS)
        drawn.append(point)
    weight = where.span @ np.concatenate(drawn, axis=1)[:, :size]
    weight /= weight.sum(axis=0)
    return np.where(weight < FLAT, 0.0, weight)


def _always_tight(rows: Array) -> NDArray[np.bool_]:
    """Rows that hold with equality for all weights in the cone."""
    from scipy.optimize import linprog

    tight = np.zeros(len(rows), np.bool_)
    for m, row in enumerate(rows):
        found = linprog(
            row,
            A_ub=rows,
            b_ub=np.zeros(len(rows)),
            A_eq=np.ones((1, rows.shape[1])),
            b_eq=[1.0],
            bounds=(None, None),
            method="highs",
        )
        tight[m] = found.fun is None or -found.fun < FLAT
    return tight


def _inside(rows: Array, span: Array) -> Array:
    """A point as far inside all rows as can be, with weights that sum to 1."""
    from scipy.optimize import linprog

    reach = np.linalg.norm(rows, axis=1, keepdims=True)
    found = linprog(
        np.append(np.zeros(rows.shape[1]), -1.0),
        A_ub=np.hstack([rows, reach]),
        b_ub=np.zeros(len(rows)),
        A_eq=np.append(span.sum(axis=0), 0.0)[None],
        b_eq=[1.0],
        bounds=[(None, None)] * rows.shape[1] + [(0, 1)],
        method="highs",
    )
    if found.x is None:
        raise ValueError("no weights satisfy these rows: look for a clash first")
    return np.asarray(found.x[:-1])


@dataclass(frozen=True, slots=True)
class _Line:
    """A direction with what it moves: ``along`` of the point by ``step``, ``met`` of the slack by
    ``across``; it nears the rows ``ahead`` and leaves those ``behind``. Σ w grows by ``rate``."""

    along: NDArray[np.intp]
    step: Array
    met: NDArray[np.intp]
    across: Array
    ahead: NDArray[np.intp]
    nearing: Array
    behind: NDArray[np.intp]
    leaving: Array
    rate: float


def _line(where: Region, line: Array, rate: float) -> _Line:
    across = where.rows @ line
    along, met = np.flatnonzero(line), np.flatnonzero(across)
    ahead, behind = np.flatnonzero(across > FLAT), np.flatnonzero(across < -FLAT)
    return _Line(
        along,
        line[along, None],
        met,
        across[met, None],
        ahead,
        across[ahead, None],
        behind,
        across[behind, None],
        rate,
    )


def _sweep(where: Region, point: Array, rng: np.random.Generator, times: int) -> Array:
    """All chains ``times`` through all directions."""
    point = point.copy()
    slack = -(where.rows @ point)
    pace = where.span.sum(axis=0)
    # Turned so that Σ w grows along each; then the chord always has a near end.
    turned = where.lines * np.where(where.lines @ pace >= 0, 1.0, -1.0)[:, None]
    lines = [_line(where, line, float(line @ pace)) for line in turned]
    for _ in range(times):
        for line in lines:
            step = _chord(slack, line, rng)
            point[line.along] += line.step * step
            slack[line.met] = np.maximum(slack[line.met] - line.across * step, 0.0)
    return point


def _chord(slack: Array, line: _Line, rng: np.random.Generator) -> Array:
    """A step of each chain, of density ``exp(−rate · step)`` on the chord inside the cone."""
    low = (slack[line.behind] / line.leaving).max(axis=0)
    u = rng.random(slack.shape[1])
    if not line.ahead.size:
        return np.asarray(low - np.log1p(-u) / line.rate)
    width = (slack[line.ahead] / line.nearing).min(axis=0) - low
    if line.rate * float(width.max()) < FLAT:
        return np.asarray(low + u * width)
    return np.asarray(low - np.log1p(u * np.expm1(-line.rate * width)) / line.rate)

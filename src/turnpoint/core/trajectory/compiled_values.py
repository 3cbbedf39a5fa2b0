"""What the compiled months read and write, in records and tuples of arrays that Numba can take."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.trajectory.futures import Floats, Singles, Words

Whole = NDArray[np.int64]
Months = NDArray[np.uint16]

TILE, SPAN = 256, 1024
"""Futures whose marks, and whose market, are made together, so that both stay in cache."""
PAD = 16
"""Left free at the end of each row: rows of a power of two would fall into the same cache lines."""
FAR = (1 << 32) - 1
"""A month that never comes."""
WAITING, SEARCHING, OWN_JOB, LATER_JOB = range(4)
"""Modes: before the start or for an accepted job to begin, without a job, and in one."""
OFFERED, LOST, RISEN, ANY = range(4)
"""What can befall somebody, by the draw; and whether any of it does."""

_MONEY = ("before", "benefit", "first_benefit", "growth", "step_up", "accept", "own_luck")
_COUNTS = ("start", "hired", "delay", "benefit_months")
RULE = np.dtype(
    [(name, np.float64) for name in (*_MONEY, "own_rise", "later_rise")]
    + [(name, np.uint32) for name in _COUNTS]
)
"""``Rules`` of one option."""
LIFE = np.dtype(
    [(name, np.float64) for name in ("gain", "flow", "own", "pending", "used_up")]
    + [(name, np.uint32) for name in ("begins", "until", "taken", "lasted", "since")]
    + [(name, np.uint32) for name in ("employed", "held", "offered", "lost", "risen", "any")]
)
"""One option in one future. ``gain`` is counted up to the month ``since``; ``offered``, ``lost``,
``risen`` and ``any`` are where the marks begin that hold in the present mode. Months count from 0,
and ``FAR`` is none; whole numbers have no sign, so that none is asked whether it is below zero."""


class Terms(NamedTuple):
    """What holds in every block: ``rule[o]``; ``rows[o, mode, what]``, where marks begin; and ``breaks[o, w]``
    with a bit for each month that a calendar knows of."""

    rule: NDArray[np.void]
    rows: NDArray[np.uint32]
    breaks: Words
    due_from: NDArray[np.uint32]
    """``due_order[due_from[o, t] : due_from[o, t + 1]]`` falls due in month ``t``."""
    due_order: Whole
    due_kind: Whole
    pay_table: Floats
    normal: Floats


class Limits(NamedTuple):
    """The different chances, losses and rises that draws are compared with, a row of marks for each
    after a first row without any; ``sums[k]`` is where the three rows begin that row ``k`` of all
    marks is made of."""

    arrivals: Singles
    lost: Singles
    risen: Singles
    sums: Whole


class Block(NamedTuple):
    """One block's draws: the household ``[f]`` and the options ``[o, f]``, what falls due ``[i, f]``,
    what the months are drawn from ``[f]``, and ``ρ m`` with its factors ``[q, f − begin]`` for the
    futures from ``begin`` to before ``end``."""

    begin: int
    end: int
    household: Floats
    pay: Floats
    came: NDArray[np.bool_]
    due: Floats
    spine: Words
    market: Floats
    offers: Singles
    losses: Singles


class Marks(NamedTuple):
    """A bit for a month, ``each[w, row, f]`` with 32 to a word and ``all[w, row, f]`` with 64, both
    laid out in one line with known steps from ``row`` to row and from word to word; and room for
    one month's draws ``[what, f]`` of a tile."""

    row: int
    each: NDArray[np.uint32]
    each_word: int
    all: Words
    all_word: int
    draw: Singles


class Kept(NamedTuple):
    """What is kept of the months: ``pay[k, o, f]`` in ``pay_months[k]``; ``hirings[t, o]``, net;
    ``fan[t, o, f]``, by way of ``chart[f, t]`` for one option in a tile."""

    gain: Floats
    lasted: Months
    taken: Months
    pay_months: Whole
    pay: Singles
    hirings: Whole
    chart: Singles
    fan: Singles


class Given(NamedTuple):
    """A span of a block, and where what comes of it is kept."""

    terms: Terms
    limits: Limits
    block: Block
    marks: Marks
    kept: Kept


class Here(NamedTuple):
    """Option ``o`` in future ``f``."""

    o: int
    f: int
    rule: np.void
    terms: Terms
    block: Block
    kept: Kept

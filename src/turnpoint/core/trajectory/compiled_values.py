"""What the compiled months read and write, in records and tuples of arrays that Numba can take."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.trajectory.futures import Floats, Singles, Words

Whole = NDArray[np.int64]
Months = NDArray[np.uint16]

TILE, MARKED, SPAN = 64, 256, 1024
"""Futures that are lived, whose marks are made, and whose market is made together: each as many as the
processor's nearest caches hold."""
PAD = 16
"""Left free at the end of each row: rows of a power of two would fall into the same cache lines."""
FAR = (1 << 32) - 1
"""A month that never comes."""
NEVER_ENDS = 1 << 31
"""Added to any month, it makes one that never comes either."""
EMPLOYED, HELD, OPEN = np.uint32(1), np.uint32(2), np.uint32(4)
"""Bits of a mode: with a job, and the course's own; and whether anything can befall somebody by the
draw: not before the start, nor while an accepted job is to begin."""
SEARCHING, LATER_JOB, OWN_JOB = OPEN, OPEN | EMPLOYED, OPEN | EMPLOYED | HELD
MODES = 8
OFFERED, LOST, RISEN, ANY = range(4)
WHATS = 4
"""What can befall somebody, by the draw; and whether any of it does."""

_MONEY = ("before", "benefit", "first_benefit", "growth", "accept", "own_luck", "market_luck")
_COUNTS = ("start", "hired", "delay", "benefit_months", "first_months")
RULE = np.dtype(
    [(name, np.float64) for name in _MONEY] + [(name, np.uint32) for name in _COUNTS], align=True
)
"""``Rules`` of one option."""
LIFE = np.dtype(
    [(name, np.float64) for name in ("gain", "flow", "own", "pending")]
    + [
        (name, np.uint32)
        for name in ("since", "next", "begins", "until", "taken", "lasted", "mode")
    ],
    align=True,
)
"""One option in one future, in a line of the cache. ``gain`` is counted up to the month ``since``;
``next`` is the month to look at. Months count from 0, and ``FAR`` is none; whole numbers have no sign, so that
none is asked whether it is below zero."""


class Terms(NamedTuple):
    """What holds in every block: ``rule[o]``; ``rows[o, mode, what]``, where marks begin; and ``breaks[o, w]``
    with a bit for each month that a calendar knows of."""

    rule: NDArray[np.void]
    rows: NDArray[np.uint32]
    rises: Floats
    steps: Floats
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
    four months' draws ``[t, what, f]`` of a tile."""

    row: int
    each: NDArray[np.uint32]
    each_word: int
    all: Words
    all_word: int
    draws: Singles


class Kept(NamedTuple):
    """What is kept of the months: ``pay[k, o, f]`` in ``pay_months[k]``; ``hirings[t, o]``, net;
    ``fan[t, o, f]``, by way of ``chart[f, t]`` for one option in a tile."""

    gain: Floats
    lasted: Months
    taken: Months
    pay: Singles
    spell: Whole
    paid: Singles
    hirings: Whole
    lives: NDArray[np.void]
    going: Whole
    chart: Singles
    fan: Singles


class Given(NamedTuple):
    """A span of a block, and where what comes of it is kept."""

    terms: Terms
    limits: Limits
    block: Block
    marks: Marks
    kept: Kept
    used_up: float


class Here(NamedTuple):
    """One option in a tile: what holds for it, what is drawn for it, and where it is kept."""

    months: int
    used_up: float
    charted: bool
    rule: NDArray[np.void]
    rows: NDArray[np.uint32]
    rises: Floats
    steps: Floats
    breaks: Words
    due_from: NDArray[np.uint32]
    due_order: Whole
    due_kind: Whole
    pay_table: Floats
    normal: Floats
    household: Floats
    first_pay: Floats
    came: NDArray[np.bool_]
    due: Floats
    spine: Words
    market: Floats
    each: NDArray[np.uint32]
    each_word: int
    any: Words
    any_word: int
    gain: Floats
    lasted: Months
    taken: Months
    pay: Singles
    spell: Whole
    paid: Singles
    hirings: Whole
    chart: Singles

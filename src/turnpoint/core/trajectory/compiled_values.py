"""What the compiled months read and write, in tuples of arrays that Numba can take."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.trajectory.futures import Floats, Singles, Words

Bytes = NDArray[np.uint8]
Months = NDArray[np.uint16]


class Fixed(NamedTuple):
    """``Rules`` as Numba reads them, and what a block has drawn for them."""

    start: NDArray[np.int64]
    first_benefit: Floats
    growth: Floats
    hired: NDArray[np.bool_]
    pay: Floats
    came: NDArray[np.bool_]
    due_from: NDArray[np.int64]
    """``due[due_from[t] : due_from[t + 1]]`` falls due in row ``t``."""
    due_option: NDArray[np.int64]
    due_kind: NDArray[np.int64]
    due: Floats
    chance: Singles
    loss: Singles
    rise: Singles
    raises: Floats
    step_up: Floats
    accept: Floats
    delay: NDArray[np.int64]
    benefit: Floats
    benefit_months: NDArray[np.int64]
    pay_table: Floats
    own_luck: float
    loading: float
    used_up: float


class Paths(NamedTuple):
    """What the months are drawn from: counters' keys ``[f]``, the market ``[q, f]``, its factors."""

    spine: Words
    market: Floats
    offers: Singles
    losses: Singles


class Kept(NamedTuple):
    """What is kept of the months: ``pay[k, o, f]`` in ``pay_months[k]``, ``jobs[t, o]``,
    ``fan[t, o, f]``."""

    pay_months: NDArray[np.int64]
    pay: Singles
    jobs: NDArray[np.int64]
    fan: Singles


class Row(NamedTuple):
    """One month's draws ``[f]``; ``market`` is ``ρ m``."""

    arrivals: Singles
    lost: Singles
    risen: Singles
    level: Months
    market: Floats


class Now(NamedTuple):
    """Where everybody is, ``[o, f]``; ``jobs[o]`` counts the employed. ``flag`` marks where
    something happens this month; its rows are whole words long, to be skipped by eight."""

    gain: Floats
    flow: Floats
    own: Floats
    pending: Floats
    chance: Singles
    loss: Singles
    rise: Singles
    begins: Months
    until: Months
    taken: Months
    lasted: Months
    alive: Bytes
    employed: Bytes
    held: Bytes
    flag: Bytes
    jobs: NDArray[np.int64]

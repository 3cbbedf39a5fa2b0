"""The money months of a page, kept by option: what did not change is not stepped through again.

An option’s months depend on the household, its own course and the futures, and on no other option;
so when one option’s money moves, only its months are made again. While only criteria, effects or
weights move, the very same trajectory is given back.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from turnpoint.core.trajectory.course import Course
from turnpoint.core.trajectory.futures import Futures
from turnpoint.core.trajectory.money import Money
from turnpoint.core.trajectory.simulate import simulate
from turnpoint.core.trajectory.trajectory import Trajectory

MOST_KEPT = 48
"""Options whose months are kept: the most that four files have."""

Key = tuple[Money, Course, Futures]
_kept: OrderedDict[Key, Trajectory] = OrderedDict()
_lock = threading.Lock()


@lru_cache(maxsize=4)
def remembered(money: Money, courses: tuple[Course, ...], futures: Futures) -> Trajectory:
    """``simulate``, to the bit, with as few months made again as can be."""
    keys = [(money, course, futures) for course in courses]
    with _lock:
        known = {key: _kept[key] for key in keys if key in _kept}
    fresh = tuple(key[1] for key in keys if key not in known)
    if fresh:
        made = simulate(money, fresh, futures)
        known |= {(money, each, futures): _alone(made, o) for o, each in enumerate(fresh)}
    with _lock:
        for key in keys:
            _kept[key] = known[key]
            _kept.move_to_end(key)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return _together([known[key] for key in keys])


def _alone(whole: Trajectory, o: int) -> Trajectory:
    """One option of a trajectory."""
    return replace(
        whole,
        keys=whole.keys[o : o + 1],
        cash=whole.cash[o : o + 1].copy(),
        gain=whole.gain[o : o + 1].copy(),
        lasted=whole.lasted[o : o + 1].copy(),
        taken=whole.taken[o : o + 1].copy(),
        pay=whole.pay[:, o : o + 1].copy(),
        employed=whole.employed[:, o : o + 1].copy(),
        fan=whole.fan[:, :, o : o + 1].copy(),
    )


def _together(parts: Sequence[Trajectory]) -> Trajectory:
    """Options side by side."""
    return replace(
        parts[0],
        keys=tuple(key for each in parts for key in each.keys),
        cash=np.concatenate([each.cash for each in parts]),
        gain=np.concatenate([each.gain for each in parts]),
        lasted=np.concatenate([each.lasted for each in parts]),
        taken=np.concatenate([each.taken for each in parts]),
        pay=np.concatenate([each.pay for each in parts], axis=1),
        employed=np.concatenate([each.employed for each in parts], axis=1),
        fan=np.concatenate([each.fan for each in parts], axis=2),
    )

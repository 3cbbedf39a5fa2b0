"""The draws that every answer looks at: one set of futures and wants, for all options.

Axes: ``o`` option, ``c`` criterion, ``s`` draw. ``value[o, c, s]`` is what an option’s effect is
worth in a future, 0 to 1; ``weight[c, s]`` is what the person may want. The two are independent:
what will happen and what I want stay apart. ``mean_score[o, s]`` weighs each future by the mean
weights, so that only the world varies in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.decision import as_comparison, as_trajectory
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.remembered import remembered
from turnpoint.core.preference import streams, weights
from turnpoint.core.preference.comparison import Comparison, values_block
from turnpoint.core.preference.smaa import Acceptability, smaa_of_blocks
from turnpoint.core.trajectory.futures import Futures
from turnpoint.core.trajectory.simulate import simulate
from turnpoint.core.trajectory.trajectory import Trajectory

Array = NDArray[np.float64]
Floats = NDArray[np.float32]
Progress = Callable[[float], None]
"""Called with the share that is done, 0 to 1."""
Tilt = tuple[float, ...]
"""One factor for each criterion; none leaves the weights as they were drawn."""

MOST_REMEMBERED = streams.BLOCK
_last_ones = lru_cache(maxsize=2)(simulate)
"""The months of many draws, of the last two files: 10 to 40 MB each."""


@dataclass(frozen=True)
class Worlds:
    """``closely`` is how many draws are kept in memory for questions asked of each draw. ``tilt`` is
    what the weights of each criterion were multiplied by, before they were made to sum to 1 again."""

    file: DecisionFile
    futures: Futures
    trajectory: Trajectory
    table: Comparison | None
    value: Floats
    weight: Floats
    tilt: Tilt = ()

    @cached_property
    def closely(self) -> int:
        """How many draws are looked at one by one."""
        return int(self.weight.shape[1])

    @cached_property
    def mean_weight(self) -> Array:
        """What the person wants, on average over all that agrees with what was said."""
        return np.asarray(self.weight.mean(axis=1, dtype=np.float64))

    @cached_property
    def mean_value(self) -> Array:
        """What each effect is worth on average, ``[o, c]``."""
        return np.asarray(self.value.mean(axis=2, dtype=np.float64))

    @cached_property
    def usual_value(self) -> Floats:
        """``mean_value`` in single precision, as the draws are."""
        return np.asarray(self.value.mean(axis=2))

    @cached_property
    def score(self) -> Floats:
        """``[o, s]``, world and wants together."""
        return np.asarray(np.einsum("ocs,cs->os", self.value, self.weight))

    @cached_property
    def mean_score(self) -> Floats:
        """``[o, s]`` at the mean weights: only the world varies."""
        return np.asarray(np.einsum("ocs,c->os", self.value, self.mean_weight.astype(np.float32)))

    @cached_property
    def wanted_score(self) -> Floats:
        """``[o, s]`` at the mean effects: only what is wanted varies."""
        return np.asarray(self.mean_value.astype(np.float32) @ self.weight)


def imagine(file: DecisionFile, *, seed: int, draws: int, tilt: Tilt = ()) -> Worlds:
    """Draw all that the answers look at. Raises ``Contradiction`` where preferences clash."""
    futures = as_trajectory.futures(file, seed=seed, draws=draws)
    run = remembered if draws <= MOST_REMEMBERED else _last_ones
    months = run(as_trajectory.money(file), as_trajectory.courses(file), futures)
    nothing = np.empty((len(file.options), 0, 1), np.float32)
    if not file.criteria:
        return Worlds(file, futures, months, None, nothing, np.empty((0, 1), np.float32))
    table = as_comparison.comparison(file, measured(file, months), futures)
    size = streams.sizes(draws)[0]
    value = values_block(table, seed=seed, block=0, size=size)
    weight = weights.draw_block(table.weight_space, seed=seed, block=0, size=size)
    value = np.broadcast_to(value, (*value.shape[:2], size))
    value = np.ascontiguousarray(value)
    return Worlds(file, futures, months, table, value, tilted(weight, tilt), tilt)


def tilted(weight: Floats, tilt: Tilt) -> Floats:
    """Weights ``[c, s]`` with each criterion’s multiplied, summing to 1 again."""
    if not tilt:
        return weight
    moved = weight * np.array(tilt, np.float32)[:, None]
    return np.asarray(moved / np.maximum(moved.sum(axis=0), np.finfo(np.float32).tiny))


def measured(file: DecisionFile, months: Trajectory) -> as_comparison.Measured:
    """The results of the money months that criteria ask for, by option and measure."""
    wanted = {each.measure for each in file.criteria if each.measure}
    return {
        (option.key, measure): _measure(months, o, measure)
        for measure in sorted(wanted)
        for o, option in enumerate(file.options)
    }


def _measure(months: Trajectory, option: int, measure: str) -> Array | Floats:
    if measure == "cash_end":
        return np.asarray(months.cash[option])
    if measure == "runway":
        return np.asarray(months.lasted[option], np.float32)
    month = int(measure.removeprefix("pay_"))
    return np.asarray(months.pay[months.pay_months.index(month), option])


def acceptability(
    worlds: Worlds, *, seed: int, draws: int, progress: Progress | None = None
) -> Acceptability:
    """SMAA over all draws; the first block is the one held in memory."""
    table = worlds.table
    assert table is not None  # noqa: S101  # asked for only where there are criteria
    sizes = streams.sizes(draws)
    done = 0

    def block(b: int) -> tuple[Floats, Floats]:
        nonlocal done
        if b == 0:
            return worlds.value, worlds.weight
        value = values_block(table, seed=seed, block=b, size=sizes[b])
        weight = weights.draw_block(table.weight_space, seed=seed, block=b, size=sizes[b])
        weight = tilted(weight, worlds.tilt)
        done += 1
        if progress is not None:
            progress(done / (len(sizes) - 1))
        return value, weight

    return smaa_of_blocks(block, draws)

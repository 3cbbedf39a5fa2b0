"""The value of information: what it would be worth to know something before deciding.

``NB_o = Σ_c w_c m_oc`` is what option ``o`` is worth, in points of 100. With all known, one would choose
the best in each future; with nothing more known, the best on average::

    EVPI     = E[max_o NB_o] − max_o E[NB_o]
    EVPPI(φ) = E[max_o E[NB_o | φ]] − max_o E[NB_o]         0 ≤ EVPPI(φ) ≤ EVPI

Raiffa & Schlaifer (1961); EVPPI from the same draws by regression on ``φ``, without a second
simulation: Strong, Oakley & Brennan (2014), Medical Decision Making 34(3). Where ``φ`` is a cell of
the table the conditional mean is exact, ``E[m_oc | m_oc] = m_oc``; for a figure of the money months
it is fitted by a cubic in its standard normal draw (``value_of_information.conditional_mean``).

Both are averaged over what the person may want: an answer is worth what it is worth to somebody who
knows what they want, and wants differ. What knowing one’s own wants is worth is told apart.

Axes: ``k`` a want (weights drawn), ``o`` option, ``c`` criterion, ``s`` future.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.decision.as_trajectory import drawn_once
from turnpoint.core.decision.share import Share, share
from turnpoint.core.decision.value_of_information import conditional_mean, evpi
from turnpoint.core.decision.worlds import Floats, Worlds

WANTS = 128
FUTURES = 1024
"""How many wants, and how many futures for each, the value of an answer is averaged over."""
LEAST_WEIGHT = np.float32(1e-12)


@dataclass(frozen=True, slots=True)
class Move:
    """How far knowing a variable moves the expected worth ``m_oc`` of a cell, ``by[s]``."""

    option: int
    criterion: int
    by: Floats


@dataclass(frozen=True, slots=True)
class Information:
    """``world`` is the worth of knowing all that will happen, ``wants`` of knowing exactly what one
    wants, in points of 100. ``moves`` has the variables that could be known one by one, and
    ``cells`` the addresses that each stands at. ``mean[k, o]`` is the expected worth of an option."""

    weight: Floats
    mean: Floats
    world: float
    wants: float
    moves: Mapping[str, tuple[Move, ...]]
    cells: Mapping[str, tuple[str, ...]]

    def worth(self, variables: Iterable[str]) -> tuple[float, Share]:
        """EVPPI of knowing these together, and the chance that it changes which option is best."""
        moves = [move for each in variables for move in self.moves.get(each, ())]
        moved = sorted({move.option for move in moves})
        if not moved:
            return 0.0, Share(0.0, 0.0)
        leader = self.mean.argmax(axis=1)
        still = np.delete(self.mean, moved, axis=1).max(axis=1, initial=-np.inf)
        best = np.repeat(still[:, None], len(moves[0].by), axis=1)
        chosen = best.copy()
        for option in moved:
            known = self._moved(option, moves)
            known += self.mean[:, option, None]
            np.maximum(best, known, out=best)
            led = leader == option
            chosen[led] = known[led]
        gained = 100 * float(best.mean(dtype=np.float64) - self.usual.mean(dtype=np.float64))
        return min(max(gained, 0.0), self.world), _of_both(best > chosen)

    @property
    def usual(self) -> Floats:
        """What the best option is worth to each want while nothing more is known, ``[k]``."""
        return np.asarray(self.mean.max(axis=1))

    def nearly(self, move: Move) -> float:
        """``worth`` of what moves one cell, but for its last digits: by sums over sorted moves."""
        still = np.delete(self.mean, move.option, axis=1).max(axis=1, initial=-np.inf)
        lead = (self.mean[:, move.option] - still).astype(np.float64)
        weight = np.maximum(self.weight[:, move.criterion], LEAST_WEIGHT).astype(np.float64)
        by = np.sort(move.by).astype(np.float64)
        above = np.append(np.cumsum(by[::-1])[::-1], 0.0)
        first = np.searchsorted(by, -lead / weight)
        ahead = (len(by) - first) * lead + weight * above[first]
        gained = 100 * float((still - self.usual).mean() + ahead.mean() / len(by))
        return min(max(gained, 0.0), self.world)

    def _moved(self, option: int, moves: list[Move]) -> Floats:
        """How far knowing them moves an option, ``[k, s]``."""
        own = [move for move in moves if move.option == option]
        weight = self.weight[:, [move.criterion for move in own]]
        return np.asarray(weight @ np.stack([move.by for move in own]))


def information(worlds: Worlds) -> Information:
    """What could be learnt about the world, figure by figure."""
    apart = max(worlds.closely // WANTS, 1)
    weight = np.ascontiguousarray(worlds.weight[:, ::apart][:, :WANTS].T)
    value = worlds.value[:, :, :FUTURES]
    mean = weight @ value.mean(axis=2).T
    world = np.mean([_known(np.einsum("ocs,c->os", value, w)) for w in weight])
    moves: dict[str, tuple[Move, ...]] = {}
    cells: dict[str, tuple[str, ...]] = {}
    for address, variable, found in [*_effects(worlds, value), *_money(worlds, value)]:
        moves[variable] = (*moves.get(variable, ()), *found)
        cells[variable] = (*cells.get(variable, ()), address)
    wants = 100 * evpi(worlds.wanted_score).value
    return Information(weight, mean, 100 * float(world), wants, moves, cells)


def _known(net: Floats) -> float:
    """``evpi(net)``, without its error."""
    net = net.astype(np.float64)
    gained = net.max(axis=0)
    gained -= net[np.argmax(net.mean(axis=1))]
    return max(float(gained.mean()), 0.0)


Found = Iterable[tuple[str, str, tuple[Move, ...]]]


def _effects(worlds: Worlds, value: Floats) -> Found:
    """Each uncertain cell of the table, with its exact conditional mean."""
    file = worlds.file
    for o, option in enumerate(file.options):
        for c, criterion in enumerate(file.criteria):
            worth = value[o, c]
            if criterion.measure or worth.max() == worth.min():
                continue
            address = f"effects.{option.key}.{criterion.key}"
            said = file.effect(option.key, criterion.key)
            shared = f"{criterion.key}/{said.variable}" if said and said.variable else address
            yield address, shared, (Move(o, c, worth - worth.mean()),)


def _money(worlds: Worlds, value: Floats) -> Found:
    """Each uncertain figure of the money months, where any criterion is measured by them."""
    measured = [c for c, each in enumerate(worlds.file.criteria) if each.measure]
    if not measured:
        return
    options, draws = len(value), value.shape[2]
    targets = value[:, measured].reshape(-1, draws).astype(np.float64)
    targets -= targets.mean(axis=1, keepdims=True)
    fitted: dict[str, tuple[Move, ...]] = {}
    for address, interval in drawn_once(worlds.file):
        if interval.variable in fitted:
            yield address, interval.variable, ()
            continue
        z = np.concatenate(
            [worlds.futures.normal(interval.variable, first) for first in _first_blocks(worlds)]
        )
        fit = conditional_mean(targets, z[None, :draws], knots=0)
        moved = fit.reshape(options, len(measured), draws)
        fitted[interval.variable] = tuple(
            Move(o, c, moved[o, n].astype(np.float32))
            for o in range(options)
            for n, c in enumerate(measured)
            if np.abs(moved[o, n]).max() > LEAST_MOVE
        )
        yield address, interval.variable, fitted[interval.variable]


LEAST_MOVE = 0.005
"""A fitted move of less than half a point is what chance leaves."""


def _first_blocks(worlds: Worlds) -> list[int]:
    return [first for first in worlds.futures.blocks() if first < FUTURES]


def _of_both(changes: NDArray[np.bool_]) -> Share:
    """The share of ``changes[k, s]``; wants ``k`` and futures ``s`` were drawn apart from each other,
    and each leaves its own part open."""
    wants, futures = changes.mean(axis=1), changes.mean(axis=0)
    error = np.sqrt(wants.var() / len(wants) + futures.var() / len(futures))
    return share(float(wants.mean()), float(error))

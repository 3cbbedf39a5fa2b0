"""The money of each option, month by month, over the futures that all share.

Cash is shown with the reserve in it; ruin is the first month that would touch the reserve.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from turnpoint.core.decision.share import Share
from turnpoint.core.decision.worlds import MOST_REMEMBERED, Worlds
from turnpoint.core.trajectory.trajectory import LEVELS, Trajectory
from turnpoint.core.trajectory.trajectory import Share as Counted


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay a year at a month, among futures with a job: one in twenty below ``low`` or above ``high``."""

    month: int
    low: float
    middle: float
    high: float
    employed: Share


@dataclass(frozen=True, slots=True)
class Runway:
    """``fan[p][t]`` is cash at the quantiles ``LEVELS`` in month ``t``, from today (0) on.

    ``ruin`` is the chance that cash falls to the reserve within the horizon; ``ruin_early`` the
    month by which it has in one of twenty futures, ``ruin_middle`` in half of them, ``None`` where
    it has not. ``thin_month`` is when the low edge of the fan is lowest, and ``thin_cash`` what is
    left then. ``offer_middle`` is the month by which half the futures have taken an offer. ``most``
    is the share of futures in which no option leaves more cash.
    """

    option: str
    fan: tuple[tuple[float, ...], ...]
    ruin: Share
    ruin_early: int | None
    ruin_middle: int | None
    thin_month: int
    thin_cash: float
    pay: tuple[Pay, ...]
    offer: Share
    offer_middle: int | None
    most: Share
    regret: float


def runways(worlds: Worlds) -> tuple[Runway, ...]:
    """The runway of each option, in the order of the file."""
    made = _remembered if worlds.trajectory.count <= MOST_REMEMBERED else _runways
    return made(worlds.trajectory, worlds.file.household.reserve)


def _runways(months: Trajectory, reserve: float) -> tuple[Runway, ...]:
    best, regret = months.best(), months.regret()
    return tuple(_runway(months, key, reserve, best[key], regret[key].mean) for key in months.keys)


_remembered = lru_cache(maxsize=4)(_runways)
"""The same runways again, while the same trajectory is given back."""


def _runway(months: Trajectory, key: str, reserve: float, best: Counted, regret: float) -> Runway:
    fan = months.fan[:, :, months.place(key)] + reserve
    thin = int(fan[0].argmin())
    return Runway(
        option=key,
        fan=tuple(tuple(map(float, line)) for line in fan),
        ruin=_share(months.ruin(key)),
        ruin_early=months.ruin_month(key, LEVELS[0]),
        ruin_middle=months.ruin_month(key, 0.5),
        thin_month=thin,
        thin_cash=float(fan[0, thin]),
        pay=tuple(
            Pay(each.month, each.low, each.middle, each.high, _share(each.employed))
            for each in months.pay_at(key)
        ),
        offer=_share(months.offer_taken(key)),
        offer_middle=months.offer_month(key, 0.5),
        most=_share(best),
        regret=regret,
    )


def _share(counted: Counted) -> Share:
    return Share(counted.value, counted.error)

"""Quit and search, or search beside the job: in a person's own money, “accept above …”.

Months run backwards: ``h`` are left to the horizon, ``n`` until the cash is gone. Offers ``w`` have
the quantiles of a stated interval and come with chance ``λ0`` a month without a job and ``λ1``
beside one; ``b_n`` is the benefit. With discount ``β`` a month, net pay and nothing else counted::

    E_h(w)   = w + β [ (1 − λ1) E_{h−1}(w) + λ1 mean max( E_{h−1}(w), E_{h−1}(w′) ) ]
    U_h(n)   = b + β [ (1 − λ0) U_{h−1}(n − 1) + λ0 mean max( E_{h−1}(w′), U_{h−1}(n − 1) ) ]
    U_h(0)   = E_h(low end of the offers)

``accept above`` with ``n`` months of cash is the pay at which ``E_h(w) = U_h(n)``. When the cash is
gone one takes the first job, at the low end: that is what makes a short runway modest. McCall
(1970) with Burdett & Mortensen's (1998) offers to the employed, by backward induction. Losing a job
is left out, since it stands on both sides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtri

from turnpoint.core.decision.mccall import Floats
from turnpoint.core.trajectory.course import Course
from turnpoint.core.trajectory.money import Money
from turnpoint.core.trajectory.runway import runway_months
from turnpoint.core.transition.assumptions import OURS, Stated, assumed
from turnpoint.errors import BadInput

NODES = 201


@dataclass(frozen=True, slots=True)
class SearchAssumptions(Stated):
    """What is assumed about how far ahead one looks."""

    horizon: float = assumed(
        60.0, "How far ahead the pay of a new job is counted", "months", (12.0, 480.0), OURS
    )
    discount: float = assumed(
        0.03, "How much less a later year’s pay counts", "share a year", (0.0, 0.2), OURS
    )


@dataclass(frozen=True, slots=True)
class AcceptAbove:
    """All pay is gross a year, in the household's currency.

    ``by_month[k]`` is what an offer must pay after ``k`` months of searching without a job; it falls
    as the cash does. ``now`` is the first of them, ``runway`` the months of cash (``None``: cash
    lasts beyond the horizon). ``beside`` is what an offer must pay while the present job is kept.
    ``gain`` is what quitting now is worth against searching beside the job, net, over the horizon;
    ``even`` is the chance of an offer a month without a job at which the two are the same, ``None``
    where no chance is enough. All three are ``None`` for who has no job.
    """

    now: float
    by_month: tuple[float, ...]
    runway: int | None
    beside: float | None
    gain: float | None
    even: float | None


def accept_above(
    money: Money, course: Course, *, assumptions: SearchAssumptions | None = None
) -> AcceptAbove:
    """What to accept if one quits to search, and if one searches beside the job (``before``).

    ``course`` gives the present pay (``before``), the chances, the pay of offers, the benefit and
    what is kept of pay. Raises ``BadInput`` where offers never come.
    """
    offers = course.offers
    if offers.searching <= 0:
        raise BadInput(
            "Nothing can be said about what to accept where no offer ever comes. Give the chance "
            "of an offer in a month of searching.",
            where="searching",
        )
    assume = assumptions or SearchAssumptions()
    horizon = round(assume.horizon)
    beta = (1.0 + assume.discount) ** (-1.0 / 12.0)
    share = course.kept / 12.0
    pay = course.offered.at(ndtri((np.arange(NODES) + 0.5) / NODES)) * share
    runway = runway_months(money, course)
    benefit = np.zeros(horizon if runway is None else min(runway, horizon))
    if course.benefit.at_once:
        benefit[: course.benefit.months] = course.benefit.amount
    employed = employed_values(pay, course.before * share, offers.employed, beta, horizon)
    waiting = waiting_values(employed[:, :-1], benefit, offers.searching, beta)
    above = [
        float(np.interp(value, employed[horizon - k - 1, :-1], pay)) / share
        for k, value in enumerate(waiting[1:])
        if k < horizon - 1
    ]
    found = AcceptAbove(
        above[0] if above else float(pay[0]) / share, tuple(above), runway, None, None, None
    )
    if course.before <= 0:
        return found

    def gain(chance: float) -> float:
        quits = waiting_values(employed[:, :-1], benefit, chance, beta)[0]
        return float(quits - employed[horizon, -1])

    beside = course.before * (1.0 + offers.step_up)
    return replace(found, beside=beside, gain=gain(offers.searching), even=_even(gain))


def _even(gain: Callable[[float], float]) -> float | None:
    """The chance at which a rising gain is nothing, if there is one."""
    if gain(1.0) < 0.0:
        return None
    return 0.0 if gain(0.0) >= 0.0 else float(brentq(gain, 0.0, 1.0, xtol=1e-6))


def employed_values(
    pay: Floats, present: float, chance: float, beta: float, horizon: int
) -> Floats:
    """``E[h, i]`` for each offer ``i``, and in the last column for the present job."""
    wages = np.append(pay, present)
    value = np.zeros((horizon + 1, len(wages)))
    rank = np.append(np.arange(len(pay)), np.searchsorted(pay, present))
    for h in range(1, horizon + 1):
        before = value[h - 1]
        above = np.append(np.cumsum(before[:-1][::-1])[::-1], 0.0)
        better = (before * rank + above[rank]) / len(pay)
        value[h] = wages + beta * ((1.0 - chance) * before + chance * better)
    return value


def waiting_values(employed: Floats, benefit: Floats, chance: float, beta: float) -> Floats:
    """``U`` after ``k = 0 … len(benefit)`` months of searching, without a job."""
    horizon = len(employed) - 1
    cash = len(benefit)
    values = np.empty(cash + 1)
    values[cash] = employed[horizon - cash, 0]
    for k in range(cash - 1, -1, -1):
        taken = np.maximum(employed[horizon - k - 1], values[k + 1]).mean()
        values[k] = benefit[k] + beta * ((1.0 - chance) * values[k + 1] + chance * taken)
    return values

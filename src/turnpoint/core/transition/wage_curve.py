"""The pay scale of an occupation: pay at every percentile, from the few that are published.

``log w(u)`` is a monotone cubic (PCHIP) through the published percentiles, with ``u`` on the
normal-quantile axis ``z = Φ⁻¹(u)``, where a lognormal scale is a straight line. It runs from the
10th to the 90th percentile and goes through every published point. Where the ends are missing it
goes on as straight as between the nearest two; with one point or only a mean, it is lognormal with
an assumed spread. Each of these is said in ``notes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.wage import QUANTILES, WageCell

if TYPE_CHECKING:
    from scipy.interpolate import PchipInterpolator

Floats = NDArray[np.float64]

LOWEST, HIGHEST = QUANTILES[0], QUANTILES[-1]
STANDARD = NormalDist()
KNOTS = np.array([STANDARD.inv_cdf(quantile) for quantile in QUANTILES])
ENDS = KNOTS[[0, -1]]


@dataclass(frozen=True)
class WageCurve:
    """``z`` and ``log_pay``: the knots, rising. ``notes`` say what had to be filled in, and how."""

    z: Floats
    log_pay: Floats
    notes: tuple[str, ...]

    @cached_property
    def through(self) -> PchipInterpolator:
        """The monotone cubic through the knots."""
        from scipy.interpolate import PchipInterpolator

        return PchipInterpolator(self.z, self.log_pay)

    def at(self, percentile: Floats | float) -> Floats:
        """Annual pay at percentiles from 0.1 to 0.9 (those outside count as the ends)."""
        pay: Floats = np.exp(self.through(_inside(self.z, percentile)))
        return pay

    def pay(self, percentile: float) -> float:
        """Annual pay at one percentile."""
        return float(self.at(percentile))

    def rank(self, pay: float) -> float:
        """The lowest percentile from 0.1 to 0.9 that pays ``pay`` or more."""
        wanted = float(np.log(max(pay, 1.0)))
        if wanted <= self.log_pay[0]:
            return LOWEST
        if wanted > self.log_pay[-1]:
            return HIGHEST
        low, high = float(self.z[0]), float(self.z[-1])
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if float(self.through(middle)) < wanted else (low, middle)
        return STANDARD.cdf(high)


def _inside(knots: Floats, percentile: Floats | float) -> Floats:
    """Percentiles on the axis of the knots, and within them."""
    from scipy.special import ndtri

    z = ndtri(np.clip(percentile, LOWEST, HIGHEST))
    return np.asarray(np.clip(z, knots[0], knots[-1]))


def pays(curves: Sequence[WageCurve | None], percentiles: Floats) -> Floats:
    """``at`` for many scales, ``(k, p)``, NaN where there is none: all that share their knots at once."""
    from scipy.interpolate import PchipInterpolator

    pay = np.full((len(curves), len(percentiles)), np.nan)
    alike: dict[bytes, list[int]] = {}
    for k, curve in enumerate(curves):
        if curve is not None:
            alike.setdefault(curve.z.tobytes(), []).append(k)
    for knots, rows in alike.items():
        z = np.frombuffer(knots)
        logs = [curve.log_pay for k in rows if (curve := curves[k]) is not None]
        through = PchipInterpolator(z, np.column_stack(logs))
        pay[rows] = np.exp(np.ascontiguousarray(through(_inside(z, percentiles)).T))
    return pay


def wage_curve(cell: WageCell, spread: float) -> WageCurve | None:
    """The pay scale of a published cell; ``None`` where it says nothing of annual pay."""
    pay = np.array(cell.percentiles, dtype=np.float64)
    known = np.isfinite(pay) & (pay > 0)
    notes = [cell.fallback] if cell.fallback else []
    if any(cell.top_coded):
        top = min(value for value, coded in zip(pay, cell.top_coded, strict=True) if coded)
        notes.append(
            f"BLS publishes the upper end only as “${top:,.0f} or more”; it is counted as that, "
            "so pay there may be higher."
        )
    if known.sum() >= 2:
        z = KNOTS[known]
        log_pay = np.maximum.accumulate(np.log(pay[known]))
        return _to_the_ends(z, log_pay, notes)
    middle = pay[known][0] if known.any() else cell.mean / np.exp(spread**2 / 2)
    at = float(KNOTS[known][0]) if known.any() else 0.0
    if not np.isfinite(middle) or middle <= 0:
        return None
    notes.append(
        f"BLS publishes {'one percentile' if known.any() else 'only the mean'} here; the rest is "
        f"a lognormal scale with an assumed spread of {spread:g}."
    )
    return WageCurve(ENDS, np.log(middle) + spread * (ENDS - at), tuple(notes))


def _to_the_ends(z: Floats, log_pay: Floats, notes: list[str]) -> WageCurve:
    """Go on to the 10th and the 90th percentile as straight as between the nearest two points."""
    missing = []
    if z[0] > ENDS[0]:
        slope = (log_pay[1] - log_pay[0]) / (z[1] - z[0])
        log_pay = np.insert(log_pay, 0, log_pay[0] - slope * (z[0] - ENDS[0]))
        z = np.insert(z, 0, ENDS[0])
        missing.append("lower")
    if z[-1] < ENDS[1]:
        slope = (log_pay[-1] - log_pay[-2]) / (z[-1] - z[-2])
        log_pay = np.append(log_pay, log_pay[-1] + slope * (ENDS[1] - z[-1]))
        z = np.append(z, ENDS[1])
        missing.append("upper")
    if missing:
        notes.append(
            f"BLS does not publish the {' and the '.join(missing)} end of this scale; it is drawn "
            "on as straight as between the nearest two percentiles."
        )
    return WageCurve(z, log_pay, tuple(notes))

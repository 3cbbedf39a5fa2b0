"""Pay after the move: where on the destination's pay scale one lands, and five years of it."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.derivation import Derivation, Range
from turnpoint.labour.wage import WageCell


@dataclass(frozen=True, slots=True)
class YearOfPay:
    """Pay in the ``year``-th year after starting (1 to 5), and in the same year of staying."""

    year: int
    moving: Range
    staying: float


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The month after starting in which the move has paid for itself.

    ``None`` means not within five years. ``best`` goes with the highest landing of the range,
    ``worst`` with the lowest.
    """

    best: int | None
    likely: int | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class LandingPay:
    """All in US dollars of the release's reference month, before tax; employees' pay.

    ``origin`` and ``destination`` are the published cells (percentiles, top-coding, the fallback in
    words). ``percentile_now`` is u, from the person's own pay where ``from_own_pay``, else 0.5;
    ``percentile_landing`` is v. ``staying_pay`` is what five years of staying are reckoned with.
    ``five_years`` is the difference to staying, less ``tuition`` and ``forgone``. ``band`` is the
    destination's 25th and 75th percentile. ``notes`` say what was left out or replaced, and why.
    """

    currency: str
    vintage: str
    origin: WageCell | None
    destination: WageCell
    percentile_now: float
    from_own_pay: bool
    percentile_landing: Range
    first_year: Range
    band: tuple[float, float]
    median: float
    staying_pay: float | None
    years: tuple[YearOfPay, ...]
    tuition: Range
    forgone: Range
    five_years: Range | None
    break_even: BreakEven | None
    owners_differ: bool
    notes: tuple[str, ...]
    derivations: tuple[tuple[str, Derivation], ...]

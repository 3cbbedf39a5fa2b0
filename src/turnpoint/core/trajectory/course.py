"""One option's course through the months: a job, a venture or a search, and what may become of it.

Pay is gross and a year, benefits and spending are net and a month, hazards are chances a year,
offers are chances a month. Months count from 1; a course that starts after month ``k`` pays from
month ``k + 1``. Nothing happens to a person between now and the start.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from turnpoint.core.trajectory.assumptions import DEFAULTS
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import OneOff
from turnpoint.errors import BadInput


def _chance(value: float, where: str, what: str) -> None:
    if not 0.0 <= value <= 1.0:
        raise BadInput(
            f"{what} is a chance between 0 and 1 (0% and 100%), not {value:g}.", where=where
        )


@dataclass(frozen=True, slots=True)
class Offers:
    """Offers that arrive: how often, of what pay, and which of them is taken.

    Without ``pay``, offers lie around the course's own pay. An offer is taken without a job from
    ``accept_above`` (gross a year), and beside one where it also pays ``step_up`` more. ``loss``,
    ``rise_chance`` and ``rise`` hold for the jobs found this way.
    """

    searching: float = DEFAULTS.offer_searching
    employed: float = 0.0
    pay: Interval | None = None
    accept_above: float = 0.0
    step_up: float = DEFAULTS.step_up
    delay: int = int(DEFAULTS.offer_delay)
    loss: float = DEFAULTS.loss
    rise_chance: float = DEFAULTS.rise_chance
    rise: float = DEFAULTS.rise

    def __post_init__(self) -> None:
        _chance(self.searching, "searching", "An offer in a month without a job")
        _chance(self.employed, "employed", "An offer in a month beside a job")
        _chance(self.loss, "loss", "Losing the next job within a year")
        _chance(self.rise_chance, "rise_chance", "A promotion within a year")
        if self.delay < 0:
            raise BadInput("A job cannot start before it is offered.", where="delay")
        if self.pay is not None and self.pay.low <= 0:
            raise BadInput("The pay of offers is above zero.", where="pay")


NO_OFFERS = Offers(searching=0.0, employed=0.0)


@dataclass(frozen=True, slots=True)
class Benefit:
    """What is paid without a job: ``amount`` net a month, for ``months`` after a loss.

    ``at_once``: also where the course itself begins without a job (a person who quits often waits).
    """

    amount: float = 0.0
    months: int = int(DEFAULTS.benefit_months)
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Bonus:
    """Every twelve months in the course's own job: with ``chance``, ``amount`` gross."""

    chance: float
    amount: Interval

    def __post_init__(self) -> None:
        _chance(self.chance, "chance", "A bonus")


@dataclass(frozen=True, slots=True)
class Equity:
    """A share in the business: with ``chance``, worth ``amount`` (after tax) in month ``vests``.

    It is paid only to those who are still in the course's own job.
    """

    chance: float
    amount: Interval
    vests: int

    def __post_init__(self) -> None:
        _chance(self.chance, "chance", "Equity that comes to something")
        if self.vests < 1:
            raise BadInput("Equity vests in month 1 at the earliest.", where="vests")


@dataclass(frozen=True, slots=True)
class Course:
    """One option, by its ``key`` (stable, unique among the options).

    ``pay`` is ``None`` for a course without a job: leave and search. ``before`` is the pay (gross a
    year) until the start; with the chance ``1 − comes_off`` nothing comes of the option and the
    person stays where they were. ``ramp`` is how many months a venture needs to its full pay.
    ``costs`` are one-off costs, a relocation among them. ``spending`` is added to the household's
    a month from the start; ``partner_share`` of a partner's pay goes on, after ``partner_gap``
    months without.
    """

    key: str
    pay: Interval | None = None
    start: int = 0
    before: float = 0.0
    comes_off: float = 1.0
    ramp: int = 0
    loss: float = DEFAULTS.loss
    rise_chance: float = DEFAULTS.rise_chance
    rise: float = DEFAULTS.rise
    growth: float = DEFAULTS.growth
    kept: float = DEFAULTS.kept
    offers: Offers = Offers()
    benefit: Benefit = Benefit()
    bonus: Bonus | None = None
    equity: tuple[Equity, ...] = ()
    costs: tuple[OneOff, ...] = ()
    spending: float = 0.0
    partner_share: float = 1.0
    partner_gap: int = 0

    def __post_init__(self) -> None:
        for name, what in (
            ("comes_off", "That the option comes off"),
            ("loss", "Losing the job within a year"),
            ("rise_chance", "A promotion within a year"),
            ("kept", "What is left of pay"),
            ("partner_share", "What is left of a partner’s pay"),
        ):
            _chance(getattr(self, name), name, what)
        for name in ("start", "ramp", "partner_gap"):
            if getattr(self, name) < 0:
                raise BadInput("Months are counted from now on: 0 at least.", where=name)
        if self.pay is not None and self.pay.low < 0:
            raise BadInput("Pay cannot be below zero.", where="pay")
        if not math.isfinite(self.before) or self.before < 0:
            raise BadInput("Pay before the start cannot be below zero.", where="before")

    @property
    def offered(self) -> Interval:
        """The pay of offers: as stated, else around the course's own pay, else around ``before``."""
        if self.offers.pay is not None:
            return self.offers.pay
        likely = self.pay.likely if self.pay is not None else self.before
        spread = 1.0 + DEFAULTS.offer_spread
        return Interval(likely / spread, likely, likely * spread)

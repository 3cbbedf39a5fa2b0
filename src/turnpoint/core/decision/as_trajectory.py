"""A decision file as the money, the courses and the futures that ``core.trajectory`` reckons with.

A cell is one variable: its name is its address, or the word that several cells share.
"""

from __future__ import annotations

from collections.abc import Iterator

from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.interval import Interval as Said
from turnpoint.core.decision.money import Course as Stated
from turnpoint.core.decision.money import OneOff as Cost
from turnpoint.core.decision.option import Option
from turnpoint.core.trajectory.assumptions import DEFAULTS
from turnpoint.core.trajectory.course import Benefit, Bonus, Course, Equity, Offers
from turnpoint.core.trajectory.futures import Futures, Market
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money, OneOff

PAY_MONTHS = (12, 36, 60)


def money(file: DecisionFile) -> Money:
    """The household. Cash is what may be spent before the reserve is touched."""
    held = file.household
    return Money(
        cash=max(held.cash - held.reserve, 0.0),
        spending=interval(held.spending, "household.spending"),
        partner_pay=interval(held.partner_pay, "household.partner_pay"),
        once=one_offs(held.one_offs, "household"),
        currency=file.currency,
    )


def futures(file: DecisionFile, *, seed: int, draws: int) -> Futures:
    """The futures that all options share."""
    scale = file.household.market
    market = Market(
        offers=DEFAULTS.bad_market * scale,
        losses=DEFAULTS.market_loss * scale,
        pay=min(DEFAULTS.market_pay * scale, 0.95),
        memory=DEFAULTS.market_memory,
    )
    return Futures(seed, draws, max(file.horizon, PAY_MONTHS[0]), market)


def courses(file: DecisionFile) -> tuple[Course, ...]:
    """The options’ courses, in the order of the file."""
    return tuple(_course(file, option) for option in file.options)


def _course(file: DecisionFile, option: Option) -> Course:
    said, where = option.money, f"options.{option.key}.money"
    moving = Cost("moving", said.relocation, said.relocation_month)
    return Course(
        key=option.key,
        pay=None if said.pay is None else interval(said.pay, f"{where}.pay"),
        start=said.start,
        before=pay_today(file) if said.until_start or option.stays else 0.0,
        comes_off=said.comes_off,
        ramp=said.ramp_months,
        loss=said.loss,
        rise_chance=said.promotion,
        rise=said.promotion_raise,
        growth=said.growth,
        kept=file.household.take_home if said.take_home is None else said.take_home,
        offers=_offers(said, where),
        benefit=_benefit(file, said),
        bonus=_bonus(said, where),
        equity=_equity(said, where),
        costs=(*_cost(moving, f"{where}.relocation"), *one_offs(said.one_offs, where)),
        spending=said.spending,
        partner_share=said.partner_share,
        partner_gap=said.partner_months,
    )


def pay_today(file: DecisionFile) -> float:
    """Pay a year now: that of staying."""
    staying = file.staying
    return 0.0 if staying is None or staying.money.pay is None else staying.money.pay.figures[1]


def _offers(said: Stated, where: str) -> Offers:
    search = said.search
    return Offers(
        searching=search.while_out,
        employed=search.while_in,
        pay=None if search.pay is None else interval(search.pay, f"{where}.search.pay"),
        accept_above=search.accept_above,
        step_up=search.step_up,
        delay=search.notice,
    )


def _benefit(file: DecisionFile, said: Stated) -> Benefit:
    held = file.household
    return Benefit(held.benefits, held.benefits_months, at_once=said.benefits_at_once)


def _bonus(said: Stated, where: str) -> Bonus | None:
    if not said.bonus.high:
        return None
    return Bonus(said.bonus_chance, interval(said.bonus, f"{where}.bonus"))


def _equity(said: Stated, where: str) -> tuple[Equity, ...]:
    if not said.equity.high or not said.equity_chance:
        return ()
    amount = interval(said.equity, f"{where}.equity")
    return (Equity(said.equity_chance, amount, max(said.equity_month, 1)),)


def one_offs(costs: tuple[Cost, ...], where: str) -> tuple[OneOff, ...]:
    """Costs that come once, in the order of the file."""
    numbered = enumerate(costs, 1)
    found = (_cost(cost, f"{where}.one_offs.{number}.amount") for number, cost in numbered)
    return tuple(cost for each in found for cost in each)


def _cost(cost: Cost, where: str) -> tuple[OneOff, ...]:
    """A cost with its months counted from 1; none where it is nothing."""
    if cost.amount.figures == (0.0, 0.0, 0.0):
        return ()
    return (OneOff(cost.name, interval(cost.amount, where), cost.month + 1),)


def interval(said: Said, where: str) -> Interval:
    """A stated interval as a variable: by the word it shares with others, else by its place."""
    low, likely, high = said.figures
    given = None if said.likely is None else likely
    return Interval.between(
        low, high, likely=given, sure=said.sure, variable=said.variable or where
    )


def drawn_once(file: DecisionFile) -> Iterator[tuple[str, Interval]]:
    """Each uncertain figure that is one draw a future, with the address of its cell.

    The pay of offers is left out: every offer is a draw of its own, and nothing to be known before.
    """
    held = file.household
    stated = [("household.spending", held.spending), ("household.partner_pay", held.partner_pay)]
    stated += _costs("household", held.one_offs)
    for option in file.options:
        said, where = option.money, f"options.{option.key}.money"
        stated += [] if said.pay is None else [(f"{where}.pay", said.pay)]
        for name in ("bonus", "equity", "relocation"):
            stated.append((f"{where}.{name}", getattr(said, name)))
        stated += _costs(where, said.one_offs)
    for where, each in stated:
        if not each.known:
            yield where, interval(each, where)


def _costs(where: str, costs: tuple[Cost, ...]) -> list[tuple[str, Said]]:
    return [(f"{where}.one_offs.{n}.amount", cost.amount) for n, cost in enumerate(costs, 1)]

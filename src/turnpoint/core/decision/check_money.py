"""Problems of the money: the household’s, and each option’s."""

from __future__ import annotations

from collections.abc import Iterator

from turnpoint.core.decision.money import Course, Household, OneOff, Search
from turnpoint.core.decision.problem import Problem, figure, interval


def household(money: Household, where: str = "household") -> Iterator[Problem]:
    """What is wrong with what the household has and spends."""
    if money.cash < 0:
        said = (
            f"Cash, {money.cash:,.0f}, is below zero; write what you could spend, and a debt as a "
            "cost that comes once."
        )
        yield Problem(f"{where}.cash", said)
    else:
        yield from figure(f"{where}.cash", "Cash", money.cash)
    yield from figure(f"{where}.reserve", "The reserve", money.reserve, least=0)
    yield from interval(f"{where}.spending", money.spending, least=0)
    yield from interval(f"{where}.partner_pay", money.partner_pay, least=0)
    yield from figure(f"{where}.benefits", "Benefits a month", money.benefits, least=0)
    yield from _months(
        f"{where}.benefits_months", "The months benefits last", money.benefits_months
    )
    yield from _take_home(f"{where}.take_home", money.take_home)
    yield from figure(
        f"{where}.market", "How far one bad market moves all", money.market, least=0, most=3
    )
    yield from _one_offs(where, money.one_offs)
    if money.spending.high == 0:
        said = "Spending is zero, so no runway can be counted; say what a month costs."
        yield Problem(f"{where}.spending", said, warning=True)


def course(where: str, money: Course) -> Iterator[Problem]:
    """What is wrong with the money of one option."""
    if money.pay is not None:
        yield from interval(f"{where}.pay", money.pay, least=0)
    for name in ("bonus", "equity"):
        yield from interval(f"{where}.{name}", getattr(money, name), least=0)
    yield from interval(f"{where}.relocation", money.relocation)
    for name, what in MONTHS.items():
        yield from _months(f"{where}.{name}", what, getattr(money, name))
    for name, what in SHARES.items():
        yield from _share(f"{where}.{name}", what, getattr(money, name))
    yield from figure(f"{where}.spending", "The change of spending", money.spending)
    yield from figure(f"{where}.growth", "The growth of pay", money.growth, least=-0.5, most=1)
    raised = money.promotion_raise
    yield from figure(f"{where}.promotion_raise", "The raise", raised, least=0, most=5)
    if money.take_home is not None:
        yield from _take_home(f"{where}.take_home", money.take_home)
    yield from _one_offs(where, money.one_offs)
    yield from _search(f"{where}.search", money.search)


MONTHS = {
    "start": "The month pay starts",
    "ramp_months": "The months until the pay is full",
    "equity_month": "The month equity could be sold",
    "relocation_month": "The month moving is paid",
    "partner_months": "The months a partner is without pay",
}
SHARES = {
    "comes_off": "The chance that it comes off",
    "loss": "The chance of losing it in a year",
    "promotion": "The chance of a promotion in a year",
    "bonus_chance": "The share of years with a bonus",
    "equity_chance": "The chance that equity pays",
    "partner_share": "The share of a partner’s pay",
}


def _months(where: str, what: str, value: int) -> Iterator[Problem]:
    yield from figure(where, what, value, least=0, most=240)


def _share(where: str, what: str, value: float) -> Iterator[Problem]:
    yield from figure(where, what, value, least=0, most=1)


def _take_home(where: str, share: float) -> Iterator[Problem]:
    yield from figure(where, "The share that reaches the account", share, least=0.01, most=1)


def _one_offs(where: str, costs: tuple[OneOff, ...]) -> Iterator[Problem]:
    for number, cost in enumerate(costs, 1):
        yield from interval(f"{where}.one_offs.{number}.amount", cost.amount)
        yield from _months(f"{where}.one_offs.{number}.month", "The month it is paid", cost.month)


def _search(where: str, search: Search) -> Iterator[Problem]:
    for name, what in (("while_out", "without a job"), ("while_in", "beside a job")):
        yield from _share(f"{where}.{name}", f"The chance {what}", getattr(search, name))
    if search.pay is not None:
        yield from interval(f"{where}.pay", search.pay, least=1)
    yield from figure(f"{where}.accept_above", "The pay you accept", search.accept_above, least=0)
    yield from figure(f"{where}.step_up", "How much more it must pay", search.step_up, least=0)
    yield from _months(f"{where}.notice", "The months to the first pay", search.notice)

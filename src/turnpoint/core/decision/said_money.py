"""The money of each option, and searching, in words."""

from __future__ import annotations

from collections.abc import Iterator

from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.runway import Runway
from turnpoint.core.decision.said import Sentence, sentence
from turnpoint.core.decision.searching import QuitOrSearch, Search
from turnpoint.core.decision.wording import amount, joined, percent, quoted


def runway(answers: Answers) -> Iterator[Sentence]:
    """How long the money lasts with each option, and what it pays."""
    for each in answers.runways:
        yield _lasts(answers, each)
        if each.pay:
            yield _pays(answers, each)


def _lasts(answers: Answers, each: Runway) -> Sentence:
    name, where = _name(answers, each.option), f"runway.{each.option}"
    lasts = (each.ruin.rest.in_hundred, f"{where}.ruin")
    until = f"for the {answers.file.horizon} months looked at"
    if each.ruin_early is not None:
        early = (f"month {each.ruin_early}", f"{where}.ruin_early")
        said = f"With {name} the money lasts {until} in {{}} futures; in one of twenty it is gone by {{}}."
        return sentence(said, lasts, early)
    if each.thin_month == 0:
        said = (
            f"With {name} the money lasts {until} in {{}} futures, and seldom falls below today’s."
        )
        return sentence(said, lasts)
    thin = (amount(each.thin_cash, answers.file.currency), f"{where}.thin_cash")
    said = (
        f"With {name} the money lasts {until} in {{}} futures; at the thinnest, in month "
        f"{each.thin_month}, nineteen of twenty have {{}} or more."
    )
    return sentence(said, lasts, thin)


def _pays(answers: Answers, each: Runway) -> Sentence:
    currency, where = answers.file.currency, f"runway.{each.option}.pay"
    figures = [(amount(pay.middle, currency), f"{where}.{pay.month}") for pay in each.pay]
    months = [f"{{}} a year at month {pay.month}" for pay in each.pay]
    return sentence(f"{_name(answers, each.option)} pays about {joined(months)}.", *figures)


def search(answers: Answers) -> Iterator[Sentence]:
    """What to accept, how long it may take, and quitting against searching beside the job."""
    for each in answers.searches:
        yield _accept(answers, each)
        yield _takes(answers, each)
    if answers.quit_or_search is not None:
        yield _either(answers, answers.quit_or_search)


def _accept(answers: Answers, each: Search) -> Sentence:
    currency, where = answers.file.currency, f"search.{each.option}"
    first = (amount(each.accept, currency), f"{where}.accept")
    name = _name(answers, each.option)
    if each.beside_a_job:
        return sentence(f"With {name}, an offer is worth taking above {{}} a year.", first)
    if each.accept_later is None:
        return sentence(f"With {name}, accept above {{}} a year; below it, keep looking.", first)
    later = (amount(each.accept_later, currency), f"{where}.accept_later")
    said = f"With {name}, accept above {{}} a year at first, and above {{}} as the cash runs out."
    return sentence(said, first, later)


def _takes(answers: Answers, each: Search) -> Sentence:
    where, name = f"search.{each.option}", _name(answers, each.option)
    share = (each.offer.in_hundred, f"{where}.offer")
    if each.offer_month is None:
        return sentence(f"With {name}, an offer is taken in {{}} futures.", share)
    month = (f"month {each.offer_month}", f"{where}.offer_month")
    said = f"With {name}, an offer is taken in {{}} futures, in half of all futures by {{}}."
    return sentence(said, share, month)


def _either(answers: Answers, both: QuitOrSearch) -> Sentence:
    gain = (amount(abs(both.gain), answers.file.currency), "search.gain")
    sign = "more" if both.gain >= 0 else "less"
    quits, beside = _name(answers, both.quits), _name(answers, both.searches)
    said = f"In take-home pay over five years, {quits} comes to {{}} {sign} than {beside}"
    if both.even is None:
        return sentence(f"{said}, and no chance of offers makes them level.", gain)
    even = (percent(both.even), "search.even")
    have = (percent(both.chance), f"options.{both.quits}.money.search.while_out")
    said += "; they are level where {} of months without a job bring an offer, not {}."
    return sentence(said, gain, even, have)


def _name(answers: Answers, option: str) -> str:
    return quoted(answers.file, option)

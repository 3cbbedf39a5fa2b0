"""The figures of a page of answers, in rows and in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from turnpoint.apps.transitions.cell_links import CellLinks
from turnpoint.apps.transitions.models import Finding as Row
from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.find_out import Finding, named
from turnpoint.core.decision.runway import Pay
from turnpoint.core.decision.said import Sentence
from turnpoint.core.decision.share import Share
from turnpoint.core.decision.standing import OptionStanding
from turnpoint.core.decision.turning import Turning
from turnpoint.core.decision.wording import amount, criterion_name, day, days, percent, points

Words = tuple[tuple[str, str], ...]
"""A sentence in pieces: the text, and the address its figure leads to (or nothing)."""
PLACES_TOLD = ("first", "second", "third", "further")


def in_words(said: Iterable[Sentence], links: CellLinks) -> tuple[Words, ...]:
    """Sentences with their figures as links."""
    return tuple(
        tuple((part.text, links.to(part.where) if part.where else "") for part in each.parts)
        for each in said
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of an option’s bar, in hundredths; ``strength`` is a class of the stylesheet."""

    start: float
    width: float
    strength: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where one option stands."""

    option: str
    address: str
    bars: tuple[Bar, ...]
    first: str
    others: str
    wanting: str
    happening: str
    cares: str
    confidence: str
    regret: str
    by: str


def places(answers: Answers, links: CellLinks) -> tuple[Place, ...]:
    """Each option with its bar, in the order of the file."""
    found = answers.standing
    if found is None:
        return ()
    worse = {each.option: named(answers.file, each.by) for each in found.dominated}
    return tuple(
        Place(
            option=named(answers.file, each.option),
            address=links.to(f"standing.{each.option}.first"),
            bars=_bars(each),
            first=str(each.first),
            others=_others(each),
            wanting=_share(each.wanting),
            happening=_share(each.happening),
            cares=", ".join(criterion_name(answers.file, key).strip("“”") for key in each.cares),
            confidence=_share(each.confidence),
            regret=f"{points(each.regret)}, at worst {points(each.bad_regret)}",
            by=worse.get(each.option, ""),
        )
        for each in found.options
    )


def _share(share: Share) -> str:
    return str(share)


def _bars(each: OptionStanding) -> tuple[Bar, ...]:
    found, start = list[Bar](), 0.0
    whole = sum(share.value for share in each.places) or 1.0
    for place, share in enumerate(each.places):
        width = 100 * share.value / whole
        found.append(Bar(round(start, 2), round(width, 2), PLACES_TOLD[min(place, 3)]))
        start += width
    return tuple(found)


def _others(each: OptionStanding) -> str:
    told = zip(PLACES_TOLD[1:3], each.places[1:3], strict=False)
    return ", ".join(f"{name} in {percent(share.value)}" for name, share in told)


def pairs(answers: Answers) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How often each option lies above each other one."""
    found = answers.standing
    if found is None:
        return ()
    return tuple(
        (
            named(answers.file, each.option),
            tuple("" if i == k else str(win) for k, win in enumerate(found.wins[i])),
        )
        for i, each in enumerate(found.options)
    )


@dataclass(frozen=True, slots=True)
class Purse:
    """The money of one option in a line."""

    option: str
    address: str
    lasts: str
    gone: str
    half: str
    thin: str
    pay: tuple[tuple[int, str], ...]
    end: str


def purses(answers: Answers, links: CellLinks) -> tuple[Purse, ...]:
    """How long the money lasts with each option, and what it pays."""
    currency = answers.file.currency
    return tuple(
        Purse(
            option=named(answers.file, each.option),
            address=links.to(f"runway.{each.option}.ruin"),
            lasts=str(each.ruin.rest),
            gone="" if each.ruin_early is None else f"month {each.ruin_early}",
            half="" if each.ruin_middle is None else f"month {each.ruin_middle}",
            thin=f"{amount(each.thin_cash, currency)}, month {each.thin_month}",
            pay=tuple((pay.month, _paid(pay, currency)) for pay in each.pay),
            end=amount(each.fan[2][-1], currency),
        )
        for each in answers.runways
    )


def _paid(pay: Pay, currency: str) -> str:
    if not pay.employed.value:
        return "no job"
    low, middle, high = (amount(each, currency) for each in (pay.low, pay.middle, pay.high))
    return f"{middle} ({low} – {high})"


@dataclass(frozen=True, slots=True)
class Closing:
    """The way back from one option: what happens when, what it costs, and what to do on each side."""

    option: str
    address: str
    band: str
    name: str
    deadline: str
    before: str
    after: str
    pays: str
    steps: tuple[str, ...]
    learn: tuple[str, ...]
    signals: tuple[str, ...]
    tactics: tuple[str, ...]


def closings(answers: Answers, links: CellLinks) -> Iterator[Closing]:
    """Each option that closes behind one."""
    currency = answers.file.currency
    for each in answers.turnings:
        point, apart = each.point, each.after_deadline
        when = (
            ""
            if apart is None
            else f"{abs(apart)} days {'after' if apart >= 0 else 'before'} the deadline"
        )
        yield Closing(
            option=named(answers.file, each.option),
            address=links.to(f"turning.{each.option}.point"),
            band=days(point.earliest, point.latest) if point else "",
            name=point.name if point else "",
            deadline=when,
            before=amount(point.before.figures[1], currency) if point else "",
            after=amount(point.after.figures[1], currency) if point else "",
            pays=_pays(each),
            steps=tuple(
                f"{days(s.earliest, s.latest)}: {s.name}" for s in each.steps if s != point
            ),
            learn=each.learn,
            signals=each.signals,
            tactics=each.tactics,
        )


def _pays(turning: Turning) -> str:
    point = turning.point
    if point is None or point.pays_before is None or point.pays_after is None:
        return ""
    dearest = "; no step settles it by itself, and this one makes going back dearest"
    return (
        f"turning back would be worth its cost in {point.pays_before} of futures before "
        f"it, in {point.pays_after} after it{dearest if turning.dearest else ''}"
    )


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """A question with what an answer is worth. ``row`` is the task it is, where it is one."""

    key: str
    text: str
    address: str
    ask: str
    worth: str
    changes: str
    cost: str
    by: str
    late: bool
    day: dt.date | None
    row: Row | None


def to_find_out(answers: Answers, rows: Iterable[Row], links: CellLinks) -> tuple[ToFindOut, ...]:
    """The questions, the most valuable first."""
    known, currency = {row.key: row for row in rows}, answers.file.currency
    return tuple(
        ToFindOut(
            key=each.key,
            text=each.text,
            address=links.to(f"questions.{each.key}" if each.own else each.cells[0]),
            ask=each.ask,
            worth=_worth(each, currency),
            changes=str(each.changes),
            cost=_cost(each, currency),
            by=day(each.by) if each.by else "",
            late=each.late,
            day=each.by,
            row=known.get(each.key) if each.own else None,
        )
        for each in answers.findings
    )


def _worth(each: Finding, currency: str) -> str:
    if each.money is not None and each.money >= 1:
        return f"{amount(each.money, currency)} ({points(each.points)} points)"
    return f"{points(each.points)} points"


def _cost(each: Finding, currency: str) -> str:
    spent = amount(each.cost, currency) if each.cost else ""
    time = f"{each.days} day{'' if each.days == 1 else 's'}" if each.own and each.days else ""
    return ", ".join(part for part in (spent, time) if part)

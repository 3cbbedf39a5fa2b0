"""The way back from each option, and what to find out before it closes, in words."""

from __future__ import annotations

from collections.abc import Iterator

from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.find_out import Finding
from turnpoint.core.decision.interval import Interval
from turnpoint.core.decision.said import Sentence, sentence
from turnpoint.core.decision.turning import StepBack, Turning
from turnpoint.core.decision.wording import (
    amount,
    day,
    days,
    joined,
    points,
    quoted,
    unbraced,
)

MOST_FINDINGS = 4


def no_way_back(answers: Answers) -> Iterator[Sentence]:
    """The point of no return of each option, and tactics on either side."""
    for turning in answers.turnings:
        if turning.point is not None:
            yield _point(answers, turning, turning.point)
            yield from _pays(answers, turning.point)
        yield from _before_and_after(answers, turning)


def _point(answers: Answers, turning: Turning, point: StepBack) -> Sentence:
    name = quoted(answers.file, turning.option)
    band = (days(point.earliest, point.latest), f"turning.{turning.option}.point")
    said = f"The point of no return of {name} is {{}}: {unbraced(point.name)}. "
    if turning.dearest:
        said += "It is the step that makes going back dearest; no step settles it by itself. "
    said += "Turning back costs "
    when = ""
    if turning.after_deadline is not None:
        apart = abs(turning.after_deadline)
        side = "after" if turning.after_deadline >= 0 else "before"
        when = f" It begins {apart} days {side} the deadline."
    return sentence(
        f"{said}{{}} before it and {{}} after it.{when}",
        band,
        (_cost(answers, point.before), f"{point.where}.before"),
        (_cost(answers, point.after), f"{point.where}.after"),
    )


def _cost(answers: Answers, cost: Interval) -> str:
    return f"about {amount(cost.figures[1], answers.file.currency)}" if cost.high else "nothing"


def _pays(answers: Answers, point: StepBack) -> Iterator[Sentence]:
    if point.pays_before is not None and point.pays_after is not None:
        yield sentence(
            "Before it, turning back would be worth its cost in {} futures; after it, in {}.",
            (point.pays_before.in_hundred, f"{point.where}.pays_before"),
            (point.pays_after.in_hundred, f"{point.where}.pays_after"),
        )


def _before_and_after(answers: Answers, turning: Turning) -> Iterator[Sentence]:
    where = f"options.{turning.option}.way_back"
    if turning.learn:
        yield sentence(
            "Before it you can still learn {}.", (joined(turning.learn), f"{where}.learn")
        )
    if turning.signals:
        said = joined([f"“{each}”" for each in turning.signals], "or")
        yield sentence("What should turn you back: {}.", (said, f"{where}.signals"))
    if turning.tactics:
        said = "; ".join(turning.tactics)
        yield sentence("After it, tactics change: {}.", (said, f"{where}.after"))


def to_find_out(answers: Answers) -> Iterator[Sentence]:
    """The questions that are worth most, with whom to ask and by when."""
    telling = [each for each in answers.findings if each.points > 0][:MOST_FINDINGS]
    if answers.standing is not None and not telling:
        yield sentence("No single answer would change which option is best.")
    for number, each in enumerate(telling, 1):
        yield _finding(answers, number, each)


def _finding(answers: Answers, number: int, each: Finding) -> Sentence:
    currency, where = answers.file.currency, f"findings.{number}"
    ask = f" Ask {unbraced(each.ask)}." if each.ask else ""
    worth = [(f"{points(each.points)} points of 100", f"{where}.worth")]
    said = f"{unbraced(each.text)}{ask} An answer is worth {{}}"
    if each.money is not None:
        worth.append((amount(each.money, currency), f"{where}.money"))
        said += " (about {})"
    worth.append((each.changes.in_hundred, f"{where}.changes"))
    said += " and changes which option is best in {} cases"
    if each.cost:
        worth.append((amount(each.cost, currency), f"questions.{each.key}.cost"))
        said += "; it costs {}"
    if each.by is not None and each.own:
        worth.append((day(each.by), f"{where}.by"))
        said += "; begin by {}" if not each.late else "; it would have to have begun by {}"
    return sentence(f"{said}.", *worth)

"""Which options are best, and what would have to be true for another to be, in words."""

from __future__ import annotations

from collections.abc import Iterator

from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.flips import CellFlip, WeightFlip
from turnpoint.core.decision.said import Sentence, sentence
from turnpoint.core.decision.standing import OptionStanding, Standing
from turnpoint.core.decision.wording import (
    criterion_name,
    figure,
    joined,
    percent,
    points,
    quoted,
    rounded,
)

SPEAKS = 0.03
"""Options that are first in a smaller share are not spoken of one by one."""
MOST_FLIPS = 3


def standing(answers: Answers) -> Iterator[Sentence]:
    """Shares of first places, for whom, and what they hang on."""
    yield from places(answers)
    if answers.standing is not None:
        yield hangs_on(answers)


def places(answers: Answers) -> Iterator[Sentence]:
    """Shares of first places, and for whom."""
    found = answers.standing
    if found is None:
        return
    yield _first_places(answers, found)
    for each in found.options:
        if each.first.value >= SPEAKS and each.cares:
            yield _for_whom(answers, each)
    yield from _dominated(answers, found)
    yield _two_kinds(answers, found.leader)


def _first_places(answers: Answers, found: Standing) -> Sentence:
    order = sorted(found.options, key=lambda each: -each.first.value)
    shown = [each for each in order if each.first.value >= SPEAKS] or order[:1]
    words = [f"{quoted(answers.file, each.option)} in {{}}" for each in shown]
    figures = [(str(each.first), f"standing.{each.option}.first") for each in shown]
    said = "In how much of what you may want, and of what may happen, is each best? "
    return sentence(f"{said}{joined(words)}.", *figures)


def _for_whom(answers: Answers, each: OptionStanding) -> Sentence:
    cares = joined([criterion_name(answers.file, key) for key in each.cares])
    said = f"{quoted(answers.file, each.option)} is best if you care about {cares}"
    return sentence(
        f"{said}; for somebody who does, it comes first in {{}} futures.",
        (each.confidence.in_hundred, f"standing.{each.option}.confidence"),
    )


def _dominated(answers: Answers, found: Standing) -> Iterator[Sentence]:
    for each in found.dominated:
        low, high = quoted(answers.file, each.option), quoted(answers.file, each.by)
        yield sentence(
            f"{low} is on no criterion better than {high} in {{}} futures, whatever you want.",
            (each.share.in_hundred, f"standing.{each.option}.dominated"),
        )


def _two_kinds(answers: Answers, leader: OptionStanding) -> Sentence:
    key = leader.option
    return sentence(
        f"Were all to come as expected, {quoted(answers.file, key)} would be best in {{}} of "
        "what you may want; with weights in the middle of what you said, in {} futures.",
        (str(leader.wanting), f"standing.{key}.wanting"),
        (leader.happening.in_hundred, f"standing.{key}.happening"),
    )


def hangs_on(answers: Answers) -> Sentence:
    """Which of the two leaves more open: what will happen, or what is wanted."""
    world, wants = answers.world, answers.wants
    if max(world, wants) < 0.05:
        return sentence("Neither what will happen nor what you want leaves much open.")
    more = "what will happen" if world >= wants else "what you want"
    return sentence(
        f"The choice hangs more on {more}: to know all that will happen would be worth {{}} points of "
        "100, to know exactly what you want {}.",
        (points(world), "standing.world"),
        (points(wants), "standing.wants"),
    )


def turned_round(answers: Answers) -> Iterator[Sentence]:
    """The nearest figures, and the nearest weights, at which another option draws level."""
    flips = answers.flips
    if flips is None or answers.standing is None:
        return
    leader, rival = (quoted(answers.file, key) for key in (flips.leader, flips.rival))
    yield sentence(
        f"On average {leader} is ahead of {rival} by {{}} points of 100.",
        (points(flips.gap), "flips.gap"),
    )
    for number, cell in enumerate(flips.cells[:MOST_FLIPS], 1):
        yield _cell(answers, number, cell)
    for number, weight in enumerate(flips.weights[:2], 1):
        yield _weight(answers, number, weight)


def _cell(answers: Answers, number: int, flip: CellFlip) -> Sentence:
    file = answers.file
    criterion = file.criterion(flip.criterion)
    assert criterion is not None  # noqa: S101  # a flip speaks of the file’s own criteria
    needed = f"“{flip.level}”" if flip.level else rounded(flip.needed, criterion)
    rather = "" if flip.level else " rather than {}"
    usual = [] if flip.level else [(figure(criterion, flip.usual), flip.where)]
    said = f"{quoted(file, flip.rival)} would draw level if {criterion_name(file, flip.criterion)}"
    return sentence(
        f"{said} with {quoted(file, flip.option)} were {{}}{rather}, or further; so "
        "it is in {} futures.",
        (needed, flip.where),
        *usual,
        (flip.chance.in_hundred, f"flips.cells.{number}.chance"),
    )


def _weight(answers: Answers, number: int, flip: WeightFlip) -> Sentence:
    said = f"{quoted(answers.file, flip.rival)} would draw level if "
    said += criterion_name(answers.file, flip.criterion)
    return sentence(
        f"{said} made up {{}} of all that matters rather than {{}}.",
        (percent(flip.needed), f"flips.weights.{number}.needed"),
        (percent(flip.usual), f"weights.{flip.criterion}"),
    )

"""The answers to a decision file as a page for the terminal, and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.file import KINDS
from turnpoint.core.decision.find_out import named
from turnpoint.core.decision.page import page
from turnpoint.core.decision.plain import to_plain
from turnpoint.core.decision.wording import amount, day
from turnpoint.interfaces.cli.json_value import json_value

WIDTH = 88
BAR = 32
NAME = 34


def as_json(answers: Answers) -> str:
    """Every figure, the page in words with the cell of each, and the file itself."""
    found = json_value(answers)
    found["file"] = to_plain(answers.file)
    found["stamp"]["words"] = str(answers.stamp)
    found["page"] = json_value(page(answers))
    return json.dumps(found, indent=2, ensure_ascii=False, default=str)


def as_text(answers: Answers) -> str:
    """The page."""
    return "\n".join(_lines(answers))


def _lines(answers: Answers) -> Iterator[str]:
    file = answers.file
    yield from textwrap.wrap(file.question, WIDTH)
    due = f", decide by {day(file.deadline)}" if file.deadline else ""
    yield f"{KINDS.get(file.kind, file.kind)}{due}"
    for section in page(answers):
        yield ""
        yield section.title
        yield "─" * len(section.title)
        if section.key == "standing":
            yield from _bars(answers)
        if section.key == "runway":
            yield from _money(answers)
        for sentence in section.sentences:
            yield from textwrap.wrap(
                str(sentence), WIDTH, initial_indent="• ", subsequent_indent="  "
            )
    yield ""
    yield f"{answers.stamp}. Shares are of what you may want and what may happen; no verdict."


def _bars(answers: Answers) -> Iterator[str]:
    if answers.standing is None:
        return
    for each in answers.standing.options:
        name = textwrap.shorten(named(answers.file, each.option), NAME, placeholder="…")
        full = round(each.first.value * BAR)
        yield f"{name:<{NAME}} {'█' * full}{'░' * (BAR - full)} {each.first}"
    yield ""


def _money(answers: Answers) -> Iterator[str]:
    currency = answers.file.currency
    heads = ("money lasts", "gone by*", "thinnest*", "at the end")
    yield f"{'':<{NAME}}" + "".join(f"{head:>13}" for head in heads)
    for each in answers.runways:
        name = textwrap.shorten(named(answers.file, each.option), NAME, placeholder="…")
        gone = "" if each.ruin_early is None else f"month {each.ruin_early}"
        figures = (
            str(each.ruin.rest),
            gone,
            amount(each.thin_cash, currency),
            amount(each.fan[2][-1], currency),
        )
        yield f"{name:<{NAME}}" + "".join(f"{figure:>13}" for figure in figures)
    yield "* in one future of twenty"
    yield ""

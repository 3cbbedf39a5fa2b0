"""A benchmark as lines of text and as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from turnpoint.core.transition.benchmark import Benchmark
from turnpoint.core.transition.evaluation.intervals import Figure
from turnpoint.core.transition.evaluation.measures import MEASURES
from turnpoint.core.transition.evaluation.scorecard import (
    BALANCED,
    CALIBRATION,
    CLOSED,
    DIRECTION,
    MATCHED,
    Scorecard,
)
from turnpoint.interfaces.cli.json_value import json_value

FIRST = MEASURES
SECOND = (CLOSED, CALIBRATION, MATCHED, DIRECTION, BALANCED)
COMPARED = ("R@10", "R@20", "AUC", "perplexity", MATCHED)
WIDTH = 20


def as_json(found: Benchmark) -> dict[str, object]:
    """Everything, for programs: value, low and high of each figure."""
    return {"feature_set": found.feature_set} | {
        "designs": json_value(found.designs),
        "calibration": [{"said": said, "seen": seen} for said, seen in found.calibration],
    }


def lines(found: Benchmark) -> Iterator[str]:
    """The tables of every design, and ours minus each other model."""
    for design, card in found.designs.items():
        yield f"# {design}: {card.origins} origins"
        yield ""
        yield from _table(card.figures, FIRST, cell)
        yield ""
        yield from _table(card.figures, SECOND, cell)
        yield ""
        yield "Ceiling, knowing the true shares: " + _ceiling(card) + "."
        yield ""
        yield f"{card.ours} minus each other, on the same origins (perplexity: in %):"
        yield from _table(card.differences, COMPARED, difference)
        yield ""
    yield "Said and seen, by tenth of predicted moves:"
    yield "; ".join(f"{said:.2%} {seen:.2%}" for said, seen in found.calibration)


def cell(measure: str, figure: Figure | None) -> str:
    """A figure with its interval: ``.307 [.289, .324]``."""
    if figure is None:
        return "–"
    if measure == "perplexity":
        return "{:.1f} [{:.0f}, {:.0f}]".format(*figure)
    value, low, high = (_short(each) for each in figure)
    return f"{value} [{low}, {high}]"


def difference(measure: str, figure: Figure | None) -> str:
    """A signed figure with its interval; of perplexity in per cent."""
    if figure is None:
        return "–"
    if measure == "perplexity":
        value, low, high = (f"{each:+.1%}".replace("-", "−") for each in figure)
    else:
        value, low, high = (_short(each, sign="+") for each in figure)
    return f"{value} [{low}, {high}]"


def _short(value: float, sign: str = "") -> str:
    text = f"{value:{sign}.3f}".replace("0.", ".", 1)
    return text.replace("-", "−") if float(f"{value:.3f}") else text.lstrip("-+")


def _ceiling(card: Scorecard) -> str:
    return ", ".join(
        f"{name} {card.ceiling[name]:.0f}"
        if name == "perplexity"
        else f"{name} {_short(card.ceiling[name])}"
        for name in ("R@10", "R@20", "R@50", "perplexity")
    )


def _table(
    rows: Mapping[str, Mapping[str, Figure]],
    measures: tuple[str, ...],
    say: Callable[[str, Figure | None], str],
) -> Iterator[str]:
    names = max((len(name) for name in rows), default=0) + 1
    yield " " * names + "".join(f"{measure:>{WIDTH}}" for measure in measures)
    for name, found in rows.items():
        cells = (say(measure, found.get(measure)) for measure in measures)
        yield f"{name:<{names}}" + "".join(f"{text:>{WIDTH}}" for text in cells)

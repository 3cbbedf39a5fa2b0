"""What is behind commonness and fit, as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from turnpoint.charts.terms import terms
from turnpoint.core.transition.explanation import Explanation


def why_lines(why: Explanation) -> Iterator[str]:
    """Terms with their sum, the tier, the people behind it, the way back, and what was compared."""
    chart = terms(why.move)
    width = max(len(name) for name, _, _ in chart.rows)
    for name, odds, log_odds in (chart.columns, *chart.rows):
        yield f"{name:{width}}  {odds:>8}  {log_odds:>8}"
    shares = ", ".join(f"{share} {tier}" for share, tier in why.tiers)
    yield f"Tier: {why.move.tier}. Of people who really moved: {shares}."
    yield from why.lift.sentences if why.lift else ()
    yield from why.behind.sentences
    yield why.reverse.sentence
    yield f"Compared here: {why.read}."
    if why.sharper:
        yield f"{why.sharper.name} would add {why.sharper.adds}: {why.sharper.command}"

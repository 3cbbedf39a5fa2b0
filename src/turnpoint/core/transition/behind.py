"""Who stands behind a figure: people the survey saw leave this work, and people from work like it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from turnpoint.core.transition.origin import Move, round_figure
from turnpoint.core.transition.wording import listed
from turnpoint.labour.market import LabourMarket

FEW = 50
RAREST = 1e-5
"""A share that no sample of this size could tell from none."""


class Others(NamedTuple):
    """People who left work like this one: which, about how many were sampled, and how many of them
    went there."""

    title: str
    sampled: int
    went: float


@dataclass(frozen=True, slots=True)
class Behind:
    """``sampled``: about how many sampled people left the origin, ``None`` where nobody was;
    ``between``: the 90% interval as “1 in N”, the commoner end first, the rarer end ``None`` where it
    has none; ``others``: the most telling first. ``sentences`` say it."""

    sampled: int | None
    between: tuple[int, int | None] | None
    others: tuple[Others, ...]
    sentences: tuple[str, ...]

    @property
    def badge(self) -> str:
        """“based on about 160 sampled movers”."""
        if not self.sampled:
            return "based on movers from other work alone"
        return f"based on about {self.sampled:,} sampled movers"


def behind(market: LabourMarket, move: Move) -> Behind:
    """Who stands behind the commonness of a move."""
    between = _between(move) if move.sampled_movers else None
    others = tuple(
        Others(
            market.occupations[each.occupation].title,
            round(each.sampled),
            each.sampled * each.share,
        )
        for each in move.neighbours
    )
    return Behind(move.sampled_movers, between, others, (_own(move, between), *_others(others)))


def _between(move: Move) -> tuple[int, int | None]:
    """The interval with the figure in it: among the very rarest, its mean lies above its middle 90%."""
    low, high = move.interval
    high = max(high, move.probability, RAREST)
    near = min(round_figure(1 / high), move.one_in)
    return near, max(round_figure(1 / low), move.one_in) if low > RAREST else None


def _own(move: Move, between: tuple[int, int | None] | None) -> str:
    if between is None:
        return (
            f"About 1 in {move.one_in:,}. No moves out of this work are in the survey’s data that "
            "Turnpoint has, so the figure rests on the facts of the two jobs and on people from work like it."
        )
    near, far = between
    end = f"1 in {far:,}" if far else "far rarer than that"
    few = " Those are few, so take it as a hint." if (move.sampled_movers or 0) < FEW else ""
    return (
        f"About 1 in {move.one_in:,}; nine times in ten between 1 in {near:,} and {end}. About {move.sampled_movers:,} sampled "
        f"people left this work for another.{few}"
    )


def _others(others: tuple[Others, ...]) -> tuple[str, ...]:
    if not others:
        return ("From no work like it were more people seen to go there than from elsewhere.",)
    named = [
        f"“{each.title}” (about {_people(each.went)} of {each.sampled:,} sampled)"
        for each in others
    ]
    return (f"People from work like it went there, above all from {listed(named)}.",)


def _people(number: float) -> str:
    return f"{number:,.0f}" if number >= 1 else "1"

"""The way back: ``j → i`` beside ``i → j``, and what makes one of the two the harder.

``log p(j|i) − log p(i|j) = Σ_k (term_k there − term_k back) + (log Z_back − log Z_there)``, exactly: the
terms of the two scores, and how much else draws the people of each origin (``Z``, the sum of the odds of
all their moves). Both are moves between occupations, whoever asks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from turnpoint.core.transition import features
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.origin import INFLOW_LABEL, Move
from turnpoint.core.transition.wording import listed
from turnpoint.labour.market import LabourMarket

ELSEWHERE = "how much else draws those who leave"
ALIKE = 1.25
"""Up to a quarter more, the two ways count as about as common."""
MOST_REASONS = 2
SLIGHT = 0.05
"""Log-odds below which a term is no reason."""

REASONS = {
    INFLOW_LABEL: "fewer people enter {to} than {start}",
    ELSEWHERE: "people who leave {start} have more else to go to",
    features.PEOPLE: "fewer people were seen to go that way",
    features.PATHS: "fewer people go from that field to the other than back",
    features.WORK: "less of the work there is done already",
    features.PAY: "the difference in pay weighs more that way",
    features.SKILLS: "more skills would be new, or left unused",
    features.KNOWLEDGE: "more knowledge would be new, or left unused",
    features.PREPARATION: "it asks for less preparation",
    features.SETTING: "more conditions of work would be new, or left behind",
    features.PATH: "O*NET names only the other way as related work",
}
"""Why one way is the harder, in words; a group that is not here is the same both ways."""


class Differing(NamedTuple):
    """One term of both ways, in log-odds."""

    label: str
    there: float
    back: float

    @property
    def difference(self) -> float:
        return self.there - self.back


@dataclass(frozen=True, slots=True)
class Reverse:
    """A move between two occupations and its reverse; ``differing`` sum to the log of how much
    commoner the way there is, the largest first."""

    there: Move
    back: Move
    differing: tuple[Differing, ...]
    sentence: str


def reverse_of(model: TransitionModel, market: LabourMarket, origin: int, to: int) -> Reverse:
    """Both ways between two occupations.

    Raises ``NotFound`` for staying.
    """
    there, back = model.move(origin, to), model.move(to, origin)
    differing = _differing(there, back)
    return Reverse(there, back, differing, _sentence(market, there, back, differing))


def _differing(there: Move, back: Move) -> tuple[Differing, ...]:
    pairs = zip(there.terms, back.terms, strict=True)
    terms = [Differing(one.label, one.contribution, other.contribution) for one, other in pairs]
    terms.append(Differing(ELSEWHERE, _elsewhere(there), _elsewhere(back)))
    return tuple(sorted(terms, key=lambda each: -abs(each.difference)))


def _elsewhere(move: Move) -> float:
    return math.log(max(move.probability, 1e-30)) - move.score


def _sentence(
    market: LabourMarket, there: Move, back: Move, differing: tuple[Differing, ...]
) -> str:
    here, goal = (market.occupations[each].title for each in (there.origin, there.destination))
    ratio = math.log(max(there.probability, 1e-30) / max(back.probability, 1e-30))
    if abs(ratio) < math.log(ALIKE):
        return f"The other way, from “{goal}” to “{here}”, is about as common."
    rarer, start, to = (
        ("There", "this work", "that work") if ratio < 0 else ("Back", "that work", "this work")
    )
    sign = 1 if ratio > 0 else -1
    reasons = [
        REASONS[each.label].format(start=start, to=to)
        for each in differing
        if each.label in REASONS and sign * each.difference > SLIGHT
    ][:MOST_REASONS]
    because = f", above all because {listed(reasons)}" if reasons else ""
    return (
        f"{rarer} is the rarer way: about 1 in {there.one_in:,} of those who leave “{here}” for other "
        f"work go to “{goal}”; of those who leave that, 1 in {back.one_in:,} come the other way{because}."
    )

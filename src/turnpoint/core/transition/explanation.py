"""Why a move has the commonness and the fit it has: everything behind its two numbers."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.behind import Behind, behind
from turnpoint.core.transition.lifting import Lift
from turnpoint.core.transition.missing import MissingFact
from turnpoint.core.transition.move import Move, TransitionModel
from turnpoint.core.transition.provenance import ADD_ONET
from turnpoint.core.transition.reverse import Reverse, reverse_of
from turnpoint.core.transition.tier import TIERS
from turnpoint.labour.market import LabourMarket

SHIPPED = "work activities, job titles, pay, industries, and moves that the survey saw"
RATED = "O*NET’s skills, knowledge, interests and related work"
READ = {
    "embedded": SHIPPED,
    "onet": f"{SHIPPED}; {RATED}",
    "onet+context": f"{SHIPPED}; {RATED}, the setting of the work, and abilities",
}
"""What each feature set compares, in words."""

SHARPER = {
    "embedded": MissingFact(
        "O*NET skills, knowledge and interests",
        "what each work asks for, its knowledge and interests, and the work it is related to",
        ADD_ONET,
    ),
    "onet": MissingFact(
        "An O*NET release with Work Context and Abilities",
        "the setting of the work, and the abilities it asks for",
        "turnpoint data add onet PATH",
    ),
}
"""What would let the model run on a richer set."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """``lift`` is ``None`` where nobody asks for themselves, and for a close move; ``read`` says which facts were compared; ``sharper`` which would sharpen it, ``None`` where all
    are there."""

    move: Move
    behind: Behind
    reverse: Reverse
    lift: Lift | None
    read: str
    sharper: MissingFact | None

    @property
    def tiers(self) -> tuple[tuple[str, str], ...]:
        """The share of held-out real moves in each tier, as a page says it."""
        shares = zip(self.move.tier_shares, TIERS, strict=True)
        return tuple((f"{share:.0%}", str(tier)) for share, tier in shares)


def explanation_of(
    market: LabourMarket, model: TransitionModel, move: Move, lift: Lift | None = None
) -> Explanation:
    """Everything behind a move that the model gave; ``lift`` is for the person who asks."""
    return Explanation(
        move=move,
        behind=behind(market, move),
        reverse=reverse_of(model, market, move.origin, move.destination),
        lift=lift,
        read=READ[move.feature_set],
        sharper=SHARPER.get(move.feature_set),
    )

"""The facts that an answer had to do without, and the one command that adds each."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.provenance import ADD_ONET, ADD_PROJECTIONS, ADD_WAGES
from turnpoint.labour.market import LabourMarket


@dataclass(frozen=True, slots=True)
class MissingFact:
    """Facts that are not loaded, what they would add, and the one command that adds them."""

    name: str
    adds: str
    command: str


def missing_facts(market: LabourMarket) -> tuple[MissingFact, ...]:
    """What is not loaded of what a reality check reads."""
    found = []
    if market.wages is None:
        found.append(MissingFact("Wages", "pay at your place, and five years of it", ADD_WAGES))
    if not {"skills", "knowledge"} & market.ratings.keys():
        adds = "the skills and knowledge the work asks for, against yours"
        found.append(MissingFact("O*NET skills and knowledge", adds, ADD_ONET))
    if not (market.preparation.education > 0).any():
        adds = "the education, experience and training that people in the work report"
        found.append(MissingFact("O*NET education and experience", adds, ADD_ONET))
    if not market.preparation.job_zone.any():
        adds = "a cross-check on the months to be ready"
        found.append(MissingFact("O*NET job zones", adds, ADD_ONET))
    if not market.outlook:
        adds = "the typical way in, and whether the work is growing"
        found.append(MissingFact("Employment projections", adds, ADD_PROJECTIONS))
    return tuple(found)

"""How long the search takes, or setting up a business: a stated assumption, by tier and job zone."""

from __future__ import annotations

from turnpoint.core.transition.assumptions import OURS, Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind
from turnpoint.core.transition.provenance import assumed
from turnpoint.core.transition.track import SEARCH, Track, guessed, months

TIERS = {"close": 0.0, "reachable": 1 / 3, "stretch": 2 / 3, "long shot": 1.0}


def search_track(job_zone: int, tier: str, *, owner: bool, assumptions: Assumptions) -> Track:
    """Months of looking, by how usual the move is and how much the work asks; set-up for an owner.

    ``tier`` is empty where no model says how usual the move is; ``job_zone`` is 0 where unknown.
    """
    near, far = assumptions.search_close, max(assumptions.search_far, assumptions.search_close)
    step = TIERS.get(tier.replace("-", " "), 0.5)
    zone = {0: 0.0, 1: -0.15, 2: -0.15, 3: 0.0}.get(job_zone, 0.15)
    likely = near + (far - near) * min(max(step + zone, 0.0), 1.0)
    times = min(assumptions.guess_spread, 1.5)
    if owner:
        likely, times = assumptions.set_up, assumptions.guess_spread
    duration = guessed(likely, times)
    return Track(
        SEARCH,
        "Setting up" if owner else "Looking",
        duration,
        f"Assumed: {months(duration)} to "
        + ("set up before it earns." if owner else "find such a job."),
        Derivation(
            "months of setting up"
            if owner
            else "from the time for a close move to that for a far one, by how usual it is",
            (assumed("months", round(likely, 1), "months", OURS),),
            OURS,
            "",
            Kind.ASSUMPTION,
        ),
    )

"""How long the search takes, or setting up a business: a stated assumption, by tier and job zone."""

from __future__ import annotations

from turnpoint.core.transition.assumptions import OURS, Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind, Range
from turnpoint.core.transition.provenance import term_of
from turnpoint.core.transition.track import SEARCH, Track, guessed, months

TIERS = {"close": 0.0, "reachable": 1 / 3, "stretch": 2 / 3, "long shot": 1.0}
"""How far along from a close move to a far one a tier stands; half way where there is none."""

ZONES = {0: 0.0, 1: -1.0, 2: -1.0, 3: 0.0}
"""Which way a job zone moves that; forward where it is not named here."""


def search_months(job_zone: int, tier: str, *, owner: bool, assumed: Assumptions) -> Range:
    """How long looking takes, or setting up for an owner."""
    if owner:
        return guessed(assumed.set_up, assumed.guess_spread)
    near, far = assumed.search_close, max(assumed.search_far, assumed.search_close)
    step = TIERS.get(tier.replace("-", " "), 0.5)
    zone = assumed.search_zone * ZONES.get(job_zone, 1.0)
    likely = near + (far - near) * min(max(step + zone, 0.0), 1.0)
    return guessed(likely, min(assumed.guess_spread, 1.5))


def search_track(job_zone: int, tier: str, *, owner: bool, assumptions: Assumptions) -> Track:
    """Months of looking, by how usual the move is and how much the work asks; set-up for an owner.

    ``tier`` is empty where no model says how usual the move is; ``job_zone`` is 0 where unknown.
    """
    duration = search_months(job_zone, tier, owner=owner, assumed=assumptions)
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
            tuple(term_of(assumptions, name) for name in _asked_of(owner=owner)),
            OURS,
            "",
            Kind.ASSUMPTION,
        ),
    )


def _asked_of(*, owner: bool) -> tuple[str, ...]:
    return ("set_up", "guess_spread") if owner else ("search_close", "search_far", "search_zone")

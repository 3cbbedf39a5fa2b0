"""How long the search takes, or setting up a business: a stated assumption, by tier and job zone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.assumptions import OURS, Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind, Range
from turnpoint.core.transition.provenance import term_of
from turnpoint.core.transition.track import SEARCH, Track, guessed, months

TIERS = {"close": 0.0, "reachable": 1 / 3, "stretch": 2 / 3, "long shot": 1.0}
"""How far along from a close move to a far one a tier stands; half way where there is none."""

ZONES = np.array([0.0, -1.0, -1.0, 0.0, 1.0, 1.0])
"""Which way a job zone from 0 (not known) to 5 moves that."""


def looking_months(
    step: NDArray[np.float64], job_zone: NDArray[np.int64], assumed: Assumptions
) -> NDArray[np.float64]:
    """Likely months of looking for moves from 0 (close) to 1 (far) into work of those job zones."""
    near, far = assumed.search_close, max(assumed.search_far, assumed.search_close)
    along = np.clip(step + assumed.search_zone * ZONES[job_zone], 0.0, 1.0)
    months: NDArray[np.float64] = near + (far - near) * along
    return months


def search_months(job_zone: int, tier: str, *, owner: bool, assumed: Assumptions) -> Range:
    """How long looking takes, or setting up for an owner."""
    if owner:
        return guessed(assumed.set_up, assumed.guess_spread)
    step = TIERS.get(tier.replace("-", " "), 0.5)
    likely = float(looking_months(np.array([step]), np.array([job_zone]), assumed)[0])
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

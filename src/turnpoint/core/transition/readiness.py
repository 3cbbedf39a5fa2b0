"""Months to be ready: ``T = search + max(education, experience, licence, training, skills)``.

The tracks run side by side, so that the longest one sets the pace; it is named. Every track is a
range, and says whether a publisher's facts or an assumption of ours gave it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.experience import experience_track
from turnpoint.core.transition.gaps import Gaps
from turnpoint.core.transition.learning import skills_track, training_track
from turnpoint.core.transition.licensing import licence_track
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.schooling import education_track
from turnpoint.core.transition.search import search_track
from turnpoint.core.transition.track import SEARCH, Track, months
from turnpoint.labour.market import LabourMarket

PREPARATION_MONTHS = {
    1: Range(0.0, 1.0, 3.0),
    2: Range(3.0, 6.0, 12.0),
    3: Range(12.0, 18.0, 24.0),
    4: Range(24.0, 36.0, 48.0),
    5: Range(48.0, 84.0, 120.0),
}
"""Specific vocational preparation by job zone: SVP below 4, 4, 5 to 6, 7, and 8 or more."""


@dataclass(frozen=True, slots=True)
class PreparationCheck:
    """O*NET's job zone as a cross-check on the longest track: what SVP says the work takes in all.

    ``agrees`` is ``None`` where there is no job zone.
    """

    job_zone: int
    months: Range
    agrees: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """``total`` = ``search`` + the longest of ``tracks``; ``binding`` names the track that binds.

    ``binding`` is ``search`` where nothing has to be learned or got first.
    """

    total: Range
    search: Track
    tracks: tuple[Track, ...]
    binding: str
    preparation: PreparationCheck

    def track(self, name: str) -> Track:
        return next(each for each in (*self.tracks, self.search) if each.name == name)


def readiness(
    market: LabourMarket,
    person: Person,
    occupation: int,
    gaps: Gaps,
    *,
    new: float,
    covered: Sequence[float],
    tier: str,
    owner: bool,
    assumptions: Assumptions,
) -> Readiness:
    """Months to be ready, from facts where they are loaded and stated assumptions elsewhere.

    ``new`` is the share of the destination's work that is new; ``covered`` how much of it each role
    contains; ``tier`` is empty where no model gives one.
    """
    zones = market.preparation.job_zone
    zone, own_zone = int(zones[occupation]), int(zones[person.origin])
    tracks = (
        education_track(market, person, occupation, owner=owner, assumptions=assumptions),
        experience_track(market, person, occupation, covered, owner=owner, assumptions=assumptions),
        licence_track(market, person, occupation, assumptions),
        training_track(market, occupation, new, owner=owner, assumptions=assumptions),
        skills_track(market, gaps, new, assumptions),
    )
    return together(
        search_track(zone, tier, owner=owner, assumptions=assumptions), tracks, zone, own_zone
    )


def together(
    search: Track, tracks: tuple[Track, ...], job_zone: int = 0, own_zone: int = 0
) -> Readiness:
    """``search + max(tracks)`` for low, likely and high each, with the binding track named."""
    longest = Range(
        max(track.months.low for track in tracks),
        max(track.months.likely for track in tracks),
        max(track.months.high for track in tracks),
    )
    slowest = max(tracks, key=lambda track: (track.months.likely, track.months.high))
    binding = slowest.name if slowest.months.likely > 0 else SEARCH
    total = Range(
        search.months.low + longest.low,
        search.months.likely + longest.likely,
        search.months.high + longest.high,
    )
    return Readiness(
        total,
        replace(search, binding=binding == SEARCH),
        tuple(replace(track, binding=track.name == binding) for track in tracks),
        binding,
        _preparation_check(job_zone, own_zone, longest),
    )


def _preparation_check(job_zone: int, own_zone: int, longest: Range) -> PreparationCheck:
    """Too long where even somebody new to all work would need less; too short where it is less than
    the step from the zone of the present work."""
    known = PREPARATION_MONTHS.get(job_zone)
    if known is None:
        sentence = "No job zone is loaded to check this against."
        return PreparationCheck(0, Range.exactly(0.0), None, sentence)
    own = PREPARATION_MONTHS.get(own_zone, known)
    least = max(known.low - own.high, 0.0)
    zone = (
        f"O*NET puts this work in job zone {job_zone}: {months(known)} of preparation for somebody "
        "who starts from nothing"
    )
    if longest.likely > known.high:
        tail = (
            f", and the longest track above comes to about {longest.likely:.0f}. The two disagree, "
            "so look at what that track is made of before you believe it."
        )
    elif longest.high < least:
        tail = (
            f", at least {least:.0f} of them beyond your present work’s zone {own_zone}, and the "
            f"longest track above comes to {longest.high:.0f} at most. The two disagree: ask "
            "somebody who does this work what it took."
        )
    else:
        return PreparationCheck(
            job_zone, known, True, f"{zone}, which the longest track stays within."
        )
    return PreparationCheck(job_zone, known, False, zone + tail)

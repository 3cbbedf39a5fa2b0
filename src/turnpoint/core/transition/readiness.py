"""Months to be ready: ``T = search + max(education, experience, licence, training, skills)``.

The tracks run side by side, so that the longest one sets the pace; it is named. Every track is a
range, and says whether a publisher's facts or an assumption of ours gave it.
"""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.derivation import Derivation, Range

EDUCATION, EXPERIENCE, LICENCE, TRAINING, SKILLS, SEARCH = (
    "education",
    "experience",
    "licence",
    "training",
    "skills",
    "search",
)


@dataclass(frozen=True, slots=True)
class Track:
    """One thing that takes time. ``replace_with`` is the command that turns an assumption to fact.

    ``sentence`` says what the months are made of, in words for the person.
    """

    name: str
    label: str
    months: Range
    sentence: str
    derivation: Derivation
    binding: bool = False
    replace_with: str = ""


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

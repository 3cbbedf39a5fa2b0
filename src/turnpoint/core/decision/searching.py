"""Searching: which offers to take, and how long they may take, for each option that looks for one.

“Accept above” is worked out in the household’s own money (``accept_above``): it falls as the cash
does. Where one option quits to search and another searches beside the job, the two are set against
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from turnpoint.core.decision.accept_above import AcceptAbove, accept_above
from turnpoint.core.decision.as_trajectory import courses, money
from turnpoint.core.decision.file import SEARCHING, DecisionFile
from turnpoint.core.decision.runway import Runway
from turnpoint.core.decision.share import Share
from turnpoint.core.trajectory.course import Course


@dataclass(frozen=True, slots=True)
class Search:
    """``accept`` is the pay a year from which an offer is worth taking at first, ``accept_later``
    the same in the last month of the cash (``None`` beside a job). ``offer`` is the share of futures
    in which one is taken within the horizon, ``offer_month`` the month by which half have, ``ruin``
    the chance that the money runs out first or later."""

    option: str
    beside_a_job: bool
    accept: float
    accept_later: float | None
    offer: Share
    offer_month: int | None
    ruin: Share


@dataclass(frozen=True, slots=True)
class QuitOrSearch:
    """``gain`` is what quitting now is worth against searching beside the job: net pay over five
    years, nothing else counted. ``even`` is the chance of an offer a month without a job at which
    the two are level; ``None`` where no chance is enough."""

    quits: str
    searches: str
    gain: float
    even: float | None
    chance: float


def searches(file: DecisionFile, runways: Sequence[Runway]) -> tuple[Search, ...]:
    """The options that search: those that leave without pay, and those that look beside a job."""
    return tuple(
        _search(file, course, runway)
        for course, runway in zip(courses(file), runways, strict=True)
        if _quits(course) or _looks_beside(file, course)
    )


def quit_or_search(file: DecisionFile) -> QuitOrSearch | None:
    """Quitting to search against searching beside the job, where the file has both."""
    plans = courses(file)
    quits = next((each for each in plans if _quits(each)), None)
    beside = next((each for each in plans if _looks_beside(file, each)), None)
    if quits is None or beside is None or quits.offers.searching <= 0:
        return None
    offers = replace(quits.offers, employed=beside.offers.employed)
    both = accept_above(money(file), replace(quits, offers=offers, before=beside.before))
    if both.gain is None:
        return None
    return QuitOrSearch(quits.key, beside.key, both.gain, both.even, offers.searching)


def _quits(course: Course) -> bool:
    return course.pay is None and course.offers.searching > 0


def _looks_beside(file: DecisionFile, course: Course) -> bool:
    looks = course.offers.employed > 0 and course.offers.searching > 0
    return file.kind in SEARCHING and course.pay is not None and looks


def _search(file: DecisionFile, course: Course, runway: Runway) -> Search:
    above = accept_above(money(file), course)
    beside = course.pay is not None
    return Search(
        option=course.key,
        beside_a_job=beside,
        accept=_accept(above, beside),
        accept_later=None if beside or not above.by_month else above.by_month[-1],
        offer=runway.offer,
        offer_month=runway.offer_middle,
        ruin=runway.ruin,
    )


def _accept(above: AcceptAbove, beside: bool) -> float:
    return above.now if not beside or above.beside is None else above.beside

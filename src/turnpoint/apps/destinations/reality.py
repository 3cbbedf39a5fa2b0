"""A destination held against the facts, as its page shows it.

The check is computed once for the same market, person, wish and assumptions, and kept: it depends
on nothing else.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import Hypothesis, months_between
from turnpoint.apps.destinations.wording import said_month
from turnpoint.apps.occupations.queries import area_name, market, transition_model
from turnpoint.apps.profiles.queries import person as person_of
from turnpoint.charts.chart import Chart
from turnpoint.charts.pay_outlook import pay_outlook
from turnpoint.charts.readiness_tracks import readiness_tracks
from turnpoint.charts.skills_gap import activities_gap, skills_gap
from turnpoint.core.transition.assumptions import Assumption, Assumptions
from turnpoint.core.transition.constraints import Constraint
from turnpoint.core.transition.derivation import Figure
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.reality_check import RealityCheck, check
from turnpoint.core.transition.summary import PACE
from turnpoint.core.transition.tier import TIERS
from turnpoint.core.transition.track import Track
from turnpoint.errors import BadInput
from turnpoint.labour.market import LabourMarket

HEADLINE = ("commonness", "fit", "ready", "first_year", "five_years")
ABOUT_WORK = ("covered", "distance")
ABOUT_PAY = ("percentile_now", "percentile_landing", "band", "break_even", "tuition", "forgone")
SPOKEN_TO = frozenset({"pay_floor", "horizon", "hours"})
"""The constraints that a figure may speak to; the others are open questions."""

KEPT_CHECKS = 64


class Lacking(StrEnum):
    """Why there is no reality check."""

    OCCUPATION = "occupation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Reality:
    """One reality check with its charts, sorted for the page."""

    check: RealityCheck
    headline: tuple[Figure, ...]
    about_work: tuple[Figure, ...]
    tracks: tuple[Figure, ...]
    about_pay: tuple[Figure, ...]
    skills: Chart | None
    activities: Chart | None
    readiness: Chart
    outlook: Chart | None
    answered: tuple[Constraint, ...]
    open: tuple[Constraint, ...]
    place: str

    @property
    def every_track(self) -> tuple[Track, ...]:
        return (*self.check.readiness.tracks, self.check.readiness.search)

    @property
    def pace(self) -> str:
        """What sets the pace, in words."""
        return PACE[self.check.readiness.binding]

    @property
    def tiers(self) -> tuple[tuple[str, str], ...]:
        """The share of real moves in each tier, as the page says it."""
        move = self.check.move
        shares = move.tier_shares if move else ()
        return tuple(
            (f"{share:.0%}", str(tier)) for share, tier in zip(shares, TIERS, strict=False)
        )


@dataclass(frozen=True, slots=True)
class Varied:
    """Assumptions as an address gives them. ``problems`` says by name what could not be used."""

    assumptions: Assumptions
    changed: tuple[str, ...]
    problems: Mapping[str, str]


def varied(given: Mapping[str, str]) -> Varied:
    """The assumptions an address names, each checked by itself; one that is wrong stays as it was."""
    assumed = Assumptions()
    problems: dict[str, str] = {}
    for term in assumed.described():
        text = given.get(term.name, "").strip()
        if not text:
            continue
        try:
            assumed = assumed.varied(**{term.name: _number(text, term)})
        except BadInput as error:
            problems[term.name] = str(error)
    changed = tuple(each.name for each in assumed.described() if each.value != each.default)
    return Varied(assumed, changed, problems)


def _number(text: str, term: Assumption) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError as error:
        raise BadInput(f"“{text[:20]}” is not a number.", where=term.name) from error
    if not math.isfinite(value):
        raise BadInput(f"“{text[:20]}” is not a number.", where=term.name)
    return value


def reality(
    *, owner: User, said: Hypothesis, today: dt.date, assumptions: Assumptions
) -> Reality | Lacking:
    """Hold what was said against the person; or what is lacking to do so."""
    facts = market()
    if said.occupation_code not in facts.index:
        return Lacking.OCCUPATION
    person = person_of(owner=owner, market=facts, day=today)
    if person is None:
        return Lacking.PERSON
    if said.area_code and area_name(said.area_code):
        person = replace(person, area=said.area_code)
    elif not area_name(person.area):
        person = replace(person, area=Person(person.roles).area)
    wish = _wish(said, facts.index[said.occupation_code], today)
    found = _kept(person, wish, assumptions)
    return _sorted(found, area_name(person.area))


def _wish(said: Hypothesis, occupation: int, today: dt.date) -> Wish:
    dreams = (
        dream.text.rstrip(".") + (f" (by {said_month(dream.by)})" if dream.by else "")
        for dream in said.dreams
    )
    return Wish(
        occupation=occupation,
        own_business=said.own_business,
        horizon=float(max(months_between(today, said.by), 0)),
        pay_floor=None if said.pay_floor is None else float(said.pay_floor),
        currency=said.currency,
        hours=None if said.hours_per_week is None else float(said.hours_per_week),
        constraints=tuple(filter(None, (said.flexibility.rstrip("."), *dreams))),
    )


def _sorted(found: RealityCheck, place: str) -> Reality:
    by_key = {figure.key: figure for figure in found.figures}

    def those(keys: tuple[str, ...]) -> tuple[Figure, ...]:
        return tuple(by_key[key] for key in keys if key in by_key)

    gaps, pay, wish = found.gaps, found.pay, found.wish
    floor = wish.pay_floor if pay and wish.currency == pay.currency else None
    return Reality(
        check=found,
        headline=those(HEADLINE),
        about_work=those(ABOUT_WORK),
        tracks=tuple(each for each in found.figures if each.key.startswith("ready_")),
        about_pay=those(ABOUT_PAY),
        skills=skills_gap(gaps.rated),
        activities=activities_gap(gaps.activities) if gaps.activities else None,
        readiness=readiness_tracks(found.readiness),
        outlook=pay_outlook(pay, floor=floor) if pay else None,
        answered=tuple(each for each in found.constraints if each.name in SPOKEN_TO),
        open=tuple(each for each in found.constraints if each.name not in SPOKEN_TO),
        place=place,
    )


_checks: OrderedDict[object, tuple[LabourMarket, RealityCheck]] = OrderedDict()
_lock = Lock()


def _kept(person: Person, wish: Wish, assumptions: Assumptions) -> RealityCheck:
    """The check from memory, or computed; the least recently used one is forgotten."""
    facts, model = market(), transition_model()
    rest = replace(person, skills={})
    key = (str(rest), tuple(sorted(person.skills.items())), wish, assumptions)
    with _lock:
        known, found = _checks.get(key, (None, None))
        if found is not None and known is facts:
            _checks.move_to_end(key)
            return found
    found = check(facts, model, person, wish, assumptions)
    with _lock:
        _checks[key] = (facts, found)
        if len(_checks) > KEPT_CHECKS:
            _checks.popitem(last=False)
    return found

"""A destination held against the facts, as its page shows it.

The check is computed once for the same market, person, wish and assumptions, and kept: it depends
on nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
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
from turnpoint.charts.pay_percentiles import PayRow, pay_percentiles
from turnpoint.charts.readiness_tracks import readiness_tracks
from turnpoint.charts.skills_gap import activities_gap, skills_gap
from turnpoint.charts.terms import terms
from turnpoint.charts.tornado import tornado
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.constraints import Constraint
from turnpoint.core.transition.derivation import Figure
from turnpoint.core.transition.exchange import DOLLARS, in_dollars
from turnpoint.core.transition.pay_places import PlaceOfPay, pay_by_place, place_of_pay
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.reality_check import RealityCheck, check
from turnpoint.core.transition.stated_tables import StatedTable, stated_tables
from turnpoint.core.transition.summary import PACE
from turnpoint.core.transition.tornado import Sensitivity, sensitivity
from turnpoint.core.transition.track import Track
from turnpoint.labour.market import LabourMarket

HEADLINE = ("commonness", "fit", "ready", "first_year", "five_years")
ABOUT_WORK = ("covered", "distance")
ABOUT_PAY = ("percentile_now", "percentile_landing", "band", "break_even")
ABOUT_COSTS = ("tuition", "forgone", "fifth_year")
SPOKEN_TO = frozenset({"pay_floor", "horizon", "hours"})
"""The constraints that a figure may speak to; the others are open questions."""

KEPT_CHECKS = 64


class Lacking(StrEnum):
    """Why there is no reality check."""

    OCCUPATION = "occupation"
    PERSON = "person"


@dataclass(frozen=True, slots=True, eq=False)
class Reality:
    """One reality check with its charts, sorted for the page. It equals itself alone: ``_kept``
    gives the same one for the same question."""

    check: RealityCheck
    headline: tuple[Figure, ...]
    about_work: tuple[Figure, ...]
    tracks: tuple[Figure, ...]
    about_pay: tuple[Figure, ...]
    terms: Chart | None
    skills: Chart | None
    activities: Chart | None
    readiness: Chart
    outlook: Chart | None
    varied: Sensitivity
    months_by: Chart | None
    pay_by: Chart | None
    by_place: Chart | None
    places: tuple[PlaceOfPay, ...]
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
    def foreign_currency(self) -> str:
        wish = self.check.wish
        return _foreign(self.check.person, DOLLARS if wish.pay_floor is None else wish.currency)

    @property
    def tables(self) -> tuple[StatedTable, ...]:
        return stated_tables(self.check.assumptions)

    @property
    def growth_there(self) -> str:
        return self._said("scale_growth")

    @property
    def growth_here(self) -> str:
        return self._said("staying_growth")

    def _said(self, name: str) -> str:
        term = self.check.assumptions.one(name)
        return term.said(term.value)


def foreign_currency(*, owner: User, said: Hypothesis) -> str:
    """The person’s own currency where something of theirs is not in dollars, else nothing."""
    person = person_of(owner=owner, market=market())
    floor = said.currency if said.pay_floor is not None else DOLLARS
    return _foreign(person, floor)


def _foreign(person: Person | None, floor: str) -> str:
    own = person.currency if person is not None and person.pay is not None else DOLLARS
    return next((each for each in (own, floor) if each != DOLLARS), "")


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
    return _kept(person, wish, assumptions)


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


def _sorted(found: RealityCheck, varied: Sensitivity, place: str) -> Reality:
    by_key = {figure.key: figure for figure in found.figures}

    def those(keys: tuple[str, ...]) -> tuple[Figure, ...]:
        return tuple(by_key[key] for key in keys if key in by_key)

    gaps, pay = found.gaps, found.pay
    five = varied.five_years
    return Reality(
        check=found,
        headline=those(HEADLINE),
        about_work=those(ABOUT_WORK),
        tracks=tuple(each for each in found.figures if each.key.startswith("ready_")),
        about_pay=those((*ABOUT_PAY, *ABOUT_COSTS)),
        terms=terms(found.move) if found.move else None,
        skills=skills_gap(gaps.rated),
        activities=activities_gap(gaps.activities) if gaps.activities else None,
        readiness=readiness_tracks(found.readiness),
        outlook=pay_outlook(pay, floor=_floor(found)) if pay else None,
        varied=varied,
        months_by=tornado(varied.months, "the months to be ready"),
        pay_by=tornado(five, "five years against staying") if five else None,
        by_place=_by_place(found),
        places=_places(found),
        answered=tuple(each for each in found.constraints if each.name in SPOKEN_TO),
        open=tuple(each for each in found.constraints if each.name not in SPOKEN_TO),
        place=place,
    )


def _floor(found: RealityCheck) -> float | None:
    wish = found.wish
    if wish.pay_floor is None:
        return None
    return in_dollars(wish.pay_floor, wish.currency, found.assumptions.exchange)


def _places(found: RealityCheck) -> tuple[PlaceOfPay, ...]:
    """Whose pay answers for the destination and for the present work."""
    facts, area = market(), found.person.area
    both = dict.fromkeys((found.wish.occupation, found.person.origin))
    places = (place_of_pay(facts, each, area) for each in both)
    return tuple(place for place in places if place is not None)


def _by_place(found: RealityCheck) -> Chart | None:
    """Pay in the destination in the area, its state and the nation, where they differ."""
    facts = market()
    cells = pay_by_place(facts, found.wish.occupation, found.person.area)
    if len(cells) < 2 or facts.wages is None:
        return None
    rows = [PayRow(cell.area.name, f"in {cell.area.name}", cell) for cell in cells]
    source = f"OEWS (US Bureau of Labor Statistics), {facts.wages.vintage}; before tax."
    return pay_percentiles(rows, source=source)


_checks: OrderedDict[object, tuple[LabourMarket, Reality]] = OrderedDict()
_lock = Lock()


def _kept(person: Person, wish: Wish, assumptions: Assumptions) -> Reality:
    """It all from memory, or computed; the least recently used one is forgotten."""
    facts, model = market(), transition_model()
    rest = replace(person, skills={})
    key = (str(rest), tuple(sorted(person.skills.items())), wish, assumptions)
    with _lock:
        known, found = _checks.get(key, (None, None))
        if found is not None and known is facts:
            _checks.move_to_end(key)
            return found
    checked = check(facts, model, person, wish, assumptions)
    found = _sorted(checked, sensitivity(facts, checked), area_name(person.area))
    with _lock:
        _checks[key] = (facts, found)
        if len(_checks) > KEPT_CHECKS:
            _checks.popitem(last=False)
    return found

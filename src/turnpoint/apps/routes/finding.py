"""Routes to a destination as its page asks for them, kept in memory while nothing changes.

What every occupation asks is the same for everybody and takes half a second, what it pays at a place
half of that, and so do the moves of one person toward one destination. All are kept: the moves, which
are large, for a few people; what was found among them for many.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock
from typing import Generic, TypeVar

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.occupations.queries import area_name, market, transition_model
from turnpoint.apps.profiles.queries import person as person_of
from turnpoint.core.route.graph import RouteGraph
from turnpoint.core.route.limits import Limits
from turnpoint.core.route.moves import Ground, graph_of, ground_of
from turnpoint.core.route.routes import Leading, Routes, find_routes, where_it_leads
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.person import Person
from turnpoint.errors import TurnpointError
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.wage import NATIONAL

T = TypeVar("T")


class Unanswered(StrEnum):
    """What is lacking to look for routes."""

    OCCUPATION = "occupation"
    PERSON = "person"
    THERE = "there"
    """The present role is of the destination’s own occupation."""


class Kept(Generic[T]):
    """The last few values that took long to make, for the market they were made from."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._known: OrderedDict[Hashable, tuple[LabourMarket, T]] = OrderedDict()

    def get(self, key: Hashable, facts: LabourMarket, make: Callable[[], T]) -> T:
        """The value from memory, or made; the least recently used one is forgotten."""
        with self._lock:
            known = self._known.get(key)
            if known is not None and known[0] is facts:
                self._known.move_to_end(key)
                return known[1]
        value = make()
        with self._lock:
            self._known[key] = (facts, value)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return value


_grounds: Kept[Ground] = Kept(4)
_graphs: Kept[RouteGraph] = Kept(8)
_found: Kept[Routes] = Kept(128)
_leads: Kept[tuple[Leading, ...]] = Kept(128)


@dataclass(frozen=True, slots=True)
class Question:
    """Whose routes, and where to. ``target`` numbers the destination’s occupation."""

    market: LabourMarket
    person: Person
    target: int
    owner: bool
    place: str
    assumptions: Assumptions

    def graph(self) -> RouteGraph:
        """The moves of this person toward this destination."""
        return _graphs.get(
            self._key(),
            self.market,
            lambda: graph_of(self._ground(), self.person, self.target, owner=self.owner),
        )

    def routes(self, limits: Limits) -> Routes:
        """What is found among them within the limits, in both directions."""
        return _found.get(
            (self._key(), limits),
            self.market,
            lambda: find_routes(self.graph(), self.target, limits),
        )

    def leads(self, limits: Limits, most: int) -> tuple[Leading, ...]:
        """The roles that one’s history most commonly leads to within the limits."""
        return _leads.get(
            (self._key(), limits, most),
            self.market,
            lambda: where_it_leads(self.graph(), limits, most),
        )

    def _key(self) -> Hashable:
        rest = replace(self.person, skills={})
        skills = tuple(sorted(self.person.skills.items()))
        return str(rest), skills, self.target, self.owner, self.assumptions

    def _ground(self) -> Ground:
        area, national = self.person.area, national_ground(self.market, self.assumptions)
        if area == NATIONAL:
            return national
        key = (area, self.assumptions)
        return _grounds.get(key, self.market, lambda: national.at(area))


def national_ground(facts: LabourMarket, assumed: Assumptions) -> Ground:
    """What every occupation asks, and what it pays in the nation."""

    def made() -> Ground:
        return ground_of(facts, transition_model(), assumed, NATIONAL)

    return _grounds.get((NATIONAL, assumed), facts, made)


def warm_up() -> threading.Thread:
    """Make in the background what the first look for routes needs, so that it does not wait."""
    thread = threading.Thread(target=_prepare, name="routes-warm-up", daemon=True)
    thread.start()
    return thread


def _prepare() -> None:
    with contextlib.suppress(TurnpointError):  # the page that needs the facts says what is wrong
        national_ground(market(), Assumptions())


def question_of(
    *, owner: User, destination: Destination, said: Hypothesis, today: dt.date
) -> Question | Unanswered:
    """What to look for, from the profile and the destination; or what is lacking.

    ``said`` is what the destination says; its own assumptions hold for its routes too.
    """
    facts = market()
    if said.occupation_code not in facts.index:
        return Unanswered.OCCUPATION
    person = person_of(owner=owner, market=facts, day=today)
    if person is None:
        return Unanswered.PERSON
    target = facts.index[said.occupation_code]
    if person.origin == target:
        return Unanswered.THERE
    area = said.area_code if said.area_code and area_name(said.area_code) else person.area
    person = replace(person, area=area if area_name(area) else NATIONAL)
    assumed = destinations.assumptions(owner=owner, destination=destination)
    return Question(facts, person, target, said.own_business, area_name(person.area), assumed)

"""A dream with a date held against routes: does one arrive before it?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.dream_check import Check, against, later, span
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.wording import said_day, said_month
from turnpoint.apps.routes import queries
from turnpoint.apps.routes.finding import Unanswered, question_of
from turnpoint.apps.routes.forms import LimitsForm, first_asked
from turnpoint.apps.routes.page import name_of
from turnpoint.apps.routes.pinned import facts_named
from turnpoint.core.transition.derivation import Range

UNANSWERED = {
    Unanswered.OCCUPATION: "No route can be reckoned: the destination names no published occupation.",
    Unanswered.PERSON: "No route can be reckoned: no role of yours is written down.",
    Unanswered.THERE: "Your present role is of the destination’s own occupation, so there is no way to go.",
}
UNPUBLISHED = {
    DreamKind.HOURS: "No loaded facts say how many hours this work takes: unknown. Ask somebody who does it.",
    DreamKind.FLEXIBILITY: "No loaded facts say when or where this work is done: unknown. Ask somebody who does it.",
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A route: how many ``months`` from ``since`` until it arrives, and what says so."""

    name: str
    months: Range
    since: dt.date
    source: str


def arrivals(
    *, owner: User, destination: Destination, said: Hypothesis, today: dt.date
) -> tuple[Arrival, ...]:
    """Each pinned route, or else the soonest one found."""
    pins = queries.pinned(owner=owner, destination=destination)
    if pins:
        return tuple(
            Arrival(
                each.title,
                each.months,
                each.pinned_at.date(),
                f"pinned on {said_day(each.pinned_at.date())}, with {each.facts}",
            )
            for each in pins
        )
    asked = question_of(owner=owner, destination=destination, said=said, today=today)
    if isinstance(asked, Unanswered):
        return ()
    form = LimitsForm(MultiValueDict(first_asked(said, asked.assumptions.exchange)))
    if not form.is_valid():
        return ()
    shown = [each.route for each, _ in asked.routes(form.limits()).shown]
    if not shown:
        return ()
    soonest = min(shown, key=lambda route: route.months.likely)
    source = f"the soonest route found today, with {facts_named(asked.market)}"
    return (Arrival(name_of(asked.market, soonest), soonest.months, today, source),)


def checks(
    *, owner: User, destination: Destination, said: Hypothesis, today: dt.date
) -> dict[Dream, tuple[Check, ...]]:
    """What routes, and the facts of the work itself, say about each dream that has a date."""
    dated = [dream for dream in said.dreams if dream.by]
    if not dated:
        return {}
    found = arrivals(owner=owner, destination=destination, said=said, today=today)
    address = reverse("routes:look", args=[destination.pk])
    if not found:
        asked = question_of(owner=owner, destination=destination, said=said, today=today)
        words = (
            UNANSWERED[asked]
            if isinstance(asked, Unanswered)
            else "No route keeps within the limits that the page of routes begins with."
        )
        nothing = (Check("Routes", words, "the page of routes", address, known=False),)
        return {dream: (*nothing, *_unpublished(dream)) for dream in dated}
    return {
        dream: (
            *(_arrival(dream.by, each, address) for each in found if dream.by),
            *_unpublished(dream),
        )
        for dream in dated
    }


def _arrival(by: dt.date, found: Arrival, address: str) -> Check:
    months = (found.months.low, found.months.likely, found.months.high)
    begin, likely, end = (later(found.since, round(each)) for each in months)
    sentence = (
        f"{found.name}: arrives {span(begin, end)}, {against(begin, end, by)}; the likely month is "
        f"{said_month(likely)}, {against(likely, likely, by)}."
    )
    return Check("Route", sentence, f"Months as in the reality check; {found.source}", address)


def _unpublished(dream: Dream) -> tuple[Check, ...]:
    words = UNPUBLISHED.get(dream.kind)
    source = "the facts about work that are loaded"
    return (Check("The work", words, source, known=False),) if words else ()

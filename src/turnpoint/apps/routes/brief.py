"""The brief of a destination, routes included: what a person hands to a coach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import brief as destinations
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.queries import latest
from turnpoint.apps.destinations.wording import said_day
from turnpoint.apps.routes import queries
from turnpoint.apps.routes.finding import Unanswered, question_of
from turnpoint.apps.routes.forms import LimitsForm, first_asked
from turnpoint.apps.routes.page import RoutesPage, ShownRoute, routes_page
from turnpoint.apps.routes.pinned import PinnedRoute
from turnpoint.core.transition.wording import listed
from turnpoint.reports.brief import Brief, RouteSaid, Stage, brief_pdf

HARDEST = " · the\u00a0hardest\u00a0step"


def brief_of(*, owner: User, destination: Destination, today: dt.date) -> Brief:
    """The brief as it stands today: routes within the limits that the page of routes begins with."""
    described = destinations.brief(owner=owner, destination=destination, today=today)
    said = latest(owner=owner, destination=destination).hypothesis()
    asked = question_of(owner=owner, destination=destination, said=said, today=today)
    if isinstance(asked, Unanswered):
        return described
    form = LimitsForm(MultiValueDict(first_asked(said, asked.assumptions.exchange)))
    if not form.is_valid():
        return described
    pins = queries.pinned(owner=owner, destination=destination)
    page = routes_page(asked, form.limits(), form.looked(), {}, pins, linked=False)
    return replace(
        described,
        routes=tuple(_route(number, each) for number, each in enumerate(page.routes, 1)),
        route_chart=page.chart,
        routes_said=(*_said(page), *_pinned(page, pins)),
    )


def pdf_of(*, owner: User, destination: Destination, today: dt.date) -> bytes:
    """The brief as a PDF file."""
    return brief_pdf(brief_of(owner=owner, destination=destination, today=today))


def _route(number: int, route: ShownRoute) -> RouteSaid:
    labels = listed([*route.labels, "pinned"] if route.pin else list(route.labels))
    figures = "; ".join(f"{each.label.lower()}: {each.text}" for each in route.figures)
    return RouteSaid(
        label=f"{number}. {route.name}" + (f" ({labels})" if labels else ""),
        figures=f"Found {listed(list(route.directions))}. {figures[:1].upper()}{figures[1:]}.",
        stages=tuple(
            Stage(step.destination, f"{step.words}{HARDEST if step.hardest else ''}")
            for step in route.steps
        ),
        note=" ".join(
            f"“{step.destination}” is worth the stop: {step.why}."
            for step in route.steps
            if step.why
        ),
    )


def _said(page: RoutesPage) -> tuple[str, ...]:
    blocked = tuple(
        f"{each.direction[:1].upper()}{each.direction[1:]}, no route keeps within the limits. "
        + " ".join(way.sentence for way in each.ways)
        for each in page.blocked
    )
    gaps = tuple(
        f"{gap.criterion[:1].upper()}{gap.criterion[1:]}: {gap.market} market-first, "
        f"{gap.destination} destination-first ({gap.gap})."
        for gap in page.gaps
    )
    return (
        *blocked,
        *gaps,
        *(f"A first step that both share: {each}." for each in page.first_steps),
    )


def _pinned(page: RoutesPage, pins: Sequence[PinnedRoute]) -> tuple[str, ...]:
    shown = {route.path for route in page.routes}
    return tuple(
        f"Pinned on {said_day(timezone.localdate(pin.pinned_at))}: {pin.title}, about "
        f"{pin.months.likely:.0f} months."
        for pin in pins
        if pin.path not in shown
    )

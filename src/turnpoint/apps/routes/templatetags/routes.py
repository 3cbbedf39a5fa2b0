"""Pinned routes on the pages of other apps."""

from __future__ import annotations

from typing import Any

from django import template

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.routes import queries
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.track import months
from turnpoint.core.transition.wording import dollars

register = template.Library()


@register.filter
def in_months(value: Range) -> str:
    """“8–14 months”."""
    return months(value)


@register.filter
def thousands(value: float | None) -> str:
    """“$84,000”; not published where there is no figure."""
    return "not published" if value is None else dollars(value)


@register.inclusion_tag("routes/_pinned.html", takes_context=True)
def pinned_routes(context: dict[str, Any], destination: Destination) -> dict[str, Any]:
    """The routes pinned to a destination, and the way to look for others."""
    owner = owner_of(context["request"])
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "destination": destination,
        "pinned": queries.pinned(owner=owner, destination=destination),
    }

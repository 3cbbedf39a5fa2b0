"""How figures about occupations are spelt on pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from django import template
from django.template import Context

from turnpoint.apps.occupations import fact_import, queries
from turnpoint.apps.occupations.fact_views import DISMISSED
from turnpoint.apps.occupations.portrait import missing
from turnpoint.charts import money

T = TypeVar("T")
register = template.Library()


@register.filter
def dollars(value: float) -> str:
    return money.dollars(value)


@register.filter
def cents(value: float) -> str:
    return money.dollars(value, hourly=True)


@register.filter
def whole(value: float) -> str:
    """``17,500``; not published where there is no figure."""
    return f"{value:,.0f}" if math.isfinite(value) else money.MISSING


@register.filter
def signed(value: float) -> str:
    """``+4.2`` or ``−1.0``, with a real minus sign."""
    return f"{value:+.1f}".replace("-", "−")


@register.filter
def months(value: float) -> str:
    """A span of months in the words people use for it."""
    if value <= 0:
        return "none"
    if value < 1:
        return "up to a month"
    if value < 24:
        return f"about {value:.0f} months"
    return f"about {value / 12:.0f} years"


@register.filter
def ordinal(value: float) -> str:
    """``71st``."""
    number = min(round(value), 99)
    ending = (
        "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


@register.filter
def at(items: Sequence[T], place: int) -> T:
    return items[place]


@register.inclusion_tag("components/facts_offer.html", takes_context=True)
def facts_offer(context: Context) -> dict[str, Any]:
    """An offer of the sources one click adds, until they are there or the person says not now."""
    request = context["request"]
    shown = fact_import.may_change_facts(owner=request.user) and not request.session.get(DISMISSED)
    offered = [source for source in missing(queries.market()) if source.direct and source.read]
    return {
        "offered": offered if shown else [],
        "back": request.path,
        "csrf_token": context.get("csrf_token"),
    }

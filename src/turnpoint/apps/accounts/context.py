"""What the frame around every page needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from turnpoint.apps.accounts.queries import sample_people

NAVIGATION = (
    ("Today", "plans:today", {"plans:today"}),
    ("Role", "roles:role", {"roles", "profiles"}),
    ("Destination", "destinations:list", {"destinations", "routes", "occupations"}),
    ("Transition", "transitions:list", {"transitions"}),
    (
        "Plan",
        "plans:plan",
        {
            "plans:plan",
            "plans:goals",
            "plans:goal",
            "plans:add-goal",
            "plans:week",
            "plans:review",
            "skills",
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One link of the navigation."""

    name: str
    address: str
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation with the present place marked, and the sample people of a demo workspace."""
    match = getattr(request, "resolver_match", None)
    here = {match.app_name, match.view_name} if match else set()
    return {
        "navigation": _navigation(tuple(bool(places & here) for _, _, places in NAVIGATION)),
        "demo": settings.DEMO,
        "team": settings.TEAM,
        "sample_people": sample_people() if settings.DEMO else (),
    }


@cache
def _navigation(current: tuple[bool, ...]) -> tuple[Place, ...]:
    return tuple(
        Place(name, reverse(view), marked)
        for (name, view, _), marked in zip(NAVIGATION, current, strict=True)
    )

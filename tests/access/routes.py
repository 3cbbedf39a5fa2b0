"""Who may do what at the addresses of ``routes``."""

from __future__ import annotations

from django.utils import timezone
from tests.access.destinations import a_destination
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.routes import services as routes
from turnpoint.apps.routes.models import RoutePin


def a_pinned_route(owner: User) -> Arguments:
    arguments = a_destination(owner)
    step = {"origin_code": "11-1021.00", "origin_title": "Manager", "code": "37-1012.00"}
    months = {"low": 6.0, "likely": 9.0, "high": 14.0}
    step |= {"title": "Supervisor", "one_in": 80, "months": months, "begins": 0, "arrives": 9}
    step |= {"pay": 61_000.0, "tuition": 0.0, "degree": False, "licence": False}
    kept = RoutePin.objects.create(
        owner=owner,
        path="11-1021.00,37-1012.00",
        figures={"steps": [step], "months": months, "earned": 320_000.0, "horizon": 60},
        facts="the shipped facts",
        pinned_at=timezone.now(),
        **arguments,
    )
    return {**arguments, "pin_id": kept.pk}


def an_unpinned_route(owner: User) -> Arguments:
    arguments = a_pinned_route(owner)
    routes.unpin(owner=owner, **arguments)
    return arguments


RULES = {
    "routes:brief": Rule("GET", owned=a_destination),
    "routes:look": Rule("GET", owned=a_destination),
    "routes:pin": Rule("POST", owned=a_destination),
    "routes:restore": Rule("POST", owned=an_unpinned_route),
    "routes:unpin": Rule("POST", owned=a_pinned_route),
}

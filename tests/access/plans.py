"""Who may do what at the addresses of ``plans``."""

from __future__ import annotations

from django.utils import timezone
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import focus_services as focus
from turnpoint.apps.plans.models import Area


def a_thing_of_today(owner: User) -> Arguments:
    row = focus.add(owner=owner, day=timezone.localdate(), area=Area.WORK, text="Call Ghent")
    return {"focus_id": row.pk, "act": "tick"}


RULES = {
    "plans:act": Rule("POST", owned=a_thing_of_today),
    "plans:add": Rule("POST"),
    "plans:find": Rule("GET"),
    "plans:plan": Rule("GET"),
    "plans:today": Rule("GET"),
}

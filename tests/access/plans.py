"""Who may do what at the addresses of ``plans``."""

from __future__ import annotations

from django.utils import timezone
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import focus_services as focus
from turnpoint.apps.plans import goal_services as goals
from turnpoint.apps.plans.models import Area


def a_thing_of_today(owner: User) -> Arguments:
    row = focus.add(owner=owner, day=timezone.localdate(), area=Area.WORK, text="Call Ghent")
    return {"focus_id": row.pk, "act": "tick"}


def a_goal(owner: User) -> Arguments:
    row = goals.add_goal(
        owner=owner, today=timezone.localdate(), text="Sell two ponds", know="they are paid"
    )
    return {"goal_id": row.pk}


def an_open_goal(owner: User) -> Arguments:
    return {**a_goal(owner), "act": "reach"}


RULES = {
    "plans:act": Rule("POST", owned=a_thing_of_today),
    "plans:act-on-goal": Rule("POST", owned=an_open_goal),
    "plans:add": Rule("POST"),
    "plans:add-goal": Rule("GET POST"),
    "plans:find": Rule("GET"),
    "plans:goal": Rule("GET POST", owned=a_goal),
    "plans:goals": Rule("GET"),
    "plans:plan": Rule("GET"),
    "plans:today": Rule("GET"),
}

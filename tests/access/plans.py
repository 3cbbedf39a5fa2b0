"""Who may do what at the addresses of ``plans``."""

from __future__ import annotations

from django.utils import timezone
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import calendar_feed
from turnpoint.apps.plans import focus_services as focus
from turnpoint.apps.plans import goal_services as goals
from turnpoint.apps.plans import week_services as weeks
from turnpoint.apps.plans.models import Area, WeekThing
from turnpoint.apps.plans.week import looked_back_on, monday_of


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


def a_weekly_review(owner: User) -> Arguments:
    monday = looked_back_on(timezone.localdate())
    row = weeks.write_review(
        owner=owner, monday=monday, answers={"inside": "Wholesale prices"}, things=()
    )
    return {"review_id": row.pk}


def a_weekly_review_to_remove(owner: User) -> Arguments:
    return {**a_weekly_review(owner), "act": "remove"}


def something_of_this_week(owner: User) -> Arguments:
    monday = monday_of(timezone.localdate())
    weeks.choose(owner=owner, monday=monday, things=[weeks.Chosen("Call Ghent")])
    return {"thing_id": WeekThing.objects.get(owner=owner).pk, "act": "drop"}


def a_feed(owner: User) -> Arguments:
    """A feed that was fetched once: what it said of each thing is noted by then."""
    token = calendar_feed.make_address(owner=owner)
    calendar_feed.feed(token=token, site="http://testserver")
    return {"token": token}


A_KEY = {"key": "0" * 64}

RULES = {
    "plans:act": Rule("POST", owned=a_thing_of_today),
    "plans:act-on-goal": Rule("POST", owned=an_open_goal),
    "plans:act-on-review": Rule("POST", owned=a_weekly_review_to_remove),
    "plans:act-on-week": Rule("POST", owned=something_of_this_week),
    "plans:add": Rule("POST"),
    "plans:add-goal": Rule("GET POST"),
    "plans:calendar": Rule("GET POST"),
    "plans:calendar-address": Rule("POST"),
    "plans:calendar-revoke": Rule("POST"),
    "plans:feed": Rule("GET", owned=a_feed, anyone=True),
    "plans:find": Rule("GET"),
    "plans:first-days": Rule("GET"),
    "plans:first-goal": Rule("POST", shared={"name": "successor"}),
    "plans:first-today": Rule("POST", shared={"name": "successor"}),
    "plans:goal": Rule("GET POST", owned=a_goal),
    "plans:goals": Rule("GET"),
    "plans:put-aside": Rule("POST", shared=A_KEY),
    "plans:take-back": Rule("POST", shared=A_KEY),
    "plans:review": Rule("GET", owned=a_weekly_review),
    "plans:week": Rule("GET POST"),
    "plans:plan": Rule("GET"),
    "plans:today": Rule("GET"),
}

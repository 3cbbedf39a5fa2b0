"""Who may do what at the addresses of ``skills``."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills.drafting import draft
from turnpoint.apps.skills.services import assessments, opportunities, planning, targets


def a_target(owner: User) -> Arguments:
    row = targets.want(owner=owner, name="Biology", required=4, weight=0.6, by=dt.date(2030, 1, 1))
    return {"target_id": row.pk}


def a_removed_target(owner: User) -> Arguments:
    arguments = a_target(owner)
    targets.let_go(owner=owner, target_ids=[arguments["target_id"]])
    return arguments


def something_said(owner: User) -> Arguments:
    row = assessments.assess(owner=owner, on=dt.date(2026, 1, 1), level=2, **a_target(owner))
    return {"assessment_id": row.pk}


def something_taken_back(owner: User) -> Arguments:
    row = assessments.withdraw(owner=owner, **something_said(owner))
    return {"assessment_id": row.pk}


def an_opportunity(owner: User) -> Arguments:
    row = opportunities.add(
        owner=owner,
        name="An evening course",
        kind="course",
        hours=2.0,
        length=2,
        levels={a_target(owner)["target_id"]: 4.0},
    )
    return {"opportunity_id": row.pk}


def a_removed_opportunity(owner: User) -> Arguments:
    arguments = an_opportunity(owner)
    opportunities.remove(owner=owner, **arguments)
    return arguments


def one_left_out(owner: User) -> Arguments:
    arguments = an_opportunity(owner)
    planning.leave_out(owner=owner, **arguments)
    return {**arguments, "act": "bring-back"}


def an_accepted_plan(owner: User) -> Arguments:
    key = an_opportunity(owner)["opportunity_id"]
    today = timezone.localdate()
    row = planning.accept(
        owner=owner,
        today=today,
        starts={key: today},
        inputs=draft(owner=owner, today=today).inputs,
    )
    return {"number": row.number}


def a_withdrawn_plan(owner: User) -> Arguments:
    arguments = an_accepted_plan(owner)
    planning.withdraw(owner=owner, **arguments)
    return arguments


RULES = {
    "skills:accept-plan": Rule("POST"),
    "skills:accepted": Rule("GET", owned=an_accepted_plan),
    "skills:edit-plan": Rule("POST", owned=one_left_out),
    "skills:finish": Rule("POST", owned=an_opportunity),
    "skills:new-opportunity": Rule("GET POST"),
    "skills:opportunities": Rule("GET"),
    "skills:opportunity": Rule("GET POST", owned=an_opportunity),
    "skills:plan": Rule("GET"),
    "skills:plan-limits": Rule("POST"),
    "skills:plan-progress": Rule("GET"),
    "skills:remove-opportunity": Rule("POST", owned=an_opportunity),
    "skills:reopen": Rule("POST", owned=an_opportunity),
    "skills:restore-opportunity": Rule("POST", owned=a_removed_opportunity),
    "skills:restore-plan": Rule("POST", owned=a_withdrawn_plan),
    "skills:search-anew": Rule("POST"),
    "skills:withdraw-plan": Rule("POST", owned=an_accepted_plan),
    "skills:assess": Rule("GET POST", owned=a_target),
    "skills:change": Rule("GET POST", owned=a_target),
    "skills:correct": Rule("GET POST", owned=something_said),
    "skills:give-back": Rule("POST"),
    "skills:new": Rule("GET POST"),
    "skills:read": Rule("GET", owned=a_target),
    "skills:remove": Rule("POST", owned=a_target),
    "skills:restore": Rule("POST", owned=a_removed_target),
    "skills:say-again": Rule("POST", owned=something_taken_back),
    "skills:skills": Rule("GET"),
    "skills:take": Rule("POST"),
    "skills:withdraw": Rule("POST", owned=something_said),
}

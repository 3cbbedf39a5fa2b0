"""Who may do what at the addresses of ``skills``."""

from __future__ import annotations

import datetime as dt

from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills.services import assessments, targets


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


RULES = {
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

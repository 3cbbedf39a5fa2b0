"""Who may do what at the addresses of ``roles``."""

from __future__ import annotations

from django.utils import timezone
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles.services import activities as role_activities
from turnpoint.apps.roles.services import log, others
from turnpoint.apps.roles.services.statement import state_role
from turnpoint.apps.roles.stated import Stated


def a_held_role(owner: User) -> HeldRole:
    return profiles.add_role(owner=owner, title="Help desk", occupation_code="15-1232.00")


def an_activity(owner: User) -> Arguments:
    held = a_held_role(owner)
    row = role_activities.add_activity(owner=owner, held=held, name="Mending", time=50.0)
    return {"activity_id": row.pk}


def a_statement(owner: User) -> Arguments:
    said = Stated(line="Mends what others gave up on")
    state_role(owner=owner, held=a_held_role(owner), base=0, said=said)
    return {"number": 1}


def a_log_entry(owner: User) -> Arguments:
    changed = log.log(
        owner=owner,
        held=a_held_role(owner),
        day=timezone.localdate(),
        about="Mending",
        minutes=45,
        energy=1,
        engagement=None,
    )
    return {"entry_id": changed.before[0]["pk"]}


def a_changed_role(owner: User) -> Arguments:
    changed = role_activities.remove_activity(owner=owner, **an_activity(owner))
    return {"change_id": changed.pk}


def a_role_beside(owner: User) -> Arguments:
    held = a_held_role(owner)
    role_activities.add_activity(owner=owner, held=held, name="Mending", time=50.0, enjoyment=2)
    row = others.put_beside(owner=owner, held=held, name="Aldgate", origin="offer")
    return {"other_id": row.pk}


def something_new_there(owner: User) -> Arguments:
    arguments = a_role_beside(owner)
    changed = others.add_there(owner=owner, name="Budgets", **arguments)
    return {**arguments, "there_id": changed.before[0]["pk"]}


RULES = {
    "roles:activities": Rule("GET POST"),
    "roles:activity": Rule("GET POST", owned=an_activity),
    "roles:add": Rule("GET POST"),
    "roles:add-there": Rule("POST", owned=a_role_beside),
    "roles:back-in-ranking": Rule("POST"),
    "roles:begin-ranking": Rule("POST"),
    "roles:beside": Rule("GET POST"),
    "roles:calendar": Rule("GET POST"),
    "roles:forget-calendar": Rule("POST"),
    "roles:keep-calendar": Rule("POST"),
    "roles:kinds": Rule("GET"),
    "roles:log": Rule("GET POST"),
    "roles:log-entry": Rule("GET POST", owned=a_log_entry),
    "roles:other": Rule("GET POST", owned=a_role_beside),
    "roles:pick": Rule("GET POST"),
    "roles:ranking": Rule("GET POST"),
    "roles:remove": Rule("POST", owned=an_activity),
    "roles:remove-log-entry": Rule("POST", owned=a_log_entry),
    "roles:remove-other": Rule("POST", owned=a_role_beside),
    "roles:remove-there": Rule("POST", owned=something_new_there),
    "roles:role": Rule("GET"),
    "roles:state-again": Rule("POST", owned=a_statement),
    "roles:statement": Rule("GET POST"),
    "roles:statements": Rule("GET"),
    "roles:undo": Rule("POST", owned=a_changed_role),
    "roles:use-calendar": Rule("POST"),
    "roles:use-log": Rule("POST"),
    "roles:use-ranking": Rule("POST"),
    "roles:week": Rule("POST"),
    "roles:whole": Rule("POST"),
}

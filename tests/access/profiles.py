"""Who may do what at the addresses of ``profiles``."""

from __future__ import annotations

from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.profiles.resume import services as resumes


def a_role(owner: User) -> Arguments:
    role = profiles.add_role(owner=owner, title="IT director")
    return {"kind": "roles", "entry_id": role.pk}


def a_removed_role(owner: User) -> Arguments:
    arguments = a_role(owner)
    profiles.remove_role(owner=owner, entry_id=arguments["entry_id"])
    return arguments


def a_pending_import(owner: User) -> Arguments:
    resume = b'{"work": [{"name": "Aldgate", "position": "IT director"}]}'
    held = resumes.hold_import(owner=owner, file_name="resume.json", content=resume)
    return {"pending_id": held.pk}


def an_accepted_import(owner: User) -> Arguments:
    held = a_pending_import(owner)["pending_id"]
    taken = resumes.accept_import(owner=owner, pending_id=held, keep=[], occupations={})
    return {"import_id": taken.pk}


RULES = {
    "profiles:about": Rule("GET POST"),
    "profiles:add": Rule("GET POST", shared={"kind": "skills"}),
    "profiles:add-role": Rule("GET POST"),
    "profiles:entry": Rule("GET POST", owned=a_role),
    "profiles:import": Rule("GET POST"),
    "profiles:preview-import": Rule("GET POST", owned=a_pending_import),
    "profiles:profile": Rule("GET"),
    "profiles:remove": Rule("POST", owned=a_role),
    "profiles:restore": Rule("POST", owned=a_removed_role),
    "profiles:undo-import": Rule("POST", owned=an_accepted_import),
}

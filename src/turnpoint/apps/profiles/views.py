"""The pages of what a person brings. Importing a file is in ``resume/views.py``."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.occupations.place import look_at
from turnpoint.apps.occupations.queries import area_name, market
from turnpoint.apps.profiles import queries, services
from turnpoint.apps.profiles.forms import EntryForm, ProfileForm, TitleForm
from turnpoint.apps.profiles.kinds import KINDS, Kind
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.errors import BadInput, NotFound
from turnpoint.labour.preparation import EDUCATION_LEVELS


@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    """Everything a person brings; with nothing there yet, the one question it starts with."""
    owner = owner_of(request)
    roles = queries.held_roles(owner=owner)
    if not roles and not queries.said_anything(owner=owner):
        return render(request, "profiles/start.html", {"form": TitleForm()})
    about = queries.profile(owner=owner)
    level = queries.education_level(owner=owner)
    return render(
        request,
        "profiles/profile.html",
        {
            "profile": about,
            "headline": about.headline or (roles[0] if roles else "") or about.name,
            "area": area_name(about.area),
            "level": EDUCATION_LEVELS[level - 1].capitalize() if level else "",
            "employments": _by_employer(roles),
            "education": queries.education(owner=owner),
            "skills": queries.skills(owner=owner),
            "languages": queries.languages(owner=owner),
            "certifications": queries.certifications(owner=owner),
            "imports": queries.accepted_imports(owner=owner),
        },
    )


def _by_employer(roles: tuple[HeldRole, ...]) -> list[dict[str, Any]]:
    """Roles in their order, those that follow each other at one employer under its name."""
    known = market()
    grouped = groupby(roles, key=lambda role: role.employer.casefold() or role.pk)
    return [
        {
            "employer": rows[0].employer,
            "roles": [(role, _occupation(role.occupation_code, known.index)) for role in rows],
        }
        for rows in (list(group) for _, group in grouped)
    ]


def _occupation(code: str, index: Any) -> str:
    return market().occupations[index[code]].title if code in index else ""


@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest) -> HttpResponse:
    """What is said once: name, place, currency, education."""
    owner = owner_of(request)
    form = ProfileForm(_sent(request), initial=ProfileForm.of(queries.profile(owner=owner)))
    if form.is_valid() and _done(form, lambda: services.save_profile(owner=owner, **form.said())):
        look_at(request, form.said()["area"])
        tell(request, "Saved.")
        return redirect("profiles:profile")
    return render(request, "profiles/about.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def add_role(request: HttpRequest) -> HttpResponse:
    """A new role: first its title, then which occupation that is; the rest afterwards."""
    owner = owner_of(request)
    form = TitleForm(_sent(request))
    if form.is_valid():
        role = services.add_role(owner=owner, **form.said())
        return redirect(f"{reverse('profiles:entry', args=['roles', role.pk])}?new=1")
    asks = form.is_bound and form.only_asks
    template = "profiles/which.html" if asks else "profiles/start.html"
    return render(request, template, {"form": form}, status=200 if asks else _status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Add an entry of one kind."""
    found, owner = _kind(kind), owner_of(request)
    form = found.form(_sent(request))
    if form.is_valid() and _done(form, lambda: found.add(owner=owner, **form.said())):
        tell(request, f"Added the {found.one}.")
        return redirect(_place(found))
    context = {"form": form, "kind": found}
    return render(request, "profiles/entry.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, kind: str, entry_id: int) -> HttpResponse:
    """One entry to change. Just after a role was added, the rest of it to fill in or to skip."""
    found, owner = _kind(kind), owner_of(request)
    row = queries.entry(found.model, owner=owner, entry_id=entry_id)
    form = found.form(_sent(request), initial=found.form.of(row))
    if form.is_valid() and _done(
        form, lambda: found.change(owner=owner, entry_id=entry_id, **form.said())
    ):
        tell(request, f"Saved the {found.one}.")
        return redirect(_place(found))
    context = {"form": form, "kind": found, "row": row, "new": "new" in request.GET}
    return render(request, "profiles/entry.html", context, status=_status(form))


@require_POST
def remove(request: HttpRequest, kind: str, entry_id: int) -> HttpResponse:
    """Move an entry to the trash; it can be undone."""
    found = _kind(kind)
    row = found.remove(owner=owner_of(request), entry_id=entry_id)
    tell(request, f"Removed “{row}”.", undo=reverse("profiles:restore", args=[kind, entry_id]))
    return redirect(_place(found))


@require_POST
def restore(request: HttpRequest, kind: str, entry_id: int) -> HttpResponse:
    """Bring an entry back from the trash."""
    found = _kind(kind)
    row = found.restore(owner=owner_of(request), entry_id=entry_id)
    tell(request, f"“{row}” is back.")
    return redirect(_place(found))


def _kind(slug: str) -> Kind:
    if slug not in KINDS:
        raise NotFound("A profile has roles, education, skills, languages and certifications.")
    return KINDS[slug]


def _place(kind: Kind) -> str:
    return f"{reverse('profiles:profile')}#{kind.slug}"


def _done(form: EntryForm, act: Callable[[], object]) -> bool:
    """Do it, or show at the right answer what the service refused."""
    try:
        act()
    except BadInput as error:
        form.add_error(error.where if error.where in form.fields else None, str(error))
        return False
    return True


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _status(form: EntryForm) -> int:
    return 422 if form.is_bound else 200

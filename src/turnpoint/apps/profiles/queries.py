"""Reading what a person brings. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TypeVar

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.profiles.models import (
    AcceptedImport,
    Certification,
    DeclaredSkill,
    Education,
    Entry,
    HeldRole,
    Language,
    Profile,
)
from turnpoint.core.transition import person as model
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.wage import NATIONAL

E = TypeVar("E", bound=Entry)

_NOW = (9999, 12)
"""The end of a role that goes on, for sorting."""


@once
def profile(*, owner: User) -> Profile:
    """The person’s profile; one that is not stored yet where nothing was said so far."""
    return Profile.objects.filter(owner=owner).first() or Profile(owner=owner)


@once
def held_roles(*, owner: User) -> tuple[HeldRole, ...]:
    """Roles, the present one first, then by how recently they ended and began."""
    roles = HeldRole.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(sorted(roles, key=_recency, reverse=True))


def _recency(role: HeldRole) -> tuple[bool, tuple[int, int], tuple[int, int], int]:
    start = (role.start_year or 0, role.start_month or 0)
    end = _NOW if role.is_current else (role.end_year or role.start_year or 0, role.end_month or 12)
    longest_first = (-start[0], -start[1]) if role.is_current and role.start_year else start
    return role.is_main and role.is_current, end, longest_first, -role.pk


def present_role(*, owner: User) -> HeldRole | None:
    """The role a person starts from.

    The current one; of several the one marked, else the longest running; where none is current,
    the one that ended last.
    """
    return next(iter(held_roles(owner=owner)), None)


def entry(kind: type[E], *, owner: User, entry_id: int, trashed: bool = False) -> E:
    """One entry of the person’s. Raises ``NotFound`` for anybody else’s."""
    found = kind._default_manager.filter(
        owner=owner, pk=entry_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound("This is not in your profile. It may have been removed or changed since.")
    return found


@once
def education(*, owner: User) -> tuple[Education, ...]:
    """Education, the latest first."""
    rows = Education.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(
        sorted(rows, key=lambda row: (row.end_year or row.start_year or 0, -row.pk), reverse=True)
    )


@once
def skills(*, owner: User) -> tuple[DeclaredSkill, ...]:
    """Skills, those with a level first, then as they were said."""
    rows = DeclaredSkill.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(sorted(rows, key=lambda row: (row.level is None, -(row.level or 0), row.pk)))


def languages(*, owner: User) -> tuple[Language, ...]:
    return tuple(Language.objects.filter(owner=owner, trashed_at__isnull=True).order_by("pk"))


def certifications(*, owner: User) -> tuple[Certification, ...]:
    """Certifications, the latest first."""
    rows = Certification.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(sorted(rows, key=lambda row: (row.year or 0, -row.pk), reverse=True))


def education_level(*, owner: User) -> int | None:
    """The level a person said they have, else the highest among their education."""
    said = profile(owner=owner).education_level
    return said or max((row.level for row in education(owner=owner) if row.level), default=None)


def person(*, owner: User, market: LabourMarket, day: dt.date | None = None) -> model.Person | None:
    """The person as the models receive them, as of ``day`` (today).

    Roles without an occupation that the market knows are left out; ``None`` where none is left, so
    that a page asks for one. Pay is that of the role the person starts from.
    """
    day = day or timezone.localdate()
    roles = tuple(
        _held_role(role, market.index[role.occupation_code], day)
        for role in held_roles(owner=owner)
        if role.occupation_code in market.index
    )
    if not roles:
        return None
    said = profile(owner=owner)
    levels = {
        skill.element_id: skill.level
        for skill in skills(owner=owner)
        if skill.element_id and skill.level is not None
    }
    return model.Person(
        roles=roles,
        education=education_level(owner=owner),
        skills=MappingProxyType(levels),
        pay=roles[0].pay,
        currency=roles[0].currency if roles[0].pay is not None else said.currency,
        area=said.area or NATIONAL,
    )


def _held_role(role: HeldRole, occupation: int, day: dt.date) -> model.HeldRole:
    """A row as a value; a role that is over at a time nobody knows counts as ended at its start."""
    since = 0.0
    if not role.is_current:
        ended = role.end or role.start
        since = max(0.0, ended.years_before(day)) if ended else 0.0
    years = None
    if role.start and (role.is_current or role.end):
        years = max(0.0, role.start.years_before(day) - since)
    return model.HeldRole(
        occupation=occupation,
        years=years,
        years_since=since,
        pay=None if role.annual_pay is None else float(role.annual_pay),
        currency=role.pay_currency,
    )


def said_anything(*, owner: User) -> bool:
    """Whether a profile has anything in it beside roles."""
    about = profile(owner=owner)
    return bool(about.name or about.headline or about.summary or about.place) or any(
        kind.objects.filter(owner=owner, trashed_at__isnull=True).exists()
        for kind in (Education, DeclaredSkill, Language, Certification)
    )


def accepted_imports(*, owner: User) -> tuple[AcceptedImport, ...]:
    """Imports that can be undone, the latest first."""
    return tuple(AcceptedImport.objects.filter(owner=owner, undone_at__isnull=True).order_by("-pk"))

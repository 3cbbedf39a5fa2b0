"""What a person does to their profile: one function, one thing, one transaction."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypedDict, TypeVar, Unpack

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries
from turnpoint.apps.profiles.models import (
    Certification,
    DeclaredSkill,
    Education,
    Entry,
    HeldRole,
    Language,
    Profile,
)
from turnpoint.errors import BadInput

E = TypeVar("E", bound=Entry)
M = TypeVar("M", Profile, HeldRole, Education, DeclaredSkill, Language, Certification)


class ProfileSaid(TypedDict, total=False):
    name: str
    headline: str
    summary: str
    place: str
    area: str
    currency: str
    education_level: int | None


class RoleSaid(TypedDict, total=False):
    title: str
    employer: str
    occupation_code: str
    start_year: int | None
    start_month: int | None
    end_year: int | None
    end_month: int | None
    end_unknown: bool
    is_main: bool
    pay: Decimal | None
    pay_currency: str
    pay_period: str
    place: str
    summary: str


class EducationSaid(TypedDict, total=False):
    institution: str
    area: str
    degree: str
    level: int | None
    start_year: int | None
    end_year: int | None


class SkillSaid(TypedDict, total=False):
    name: str
    element_id: str
    level: float | None


class LanguageSaid(TypedDict, total=False):
    name: str
    fluency: str


class CertificationSaid(TypedDict, total=False):
    name: str
    issuer: str
    year: int | None


@transaction.atomic
def save_profile(*, owner: User, **said: Unpack[ProfileSaid]) -> Profile:
    """Say what is said once: name, headline, place, currency, education. The rest stays."""
    row, _ = Profile.objects.get_or_create(owner=owner)
    return _store(row, said)


@transaction.atomic
def add_role(*, owner: User, **said: Unpack[RoleSaid]) -> HeldRole:
    """Add a role; only ``title`` is needed. Pay is in the profile’s currency unless said."""
    row = HeldRole(owner=owner, pay_currency=queries.profile(owner=owner).currency)
    return _store_role(row, said)


@transaction.atomic
def change_role(*, owner: User, entry_id: int, **said: Unpack[RoleSaid]) -> HeldRole:
    return _store_role(queries.entry(HeldRole, owner=owner, entry_id=entry_id), said)


@transaction.atomic
def remove_role(*, owner: User, entry_id: int) -> HeldRole:
    """Move a role to the trash; ``restore_role`` brings it back."""
    return _remove(HeldRole, owner, entry_id)


@transaction.atomic
def restore_role(*, owner: User, entry_id: int) -> HeldRole:
    return _restore(queries.entry(HeldRole, owner=owner, entry_id=entry_id, trashed=True))


@transaction.atomic
def add_education(*, owner: User, **said: Unpack[EducationSaid]) -> Education:
    return _store(Education(owner=owner), said)


@transaction.atomic
def change_education(*, owner: User, entry_id: int, **said: Unpack[EducationSaid]) -> Education:
    return _store(queries.entry(Education, owner=owner, entry_id=entry_id), said)


@transaction.atomic
def remove_education(*, owner: User, entry_id: int) -> Education:
    return _remove(Education, owner, entry_id)


@transaction.atomic
def restore_education(*, owner: User, entry_id: int) -> Education:
    return _restore(queries.entry(Education, owner=owner, entry_id=entry_id, trashed=True))


@transaction.atomic
def add_skill(*, owner: User, **said: Unpack[SkillSaid]) -> DeclaredSkill:
    return _store(DeclaredSkill(owner=owner), said)


@transaction.atomic
def change_skill(*, owner: User, entry_id: int, **said: Unpack[SkillSaid]) -> DeclaredSkill:
    return _store(queries.entry(DeclaredSkill, owner=owner, entry_id=entry_id), said)


@transaction.atomic
def remove_skill(*, owner: User, entry_id: int) -> DeclaredSkill:
    return _remove(DeclaredSkill, owner, entry_id)


@transaction.atomic
def restore_skill(*, owner: User, entry_id: int) -> DeclaredSkill:
    return _restore(queries.entry(DeclaredSkill, owner=owner, entry_id=entry_id, trashed=True))


@transaction.atomic
def add_language(*, owner: User, **said: Unpack[LanguageSaid]) -> Language:
    return _store(Language(owner=owner), said)


@transaction.atomic
def change_language(*, owner: User, entry_id: int, **said: Unpack[LanguageSaid]) -> Language:
    return _store(queries.entry(Language, owner=owner, entry_id=entry_id), said)


@transaction.atomic
def remove_language(*, owner: User, entry_id: int) -> Language:
    return _remove(Language, owner, entry_id)


@transaction.atomic
def restore_language(*, owner: User, entry_id: int) -> Language:
    return _restore(queries.entry(Language, owner=owner, entry_id=entry_id, trashed=True))


@transaction.atomic
def add_certification(*, owner: User, **said: Unpack[CertificationSaid]) -> Certification:
    return _store(Certification(owner=owner), said)


@transaction.atomic
def change_certification(
    *, owner: User, entry_id: int, **said: Unpack[CertificationSaid]
) -> Certification:
    return _store(queries.entry(Certification, owner=owner, entry_id=entry_id), said)


@transaction.atomic
def remove_certification(*, owner: User, entry_id: int) -> Certification:
    return _remove(Certification, owner, entry_id)


@transaction.atomic
def restore_certification(*, owner: User, entry_id: int) -> Certification:
    return _restore(queries.entry(Certification, owner=owner, entry_id=entry_id, trashed=True))


def _store_role(row: HeldRole, said: RoleSaid) -> HeldRole:
    if said.get("is_main"):
        # Removed roles too: restoring one must not take the mark from the role chosen since.
        others = HeldRole.objects.filter(owner_id=row.owner_id, is_main=True)
        others.exclude(pk=row.pk).update(is_main=False)
    return _store(row, said)


def _store(row: M, said: Any) -> M:
    """Set what was said, check it against the constraints of the database, and save."""
    for name, value in said.items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    try:
        row.full_clean()
    except ValidationError as error:
        raise in_words(error) from error
    row.save()
    return row


def in_words(error: ValidationError) -> BadInput:
    """The first thing a model refused, as a failure that names its field."""
    field, messages = next(iter(error.message_dict.items()))
    if field == NON_FIELD_ERRORS:
        return BadInput(messages[0])
    return BadInput(f"{field.replace('_', ' ').capitalize()}: {messages[0]}", where=field)


def _remove(kind: type[E], owner: User, entry_id: int) -> E:
    row = queries.entry(kind, owner=owner, entry_id=entry_id)
    row.trashed_at = timezone.now()
    row.save(update_fields=["trashed_at"])
    return row


def _restore(row: E) -> E:
    row.trashed_at = None
    row.save(update_fields=["trashed_at"])
    return row

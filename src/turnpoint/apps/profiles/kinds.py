"""The kinds of entry a profile has: the words for each, its form, and what a person does to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from turnpoint.apps.profiles import forms, services
from turnpoint.apps.profiles.models import (
    Certification,
    DeclaredSkill,
    Education,
    Entry,
    HeldRole,
    Language,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """``slug`` is its part of the address; ``one`` what a page calls a single entry."""

    slug: str
    one: str
    model: type[Entry]
    form: type[forms.EntryForm]
    add: Callable[..., Entry]
    change: Callable[..., Entry]
    remove: Callable[..., Any]
    restore: Callable[..., Any]


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "roles",
            "role",
            HeldRole,
            forms.RoleForm,
            services.add_role,
            services.change_role,
            services.remove_role,
            services.restore_role,
        ),
        Kind(
            "education",
            "education",
            Education,
            forms.EducationForm,
            services.add_education,
            services.change_education,
            services.remove_education,
            services.restore_education,
        ),
        Kind(
            "skills",
            "skill",
            DeclaredSkill,
            forms.SkillForm,
            services.add_skill,
            services.change_skill,
            services.remove_skill,
            services.restore_skill,
        ),
        Kind(
            "languages",
            "language",
            Language,
            forms.LanguageForm,
            services.add_language,
            services.change_language,
            services.remove_language,
            services.restore_language,
        ),
        Kind(
            "certifications",
            "certificate or licence",
            Certification,
            forms.CertificationForm,
            services.add_certification,
            services.change_certification,
            services.remove_certification,
            services.restore_certification,
        ),
    )
}

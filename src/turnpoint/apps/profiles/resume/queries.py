"""Reading imports: what one would do, and which can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import Suggestion, find_occupations
from turnpoint.apps.profiles import queries
from turnpoint.apps.profiles.kinds import KINDS
from turnpoint.apps.profiles.models import PendingImport
from turnpoint.apps.profiles.resume.imported_profile import (
    ImportedPerson,
    ImportedProfile,
    ImportedRole,
    Skipped,
)
from turnpoint.apps.profiles.resume.preview import Proposal, Row, State, propose
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that waits to be accepted, beside what is there."""

    source: str
    file_name: str
    proposals: tuple[Proposal, ...]
    skipped: tuple[Skipped, ...]

    @property
    def changes_something(self) -> bool:
        return any(proposal.state is not State.SAME for proposal in self.proposals)


def preview(*, owner: User, pending_id: UUID) -> Preview:
    """What accepting a file would do. Raises ``NotFound`` once it has expired or was accepted."""
    pending = PendingImport.objects.filter(
        owner=owner, pk=pending_id, expires_at__gte=timezone.now()
    ).first()
    if pending is None:
        raise NotFound(
            "This import is no longer here: it was accepted, or more than a day has passed. "
            "Choose the file again to see what it would change."
        )
    imported = ImportedProfile.from_json(pending.recognised)
    return Preview(
        source=imported.source,
        file_name=pending.file_name,
        proposals=propose(imported, _rows(owner)),
        skipped=imported.skipped,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal as the page shows it; ``occupations`` are offered for a role that is new."""

    proposal: Proposal
    occupations: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The proposals of one kind, roles by employer."""

    name: str
    groups: tuple[tuple[str, tuple[Line, ...]], ...]


NAMES = {
    "about": "About you",
    "roles": "Roles",
    "education": "Education",
    "skills": "Skills",
    "languages": "Languages",
    "certifications": "Certificates and licences",
}


def sections(found: Preview) -> tuple[Section, ...]:
    """The proposals in the order of the profile; several roles at one employer stand together."""
    result = []
    for slug, name in NAMES.items():
        groups: dict[str, list[Line]] = {}
        for proposal in found.proposals:
            if proposal.entry.slug == slug:
                employer = getattr(proposal.entry, "employer", "")
                groups.setdefault(employer, []).append(_line(proposal))
        if groups:
            kept = tuple((employer, tuple(lines)) for employer, lines in groups.items())
            result.append(Section(name, kept))
    return tuple(result)


def _line(proposal: Proposal) -> Line:
    entry = proposal.entry
    if isinstance(entry, ImportedRole) and proposal.state is State.NEW:
        return Line(proposal, find_occupations(entry.title, limit=5))
    return Line(proposal, ())


def _rows(owner: User) -> dict[str, Sequence[Row]]:
    """Everything the person has, removed entries too, in the order it was added."""
    rows: dict[str, Sequence[Row]] = {
        slug: tuple(kind.model._default_manager.filter(owner=owner).order_by("pk"))
        for slug, kind in KINDS.items()
    }
    about = queries.profile(owner=owner)
    return rows | {ImportedPerson.slug: (about,)}

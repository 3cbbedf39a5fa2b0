"""Reading role statements. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles.models import StatementRevision
from turnpoint.apps.roles.stated import Stated
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Said:
    """A revision, and the headings of what it said differently from the one before."""

    revision: StatementRevision
    stated: Stated
    changes: tuple[str, ...]


def revisions(*, owner: User, held: HeldRole) -> tuple[StatementRevision, ...]:
    """Every revision of the statement of a role, the first one first."""
    return tuple(
        StatementRevision.objects.filter(statement__owner=owner, statement__held=held).order_by(
            "number"
        )
    )


def latest(*, owner: User, held: HeldRole) -> StatementRevision | None:
    """What a role statement says now; ``None`` where none was written."""
    return (
        StatementRevision.objects.filter(statement__owner=owner, statement__held=held)
        .order_by("number")
        .last()
    )


def revision(*, owner: User, held: HeldRole, number: int) -> StatementRevision:
    """One revision by its number. Raises ``NotFound``."""
    found = StatementRevision.objects.filter(
        statement__owner=owner, statement__held=held, number=number
    ).first()
    if found is None:
        raise NotFound(f"Your role statement has no revision {number}.")
    return found


def earlier(*, owner: User, held: HeldRole) -> tuple[StatementRevision, ...]:
    """What was last said of every other role, the newest first."""
    rows = (
        StatementRevision.objects.filter(statement__owner=owner)
        .exclude(statement__held=held)
        .select_related("statement__held")
        .order_by("number")
    )
    last = {row.statement_id: row for row in rows}
    return tuple(sorted(last.values(), key=lambda row: row.saved_at, reverse=True))


def history(saved: tuple[StatementRevision, ...]) -> tuple[Said, ...]:
    """Revisions, the latest first, each with what it changed."""
    found: list[Said] = []
    for row in saved:
        said = row.stated()
        changes = tuple(said.differences(found[-1].stated)) if found else ()
        found.append(Said(row, said, changes))
    return tuple(reversed(found))

"""What a person has here, counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.contents import Table, tables

KEPT_FOR = dt.timedelta(days=30)
"""How long what was removed can still be brought back."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows by what they are, and of them those that were removed and are still in the trash."""

    rows: dict[str, int]
    in_trash: int

    @property
    def all(self) -> int:
        return sum(self.rows.values())


def counted(*, owner: User) -> Counted:
    """How much the person has here."""
    rows = {name_of(table): table.rows(owner).count() for table in tables()}
    trash = sum(
        table.rows(owner).filter(trashed_at__isnull=False).count() for table in with_trash()
    )
    return Counted({name: count for name, count in rows.items() if count}, trash)


def name_of(table: Table) -> str:
    return str(table.model._meta.verbose_name_plural)


def with_trash() -> list[Table]:
    """The tables whose rows are removed first into the trash."""
    return [
        table
        for table in tables()
        if any(field.name == "trashed_at" for field in table.model._meta.concrete_fields)
    ]


def gone_since() -> dt.datetime:
    """What was removed before this has been in the trash for its time."""
    return timezone.now() - KEPT_FOR

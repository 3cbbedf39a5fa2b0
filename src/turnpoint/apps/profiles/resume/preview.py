"""What accepting a file would do: which entries are new, which would change, which are there.

A field of the file counts as a change only where the file says something, where it differs from
what stands in the profile, and where it differs from what the file said when it was last accepted;
so importing a file twice changes nothing, and what a person has since put in their own words stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from turnpoint.apps.profiles.models import Entry, Profile
from turnpoint.apps.profiles.resume.imported_profile import (
    KINDS,
    ImportedEntry,
    ImportedProfile,
    ImportedRole,
    import_key,
    keys,
)

Row = Entry | Profile
Values = Mapping[str, Any]

GROUPS = {
    "start": ("start_year", "start_month"),
    "end": ("end_year", "end_month", "end_unknown"),
}
"""Fields that change together."""
LABELS = {"start": "from", "end": "until", "start_year": "from", "end_year": "until"}


class State(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that the file gives otherwise. ``own`` says that the person changed it by hand."""

    label: str
    was: str
    now: str
    own: bool
    values: Values


@dataclass(frozen=True, slots=True)
class Proposal:
    """One entry of a file beside what is there. ``suggested`` tells whether the box is ticked."""

    key: str
    entry: ImportedEntry
    state: State
    row: Row | None = None
    changes: tuple[Change, ...] = field(default=())

    @property
    def suggested(self) -> bool:
        if self.state is State.NEW:
            return True
        return self.state is State.CHANGED and not any(change.own for change in self.changes)

    @property
    def contradicts(self) -> bool:
        """Whether the file says something else, rather than something more."""
        return any(change.was for change in self.changes)


def propose(imported: ImportedProfile, rows: Mapping[str, Sequence[Row]]) -> tuple[Proposal, ...]:
    """A proposal for each entry of the file; ``rows`` are the person’s by kind, removed ones too."""
    known = {slug: _by_key(slug, there) for slug, there in rows.items()}
    keyed = keys(imported.entries)
    found = {key: known[entry.slug].pop(key, None) for key, entry in keyed}
    for key, entry in keyed:
        if found[key] is None and isinstance(entry, ImportedRole):
            found[key] = _said_with_less(known[entry.slug], entry)
    return tuple(_proposal(key, entry, found[key]) for key, entry in keyed)


def _by_key(slug: str, rows: Sequence[Row]) -> dict[str, Row]:
    """Rows by the key they were imported with; those written by hand by what they say."""
    kind = next(kind for kind in KINDS if kind.slug == slug)
    found: dict[str, Row] = {
        row.import_key: row for row in rows if isinstance(row, Entry) and row.import_key
    }
    by_hand = (row for row in rows if not (isinstance(row, Entry) and row.import_key))
    for row in by_hand:
        said = kind(**{each.name: getattr(row, each.name) for each in fields(kind)})
        found.setdefault(import_key(slug, said.identity), row)
    return found


def _said_with_less(left: dict[str, Row], entry: ImportedRole) -> Row | None:
    """A role that is there without its dates, or with nothing but its title, is the same role."""
    for employer in (entry.employer, ""):
        key = import_key(entry.slug, (employer, entry.title, None))
        if row := left.pop(key, None):
            return row
    return None


def _proposal(key: str, entry: ImportedEntry, row: Row | None) -> Proposal:
    if row is None:
        return Proposal(key, entry, State.NEW)
    if isinstance(row, Entry) and row.trashed_at is not None:
        undone = bool(row.import_key) and not row.imported
        return Proposal(key, entry, State.NEW if undone else State.REMOVED, row)
    changes = tuple(_changes(entry, row))
    return Proposal(key, entry, State.CHANGED if changes else State.SAME, row, changes)


def _changes(entry: ImportedEntry, row: Row) -> list[Change]:
    said = asdict(entry)
    groups = GROUPS if isinstance(entry, ImportedRole) else {}
    grouped = {name for names in groups.values() for name in names}
    found = []
    for label, names in (groups | {name: (name,) for name in said if name not in grouped}).items():
        now = {name: said[name] for name in names}
        was = {name: getattr(row, name) for name in names}
        then = {name: row.imported.get(name) for name in names}
        if now in (was, then) or _says_less(now, was):
            continue
        own = _says_something(was) and was != then
        words = LABELS.get(label, label)
        found.append(Change(words, words_of(was), words_of(now), own, now))
    return found


def _says_something(values: Values) -> bool:
    return any(value not in {None, "", False} for value in values.values())


def _says_less(now: Values, was: Values) -> bool:
    """Whether the file is silent, or only less exact than what is there."""
    if "end_year" in now and len(now) > 1:
        if now["end_unknown"]:
            return was["end_year"] is not None
        if now["end_year"] is None:
            return False
    elif not _says_something(now):
        return True
    year, month = next(iter(now)), next((name for name in now if name.endswith("_month")), "")
    return bool(month) and now[year] == was[year] and now[month] is None


def words_of(values: Values) -> str:
    """One answer as a person reads it."""
    months = [value for name, value in values.items() if name.endswith("_month")]
    if values.get("end_unknown"):
        return "over"
    if months:
        year = next(iter(values.values()))
        if year is None:
            return "now" if "end_unknown" in values else ""
        return f"{year}-{months[0]:02}" if months[0] else str(year)
    (value,) = values.values()
    return "" if value is None else str(value)

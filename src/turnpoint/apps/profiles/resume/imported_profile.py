"""What a file says about a person, as every format is read into it.

Each entry has an identity: what makes it the same thing in another file, or in the same file read
again. Blank means that the file does not say.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the file that was not taken: where, what it said, and why."""

    where: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ImportedRole:
    """Without an end a role is current, unless ``end_unknown`` says that it is over."""

    slug: ClassVar[str] = "roles"
    title: str
    employer: str = ""
    start_year: int | None = None
    start_month: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_unknown: bool = False
    place: str = ""
    summary: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        return self.employer, self.title, self.start_year


@dataclass(frozen=True, slots=True)
class ImportedEducation:
    slug: ClassVar[str] = "education"
    institution: str = ""
    area: str = ""
    degree: str = ""
    level: int | None = None
    start_year: int | None = None
    end_year: int | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        return self.institution, self.area, self.degree


@dataclass(frozen=True, slots=True)
class ImportedSkill:
    slug: ClassVar[str] = "skills"
    name: str

    @property
    def identity(self) -> tuple[object, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class ImportedLanguage:
    slug: ClassVar[str] = "languages"
    name: str
    fluency: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class ImportedCertification:
    slug: ClassVar[str] = "certifications"
    name: str
    issuer: str = ""
    year: int | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        return self.name, self.issuer


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """What is said once. There is one, so it has no identity beyond being it."""

    slug: ClassVar[str] = "about"
    name: str = ""
    headline: str = ""
    summary: str = ""
    place: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        return ()


ImportedEntry = (
    ImportedRole
    | ImportedEducation
    | ImportedSkill
    | ImportedLanguage
    | ImportedCertification
    | ImportedPerson
)
KINDS: tuple[type[ImportedEntry], ...] = (
    ImportedPerson,
    ImportedRole,
    ImportedEducation,
    ImportedSkill,
    ImportedLanguage,
    ImportedCertification,
)


@dataclass(frozen=True, slots=True)
class ImportedProfile:
    """``source`` names the format; ``entries`` come in the order of the page."""

    source: str
    entries: tuple[ImportedEntry, ...]
    skipped: tuple[Skipped, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "entries": [{"kind": entry.slug} | asdict(entry) for entry in self.entries],
            "skipped": [asdict(each) for each in self.skipped],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> ImportedProfile:
        """What ``to_json`` gave."""
        kinds = {kind.slug: kind for kind in KINDS}
        entries = []
        for row in stored["entries"]:
            kind = kinds[row["kind"]]
            entries.append(kind(**{field.name: row[field.name] for field in fields(kind)}))
        skipped = tuple(Skipped(**each) for each in stored["skipped"])
        return cls(stored["source"], tuple(entries), skipped)


def keys(entries: Iterable[ImportedEntry]) -> tuple[tuple[str, ImportedEntry], ...]:
    """Entries with a key each: the same identity gives the same key in every file.

    Two entries of one file that share an identity (the same job twice in one year) are told apart
    by what else they say, whatever their order.
    """
    entries = tuple(entries)
    seen: dict[str, int] = {}
    found: dict[ImportedEntry, str] = {}
    for entry in sorted(entries, key=repr):
        key = import_key(entry.slug, entry.identity)
        seen[key] = seen.get(key, 0) + 1
        found[entry] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return tuple((found[entry], entry) for entry in entries)


def import_key(slug: str, identity: Iterable[object]) -> str:
    """A short key of an identity; spaces, capitals and ways to encode a letter do not matter."""
    parts = (unicodedata.normalize("NFKC", str(part or "")).casefold() for part in identity)
    text = "\x1f".join([slug, *(" ".join(part.split()) for part in parts)])
    return hashlib.sha256(text.encode()).hexdigest()[:32]

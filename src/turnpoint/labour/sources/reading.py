"""What reading a publisher's release yields, before it becomes a fact file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.archive import Entry

ONET_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")


@dataclass(frozen=True, slots=True)
class Reading:
    """Arrays for a fact file, and what to say of them. ``tables`` were found, ``missing`` not."""

    arrays: Mapping[str, NDArray[Any]]
    vintage: str
    tables: tuple[str, ...]
    missing: tuple[str, ...]
    rows: int
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Codes:
    """Numbers occupations as they are met; ``rank`` then renumbers them in the order of codes."""

    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, code: str) -> int:
        """The number of ``code``, new or known."""
        return self.numbers.setdefault(code, len(self.numbers))

    def ordered(self) -> list[str]:
        return sorted(self.numbers)

    def rank(self) -> NDArray[np.int32]:
        """``rank[number]``: place of the occupation in the order of codes."""
        rank = np.empty(len(self.numbers), dtype=np.int32)
        rank[[self.numbers[code] for code in self.ordered()]] = np.arange(len(self.numbers))
        return rank


def by_stem(found: Iterable[Entry], suffixes: Sequence[str]) -> dict[str, Entry]:
    """Tables by the stem of their name; of two with one name, the earlier of ``suffixes`` wins."""
    chosen: dict[str, Entry] = {}
    for entry in sorted(
        (entry for entry in found if entry.suffix in suffixes),
        key=lambda entry: suffixes.index(entry.suffix),
    ):
        chosen.setdefault(entry.stem, entry)
    return chosen

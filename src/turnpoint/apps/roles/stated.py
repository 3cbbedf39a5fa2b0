"""What a role statement says at one moment, as a value: the content of one revision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

LONGEST_LINE = 60
"""Characters that fit a customs form."""
LONGEST_TEXT = 5_000
LONGEST_NOTE = 300


class Came(StrEnum):
    """How a person came to their role."""

    NOT_SAID = ""
    CHOSEN = "chosen"
    EVOLVED = "evolved"


HEADINGS = {
    "line": "the line",
    "paragraph": "the paragraph",
    "came": "how I came to it",
    "values": "what matters to me in it",
    "regrets": "what I keep regretting",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A role in the person’s own words. ``values`` are lines of text."""

    line: str
    paragraph: str = ""
    came: Came = Came.NOT_SAID
    values: str = ""
    regrets: str = ""

    def differences(self, before: Stated) -> Iterator[str]:
        """The headings of what is said differently."""
        for each in fields(self):
            if getattr(self, each.name) != getattr(before, each.name):
                yield HEADINGS[each.name]

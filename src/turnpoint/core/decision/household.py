"""The people a decision moves. Their words stand beside the result and are never summed into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody said about an option, or about all of it where ``option`` is empty."""

    option: Annotated[str, "the option it is about; empty for all of them"] = ""
    effect: Annotated[str, "what it would do to them, in their words"] = ""
    limit: Annotated[str, "what it must not do, in their words"] = ""
    said: Annotated[date | None, "when they said so"] = None


@dataclass(frozen=True, slots=True)
class AffectedPerson:
    """Somebody whose life the decision moves."""

    key: str
    name: Annotated[str, "their name"] = ""
    relation: Annotated[str, "who they are to you"] = ""
    voices: Annotated[tuple[Voice, ...], "what they said"] = ()

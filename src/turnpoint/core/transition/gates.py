"""Gates: a required degree or licence. Shown apart, and never folded into a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from turnpoint.core.transition.derivation import Derivation


class GateKind(StrEnum):
    DEGREE = "degree"
    LICENCE = "licence"


class Passage(StrEnum):
    """Whether the person is through the gate."""

    PASSED = "passed"
    CLOSED = "not yet"
    UNKNOWN = "unknown"
    NONE = "no gate"


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate. ``share`` is the share of incumbents who say it is required, where known."""

    kind: GateKind
    label: str
    passage: Passage
    share: float | None
    sentence: str
    derivation: Derivation

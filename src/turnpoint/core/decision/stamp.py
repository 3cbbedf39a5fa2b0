"""What an answer was made from, so that any figure can be made again.

The hash is SHA-256 of the file’s plain tables as JSON, in the order of the file and without spaces.
The same stamp gives the same figures, bit for bit.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.plain import to_plain

MODEL = "decision 2"
"""Raised whenever the same inputs would give other figures."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """``facts`` is the vintage that prefilled figures came from, empty where none were."""

    model: str
    facts: str
    seed: int
    draws: int
    inputs: str

    def __str__(self) -> str:
        facts = f", facts {self.facts}" if self.facts else ""
        return (
            f"model {self.model}{facts}, seed {self.seed}, {self.draws:,} draws, "
            f"inputs {self.inputs[:12]}"
        )


def canonical(file: DecisionFile) -> str:
    """The file as JSON that is always spelt the same."""
    return json.dumps(to_plain(file), ensure_ascii=False, separators=(",", ":"), default=str)


def stamp(file: DecisionFile, *, seed: int, draws: int) -> Stamp:
    """The stamp of the answers to this file."""
    inputs = hashlib.sha256(canonical(file).encode()).hexdigest()
    return Stamp(MODEL, file.facts, seed, draws, inputs)

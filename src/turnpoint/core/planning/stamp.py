"""What a plan was made from, so that anybody can see later whether that still holds.

The hash is SHA-256 of opportunities, targets, limits and pinned starts as JSON, keys sorted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from turnpoint.core.planning.opportunity import Limits, Opportunity, Target

MODEL = "planning 2"
"""Raised whenever the same inputs would give another plan."""


def plain_task(
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    pinned: Mapping[str, int],
) -> dict[str, Any]:
    """The task as plain values."""
    return {
        "opportunities": [_plain(each) for each in opportunities],
        "targets": [asdict(each) for each in targets],
        "limits": asdict(limits),
        "pinned": dict(pinned),
    }


def inputs_hash(task: Mapping[str, Any]) -> str:
    """The hash of a plain task."""
    text = json.dumps(task, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(one: Opportunity) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "kind": one.kind.value,
        "hours": one.hours,
        "length": one.length,
        "raises": dict(sorted(one.raises.items())),
        "cost": one.cost,
        "earliest": one.earliest,
        "after": sorted(one.after),
        "seats": one.seats,
        "at_employer": one.at_employer,
    }

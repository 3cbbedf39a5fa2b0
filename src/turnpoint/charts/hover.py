"""Unseen columns over a chart of lines, so that pointing anywhere tells the figures there."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any


def columns(told: Mapping[float, str], x: dict[str, Any], height: int) -> dict[str, Any]:
    """A layer with a column for each place on ``x``, half way to its neighbours, and its words."""
    places = sorted(told)
    middles = [(a + b) / 2 for a, b in pairwise(places)]
    starts, ends = [places[0], *middles], [*middles, places[-1]]
    values = [
        {"start": start, "end": end, "about": told[place]}
        for place, start, end in zip(places, starts, ends, strict=True)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "rect", "color": "transparent"},
        "encoding": {
            "x": x | {"field": "start"},
            "x2": {"field": "end"},
            "y": {"value": 0},
            "y2": {"value": height},
            "description": {"field": "about"},
        },
    }

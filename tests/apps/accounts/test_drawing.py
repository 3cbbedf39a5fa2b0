"""Charts drawn in a process beside the server."""

from __future__ import annotations

import json
import os

from turnpoint.apps.accounts import drawing
from turnpoint.charts import render

SPEC = json.dumps(
    {
        "$schema": render.SCHEMA,
        "width": 300,
        "height": 20,
        "data": {"values": [{"x": 1, "y": "Zürich"}]},
        "mark": "bar",
        "encoding": {"y": {"field": "y", "type": "nominal"}},
    }
)


def process_id() -> int:
    assert drawing._beside._process is not None
    return drawing._beside._process.pid


def test_draws_the_same_as_here_and_again_after_it_was_killed() -> None:
    here = render.rendered("wide", SPEC)
    assert "Zürich" in here
    assert drawing.rendered("wide", SPEC) == here
    first = process_id()
    os.kill(first, 9)
    assert drawing.rendered("wide", SPEC) == here
    assert process_id() != first

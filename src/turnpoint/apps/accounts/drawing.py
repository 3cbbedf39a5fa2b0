"""Charts drawn in a process beside the server, since the renderer holds the interpreter as it draws."""

from __future__ import annotations

from threading import Lock

from turnpoint.apps.accounts.elsewhere import Elsewhere, NotDone
from turnpoint.charts import render

_beside = Elsewhere("turnpoint.charts.render:warm_up", gives_way=False)
_lock = Lock()


def rendered(name: str, spec: str) -> str:
    """``render.rendered``, there. A process that has gone is begun anew once."""
    with _lock:
        try:
            return _beside.run(render.rendered, name, spec)
        except NotDone:
            return _beside.run(render.rendered, name, spec)

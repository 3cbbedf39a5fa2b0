"""The web application as a WSGI server runs it."""

import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turnpoint.settings")

application = get_wsgi_application()

FIRST_ANSWER = 1.0
"""Seconds left to the first page before facts, models and charts are loaded beside it."""


def _warm_up() -> None:
    from turnpoint.apps.accounts import drawing
    from turnpoint.apps.occupations import queries
    from turnpoint.apps.routes import finding
    from turnpoint.charts import render

    render.renderer.by = drawing.rendered
    render.warm_up()
    queries.warm_up().join()
    finding.warm_up()


_later = threading.Timer(FIRST_ANSWER, _warm_up)
_later.daemon = True
_later.start()

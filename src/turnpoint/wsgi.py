"""The web application as a WSGI server runs it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turnpoint.settings")

application = get_wsgi_application()

from turnpoint.apps.occupations import queries  # noqa: E402  # Django must be set up first
from turnpoint.charts import render  # noqa: E402  # Django must be set up first

queries.warm_up()
render.warm_up()

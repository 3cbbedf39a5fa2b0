"""Settings of the tests: the product's own, with a data folder that goes away.

``TURNPOINT_TEST_DATABASE=postgres`` runs the tests that touch the database on PostgreSQL.
"""

from __future__ import annotations

import os
import tempfile

from tests.postgres import start_postgres

_folder = tempfile.TemporaryDirectory(prefix="turnpoint-tests-")
for _name in [name for name in os.environ if name.startswith("TURNPOINT_")]:
    if _name not in {"TURNPOINT_MIRROR", "TURNPOINT_TEST_DATABASE", "TURNPOINT_CHROMIUM"}:
        del os.environ[_name]
os.environ["TURNPOINT_DATA_DIR"] = _folder.name
os.environ["TURNPOINT_TIME_ZONE"] = "UTC"
os.environ.pop("DATABASE_URL", None)
if os.environ.get("TURNPOINT_TEST_DATABASE") == "postgres":
    os.environ["DATABASE_URL"] = start_postgres()

from turnpoint.settings import *  # noqa: E402, F403  # the folder above must be named first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, as in the product: in memory, SQLite refuses whoever writes while another reads.
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder.name}/test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405

"""Settings of the tests: the product's own, with a data folder that goes away."""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="turnpoint-tests-")
os.environ["TURNPOINT_DATA_DIR"] = _folder.name
os.environ.pop("TURNPOINT_DEMO", None)

from turnpoint.settings import *  # noqa: E402, F403  # the folder above must be named first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

"""Every test here is of team mode, and none counts the attempts of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def team(settings: Any) -> Iterator[None]:
    settings.TEAM = True
    cache.clear()
    yield
    cache.clear()

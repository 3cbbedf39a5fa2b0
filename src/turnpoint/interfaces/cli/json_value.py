"""Core values as plain JSON: the same names, with nothing where a number is not known."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from enum import Enum
from typing import Any


def json_value(value: Any) -> Any:
    """A frozen value as dictionaries, lists, texts and numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    elif hasattr(value, "_asdict"):
        value = value._asdict()
    elif isinstance(value, Enum):
        value = value.value
    elif isinstance(value, dt.date):
        value = value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [json_value(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value

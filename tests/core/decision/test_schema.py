"""The schema says of a file what the reader says of it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.decisions import small_file

from turnpoint.core.decision.reading import from_plain
from turnpoint.core.decision.schema import json_schema
from turnpoint.core.decision.toml_text import write

VALIDATOR = Draft202012Validator(json_schema())


def as_json(value: Any) -> Any:
    """TOML’s days as JSON writes them."""
    if isinstance(value, dict):
        return {name: as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_a_written_file_is_valid_and_json_reads_as_toml_does() -> None:
    table = as_json(tomllib.loads(write(small_file())))
    VALIDATOR.validate(table)
    assert from_plain(table).file == small_file()


@pytest.mark.parametrize(
    "table",
    [
        {"kind": "lottery"},
        {"csah": 4},
        {"household": {"cash": "lots"}},
        {"options": {"b": {"money": {"pay": [1, 2]}}}},
        {"predictions": [{"chance": 0.5}]},
        {"effects": {"b": {"commute": True}}},
    ],
)
def test_what_cannot_be_read_is_not_valid(table: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(table)


@pytest.mark.parametrize(
    "said", [35, "weekends", ["weekends", "every evening"], {"low": 2, "high": 3}]
)
def test_short_ways_of_saying_an_effect_are_valid(said: Any) -> None:
    VALIDATOR.validate({"effects": {"berlin": {"commute": said}}})

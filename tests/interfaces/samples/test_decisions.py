"""The sample decision files are read without a problem, by the reader and by the schema."""

from __future__ import annotations

import tomllib

import pytest
from jsonschema import Draft202012Validator
from tests.core.decision.test_schema import as_json

from turnpoint.core.decision.check import problems
from turnpoint.core.decision.schema import json_schema
from turnpoint.core.decision.toml_text import read, write
from turnpoint.interfaces.samples.decisions import NAMES, text


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_no_problem_on_the_day_it_is_opened(name: str) -> None:
    reading = read(text(name))
    assert reading.problems == ()
    assert problems(reading.file) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_valid_and_survives_writing(name: str) -> None:
    Draft202012Validator(json_schema()).validate(as_json(tomllib.loads(text(name))))
    file = read(text(name)).file
    assert read(write(file)).file == file

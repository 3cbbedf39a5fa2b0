"""What frozen values alone say is written once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.template import Context, Template
from django.template.loader import render_to_string

from turnpoint.apps.accounts.templatetags import kept


@pytest.fixture(autouse=True)
def pieces(tmp_path: Path, settings: LazySettings) -> Path:
    (tmp_path / "piece.html").write_text("{{ value }}{{ request }}{{ csrf_token }}.")
    template = settings.TEMPLATES[0]
    settings.TEMPLATES = [template | {"DIRS": [tmp_path]}]
    kept._written.cache_clear()
    return tmp_path


def written(**said: object) -> str:
    page = Template('{% load kept %}{% kept "piece.html" value=value %}')
    return page.render(Context({"request": "whose", "csrf_token": "secret", **said}))


def test_writes_a_piece_once_for_equal_values(pieces: Path) -> None:
    assert written(value="four") == "four."
    (pieces / "piece.html").write_text("another")
    assert written(value="four") == "four."
    assert kept._written.cache_info().hits == 1


def test_tells_values_apart_that_are_equal_and_written_differently() -> None:
    assert [written(value=each) for each in (1, 1.0, True)] == ["1.", "1.0.", "True."]


def test_knows_nothing_of_who_asks() -> None:
    assert "secret" not in written(value="four")
    assert "whose" not in written(value="four")


def test_escapes_what_it_was_given() -> None:
    assert written(value="<b>") == "&lt;b&gt;."
    assert render_to_string("piece.html", {"value": "<b>"}) == "&lt;b&gt;."

"""The page that ``turnpoint decide --html`` writes, as axe sees it and as a phone shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import AXE, AXE_OPTIONS, NARROW, WIDE

from turnpoint.core.decision.answers import answer
from turnpoint.core.decision.toml_text import read
from turnpoint.interfaces.cli.decide_html import page_of
from turnpoint.interfaces.samples.decisions import text

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    chromium: Browser, tmp_path: Path
) -> None:
    target = tmp_path / "page.html"
    answers = answer(read(text("promotion-with-a-move")).file, draws=500)
    target.write_text(page_of(answers), encoding="utf-8")
    for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
        context = chromium.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
        page = context.new_page()
        page.goto(target.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        found = AXE.run(page, options=AXE_OPTIONS)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()

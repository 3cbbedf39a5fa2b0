from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from turnpoint.charts.chart import Svg
from turnpoint.charts.counts import counts
from turnpoint.reports.print_svg import INK, for_print


def test_prints_the_wide_drawing_with_colours_that_paper_has() -> None:
    drawn = counts([("Teaching", 3.0)], sentence="Three.", columns=("activity", "times")).svg
    printed = for_print(drawn)
    root = ET.fromstring(printed)  # noqa: S314  # our own drawing
    assert root.get("class") == "wide"
    assert "var(" not in printed
    assert INK["accent"] in printed or INK["accent-soft"] in printed
    assert all(text.get("fill") for text in root.iter("{http://www.w3.org/2000/svg}text"))


def test_refuses_a_colour_that_paper_does_not_have() -> None:
    with pytest.raises(KeyError):
        for_print(Svg('<svg class="wide"><path fill="var(--nowhere)"/></svg>'))

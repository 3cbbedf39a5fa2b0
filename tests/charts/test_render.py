from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from turnpoint.charts import render
from turnpoint.charts.counts import counts


def spec(width: int) -> render.Spec:
    return {
        "width": width,
        "height": 40,
        "data": {"values": [{"x": 1, "y": "<b>&amp;"}, {"x": 2, "y": "b"}]},
        "mark": {"type": "bar", "clip": True, "color": "var(--accent)", "cursor": "pointer"},
        "encoding": {
            "x": {"field": "x", "type": "quantitative"},
            "y": {"field": "y", "type": "nominal"},
            "description": {"field": "y"},
        },
    }


def test_leaves_out_what_a_strict_policy_refuses() -> None:
    svg = render.draw(spec)
    assert not re.search(r"\sstyle=|<script|href|<style|<image|\son\w+=|font-family", svg)
    assert 'fill="var(--accent)"' in svg


def test_draws_for_a_wide_and_for_a_narrow_place() -> None:
    svg = render.draw(spec)
    drawn = list(ET.fromstring(f"<div>{svg}</div>"))  # noqa: S314  # our own drawing
    assert [each.get("class") for each in drawn] == ["wide", "narrow"]
    assert [float(each.get("width", "0")) for each in drawn] == [render.WIDE, render.NARROW]
    assert all(each.get("viewBox") for each in drawn)


def test_draws_the_same_after_others_named_the_namespace_for_all() -> None:
    ET.register_namespace("svg", render.SVG)
    other = {"x": {"field": "x", "type": "quantitative", "title": "another drawing than before"}}
    svg = render.draw(
        lambda width: {**spec(width), "encoding": {**spec(width)["encoding"], **other}}
    )
    assert svg.count("<svg ") == 2
    assert "svg:" not in svg


def test_names_nothing_twice() -> None:
    names = re.findall(r'\bid="([^"]+)"', render.draw(spec))
    assert len(names) == len(set(names)) > 0
    assert all(f"url(#{name})" in render.draw(spec) for name in names)


def test_a_mark_says_its_figure_on_hovering() -> None:
    assert "<title>&lt;b&gt;&amp;amp;</title>" in render.draw(spec)


def test_a_chart_is_drawn_once() -> None:
    first = render.draw(spec)
    drawn = render._svg.cache_info().misses
    assert render.draw(spec) == first
    assert render._svg.cache_info().misses == drawn


def test_a_mark_without_words_of_its_own_tells_nothing() -> None:
    encoding = {name: each for name, each in spec(100)["encoding"].items() if name != "description"}
    wordless = render.draw(lambda width: {**spec(width), "encoding": encoding})
    assert "<title>" not in wordless


def test_is_shown_by_a_template_as_it_is() -> None:
    svg = render.draw(spec)
    assert svg.__html__() == svg


def test_counts_are_all_listed_and_the_first_are_drawn() -> None:
    chart = counts(
        [("Getting Information", 7), ("Thinking", 2)],
        sentence="Most of it is getting information.",
        columns=("activity", "times"),
        shown=1,
    )
    assert chart.rows == (("Getting Information", "7"), ("Thinking", "2"))
    assert "Getting Information" in chart.svg
    assert "Thinking" not in chart.svg


def test_warms_up_in_the_background() -> None:
    thread = render.warm_up()
    thread.join(timeout=20)
    assert not thread.is_alive()


@pytest.mark.parametrize("label", ["a\x01b", "a\ud800b", "a\uffffb", "</text><script>1</script>"])
def test_draws_any_label_without_harm(label: str) -> None:
    def layout(width: int) -> dict[str, object]:
        values = [{"share": 1, "name": label}]
        encoding = {
            "y": {"field": "name", "type": "nominal"},
            "x": {"field": "share", "type": "quantitative"},
        }
        return {"width": width, "data": {"values": values}, "mark": "bar", "encoding": encoding}

    drawn = render.draw(layout)
    assert "<script" not in drawn
    assert "\x01" not in drawn
    assert drawn.isascii() or "\ufffd" in drawn

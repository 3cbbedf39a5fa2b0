"""A Vega-Lite specification as inline SVG, drawn on the server.

A chart is laid out twice, for a wide and for a narrow place; the stylesheet shows the one that
fits, so that letters keep their size on a phone. Colours are CSS variables of the stylesheet
(``var(--accent)``): they pass through, and so dark mode and print need no second drawing. What a
strict content policy would refuse (scripts, ``style=``, links, images) is left out, and so is what
only weighs: roles and labels inside the drawing, since the table beside it says every figure.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

from turnpoint.charts.chart import Svg

Spec = Mapping[str, Any]

WIDE = 460
NARROW = 300
"""Widths in CSS pixels that a chart is laid out for; 300 fits a phone of 360, 460 half a page."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
SVG = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    ("svg", "g", "path", "line", "rect", "circle", "text", "tspan", "title", "defs", "clipPath")
)
PLACE = ("d", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "width", "height")
FRAME = ("viewBox", "transform", "id", "clip-path", "text-anchor", "font-weight")
PAINT = ("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "opacity")
DASHES = ("stroke-dasharray", "stroke-linecap")
ATTRIBUTES = frozenset((*PLACE, *FRAME, *PAINT, *DASHES))
MARKS = frozenset(("path", "line", "rect", "circle"))
CONFIG: Spec = {
    "background": None,
    "font": "sans-serif",
    "view": {"stroke": None},
    "padding": {"left": 2, "right": 2, "top": 2, "bottom": 2},
    "axis": {
        "domain": False,
        "ticks": False,
        "gridColor": "var(--line)",
        "labelColor": "var(--ink-2)",
        "labelFontSize": 12,
        "labelPadding": 6,
        "title": None,
    },
    "text": {"fontSize": 12, "color": "var(--ink-2)"},
    "legend": {"disable": True},
}

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that SVG cannot hold. The renderer would end the whole process at one of them."""
LONG_NUMBER = re.compile(r"(\d+\.\d)\d+")


def draw(layout: Callable[[int], Spec]) -> Svg:
    """Lay a chart out for both widths; ``layout`` gives the specification for a width."""
    return Svg("".join(_drawn(name, layout(width)) for name, width in _PLACES))


_PLACES = (("wide", WIDE), ("narrow", NARROW))


def _drawn(name: str, spec: Spec) -> str:
    drawable = _drawable(dict(spec))
    whole = {"$schema": SCHEMA, "autosize": {"type": "fit-x", "contains": "padding"}} | drawable
    return _svg(name, json.dumps(whole | {"config": CONFIG}, sort_keys=True))


def _drawable(value: Any) -> Any:
    """The same specification without characters that no drawing can hold."""
    if isinstance(value, str):
        return NOT_XML.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return _silent({key: _drawable(each) for key, each in value.items()})
    if isinstance(value, list | tuple):
        return [_drawable(each) for each in value]
    return value


def _silent(spec: dict[str, Any]) -> dict[str, Any]:
    """A layer without a description of its own tells nothing, rather than the names of its fields."""
    mark, encoding = spec.get("mark"), spec.get("encoding", {})
    if mark is None or "description" in encoding:
        return spec
    known = mark if isinstance(mark, dict) else {"type": mark}
    return spec | {"mark": {"aria": False} | known}


@lru_cache(maxsize=512)
def _svg(name: str, spec: str) -> str:
    return renderer.by(name, spec)


def rendered(name: str, spec: str) -> str:
    """A specification as the drawing for the place of this name."""
    import vl_convert

    root = ET.fromstring(vl_convert.vegalite_to_svg(spec))  # noqa: S314  # our own renderer's output
    key = hashlib.sha256(f"{name}{spec}".encode()).hexdigest()[:8]
    _strip(root, key)
    root.set("class", name)
    root.set("aria-hidden", "true")
    # Each time: the names of namespaces are the process’s, and others, as what draws QR codes, set theirs.
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


@dataclass
class Renderer:
    """What renders: this process, unless a server has another one do it."""

    by: Callable[[str, str], str] = rendered


renderer = Renderer()


def _strip(element: ET.Element, key: str) -> None:
    """Leave what draws; a mark's label becomes the title that shows on hovering."""
    is_mark = element.get("role") == "graphics-symbol" and _local(element) in MARKS
    label = element.get("aria-label") if is_mark else None
    for name in set(element.attrib) - ATTRIBUTES:
        del element.attrib[name]
    if _local(element) == "text" and element.get("fill") == "var(--ink-2)":
        del element.attrib["fill"]
    if element.get("opacity") == "1":
        del element.attrib["opacity"]
    for name, value in list(element.attrib.items()):
        element.set(name, LONG_NUMBER.sub(r"\1", value))
        if name == "id":
            element.set(name, f"{key}-{value}")
        elif "url(" in value:
            element.set(name, re.sub(r"url\(#(\w+)\)", rf"url(#{key}-\1)", value))
    for child in list(_not_drawn(element)):
        element.remove(child)
    for child in element:
        _strip(child, key)
    if label:
        title = ET.Element(f"{{{SVG}}}title")
        title.text = label
        element.insert(0, title)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _not_drawn(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        empty = child.get("class") in {"background", "foreground"} and not child.get("fill")
        unseen = child.get("display") == "none" or child.get("opacity") == "0"
        if _local(child) not in ELEMENTS or empty or unseen:
            yield child


def titled(words: str) -> dict[str, Any]:
    """What an axis needs to say its unit at its end."""
    return {
        "title": words,
        "titleAnchor": "end",
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "titleColor": "var(--ink-2)",
    }


def warm_up() -> threading.Thread:
    """Load the renderer in the background, so that the first chart of a server is not the slow one."""
    thread = threading.Thread(target=draw, args=(_smallest,), name="chart-warm-up", daemon=True)
    thread.start()
    return thread


def _smallest(width: int) -> Spec:
    return {"width": width, "height": 20, "data": {"values": [{"x": 1}]}, "mark": "tick"}

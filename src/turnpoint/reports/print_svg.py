"""A page's chart for paper: the same drawing, with the colours and letters that a PDF needs.

A page takes colours and letters from its stylesheet, where a chart only names them
(``var(--accent)``). Paper has no stylesheet, so each name gets the colour it has on a light page.
"""

from __future__ import annotations

import re

from turnpoint.charts.chart import Svg

INK = {
    "paper": "#ffffff",
    "sheet": "#ffffff",
    "ink": "#1d1f22",
    "ink-2": "#565a60",
    "line": "#e4e0d8",
    "edge": "#8d877c",
    "accent": "#0b5d57",
    "accent-soft": "#dfeeea",
    "warm": "#96500f",
    "warm-soft": "#f7e7d3",
    "stop": "#9c2f2f",
    "stop-soft": "#f6dedc",
}
HINT = re.compile(r'<g class="hint">.*?</g>', re.DOTALL)
"""What a chart says about pointing at it, which paper cannot do."""
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
LETTERS = 'font-family="Libertinus Serif" font-size="12"'
COLOUR = re.compile(r"var\(--([\w-]+)\)")
WIDE = re.compile(r'<svg[^>]*class="wide\b.*?</svg>', re.DOTALL)


def for_print(svg: Svg) -> str:
    """The wide one of a chart's two drawings, whole by itself.

    Raises ``KeyError`` for a colour that has no print colour here: a chart must not lose one.
    """
    drawing = WIDE.search(svg)
    text = drawing.group() if drawing else str(svg)
    text = HINT.sub("", text)
    attributes = LETTERS if "xmlns=" in text else f"{NAMESPACE} {LETTERS}"
    text = text.replace("<svg ", f"<svg {attributes} ", 1)
    text = re.sub(r"<text(?![^>]*\bfill=)", f'<text fill="{INK["ink-2"]}"', text)
    return COLOUR.sub(lambda found: INK[found[1]], text)

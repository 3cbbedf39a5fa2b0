"""A chart as a page shows it: what it says, the drawing, and the same figures as a table."""

from __future__ import annotations

from dataclasses import dataclass


class Svg(str):
    """SVG text that ``render`` made and that a template may show as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class Chart:
    """``components/chart.html`` shows it.

    ``sentence`` says what the chart shows, with figures that stand in ``rows`` in the same
    spelling. The first cell of a row is its heading. ``source`` says where the figures are from.
    """

    sentence: str
    svg: Svg
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str = ""

"""Wages and employment by occupation, place and industry (OEWS).

Cells are stored once, sorted by area, then industry, then occupation. ``percentiles[c, q]``: annual
wage at quantile ``q`` of cell ``c`` in US dollars of the release's reference month.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.facts import FactFile, pack_texts
from turnpoint.labour.soc import published_under

QUANTILES = (0.10, 0.25, 0.50, 0.75, 0.90)
HOURS_A_YEAR = 2080
"""Hours in BLS's full-time year: its annual wage is 2,080 times the hourly one."""

NATIONAL = "0000000"
ALL_INDUSTRIES = "000000"

Five = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """``code`` is OEWS's seven digits; ``kind`` is ``nation``, ``state`` or ``metro``.

    ``state`` is the code of the state's own area; for a metro area that crosses a border, of the
    state that OEWS files it under. It is empty for the nation.
    """

    code: str
    name: str
    kind: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class WageCell:
    """Pay and employment of one occupation at one place.

    ``percentiles`` are annual dollars at ``QUANTILES``, NaN where BLS publishes none; ``top_coded``
    marks values that BLS gives only as “at least”. ``hourly``: dollars an hour at ``QUANTILES``
    where BLS publishes hourly pay only, because the work is seldom full-time all year
    round (actors, musicians): a yearly figure would be invented. ``fallback`` says in words which place or wider
    occupation was used instead and why; it is empty where the asked-for one answered.
    """

    soc: str
    area: Area
    employment: float
    mean: float
    percentiles: Five
    top_coded: tuple[bool, bool, bool, bool, bool]
    fallback: str = ""
    hourly: Five | None = None


@dataclass(frozen=True, slots=True)
class Wages:
    """All cells of one OEWS release.

    ``key``: ``(cells,)`` int64, sorted, ``(area · industries + industry) · socs + soc`` over the
    indices into ``areas``, ``industries`` and ``socs``. ``employment`` and ``mean``: ``(cells,)``;
    ``percentiles``: ``(cells, 5)`` float32, NaN where not published; ``top_coded`` like it.
    ``hourly``: ``(h, 5)`` dollars an hour of cells ``hourly_cell`` ``(h,)``, without annual pay.
    Industries are kept for the nation only.
    """

    vintage: str
    areas: tuple[Area, ...]
    industries: tuple[str, ...]
    industry_names: tuple[str, ...]
    socs: tuple[str, ...]
    soc_names: tuple[str, ...]
    key: NDArray[np.int64]
    employment: NDArray[np.float32]
    mean: NDArray[np.float32]
    percentiles: NDArray[np.float32]
    top_coded: NDArray[np.bool_]
    hourly_cell: NDArray[np.int64]
    hourly: NDArray[np.float32]
    area_index: Mapping[str, int]
    soc_index: Mapping[str, int]
    industry_index: Mapping[str, int]

    def published_soc(self, soc: str) -> str:
        """The code BLS publishes ``soc`` under: itself, a merged or the broad one, or ``""``."""
        return published_under(soc, self.soc_index)

    def row(self, soc: str, area: str = NATIONAL, industry: str = ALL_INDUSTRIES) -> int:
        """Index of a cell, or −1 where BLS publishes none."""
        a, i, s = (
            self.area_index.get(area, -1),
            self.industry_index.get(industry, -1),
            self.soc_index.get(soc, -1),
        )
        if min(a, i, s) < 0:
            return -1
        wanted = (a * len(self.industries) + i) * len(self.socs) + s
        found = int(np.searchsorted(self.key, wanted))
        return found if found < len(self.key) and self.key[found] == wanted else -1

    def national(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """National employment ``(socs,)`` and percentiles ``(socs, 5)``; NaN if not published."""
        employment = np.full(len(self.socs), np.nan, dtype=np.float32)
        percentiles = np.full((len(self.socs), 5), np.nan, dtype=np.float32)
        for index, soc in enumerate(self.socs):
            if (row := self.row(soc)) >= 0:
                employment[index] = self.employment[row]
                percentiles[index] = self.percentiles[row]
        return employment, percentiles

    def staffing(self) -> NDArray[np.float32]:
        """National employment by occupation and industry, ``(socs, industries)``; 0 where none.

        Column 0 is all industries.
        """
        nation = self.area_index[NATIONAL]
        width = len(self.industries) * len(self.socs)
        start, stop = np.searchsorted(self.key, [nation * width, (nation + 1) * width])
        local = self.key[start:stop] - nation * width
        mix = np.zeros((len(self.socs), len(self.industries)), dtype=np.float32)
        mix[local % len(self.socs), local // len(self.socs)] = np.nan_to_num(
            self.employment[start:stop]
        )
        return mix


_ARRAYS = ("key", "employment", "mean", "percentiles", "top_coded", "hourly_cell", "hourly")
_TEXTS = ("industries", "industry_names", "socs", "soc_names")


def pack_wages(wages: Wages) -> dict[str, NDArray[Any]]:
    """The arrays of a fact file that ``unpack_wages`` reads back."""
    arrays = {name: getattr(wages, name) for name in _ARRAYS}
    for name in _TEXTS:
        arrays |= pack_texts(name, getattr(wages, name))
    for name in ("code", "name", "kind", "state"):
        arrays |= pack_texts(f"area.{name}", [getattr(area, name) for area in wages.areas])
    return arrays


def unpack_wages(file: FactFile) -> Wages:
    columns = (file.texts(f"area.{name}") for name in ("code", "name", "kind", "state"))
    areas = tuple(Area(*fields) for fields in zip(*columns, strict=True))
    texts: dict[str, Any] = {name: file.texts(name) for name in _TEXTS}
    arrays: dict[str, Any] = {name: file.arrays[name] for name in _ARRAYS}
    return Wages(
        vintage=file.manifest.vintage,
        areas=areas,
        **texts,
        **arrays,
        area_index={area.code: index for index, area in enumerate(areas)},
        soc_index={soc: index for index, soc in enumerate(texts["socs"])},
        industry_index={code: index for index, code in enumerate(texts["industries"])},
    )

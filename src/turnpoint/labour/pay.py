"""Which published cell says what an occupation pays there, and in words why not another one."""

from __future__ import annotations

import difflib

import numpy as np

from turnpoint.errors import NotFound
from turnpoint.labour.wage import NATIONAL, Area, Five, WageCell, Wages


def pay_at(wages: Wages, soc: str, area: str = NATIONAL) -> WageCell | None:
    """Pay and employment of SOC ``soc`` at ``area``.

    Falls back from a detailed to the merged or broad occupation, and from metro area to state to
    nation, and says so. ``None`` where BLS publishes nothing for it anywhere. Raises ``NotFound``
    for an area OEWS does not have.
    """
    asked = _area(wages, area)
    published = wages.published_soc(soc)
    if not published:
        return None
    rows = [wages.row(published, place.code) for place in _widening(wages, asked)]
    found = [row for row in rows if row >= 0]
    row = next((row for row in found if _says_pay(wages, row)), found[0] if found else -1)
    return None if row < 0 else _cell(wages, row, soc, asked)


def _area(wages: Wages, code: str) -> Area:
    index = wages.area_index.get(code)
    if index is not None:
        return wages.areas[index]
    near = difflib.get_close_matches(code, wages.area_index, n=3)
    hint = " or ".join(
        f"{near_code} ({wages.areas[wages.area_index[near_code]].name})" for near_code in near
    )
    raise NotFound(
        f"OEWS has no area “{code}”. "
        + (f"Perhaps {hint}?" if hint else "Areas have seven digits.")
    )


def _widening(wages: Wages, asked: Area) -> list[Area]:
    codes = dict.fromkeys((asked.code, asked.state or NATIONAL, NATIONAL))
    return [wages.areas[wages.area_index[code]] for code in codes if code in wages.area_index]


def _says_pay(wages: Wages, row: int) -> bool:
    return bool(np.isfinite(wages.percentiles[row]).any()) or _hourly(wages, row) is not None


def _hourly(wages: Wages, row: int) -> Five | None:
    found = int(np.searchsorted(wages.hourly_cell, row))
    if found >= len(wages.hourly_cell) or wages.hourly_cell[found] != row:
        return None
    p10, p25, p50, p75, p90 = wages.hourly[found].tolist()
    return p10, p25, p50, p75, p90


def _cell(wages: Wages, row: int, soc: str, asked: Area) -> WageCell:
    place, code = divmod(int(wages.key[row]), len(wages.socs))
    area = wages.areas[place // len(wages.industries)]
    p10, p25, p50, p75, p90 = wages.percentiles[row].tolist()
    t10, t25, t50, t75, t90 = wages.top_coded[row].tolist()
    return WageCell(
        soc=wages.socs[code],
        area=area,
        employment=float(wages.employment[row]),
        mean=float(wages.mean[row]),
        percentiles=(p10, p25, p50, p75, p90),
        top_coded=(t10, t25, t50, t75, t90),
        fallback=_fallback(soc, wages.socs[code], wages.soc_names[code], asked, area),
        hourly=_hourly(wages, row),
    )


def _fallback(soc: str, used: str, name: str, asked: Area, area: Area) -> str:
    sentences = []
    if used != soc:
        sentences.append(
            f"BLS counts this occupation within “{name}” ({used}); the figures are for all of it."
        )
    if area != asked:
        place = "the whole United States" if area.kind == "nation" else area.name
        sentences.append(
            f"BLS publishes no pay for it in {asked.name}; the figures are for {place}."
        )
    return " ".join(sentences)

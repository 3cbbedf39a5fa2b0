"""Whose pay answers for a place: the area asked for, the one that answered, and why not that one."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.pay import pay_at
from turnpoint.labour.wage import NATIONAL, Area, WageCell

NOT_PUBLISHED = "BLS publishes no pay for it anywhere."


@dataclass(frozen=True, slots=True)
class PlaceOfPay:
    """``answered`` is ``None`` where nothing is published; ``why`` is empty where ``asked`` answered."""

    occupation: int
    title: str
    asked: Area
    answered: Area | None
    why: str


def place_of_pay(market: LabourMarket, occupation: int, area: str) -> PlaceOfPay | None:
    """Which area answers for an occupation's pay; ``None`` where no wages are loaded.

    Raises ``NotFound`` for an area OEWS does not have.
    """
    if market.wages is None:
        return None
    known = market.occupations[occupation]
    cell = pay_at(market.wages, known.soc, area)
    asked = market.wages.areas[market.wages.area_index[area]]
    if cell is None:
        return PlaceOfPay(occupation, known.title, asked, None, NOT_PUBLISHED)
    return PlaceOfPay(occupation, known.title, asked, cell.area, cell.fallback)


def pay_by_place(market: LabourMarket, occupation: int, area: str) -> tuple[WageCell, ...]:
    """The cells of the area, of its state and of the nation that BLS publishes, nearest first."""
    if market.wages is None:
        return ()
    index = market.wages.area_index
    if area not in index:
        raise NotFound(f"OEWS has no area “{area}”.")
    state = market.wages.areas[index[area]].state
    wider = dict.fromkeys(code for code in (area, state, NATIONAL) if code in index)
    cells = (pay_at(market.wages, market.occupations[occupation].soc, code) for code in wider)
    own = {cell.area.code: cell for cell in cells if cell is not None}
    return tuple(own[code] for code in wider if code in own)

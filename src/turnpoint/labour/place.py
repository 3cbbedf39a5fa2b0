"""A place as people write it (“Austin, TX”, “Texas”, “TX”) to the area that wages are published for."""

from __future__ import annotations

import difflib

from turnpoint.errors import NotFound
from turnpoint.labour.wage import Area, Wages


def find_area(wages: Wages, text: str) -> Area:
    """The area of a code or a name.

    Raises ``NotFound`` where there is none, or where several have the name, with those named.
    """
    wanted = " ".join(text.split())
    if (number := wages.area_index.get(wanted)) is not None:
        return wages.areas[number]
    plain = wanted.casefold()
    for area in wages.areas:
        if area.name.casefold() == plain:
            return area
    if state := _states(wages).get(wanted.upper()):
        return wages.areas[wages.area_index[state]]
    found = [area for area in wages.areas if area.kind == "metro" and _is_in(plain, area)]
    if len(found) == 1:
        return found[0]
    names = [area.name for area in found]
    if names:
        raise NotFound(f"Several places are called “{wanted}”: {'; '.join(names[:6])}. Say which.")
    near = difflib.get_close_matches(wanted, [area.name for area in wages.areas], n=3, cutoff=0.4)
    hint = f" Perhaps {'; '.join(near)}?" if near else ""
    raise NotFound(f"There is no pay published for a place called “{wanted}”.{hint}")


def _states(wages: Wages) -> dict[str, str]:
    """Area codes of states by the two letters that the names of their metro areas end in."""
    letters = ((area.name.rpartition(", ")[2], area) for area in wages.areas)
    return {two: area.state for two, area in letters if len(two) == 2 and area.state}


def _is_in(plain: str, area: Area) -> bool:
    """Whether a metro area’s name has the city, and the state where one is given."""
    cities, _, states = area.name.casefold().rpartition(", ")
    city, _, state = plain.partition(", ")
    return city in cities.split("-") and (not state or state in states.split("-"))

"""Up to four occupations side by side: pay, size, preparation, and what is done in each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.apps.occupations import queries
from turnpoint.apps.occupations.portrait import Pay, pay, ways
from turnpoint.charts.chart import Chart
from turnpoint.charts.money import dollars
from turnpoint.charts.pay_percentiles import PayRow, pay_percentiles
from turnpoint.errors import BadInput
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation
from turnpoint.labour.wage import NATIONAL

MOST = 4
UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Comparison:
    """``rows`` are a heading and, by occupation, its title and what holds for it.

    ``shared`` is done in all of them.

    ``own`` has, by occupation, what is done in it and in none of the others.
    """

    occupations: tuple[Occupation, ...]
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    chart: Chart | None
    shared: tuple[str, ...]
    own: tuple[tuple[Occupation, tuple[str, ...]], ...]
    notes: tuple[str, ...]


def compare(codes: Sequence[str], area: str = NATIONAL) -> Comparison:
    """Raises ``BadInput`` for more than four, ``NotFound`` for an unknown code."""
    market = queries.market()
    numbers = list(dict.fromkeys(market.occupation(code) for code in codes))
    if len(numbers) > MOST:
        raise BadInput("Up to four occupations can be compared. Take one away first.")
    known = tuple(market.occupations[number] for number in numbers)
    paid = [pay(market, number, area) for number in numbers]
    kinds = [frozenset(market.activities.generalized(number)) for number in numbers]
    shared = frozenset.intersection(*kinds) if len(kinds) > 1 else frozenset()
    own = []
    for place, occupation in enumerate(known):
        others = frozenset().union(*(each for at, each in enumerate(kinds) if at != place))
        own.append((occupation, _names(market, kinds[place] - others)))
    return Comparison(
        occupations=known,
        rows=tuple(
            (heading, tuple(zip((each.title for each in known), cells, strict=True)))
            for heading, cells in _rows(market, numbers, paid)
        ),
        chart=_chart(known, paid),
        shared=_names(market, shared),
        own=tuple(own),
        notes=tuple(dict.fromkeys(note for each in paid for note in each.notes)),
    )


def _names(market: LabourMarket, identifiers: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(market.activities.names.get(each, each) for each in identifiers))


def _chart(known: Sequence[Occupation], paid: Sequence[Pay]) -> Chart | None:
    rows = [
        PayRow(occupation.title, f"as {occupation.title}", cell)
        for occupation, each in zip(known, paid, strict=True)
        if (cell := each.local or each.nation) is not None
    ]
    return pay_percentiles(rows, source="U.S. Bureau of Labor Statistics, OEWS.") if rows else None


def _rows(
    market: LabourMarket, numbers: Sequence[int], paid: Sequence[Pay]
) -> list[tuple[str, tuple[str, ...]]]:
    outlook = [market.outlook.get(market.occupations[number].soc) for number in numbers]
    prepared = [ways(market, number) for number in numbers]
    rows = [
        ("Middle pay", tuple(map(_middle, paid))),
        ("Where", tuple(_where(each) for each in paid)),
        ("People employed in the nation", tuple(map(_employed, paid))),
    ]
    if any(outlook):
        change = tuple(
            f"{each.change:+.1f}% over {each.period}" if each else UNKNOWN for each in outlook
        )
        asked = tuple(each.entry_education if each else UNKNOWN for each in outlook)
        rows += [("Expected change in jobs", change), ("Usual schooling at entry (BLS)", asked)]
    if any(each.zone for each in prepared):
        zone = tuple(
            f"{each.zone}: {each.zone_means}" if each.zone else UNKNOWN for each in prepared
        )
        rows.append(("Job zone", zone))
    if any(each.education for each in prepared):
        said = tuple(_education(each.education) for each in prepared)
        rows.append(("Education asked for most", said))
    return rows


def _education(education: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{level} {share}%" for level, share in education) or UNKNOWN


def _middle(each: Pay) -> str:
    cell = each.local or each.nation
    if cell is None:
        return UNKNOWN
    if cell.hourly is not None:
        return f"{dollars(cell.hourly[2], hourly=True)} an hour"
    return f"{dollars(cell.percentiles[2], top_coded=cell.top_coded[2])} a year"


def _where(each: Pay) -> str:
    cell = each.local or each.nation
    return cell.area.name if cell is not None else UNKNOWN


def _employed(each: Pay) -> str:
    if each.nation is None or not math.isfinite(each.nation.employment):
        return UNKNOWN
    return f"{each.nation.employment:,.0f}"

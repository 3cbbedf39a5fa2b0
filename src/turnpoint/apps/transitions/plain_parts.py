"""Rows and the plain tables of ``core.decision.plain``, there and back.

A part (the money of an option, the household) is read by the same reader as a whole file, so that
what a page stores, a file can hold.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from typing import Any

from turnpoint.apps.transitions.models import (
    AffectedPerson,
    Criterion,
    Effect,
    Finding,
    Option,
    TradeOff,
    Transition,
    Voice,
)
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.plain import Plain, to_plain
from turnpoint.core.decision.reading import from_plain
from turnpoint.errors import BadInput

SCALE = ("worst", "best", "shape", "points", "levels")
"""The fields of a criterion without which a trade-off means something else."""


def option_plain(row: Option) -> Plain:
    origin = {"route": row.route, "occupation": row.occupation, "area": row.area}
    return {
        "name": row.name,
        "stays": row.stays,
        "note": row.note,
        "provenance": origin | {"note": row.origin},
        "money": row.money,
        "way_back": row.way_back,
    }


def criterion_plain(row: Criterion) -> Plain:
    said: Plain = {"name": row.name, "unit": row.unit, "better": row.better, "shape": row.shape}
    ends = {name: getattr(row, name) for name in ("worst", "best")}
    said |= {name: value for name, value in ends.items() if value is not None}
    return said | {"points": row.points, "levels": row.levels, "measure": row.measure}


def effect_plain(row: Effect) -> Plain:
    said: Plain = {
        name: value
        for name in ("low", "likely", "high")
        if (value := getattr(row, name)) is not None
    }
    more = {"sure": row.sure, "levels": row.levels, "unknown": row.unknown}
    more |= {"variable": row.variable}
    return said | more | {"source": row.source, "note": row.note}


def person_plain(row: AffectedPerson, voices: Iterable[Voice], keys: Mapping[int, str]) -> Plain:
    return {
        "name": row.name,
        "relation": row.relation,
        "voices": [_voice(each, keys) for each in voices],
    }


def _voice(row: Voice, keys: Mapping[int, str]) -> Plain:
    said: Plain = {"effect": row.effect, "limit": row.limit}
    said["option"] = keys.get(row.option_id or 0, "")
    return said | ({"said": row.said} if row.said else {})


def finding_plain(row: Finding) -> Plain:
    fields = ("text", "about", "ask", "cost", "days")
    return {name: getattr(row, name) for name in fields}


def trade_off_plain(row: TradeOff) -> Plain:
    first = {"criterion": row.first_criterion.key, **row.first}
    return {
        "first": first,
        "second": {"criterion": row.second_criterion.key, **row.second},
        "prefers": row.prefers,
    }


def head_plain(row: Transition) -> Plain:
    fields = ("question", "kind", "opened", "deadline", "currency", "horizon", "facts", "household")
    said = {name: value for name in fields if (value := getattr(row, name)) is not None}
    return said | {"signals": row.signals} | dict(row.foreseen)


def preferences_plain(criteria: Iterable[Criterion], trade_offs: Iterable[TradeOff]) -> Plain:
    ranked: dict[int, list[str]] = {}
    swings: list[dict[str, Any]] = []
    for row in criteria:
        if row.rank is not None:
            ranked.setdefault(row.rank, []).append(row.key)
        if row.swing is not None:
            swings.append({"criterion": row.key, "points": row.swing, "give": row.give})
    return {
        "ranking": [ranked[rank] for rank in sorted(ranked)],
        "trade_offs": [trade_off_plain(row) for row in trade_offs if row.set_aside_at is None],
        "swings": sorted(swings, key=lambda each: -each["points"]),
    }


def money_as_stored(money: Mapping[str, Any]) -> Plain:
    """The money of an option, read and spelt again. Raises ``BadInput`` at the cell."""
    return _again({"options": {"x": {"money": dict(money)}}}, "options", "x", "money")


def way_back_as_stored(way_back: Mapping[str, Any]) -> Plain:
    """How an option closes, read and spelt again. Raises ``BadInput`` at the cell."""
    return _again({"options": {"x": {"way_back": dict(way_back)}}}, "options", "x", "way_back")


def household_as_stored(household: Mapping[str, Any]) -> Plain:
    """The household’s money, read and spelt again. Raises ``BadInput`` at the cell."""
    return _again({"household": dict(household)}, "household")


def _again(table: Plain, *path: str) -> Plain:
    reading = from_plain(table)
    address = ".".join(path)
    if reading.problems:
        first = reading.problems[0]
        where = first.where.removeprefix(f"{address}.")
        raise BadInput(first.sentence, where=where)
    found: Any = to_plain(reading.file)
    for name in path:
        found = found.get(name, {})
    kept: Plain = storable(found)[0]
    return kept


def storable(value: Any, where: str = "") -> tuple[Any, list[str]]:
    """The value without figures and letters that a database cannot hold, and where they stood."""
    if isinstance(value, Mapping):
        pairs = {name: storable(each, f"{where}.{name}") for name, each in value.items()}
        kept = {name: each for name, (each, _) in pairs.items() if each is not None}
        return kept, [at for _, lost in pairs.values() for at in lost]
    if isinstance(value, list | tuple):
        found = [storable(each, f"{where}.{number}") for number, each in enumerate(value, 1)]
        return [each for each, _ in found if each is not None], [
            at for _, lost in found for at in lost
        ]
    if isinstance(value, float) and not (math.isfinite(value) and abs(value) <= 1e15):
        return None, [where.lstrip(".")]
    if isinstance(value, str) and "\0" in value:
        return value.replace("\0", ""), [where.lstrip(".")]
    return (value.isoformat() if isinstance(value, dt.date) else value), []


def plain_file(file: DecisionFile) -> tuple[Plain, list[str]]:
    """A whole file as tables that can be stored, and the cells that cannot."""
    plain, lost = storable(to_plain(file))
    return plain, lost

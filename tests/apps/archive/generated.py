"""Rows of any table, made from what its columns may hold: a new table is filled by itself.

The rows need no sense, only to be such that the database takes them: what breaks a constraint, or
is refused by a trigger, is drawn again.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.contents import Table, is_owner, tables
from turnpoint.apps.archive.references import REFERENCES
from turnpoint.apps.archive.rows import plain, stored

TRIES = 400
"""Until there are two rows of a table, which a constraint may make rare."""
FURTHER_TRIES = 15
FEWEST = 2
WORDS = (
    *(
        "",
        "=1+1",
        "Ärger, “quoted”\nand 終",
        "open",
        "2026",
        "x",
        "15-1252",
        "11-1021",
        "EUR",
        "de",
        "a, b",
    ),
    *("+49 30", "-2", "-x", "@all", "\tx", "\rx"),
)
NUMBERS = (0, 1, 2, 3, 4, 5, 7, 30, 60, 90, 100, 2026)
NOON = dt.datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=dt.UTC)

Pools = dict[str, list[models.Model]]


def generate(owner: User, rng: Random, *, most: int = 3) -> Pools:
    """Rows of every table for ``owner``, up to ``most`` each; gives them by their tables."""
    pools: Pools = {}
    for table in tables():
        found = pools[table.label] = list(table.rows(owner))
        once = any(is_owner(field) and field.unique for field in table.model._meta.concrete_fields)
        wanted = 1 if once else len(found) + rng.randint(FEWEST, most)
        tries = 0
        while len(found) < wanted and tries < (TRIES if len(found) < FEWEST else FURTHER_TRIES):
            tries += 1
            if (row := _row(table, owner, rng, pools)) is not None:
                found.append(row)
                tries = 0
    return pools


def _row(table: Table, owner: User, rng: Random, pools: Pools) -> models.Model | None:
    row = table.model()
    for field in table.model._meta.concrete_fields:
        if is_owner(field):
            row.owner = owner  # type: ignore[attr-defined]  # it is the field’s name
        elif not field.primary_key:
            setattr(row, field.attname, _value(table, row, field, rng, pools))
    if row.pk is not None and table.rows(owner).filter(pk=row.pk).exists():
        return None
    try:
        with transaction.atomic():
            row.save_base(raw=True, force_insert=True)
            return table.rows(owner).get(pk=row.pk)
    except (DatabaseError, table.model.DoesNotExist):
        return None


def _value(table: Table, row: models.Model, field: Any, rng: Random, pools: Pools) -> Any:
    if field.null and rng.random() < 0.4:
        return None
    if field.is_relation:
        if field.related_model is User:
            return None  # others are of this instance
        pool = pools.get(field.related_model._meta.label, [])
        return rng.choice(pool).pk if pool else None
    if f"{table.label}.{field.name}" in REFERENCES:
        return []
    for _ in range(20):
        value = _single(table.model, field, rng)
        with suppress(ValidationError):
            return stored(field, plain(value), row)
    return None


def _single(model: type[models.Model], field: Any, rng: Random) -> Any:
    if field.flatchoices:
        return rng.choice(field.flatchoices)[0]
    if (asked := _asked(model).get(field.name)) and rng.random() < 0.7:
        return rng.choice(asked)
    kind = next(kind for kind in DRAWN if isinstance(field, kind))
    return DRAWN[kind](rng, field)


@cache
def _asked(model: type[models.Model]) -> Mapping[str, list[Any]]:
    """What the constraints of a table ask of its columns, by their names."""
    found: dict[str, list[Any]] = {}
    for constraint in model._meta.constraints:
        for lookup, value in _lookups(getattr(constraint, "condition", None)):
            name, _, how = lookup.partition("__")
            values = value if how in {"in", "range"} else [value]
            found.setdefault(name, []).extend(
                each for each in values if how != "isnull" and isinstance(each, (str, int, float))
            )
    return found


def _lookups(condition: Any) -> Iterator[tuple[str, Any]]:
    for child in getattr(condition, "children", ()):
        if isinstance(child, tuple):
            yield child
        else:
            yield from _lookups(child)


def _text(rng: Random, field: Any) -> str:
    return rng.choice(WORDS)[: field.max_length]


def _decimal(rng: Random, field: Any) -> Decimal:
    whole = field.max_digits - field.decimal_places
    digits = rng.randrange(10 ** rng.randint(1, min(whole, 6) + field.decimal_places))
    return Decimal(digits).scaleb(-field.decimal_places)


def _moment(rng: Random) -> dt.datetime:
    return NOON + dt.timedelta(days=rng.randint(-400, 400), seconds=rng.randrange(86400))


DRAWN: Mapping[type[Any], Callable[[Random, Any], Any]] = {
    models.BooleanField: lambda rng, _: rng.random() < 0.5,
    models.UUIDField: lambda rng, _: uuid.UUID(int=rng.getrandbits(128)),
    models.BinaryField: lambda rng, _: rng.randbytes(20),
    models.JSONField: lambda rng, _: rng.choice(([], {}, ["a", 1.5], {"ü": [None, True]})),
    models.DateTimeField: lambda rng, _: _moment(rng),
    models.DateField: lambda rng, _: _moment(rng).date(),
    models.TimeField: lambda rng, _: _moment(rng).time(),
    models.DecimalField: _decimal,
    models.FloatField: lambda rng, _: rng.choice((0.0, 0.25, 0.5, 1.0, rng.random())),
    models.IntegerField: lambda rng, _: rng.choice(NUMBERS),
    models.CharField: _text,
    models.TextField: _text,
}
"""By kind of column: what it may hold. The first that fits counts."""

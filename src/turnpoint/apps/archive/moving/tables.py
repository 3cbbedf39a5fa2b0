"""Every table there is, as it is moved: values as the database keeps them, sealed words as cipher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connections, models
from django.db.models import ExpressionWrapper, F, QuerySet

from turnpoint.apps.accounts.sealing import EncryptedTextField

AT_ONCE = 500
"""Rows that are written and compared together."""

PLAIN: models.Field[Any, Any] = models.TextField()

Row = tuple[Any, ...]


@dataclass(frozen=True)
class MovedTable:
    """One table, and its columns in the order in which the values of a ``Row`` stand."""

    model: type[models.Model]

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @cached_property
    def fields(self) -> tuple[Any, ...]:
        return tuple(
            field for field in self.model._meta.local_concrete_fields if not field.generated
        )

    @cached_property
    def key(self) -> int:
        """Where in a row its key stands."""
        return next(place for place, field in enumerate(self.fields) if field.primary_key)

    def rows(self, using: str) -> QuerySet[Any, Row]:
        """The rows in the order of their keys, as they are: what unseals words is left out."""
        columns = [
            ExpressionWrapper(F(field.attname), output_field=PLAIN)
            if _sealed(field)
            else F(field.attname)
            for field in self.fields
        ]
        return QuerySet(self.model, using=using).order_by("pk").values_list(*columns)

    def heaps(self, using: str) -> Iterator[list[Row]]:
        """All rows, so many at once that they fit into memory."""
        rows = self.rows(using).iterator(chunk_size=AT_ONCE)
        while heap := list(islice(rows, AT_ONCE)):
            yield heap

    def prepared(self, row: Row, using: str) -> list[Any]:
        """The values of a row as the driver of a database takes them."""
        there = connections[using]
        return [
            (PLAIN if _sealed(field) else field).get_db_prep_save(value, connection=there)
            for field, value in zip(self.fields, row, strict=True)
        ]


def _sealed(field: Any) -> bool:
    return isinstance(field, EncryptedTextField)


def moved_tables() -> tuple[MovedTable, ...]:
    """The tables of every app, ours and others', with those that join two others."""
    return tuple(
        MovedTable(model)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    )

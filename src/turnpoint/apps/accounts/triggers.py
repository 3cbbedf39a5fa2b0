"""Triggers that refuse what a constraint cannot, for SQLite and PostgreSQL.

A migration that alters a table with triggers runs ``drop`` before and ``create`` after: SQLite
alters a table by building another one, which loses its triggers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


@dataclass(frozen=True, slots=True)
class Refusal:
    """``when`` is UPDATE, DELETE or INSERT; where ``condition`` holds, ``sentence`` is the answer."""

    when: str
    table: str
    condition: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Follower:
    """What goes along once a row of ``table`` is gone. For Django the key does nothing."""

    table: str
    action: str


@dataclass(frozen=True, slots=True)
class Triggers:
    """The triggers of one app by their names."""

    refusals: Mapping[str, Refusal]
    followers: Mapping[str, Follower]

    def create(self, apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Make every trigger."""
        vendor = schema_editor.connection.vendor
        make = {"sqlite": self._sqlite, "postgresql": self._postgresql}[vendor]
        for statement in make():
            schema_editor.execute(statement, params=None)

    def drop(self, apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Take every trigger away."""
        postgresql = schema_editor.connection.vendor == "postgresql"
        tables = {name: each.table for name, each in self.refusals.items()}
        tables |= {name: each.table for name, each in self.followers.items()}
        for name, table in tables.items():
            place = f" ON {table}" if postgresql else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{place}", params=None)
            if postgresql:
                schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)

    def _sqlite(self) -> list[str]:
        refusals = [
            f"CREATE TRIGGER {name} BEFORE {each.when} ON {each.table} FOR EACH ROW "
            f"WHEN {each.condition} BEGIN SELECT RAISE(ABORT, '{each.sentence}'); END"
            for name, each in self.refusals.items()
        ]
        followers = [
            f"CREATE TRIGGER {name} AFTER DELETE ON {each.table} FOR EACH ROW "
            f"BEGIN {each.action}; END"
            for name, each in self.followers.items()
        ]
        return refusals + followers

    def _postgresql(self) -> list[str]:
        statements = []
        for name, each in self.refusals.items():
            row = "OLD" if each.when == "DELETE" else "NEW"
            body = (
                f"IF {each.condition} THEN RAISE EXCEPTION '{each.sentence}' "
                f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {row};"
            )
            statements += [
                _function(name, body),
                _trigger(name, f"BEFORE {each.when}", each.table),
            ]
        for name, follower in self.followers.items():
            statements += [
                _function(name, f"{follower.action}; RETURN OLD;"),
                _trigger(name, "AFTER DELETE", follower.table),
            ]
        return statements


def _function(name: str, body: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$ "
        f"BEGIN {body} END $body$"
    )


def _trigger(name: str, moment: str, table: str) -> str:
    return f"CREATE TRIGGER {name} {moment} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"

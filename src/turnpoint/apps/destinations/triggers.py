"""Triggers that keep revisions as they were saved, for SQLite and PostgreSQL.

A revision and its dreams refuse UPDATE; they refuse DELETE as long as the destination is there; a
revision takes no more dreams than it was saved with. When a destination is deleted, its revisions
go with it, by trigger: Django would delete them first, and so be refused.

A migration that alters these tables runs ``drop`` before and ``create`` after: SQLite alters a
table by building another one, which loses its triggers.
"""

from __future__ import annotations

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

DESTINATION = "destinations_destination"
REVISION = "destinations_destinationrevision"
DREAM = "destinations_revisiondream"

CHANGED = "A revision stays as it was saved."
ALONE = "A revision cannot be removed without its destination."
SEALED = "A saved revision takes no further dreams."

# name: (when, table, condition that refuses, sentence)
REFUSALS: dict[str, tuple[str, str, str, str]] = {
    "revision_stays": ("UPDATE", REVISION, "1 = 1", CHANGED),
    "dream_stays": ("UPDATE", DREAM, "1 = 1", CHANGED),
    "revision_goes_not_alone": (
        "DELETE",
        REVISION,
        f"EXISTS (SELECT 1 FROM {DESTINATION} WHERE id = OLD.destination_id)",  # noqa: S608  # constants above
        ALONE,
    ),
    "dream_goes_not_alone": (
        "DELETE",
        DREAM,
        f"EXISTS (SELECT 1 FROM {REVISION} WHERE id = OLD.revision_id)",  # noqa: S608  # constants above
        ALONE,
    ),
    "dreams_are_sealed": (
        "INSERT",
        DREAM,
        f"NEW.position >= (SELECT dream_count FROM {REVISION} WHERE id = NEW.revision_id)",  # noqa: S608  # constants above
        SEALED,
    ),
}
# name: (table, what goes along with it)
FOLLOWERS: dict[str, tuple[str, str]] = {
    "revisions_follow": (
        DESTINATION,
        f"DELETE FROM {REVISION} WHERE destination_id = OLD.id",  # noqa: S608  # constants above
    ),
    "dreams_follow": (
        REVISION,
        f"DELETE FROM {DREAM} WHERE revision_id = OLD.id",  # noqa: S608  # constants above
    ),
}


def create(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make every trigger."""
    vendor = schema_editor.connection.vendor
    make = {"sqlite": _sqlite, "postgresql": _postgresql}[vendor]
    for statement in make():
        schema_editor.execute(statement, params=None)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take every trigger away."""
    postgresql = schema_editor.connection.vendor == "postgresql"
    tables = {name: table for name, (_, table, _, _) in REFUSALS.items()}
    tables |= {name: table for name, (table, _) in FOLLOWERS.items()}
    for name, table in tables.items():
        place = f" ON {table}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{place}", params=None)
        if postgresql:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)


def _sqlite() -> list[str]:
    refusals = [
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        for name, (when, table, condition, sentence) in REFUSALS.items()
    ]
    followers = [
        f"CREATE TRIGGER {name} AFTER DELETE ON {table} FOR EACH ROW BEGIN {action}; END"
        for name, (table, action) in FOLLOWERS.items()
    ]
    return refusals + followers


def _postgresql() -> list[str]:
    statements = []
    for name, (when, table, condition, sentence) in REFUSALS.items():
        row = "OLD" if when == "DELETE" else "NEW"
        body = (
            f"IF {condition} THEN RAISE EXCEPTION '{sentence}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {row};"
        )
        statements += [_function(name, body), _trigger(name, f"BEFORE {when}", table)]
    for name, (table, action) in FOLLOWERS.items():
        statements += [
            _function(name, f"{action}; RETURN OLD;"),
            _trigger(name, "AFTER DELETE", table),
        ]
    return statements


def _function(name: str, body: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$ "
        f"BEGIN {body} END $body$"
    )


def _trigger(name: str, moment: str, table: str) -> str:
    return f"CREATE TRIGGER {name} {moment} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"

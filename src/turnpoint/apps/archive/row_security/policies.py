"""Writing the rules into PostgreSQL, and seeing whether what is there is what is declared.

Each table has five policies. ``everyone`` lets upkeep through; the other four say the rule, and are
away while migrations run, since a column that a policy names cannot be altered: until they are back,
whoever is not upkeep sees nothing. Row security is forced, so that it binds the tables’ owner too.
"""

from __future__ import annotations

import hashlib

from django.db import connection, transaction

from turnpoint.apps.archive.row_security.rules import EVERYONE, Rule, rules

BY_RULE = ("reads", "adds", "changes", "removes")
EVERY = ("everyone", *BY_RULE)
FOUND = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
       array_agg(p.polname::text ORDER BY p.polname), max(obj_description(p.oid, 'pg_policy'))
FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
WHERE c.relnamespace = current_schema()::regnamespace
GROUP BY c.oid
"""
TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
"""


def statements(rule: Rule) -> tuple[str, ...]:
    """What makes the policies of one table."""
    table = rule.table
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY everyone ON {table} USING ({EVERYONE})",
        f"CREATE POLICY reads ON {table} FOR SELECT USING ({rule.reads})",
        f"CREATE POLICY adds ON {table} FOR INSERT WITH CHECK ({rule.adds})",
        f"CREATE POLICY changes ON {table} FOR UPDATE USING ({rule.changes}) "
        f"WITH CHECK ({rule.becomes})",
        f"CREATE POLICY removes ON {table} FOR DELETE USING ({rule.removes})",
    )


def _digest(rule: Rule) -> str:
    return hashlib.sha256("\n".join(statements(rule)).encode()).hexdigest()


def differing() -> list[str]:
    """Tables whose policies are not as declared, and tables with policies that should have none."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(FOUND)
        found = {table: (forced, names, digest) for table, forced, names, digest in cursor}
    wanted = {rule.table: (True, sorted(EVERY), _digest(rule)) for rule in rules()}
    return sorted(
        table for table in found.keys() | wanted.keys() if found.get(table) != wanted.get(table)
    )


def write() -> None:
    """Make every policy as declared; the tables must be those of this version."""
    if connection.vendor != "postgresql":
        return
    sent = []
    for rule in rules():
        sent += [f"DROP POLICY IF EXISTS {name} ON {rule.table}" for name in EVERY]
        sent += statements(rule)
        sent.append(f"COMMENT ON POLICY everyone ON {rule.table} IS '{_digest(rule)}'")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("; ".join(sent))


def take_away() -> None:
    """Drop the policies by rule, so that migrations can alter what they name."""
    if connection.vendor != "postgresql":
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT polname, polrelid::regclass::text FROM pg_policy JOIN pg_class c "
            "ON c.oid = polrelid WHERE relnamespace = current_schema()::regnamespace "
            "AND polname = ANY(%s)",
            [list(BY_RULE)],
        )
        for name, table in cursor.fetchall():
            cursor.execute(f"DROP POLICY {name} ON {table}")


def tables() -> set[str]:
    """Every table that the database has."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return {name for (name,) in cursor}

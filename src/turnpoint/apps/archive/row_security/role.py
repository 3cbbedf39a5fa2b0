"""The role that Turnpoint connects as: a superuser is above all policies, and so must not be it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connection

ABOVE = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
SENTENCE = (
    "DATABASE_URL connects to PostgreSQL as a role that is above row-level security, so that the "
    "database does not keep people’s rows apart."
)
HINT = (
    "Use an ordinary role that owns the database: "
    "CREATE ROLE turnpoint LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…';"
)


def is_above_policies() -> bool:
    """Whether no policy holds for the role in use."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(ABOVE)
        return bool(cursor.fetchone()[0])


@checks.register(checks.Tags.database)
def check_role(databases: Any = None, **_: Any) -> list[checks.CheckMessage]:
    """An error where people share the database, a warning where one person has it alone."""
    if not databases or not is_above_policies():
        return []
    kind = checks.Error if settings.TEAM else checks.Warning
    return [kind(SENTENCE, hint=HINT, id="turnpoint.E001" if settings.TEAM else "turnpoint.W001")]

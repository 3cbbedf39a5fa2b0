"""Tells the connection whose rows may be seen, right before a statement for which that changed.

What was told is remembered by the connection, so that nothing is sent twice. A rollback takes back
what was told since it began, so that after one the connection is told again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.sight import Sight

TELL = (
    "SELECT set_config('turnpoint.everyone', %s, false), "
    "set_config('turnpoint.owners', %s, false), set_config('turnpoint.shown', %s, false)"
)
OF_A_TRANSACTION = ("SAVEPOINT ", "RELEASE SAVEPOINT ", "ROLLBACK TO SAVEPOINT ")
"""Statements that reach no row, and must get through where a transaction has failed."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows what it was told last."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._told: Sight | None = None
        self.execute_wrappers.append(self._tell_first)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self._told = None
        return super().get_new_connection(conn_params)

    def _rollback(self) -> None:
        self._told = None
        super()._rollback()  # type: ignore[misc]  # the stubs leave it out

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]  # as above
        self._told = None

    def _tell_first(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        wanted = sight.now()
        if (
            wanted is not None
            and wanted != self._told
            and not self.needs_rollback
            and not str(sql).startswith(OF_A_TRANSACTION)
        ):
            with self.wrap_database_errors, self.connection.cursor() as cursor:
                cursor.execute(TELL, _settings(wanted))
            self._told = wanted
        return execute(sql, params, many, context)


def _settings(wanted: Sight) -> tuple[str, str, str]:
    everyone = "on" if wanted.reason else "off"
    return everyone, _ids(wanted.owners), _ids(wanted.owners | wanted.shown)


def _ids(people: frozenset[int]) -> str:
    return "{" + ",".join(str(int(each)) for each in sorted(people)) + "}"

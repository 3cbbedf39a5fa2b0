"""Django’s ``migrate``, on everybody’s rows, with the policies away before and back afterwards."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from turnpoint.apps.accounts import sight
from turnpoint.apps.archive.row_security import policies


class Command(migrate.Command):
    """Policies come back when all migrations have run; after some, the tables are not ours yet."""

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check_unapplied"] or options["plan"]:
            super().handle(*args, **options)
            return
        with sight.everyone("migrations reach all rows"):
            policies.take_away()
            super().handle(*args, **options)
            if not options["app_label"]:
                policies.write()

"""What this app does when Django starts: it looks whether the database can keep people apart."""

from __future__ import annotations

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "turnpoint.apps.archive"

    def ready(self) -> None:
        from turnpoint.apps.archive.row_security import role  # noqa: F401  # registers its check

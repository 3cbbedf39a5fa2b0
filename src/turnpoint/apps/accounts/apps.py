"""Accounts, and what is noted of them once Django has loaded them."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "turnpoint.apps.accounts"

    def ready(self) -> None:
        from turnpoint.apps.accounts import security_log

        security_log.listen()

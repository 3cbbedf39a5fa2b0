"""What this app does when Django starts: it takes note of accounts, and of whoever signs in."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

from turnpoint.apps.accounts import sight


class AccountsConfig(AppConfig):
    name = "turnpoint.apps.accounts"

    def ready(self) -> None:
        from turnpoint.apps.accounts import security_log

        security_log.listen()
        user_logged_in.connect(_see_their_own, dispatch_uid="accounts.sight")


def _see_their_own(sender: Any, user: Any, **kwargs: Any) -> None:
    sight.turn_to(user)

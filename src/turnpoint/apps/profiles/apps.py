"""What this app does when Django starts: pay is shown where the person lives."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest


class ProfilesConfig(AppConfig):
    name = "turnpoint.apps.profiles"

    def ready(self) -> None:
        user_logged_in.connect(_show_pay_at_home, dispatch_uid="profiles.pay_at_home")


def _show_pay_at_home(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    from turnpoint.apps.occupations.place import look_at
    from turnpoint.apps.profiles import queries

    look_at(request, queries.profile(owner=user).area)

"""Reading accounts."""

from __future__ import annotations

from turnpoint.apps.accounts.models import User

OWNER = "owner"
"""User name of the one person of a personal workspace."""


def sample_people() -> tuple[User, ...]:
    """The fictional people of a demo workspace, in the order they were made."""
    return tuple(User.objects.exclude(sample_line="").order_by("pk"))

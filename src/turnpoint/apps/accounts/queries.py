"""Reading accounts."""

from __future__ import annotations

from turnpoint.apps.accounts.models import User

OWNER = "owner"
"""User name of the one person of a personal workspace."""


def sample_people() -> tuple[User, ...]:
    """The fictional people of a demo workspace, in the order they were made."""
    return tuple(User.objects.exclude(sample_line="").order_by("pk"))


def person_named(text: str) -> User | None:
    """Whoever has this e-mail address or user name, where the account is open."""
    wanted = text.strip()
    if not wanted:
        return None
    people = User.objects.filter(is_active=True)
    return people.filter(email__iexact=wanted).first() or people.filter(username=wanted).first()

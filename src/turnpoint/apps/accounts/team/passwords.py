"""What a password may be, beside what Django asks of it."""

from __future__ import annotations

from django.core.exceptions import ValidationError

LONGEST = 128


class LongestPassword:
    """Refuses what is too long to be typed and only makes the server hash."""

    def validate(self, password: str, user: object = None) -> None:
        if len(password) > LONGEST:
            raise ValidationError(
                f"This password has {len(password)} characters. Choose one of at most {LONGEST}."
            )

    def get_help_text(self) -> str:
        return f"Your password may have up to {LONGEST} characters."

"""Invitations: the only way to a new account. Only a digest of the token is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Invitation(models.Model):
    """One address that may open an account, once, until a day."""

    email = models.EmailField()
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(name="invitation_email", condition=~Q(email="")),
            models.CheckConstraint(
                name="invitation_ends_after_it_begins", condition=Q(expires_at__gt=F("made_at"))
            ),
            models.CheckConstraint(
                name="invitation_used_or_withdrawn",
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"invitation of {self.email}, until {self.expires_at:%Y-%m-%d}"

"""What a person has put aside, so that it is not shown again."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class PutAside(models.Model):
    """Something that waited on Today, or was said there once. ``key`` names it without its words."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(name="put_aside_once", fields=("owner", "key")),)

    def __str__(self) -> str:
        return self.key

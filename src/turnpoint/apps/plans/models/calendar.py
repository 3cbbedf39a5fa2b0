"""The calendar feed of a person, and what it last said of each thing."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class CalendarFeed(models.Model):
    """Where a calendar programme may fetch one’s dates. Of the secret address only a digest is kept.

    ``space`` makes the names of things unlike anybody else’s. ``content`` and ``changed_at`` say
    what the feed held when it last changed. ``discreet`` hides titles. On ``review_day`` (Monday is
    0) at ``review_at`` it has the weekly review.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    space = models.UUIDField(default=uuid.uuid4)
    digest = models.CharField(
        max_length=64, null=True, unique=True
    )  # no address: none, of which there may be many
    made_at = models.DateTimeField()
    discreet = models.BooleanField(default=True)
    review_day = models.PositiveSmallIntegerField(null=True, blank=True)
    review_at = models.TimeField(null=True, blank=True)
    content = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="calendar_review",
                condition=Q(review_day__isnull=True, review_at__isnull=True)
                | Q(review_day__range=(0, 6), review_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"calendar of {self.owner}"


class CalendarEntry(models.Model):
    """What the feed last said of one thing: ``sequence`` counts how often that changed."""

    feed = models.ForeignKey(CalendarFeed, on_delete=models.CASCADE, related_name="entries")
    uid = models.CharField(max_length=200)
    content = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(name="calendar_entry_once", fields=("feed", "uid")),)

    def __str__(self) -> str:
        return self.uid

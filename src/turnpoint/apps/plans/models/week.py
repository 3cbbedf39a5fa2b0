"""A look back on a week, and the few things of the next one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from turnpoint.apps.plans.models.goal import Goal
from turnpoint.apps.plans.models.serving import LONGEST_LINE, Serving

LONGEST_ANSWER = 5000
MOST_THINGS = 3
"""Beside a week of ordinary work there is room for little more. ``week_slot`` says the same."""


class WeeklyReview(models.Model):
    """What somebody answered about one week, and what had moved by then, as it was shown.

    ``monday`` is the week’s first day. ``inside``, ``energy`` and ``sure`` come before ``outside``.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    monday = models.DateField()
    written_at = models.DateTimeField()
    inside = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    energy = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    sure = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    outside = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    moved: Any = models.JSONField(default=dict, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-monday",)
        constraints = (
            models.UniqueConstraint(
                name="weekly_review_once",
                fields=("owner", "monday"),
                condition=Q(trashed_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"review of the week of {self.monday:%Y-%m-%d}"


class WeekThing(Serving):
    """One of the few things of a week; ``monday`` is its first day."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    monday = models.DateField()
    slot = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_LINE)
    goal = models.ForeignKey(
        Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("monday", "slot", "pk")
        constraints = (
            models.UniqueConstraint(
                name="week_one_to_a_slot",
                fields=("owner", "monday", "slot"),
                condition=Q(trashed_at__isnull=True),
            ),
            models.CheckConstraint(name="week_slot", condition=Q(slot__range=(1, MOST_THINGS))),
            models.CheckConstraint(name="week_text", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return self.text

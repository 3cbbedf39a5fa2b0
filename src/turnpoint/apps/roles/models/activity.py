"""The activities of a role, its week, and what stood there before a change."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from turnpoint.apps.profiles.models import HeldRole

LONGEST_NAME = 120
LIVE = Q(trashed_at__isnull=True)


class Piece(models.Model):
    """Something said about one held role. Removals are soft, so that every change can be undone."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    held = models.ForeignKey(HeldRole, on_delete=models.CASCADE, related_name="+")
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Unit(models.TextChoices):
    """How time is said."""

    PERCENT = "percent", "% of my time"
    HOURS = "hours", "hours a week"


class RoleWeek(Piece):
    """How long the week of a role is, and whether its time is said in percent or in hours."""

    hours = models.FloatField(default=40.0)
    unit = models.CharField(max_length=7, choices=Unit.choices, default=Unit.PERCENT)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="role_one_week", fields=("held",), condition=LIVE),
            models.CheckConstraint(
                name="role_week_hours",
                condition=Q(hours__range=(1, 168)),
                violation_error_message="A week has between 1 and 168 hours.",
            ),
            models.CheckConstraint(name="role_week_unit", condition=Q(unit__in=Unit.values)),
        )

    def __str__(self) -> str:
        return f"{self.hours:g} hours a week"

    @property
    def whole(self) -> float:
        """What all time comes to, in the unit that it is said in."""
        return 100.0 if self.unit == Unit.PERCENT else self.hours


class Wanted(models.TextChoices):
    """What a person wants of an activity."""

    MORE = "more", "more of it"
    SAME = "same", "as it is"
    LESS = "less", "less of it"


class RoleActivity(Piece):
    """One activity of a role. ``time`` is in the unit of the week; 0 for what one does not do yet.

    ``code`` is an O*NET activity, where it was picked from the facts or said by the person.
    """

    name = models.CharField(max_length=LONGEST_NAME)
    code = models.CharField(max_length=24, blank=True)
    time = models.FloatField(default=0.0)
    enjoyment = models.SmallIntegerField(null=True, blank=True)
    strength = models.PositiveSmallIntegerField(null=True, blank=True)
    wanted = models.CharField(max_length=4, choices=Wanted.choices, blank=True)
    leading = models.BooleanField(null=True, blank=True)
    repeatable = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="role_activity_name",
                condition=~Q(name=""),
                violation_error_message="An activity needs a name.",
            ),
            models.UniqueConstraint(
                Lower("name"), "held", name="role_activity_once", condition=LIVE
            ),
            models.CheckConstraint(
                name="role_activity_time",
                condition=Q(time__range=(0, 1000)),
                violation_error_message="Time cannot be below zero.",
            ),
            models.CheckConstraint(
                name="role_activity_enjoyment",
                condition=Q(enjoyment__isnull=True) | Q(enjoyment__range=(-2, 2)),
                violation_error_message="Enjoyment runs from −2 to 2.",
            ),
            models.CheckConstraint(
                name="role_activity_strength",
                condition=Q(strength__isnull=True) | Q(strength__range=(1, 5)),
                violation_error_message="Strength runs from 1 to 5.",
            ),
            models.CheckConstraint(
                name="role_activity_wanted", condition=Q(wanted__in=["", *Wanted.values])
            ),
        )

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """What stood in each row before it was changed, so that the change can be taken back.

    ``before`` holds per row: its kind, its key, and its fields (``null``: it was not there).
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    before: Any = models.JSONField(default=list, encoder=DjangoJSONEncoder)

    def __str__(self) -> str:
        return f"change of {self.made_at:%Y-%m-%d %H:%M}"

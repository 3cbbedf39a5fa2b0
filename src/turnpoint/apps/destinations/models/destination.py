"""Destinations and their revisions.

A revision is written once. ``save`` refuses a second time, and triggers in the database
(``triggers.py``) refuse any change, and any removal before the destination itself goes. A removed
destination takes its revisions along by a trigger too: for Django the keys do nothing.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from turnpoint.apps.destinations.hypothesis import (
    LONGEST_LINE,
    LONGEST_STATEMENT,
    LONGEST_TEXT,
    Dream,
    DreamKind,
    Hypothesis,
)
from turnpoint.apps.destinations.models.frozen import Frozen

CURRENCY = RegexValidator(r"\A[A-Z]{3}\Z", "A currency is three capital letters, such as EUR.")


class Destination(models.Model):
    """A five-year hypothesis of one person; what it says is in its revisions."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="destinations"
    )
    created_at = models.DateTimeField()
    active = models.BooleanField(default=False)
    archived_at = models.DateTimeField(null=True, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="destination_one_active",
                fields=("owner",),
                condition=Q(active=True),
                violation_error_message="Only one destination can be the active one.",
            ),
            models.CheckConstraint(
                name="destination_active_is_at_hand",
                condition=Q(active=False) | Q(archived_at__isnull=True, trashed_at__isnull=True),
                violation_error_message="An archived or removed destination cannot be active.",
            ),
        )

    def __str__(self) -> str:
        return f"destination {self.pk}"


class DestinationRevision(Frozen):
    """What a destination said when it was saved. ``dream_count`` seals how many dreams it has."""

    destination = models.ForeignKey(
        Destination, on_delete=models.DO_NOTHING, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    statement = models.CharField(max_length=LONGEST_STATEMENT)
    title = models.CharField(max_length=160, blank=True)
    occupation_code = models.CharField(max_length=10, blank=True)
    own_business = models.BooleanField(default=False)
    by = models.DateField()
    why = models.TextField(max_length=LONGEST_TEXT, blank=True)
    area_code = models.CharField(max_length=7, blank=True)
    place = models.CharField(max_length=LONGEST_LINE, blank=True)
    pay_floor = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="USD", validators=[CURRENCY])
    hours_per_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    flexibility = models.CharField(max_length=LONGEST_LINE, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    least_sure = models.TextField(max_length=LONGEST_TEXT, blank=True)
    changed = models.CharField(max_length=LONGEST_LINE, blank=True)
    dream_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("destination_id", "number")
        constraints = (
            models.UniqueConstraint(name="revision_number", fields=("destination", "number")),
            models.CheckConstraint(name="revision_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="revision_statement", condition=~Q(statement="")),
            models.CheckConstraint(
                name="revision_confidence",
                condition=Q(confidence__isnull=True) | Q(confidence__range=(0, 100)),
                violation_error_message="Confidence lies between 0 and 100.",
            ),
            models.CheckConstraint(
                name="revision_pay_floor",
                condition=Q(pay_floor__isnull=True) | Q(pay_floor__gte=0),
                violation_error_message="A pay floor cannot be below zero.",
            ),
            models.CheckConstraint(
                name="revision_hours",
                condition=Q(hours_per_week__isnull=True) | Q(hours_per_week__range=(0, 168)),
                violation_error_message="A week has 168 hours.",
            ),
        )

    def __str__(self) -> str:
        return f"revision {self.number} of {self.destination_id}"

    def hypothesis(self) -> Hypothesis:
        """What this revision says, as a value."""
        return Hypothesis(
            statement=self.statement,
            by=self.by,
            title=self.title,
            occupation_code=self.occupation_code,
            own_business=self.own_business,
            why=self.why,
            area_code=self.area_code,
            place=self.place,
            pay_floor=self.pay_floor,
            currency=self.currency,
            hours_per_week=self.hours_per_week,
            flexibility=self.flexibility,
            confidence=self.confidence,
            least_sure=self.least_sure,
            dreams=tuple(
                Dream(DreamKind(dream.kind), dream.text, dream.by) for dream in self.dreams.all()
            ),
        )


class RevisionDream(Frozen):
    """A personal dream or constraint of one revision; ``position`` counts from 0."""

    revision = models.ForeignKey(
        DestinationRevision, on_delete=models.DO_NOTHING, related_name="dreams"
    )
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=11, choices=[(kind.value, kind.value) for kind in DreamKind])
    text = models.CharField(max_length=LONGEST_LINE)
    by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("revision_id", "position")
        constraints = (
            models.UniqueConstraint(name="dream_position", fields=("revision", "position")),
            models.CheckConstraint(name="dream_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="dream_kind", condition=Q(kind__in=[kind.value for kind in DreamKind])
            ),
        )

    def __str__(self) -> str:
        return self.text


class DestinationDraft(models.Model):
    """The answers of a guided flow that is not finished: what was typed, as it was typed.

    ``reached`` is the furthest step seen.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="destination_draft"
    )
    answers: Any = models.JSONField(default=dict)
    reached = models.PositiveSmallIntegerField(default=1)
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="draft_reached", condition=Q(reached__range=(1, 4))),
        )

    def __str__(self) -> str:
        return f"draft of {self.owner}, kept {self.kept_at:%Y-%m-%d %H:%M}"


class AssumptionSet(models.Model):
    """What the person assumes for one destination in place of the stated values, at one moment.

    ``changed`` holds by name only what differs from the stated values. The highest ``number`` is in
    force; the earlier ones are kept, so that every change can be undone.
    """

    destination = models.ForeignKey(
        Destination, on_delete=models.CASCADE, related_name="assumption_sets"
    )
    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    changed: Any = models.JSONField(default=dict)
    exchange_currency = models.CharField(max_length=3, blank=True, validators=[CURRENCY])
    exchange_dollars = models.FloatField(null=True, blank=True)
    exchange_said_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("destination_id", "number")
        constraints = (
            models.UniqueConstraint(name="assumption_set_number", fields=("destination", "number")),
            models.CheckConstraint(name="assumption_set_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="assumption_set_exchange_whole_or_not",
                condition=Q(
                    exchange_currency="",
                    exchange_dollars__isnull=True,
                    exchange_said_on__isnull=True,
                )
                | (
                    ~Q(exchange_currency__in=("", "USD"))
                    & Q(exchange_dollars__gt=0, exchange_said_on__isnull=False)
                ),
                violation_error_message="An exchange rate needs a currency, a rate and a day.",
            ),
        )

    def __str__(self) -> str:
        return f"assumptions {self.number} of {self.destination_id}"

"""What stays on record: receipts of grants, and who read what.

Both tables only grow. Triggers refuse a change, and a removal as long as the person is there.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.models.grant import LONGEST_PURPOSE, Part

LONGEST_NAME = 160


class GrantEvent(models.TextChoices):
    GIVEN = "given", "given"
    WITHDRAWN = "withdrawn", "withdrawn"
    GIVEN_BACK = "given back", "given back"


class GrantReceipt(models.Model):
    """What was agreed or ended, in words that need no other table; both sides can read it.

    It outlives the grant and, without their names’ accounts, both people.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    grant_number = models.PositiveBigIntegerField()
    event = models.CharField(max_length=10, choices=GrantEvent.choices)
    at = models.DateTimeField()
    owner_name = models.CharField(max_length=LONGEST_NAME)
    receiver_name = models.CharField(max_length=LONGEST_NAME)
    parts = models.CharField(max_length=1000)
    may = models.CharField(max_length=60)
    purpose = models.CharField(max_length=LONGEST_PURPOSE)
    until = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(name="receipt_event", condition=Q(event__in=GrantEvent.values)),
        )

    def __str__(self) -> str:
        return f"grant {self.grant_number}, {self.event} {self.at:%Y-%m-%d %H:%M}"


class AccessRecord(models.Model):
    """One reading of one part by somebody else. ``reader_name`` stays when their account goes."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, related_name="readings"
    )
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reader_name = models.CharField(max_length=LONGEST_NAME)
    grant_number = models.PositiveBigIntegerField()
    part = models.CharField(max_length=11, choices=Part.choices)
    object_id = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(name="access_record_of", fields=("owner", "-at")),)
        constraints = (
            models.CheckConstraint(name="access_record_part", condition=Q(part__in=Part.values)),
        )

    def __str__(self) -> str:
        return f"{self.reader_name} read the {Part(self.part).label}, {self.at:%Y-%m-%d %H:%M}"

"""Two people, what they agreed on, and when they meet.

Everything here belongs to the person. The facilitator reads it as long as the engagement runs, and
not a second longer. An agreement is never changed once it was proposed: another version follows.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from turnpoint.core.facilitation.shape import BY_KEY, MINUTES


class Engagement(models.Model):
    """A process between its ``owner`` and a facilitator. ``sponsor_digest`` is of a private link."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    facilitator_name = models.CharField(max_length=160)
    began_at = models.DateTimeField()
    meant_to_end = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_facilitator = models.BooleanField(default=False)
    sponsor_name = models.CharField(max_length=120, blank=True, default="")
    sponsor_digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        ordering = ("-began_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="engagement_of_two",
                condition=Q(facilitator__isnull=True) | ~Q(facilitator=F("owner")),
                violation_error_message="A facilitator is somebody else.",
            ),
            models.UniqueConstraint(
                name="engagement_runs_once",
                fields=("owner", "facilitator"),
                condition=Q(ended_at__isnull=True, facilitator__isnull=False),
            ),
            models.UniqueConstraint(
                name="engagement_sponsor_link",
                fields=("sponsor_digest",),
                condition=~Q(sponsor_digest=""),
            ),
        )

    def __str__(self) -> str:
        return f"engagement with {self.facilitator_name}"


class Agreement(models.Model):
    """One version of what both sign before anything else. Two dates stand for two signatures."""

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    roles = models.TextField(max_length=2000)
    confidentiality = models.TextField(max_length=2000)
    limits = models.TextField(max_length=2000)
    told = models.TextField(max_length=1000)
    retention_days = models.PositiveSmallIntegerField()
    proposed_at = models.DateTimeField()
    signed_by_person_at = models.DateTimeField(null=True, blank=True)
    signed_by_facilitator_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(name="agreement_version", fields=("engagement", "version")),
            models.CheckConstraint(
                name="agreement_retention",
                condition=Q(retention_days__lte=365),
                violation_error_message="Notes are kept for a year at most.",
            ),
        )

    def __str__(self) -> str:
        return f"agreement, version {self.version}"

    @property
    def in_force(self) -> bool:
        return self.signed_by_person_at is not None and self.signed_by_facilitator_at is not None


class Session(models.Model):
    """One meeting. ``meant_for`` is where the process had it at first; ``attended`` what came of it.

    ``changes`` numbers its dates for calendars; ``called_off_from`` is the date that was called off
    last, as long as there is no other.
    """

    class Attended(models.TextChoices):
        OPEN = "open", "to come"
        BOTH = "both", "held"
        MISSED = "missed", "did not take place"

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    purposes = models.CharField(max_length=120)
    meant_for = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=MINUTES)
    place = models.CharField(max_length=200, blank=True, default="")
    attended = models.CharField(max_length=6, choices=Attended.choices, default=Attended.OPEN)
    changes = models.PositiveIntegerField(default=0)
    called_off_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(name="session_number", fields=("engagement", "number")),
            models.CheckConstraint(
                name="session_minutes",
                condition=Q(minutes__range=(15, 480)),
                violation_error_message="A session takes 15 minutes to 8 hours.",
            ),
        )

    def __str__(self) -> str:
        return f"session {self.number}"

    @property
    def about(self) -> str:
        """What it is for, in a few words."""
        return "; ".join(BY_KEY[key].name for key in self.purposes.split() if key in BY_KEY)


class Disposal(models.Model):
    """That notes were disposed of as agreed: when, how many, and of which engagement."""

    engagement = models.OneToOneField(Engagement, on_delete=models.CASCADE, related_name="disposal")
    agreed_for = models.DateField()
    done_at = models.DateTimeField()
    notes = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"disposal {self.done_at:%Y-%m-%d}"

"""Grants: what one person lets another read, for what, until when.

A grant is written once. Triggers (``accounts/grant_triggers.py``) refuse any change but its
end, and any further part, so that what was agreed to is what holds. There is nothing in a grant by
which anybody could write to what it opens.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

LONGEST_PURPOSE = 300


class Part(models.TextChoices):
    """What can be opened. ``household`` is the question of a transition, for one person in it."""

    PROFILE = "profile", "profile"
    ROLE = "role", "role"
    DESTINATION = "destination", "destination"
    REALITY = "reality", "reality check"
    PLAN = "plan", "plan"
    TRANSITION = "transition", "transition"
    NOTES = "notes", "session notes"
    HOUSEHOLD = "household", "the question of a transition, to say what it means for them"


OF_ONE_OBJECT = (
    Part.DESTINATION.value,
    Part.REALITY.value,
    Part.TRANSITION.value,
    Part.HOUSEHOLD.value,
)
"""Parts that name one destination, transition or person in it."""

OF_THE_PERSON = (Part.PROFILE.value, Part.ROLE.value, Part.PLAN.value)
"""Parts of which a person has one."""


class Grant(models.Model):
    """One explicit permission, to a person with an account or to whoever holds a private link.

    ``part_count`` seals how many parts it has. Of a link only a digest is kept.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="grants_given"
    )
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="grants_received",
    )
    link_digest = models.CharField(max_length=64, blank=True, default="")
    link_name = models.CharField(max_length=120, blank=True, default="")
    purpose = models.CharField(max_length=LONGEST_PURPOSE)
    may_comment = models.BooleanField(default=False)
    may_ask = models.BooleanField(default=False)
    part_count = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-given_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="grant_to_a_person_or_by_a_link",
                condition=Q(receiver__isnull=False, link_digest="", link_name="")
                | (Q(receiver__isnull=True) & ~Q(link_digest="") & ~Q(link_name="")),
            ),
            models.UniqueConstraint(
                name="grant_link", fields=("link_digest",), condition=~Q(link_digest="")
            ),
            models.CheckConstraint(
                name="grant_to_another",
                condition=Q(receiver__isnull=True) | ~Q(receiver=F("owner")),
                violation_error_message="You can read your own workspace without asking yourself.",
            ),
            models.CheckConstraint(
                name="grant_link_reads_only",
                condition=Q(link_digest="") | Q(may_comment=False, may_ask=False),
            ),
            models.CheckConstraint(
                name="grant_purpose",
                condition=~Q(purpose=""),
                violation_error_message="Say what it is for, so that both of you know.",
            ),
            models.CheckConstraint(
                name="grant_ends_after_it_begins",
                condition=Q(until__gt=F("given_at")),
                violation_error_message="The last day lies in the past.",
            ),
            models.CheckConstraint(name="grant_has_parts", condition=Q(part_count__gte=1)),
        )

    def __str__(self) -> str:
        return f"grant {self.pk}, until {self.until:%Y-%m-%d}"


class GrantedPart(models.Model):
    """One part that a grant opens; ``object_id`` names which, where there can be several."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=11, choices=Part.choices)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("grant_id", "position")
        constraints = (
            models.UniqueConstraint(name="granted_part_position", fields=("grant", "position")),
            models.CheckConstraint(name="granted_part_known", condition=Q(part__in=Part.values)),
            models.CheckConstraint(
                name="granted_part_names_its_object",
                condition=Q(part__in=OF_ONE_OBJECT, object_id__isnull=False)
                | Q(part__in=OF_THE_PERSON, object_id__isnull=True)
                | Q(part=Part.NOTES.value),
            ),
        )

    def __str__(self) -> str:
        return Part(self.part).label

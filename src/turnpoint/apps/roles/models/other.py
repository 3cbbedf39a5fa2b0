"""Other roles put beside one's own, and how their time would be spent."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from turnpoint.apps.roles.models.activity import LIVE, LONGEST_NAME, Piece, RoleActivity

MOST_OTHERS = 4


class Origin(models.TextChoices):
    """What kind of role stands beside one's own."""

    OCCUPATION = "occupation", "an occupation"
    OFFER = "offer", "an offer"
    PROMOTION = "promotion", "a promotion"
    DESTINATION = "destination", "my destination"


class OtherRole(Piece):
    """A role beside the present one; ``slot`` keeps their number."""

    name = models.CharField(max_length=LONGEST_NAME)
    origin = models.CharField(max_length=11, choices=Origin.choices)
    words = models.TextField(max_length=2000, blank=True)
    occupation_code = models.CharField(max_length=10, blank=True)
    slot = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("slot",)
        constraints = (
            models.CheckConstraint(name="other_role_name", condition=~Q(name="")),
            models.CheckConstraint(name="other_role_origin", condition=Q(origin__in=Origin.values)),
            models.CheckConstraint(
                name="other_role_slot", condition=Q(slot__range=(0, MOST_OTHERS - 1))
            ),
            models.UniqueConstraint(
                name="other_role_in_slot", fields=("held", "slot"), condition=LIVE
            ),
        )

    def __str__(self) -> str:
        return self.name


class OtherActivity(Piece):
    """Time spent on something in another role, as shares from 0 to 1; without bounds: unknown.

    ``activity`` is one's own that it is the same as; without one it is new there. ``said`` tells
    what somebody said from what was guessed from the facts.
    """

    other = models.ForeignKey(OtherRole, on_delete=models.CASCADE, related_name="+")
    activity = models.ForeignKey(
        RoleActivity, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=LONGEST_NAME)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    said = models.BooleanField(default=True)
    enjoyment = models.SmallIntegerField(null=True, blank=True)
    leading = models.BooleanField(null=True, blank=True)
    repeatable = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(name="other_activity_name", condition=~Q(name="")),
            models.UniqueConstraint(
                name="other_activity_once",
                fields=("other", "activity"),
                condition=LIVE & Q(activity__isnull=False),
            ),
            models.CheckConstraint(
                name="other_activity_share",
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(low__gte=0, high__lte=1, low__lte=F("high")),
                violation_error_message="A range runs from the least to the most.",
            ),
            models.CheckConstraint(
                name="other_activity_enjoyment",
                condition=Q(enjoyment__isnull=True) | Q(enjoyment__range=(-2, 2)),
                violation_error_message="Enjoyment runs from −2 to 2.",
            ),
        )

    def __str__(self) -> str:
        return self.name

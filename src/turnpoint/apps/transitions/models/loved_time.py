"""Which role beside one’s own an effect was taken from, so that it can be taken again."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from turnpoint.apps.accounts.sealing import EncryptedJSONField
from turnpoint.apps.roles.models import OtherRole
from turnpoint.apps.transitions.models.comparison import Criterion, Option


class LovedTime(models.Model):
    """That the effect of an option came from the continuity of a role; in percent, as it was then.

    ``other`` is empty where the option keeps the present role. ``before`` holds what stood there, so
    that the taking can be taken back.
    """

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="+")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(
        OtherRole, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    low = models.FloatField()
    likely = models.FloatField()
    high = models.FloatField()
    taken_at = models.DateTimeField()
    before: Any = EncryptedJSONField(default=dict, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="loved_time_once", fields=("option", "criterion")),
            models.CheckConstraint(
                name="loved_time_range",
                condition=Q(low__gte=0, high__lte=100)
                & Q(low__lte=F("likely"), likely__lte=F("high")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.option}: {self.spelt}"

    @property
    def spelt(self) -> str:
        low, high = f"{self.low:.0f}", f"{self.high:.0f}"
        return f"{low} %" if low == high else f"{low} to {high} %"

"""Whether a destination was the one to head for, and since when: added to, never written over."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from turnpoint.apps.destinations.models.destination import Destination
from turnpoint.apps.destinations.models.frozen import Frozen


class Place(models.TextChoices):
    """Where a destination stands among those of a person."""

    AHEAD = "ahead", "heading for it"
    BESIDE = "beside", "beside another"
    ASIDE = "aside", "laid aside"
    REMOVED = "removed", "removed"


class Heading(Frozen):
    """From ``at`` on, the destination had this place among the others."""

    stays: ClassVar[str] = "What is written in the ledger stays as it was."

    destination = models.ForeignKey(
        Destination, on_delete=models.DO_NOTHING, related_name="headings"
    )
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    place = models.CharField(max_length=7, choices=Place.choices)

    class Meta:
        ordering = ("destination_id", "number")
        constraints = (
            models.UniqueConstraint(name="heading_number", fields=("destination", "number")),
            models.CheckConstraint(name="heading_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="heading_place", condition=Q(place__in=Place.values)),
        )

    def __str__(self) -> str:
        return f"heading {self.number} of {self.destination_id}"

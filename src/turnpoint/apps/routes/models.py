"""Routes that somebody pinned to a destination, with their figures of that day."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.routes.pinned import PinnedRoute, thawed


class RoutePin(models.Model):
    """One route of one destination. ``path`` is its occupation codes; ``figures`` as ``frozen``."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pinned_routes"
    )
    destination = models.ForeignKey(
        Destination, on_delete=models.CASCADE, related_name="pinned_routes"
    )
    path = models.CharField(max_length=80)
    figures: Any = models.JSONField()
    facts = models.CharField(max_length=400)
    pinned_at = models.DateTimeField()
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("destination_id", "pinned_at", "pk")
        constraints = (
            models.UniqueConstraint(
                name="route_pinned_once",
                fields=("destination", "path"),
                condition=Q(trashed_at__isnull=True),
                violation_error_message="This route is pinned already.",
            ),
            models.CheckConstraint(name="route_path", condition=Q(path__contains=",")),
        )

    def __str__(self) -> str:
        return f"route {self.path} of destination {self.destination_id}"

    def value(self) -> PinnedRoute:
        """The route as it was pinned."""
        return thawed(self.pk, self.destination_id, self.figures, self.facts, self.pinned_at)

"""What something on a day, in a week or of a quarter serves: in words, and the way there."""

from __future__ import annotations

from django.db import models

from turnpoint.apps.destinations.models import Destination, Experiment
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.skills.models import Opportunity, SkillTarget
from turnpoint.apps.transitions.models import Finding, Transition

LONGEST_LINE = 200
LONGEST_SERVES = 300


class Serving(models.Model):
    """``serves`` is what it serves in words, as they were; at most one of the others leads there."""

    serves = models.CharField(max_length=LONGEST_SERVES, blank=True)
    destination = models.ForeignKey(
        Destination, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    transition = models.ForeignKey(
        Transition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    finding = models.ForeignKey(
        Finding, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    route = models.ForeignKey(
        RoutePin, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Experiments go with their destination by a trigger, which a key in the database would refuse.
    experiment = models.ForeignKey(
        Experiment,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
    )
    target = models.ForeignKey(
        SkillTarget, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    opportunity = models.ForeignKey(
        Opportunity, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

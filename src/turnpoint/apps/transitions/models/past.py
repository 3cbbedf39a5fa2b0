"""Transitions from before Turnpoint."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.sealing import EncryptedTextField
from turnpoint.apps.transitions.models.transition import LONGEST_LINE, LONGEST_TEXT
from turnpoint.core.decision.file import KINDS


class PastTransition(models.Model):
    """A decision of earlier years: what made it hard, how it was made, what it led to."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="past_transitions"
    )
    question = models.CharField(max_length=LONGEST_LINE)
    kind = models.CharField(max_length=24, choices=[*KINDS.items()], default="other")
    year = models.PositiveSmallIntegerField()
    chosen = models.CharField(max_length=LONGEST_LINE, blank=True)
    made_hard = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    how_decided = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    led_to = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    again = models.BooleanField(null=True, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "-pk")
        constraints = (
            models.CheckConstraint(name="past_question", condition=~Q(question="")),
            models.CheckConstraint(name="past_kind", condition=Q(kind__in=[*KINDS])),
            models.CheckConstraint(
                name="past_year",
                condition=Q(year__range=(1930, 2100)),
                violation_error_message="Give the year in four figures, as 2014.",
            ),
        )

    def __str__(self) -> str:
        return self.question

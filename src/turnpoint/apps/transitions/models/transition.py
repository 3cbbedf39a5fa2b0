"""A transition: a decision with a deadline, and whose life it moves."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.sealing import EncryptedJSONField, EncryptedTextField
from turnpoint.core.decision.file import HORIZON, KINDS

CURRENCY = RegexValidator(r"\A[A-Z]{3}\Z", "A currency is three capital letters, such as EUR.")
LONGEST_QUESTION = 300
LONGEST_LINE = 300
LONGEST_TEXT = 5000
LONGEST_KEY = 40


class Status(models.TextChoices):
    """``decided`` and ``reviewed`` have a decision; ``abandoned`` was left without one."""

    OPEN = "open", "open"
    DECIDED = "decided", "decided"
    REVIEWED = "reviewed", "reviewed"
    ABANDONED = "abandoned", "laid aside"


class Transition(models.Model):
    """The file of one decision. ``household`` holds what is the same whichever option is chosen.

    ``household``, ``foreseen`` (predictions and days to look back, until the decision freezes them)
    and ``signals`` are as ``core.decision.plain`` spells them.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="transitions"
    )
    question = models.CharField(max_length=LONGEST_QUESTION)
    kind = models.CharField(max_length=24, choices=[*KINDS.items()], default="other")
    opened = models.DateField()
    deadline = models.DateField(null=True, blank=True)
    currency = models.CharField(max_length=3, default="USD", validators=[CURRENCY])
    horizon = models.PositiveSmallIntegerField(default=HORIZON)
    facts = models.CharField(max_length=LONGEST_LINE, blank=True)
    household: Any = models.JSONField(default=dict, blank=True)
    foreseen: Any = EncryptedJSONField(default=dict, blank=True)
    signals: Any = EncryptedJSONField(default=list, blank=True)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.OPEN)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="transition_question", condition=~Q(question="")),
            models.CheckConstraint(name="transition_kind", condition=Q(kind__in=[*KINDS])),
            models.CheckConstraint(name="transition_status", condition=Q(status__in=Status.values)),
            models.CheckConstraint(
                name="transition_horizon",
                condition=Q(horizon__range=(6, 240)),
                violation_error_message="The horizon lies between 6 and 240 months.",
            ),
        )

    def __str__(self) -> str:
        return self.question


class Part(models.Model):
    """Something that belongs to one transition and goes with it; removals can be undone."""

    transition = models.ForeignKey(Transition, on_delete=models.CASCADE, related_name="+")
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class AffectedPerson(Part):
    """Somebody whose life the decision moves."""

    key = models.CharField(max_length=LONGEST_KEY)
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="affected_key", fields=("transition", "key")),
            models.CheckConstraint(name="affected_name", condition=~Q(name="")),
        )

    def __str__(self) -> str:
        return self.name


class Voice(Part):
    """What somebody said about an option, or about all of it where there is none.

    ``grant_number``: they wrote it themselves, by this private link.
    """

    person = models.ForeignKey(AffectedPerson, on_delete=models.CASCADE, related_name="voices")
    option = models.ForeignKey(
        "transitions.Option", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    effect = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    limit = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    said = models.DateField(null=True, blank=True)
    grant_number = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="voice_says_something",
                condition=~Q(effect="", limit=""),
                violation_error_message="Write down what was said, or take the line out.",
            ),
        )

    def __str__(self) -> str:
        return self.effect or self.limit


class Finding(Part):
    """A question to settle before deciding: whom to ask, by when, and whether it is done."""

    key = models.CharField(max_length=LONGEST_KEY)
    text = models.CharField(max_length=LONGEST_LINE)
    about: Any = models.JSONField(default=list, blank=True)
    ask = models.CharField(max_length=LONGEST_LINE, blank=True)
    cost = models.FloatField(default=0.0)
    days = models.PositiveSmallIntegerField(default=1)
    by = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    answer = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="finding_key", fields=("transition", "key")),
            models.CheckConstraint(name="finding_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="finding_cost",
                condition=Q(cost__range=(0, 1e12)),
                violation_error_message="What finding out costs cannot be below zero.",
            ),
        )

    def __str__(self) -> str:
        return self.text

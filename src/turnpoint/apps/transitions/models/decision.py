"""What was decided, as it was seen on that day, and what came of it.

A decision, its predictions and its days to look back are written once; triggers in the database
(``triggers.py``) refuse any change. What is added later stands beside it.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.sealing import EncryptedJSONField, EncryptedTextField
from turnpoint.apps.transitions.models.comparison import LIVE, Option
from turnpoint.apps.transitions.models.transition import (
    LONGEST_LINE,
    LONGEST_TEXT,
    Part,
    Transition,
)
from turnpoint.errors import Conflict

WRITTEN_ONCE = (
    "A decision stays as it was recorded. Add to it instead; the original stays readable."
)


class Frozen(models.Model):
    """A row that is written once and goes only with the whole transition."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise Conflict(WRITTEN_ONCE)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise Conflict(WRITTEN_ONCE)


class Decision(Frozen):
    """The option chosen, why, and what was taken to be so. ``file`` is the whole file of that day,
    ``answers`` what it answered, with the stamp by which every figure can be made again.

    ``prediction_count`` and ``day_count`` seal what it was recorded with.
    """

    transition = models.ForeignKey(
        Transition, on_delete=models.DO_NOTHING, related_name="decisions"
    )
    number = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    option = models.ForeignKey(Option, on_delete=models.DO_NOTHING, related_name="+")
    option_name = models.CharField(max_length=160)
    reasons = EncryptedTextField(max_length=LONGEST_TEXT)
    assumed = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    signals = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    file = EncryptedTextField()
    answers: Any = EncryptedJSONField(default=dict, blank=True)
    prediction_count = models.PositiveSmallIntegerField(default=0)
    day_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("transition_id", "number")
        constraints = (
            models.UniqueConstraint(name="decision_number", fields=("transition", "number")),
            models.CheckConstraint(name="decision_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="decision_reasons", condition=~Q(reasons="")),
        )

    def __str__(self) -> str:
        return self.option_name


class Prediction(Frozen):
    """A statement that will be true or false on a day, frozen before the outcome."""

    decision = models.ForeignKey(Decision, on_delete=models.DO_NOTHING, related_name="predictions")
    position = models.PositiveSmallIntegerField()
    statement = EncryptedTextField(max_length=LONGEST_LINE)
    chance = models.FloatField()
    due = models.DateField()
    option = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("decision_id", "position")
        constraints = (
            models.UniqueConstraint(name="prediction_position", fields=("decision", "position")),
            models.CheckConstraint(name="prediction_statement", condition=~Q(statement="")),
            models.CheckConstraint(
                name="prediction_chance",
                condition=Q(chance__range=(0, 1)),
                violation_error_message="A chance lies between 0 and 100 per cent.",
            ),
        )

    def __str__(self) -> str:
        return self.statement


class ReviewDay(Frozen):
    """A day to look back on the decision."""

    decision = models.ForeignKey(Decision, on_delete=models.DO_NOTHING, related_name="review_days")
    position = models.PositiveSmallIntegerField()
    on = models.DateField()

    class Meta:
        ordering = ("decision_id", "position")
        constraints = (
            models.UniqueConstraint(name="review_day_position", fields=("decision", "position")),
        )

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class Addition(Frozen):
    """What was added to a decision later."""

    decision = models.ForeignKey(Decision, on_delete=models.DO_NOTHING, related_name="additions")
    written_at = models.DateTimeField()
    text = EncryptedTextField(max_length=LONGEST_TEXT)

    class Meta:
        ordering = ("pk",)
        constraints = (models.CheckConstraint(name="addition_text", condition=~Q(text="")),)

    def __str__(self) -> str:
        return self.text


class Outcome(Part):
    """Whether a prediction came true; taking it back is a removal like any other."""

    prediction = models.ForeignKey(Prediction, on_delete=models.DO_NOTHING, related_name="outcomes")
    came_true = models.BooleanField()
    judged_on = models.DateField()
    note = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="outcome_of_prediction", fields=("prediction",), condition=LIVE
            ),
        )

    def __str__(self) -> str:
        return "it came true" if self.came_true else "it did not come true"


class Quality(models.TextChoices):
    """How well something went: the way of deciding and the luck are asked apart."""

    GOOD = "good", "well"
    MIXED = "mixed", "partly"
    POOR = "poor", "badly"


class Review(Part):
    """A look back. ``day`` is the one it was due on, where there was one."""

    decision = models.ForeignKey(Decision, on_delete=models.DO_NOTHING, related_name="reviews")
    day = models.ForeignKey(
        ReviewDay, on_delete=models.DO_NOTHING, null=True, blank=True, related_name="reviews"
    )
    written_on = models.DateField()
    process = models.CharField(max_length=5, choices=Quality.choices)
    process_words = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    luck = models.CharField(max_length=5, choices=Quality.choices)
    luck_words = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    led_to = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    learnt = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="review_of_day", fields=("day",), condition=LIVE & Q(day__isnull=False)
            ),
            models.CheckConstraint(name="review_process", condition=Q(process__in=Quality.values)),
            models.CheckConstraint(name="review_luck", condition=Q(luck__in=Quality.values)),
        )

    def __str__(self) -> str:
        return f"looked back on {self.written_on:%Y-%m-%d}"

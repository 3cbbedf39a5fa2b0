"""Options, criteria, what each option does to each criterion, and the trade-offs answered.

Options and criteria stand in numbered places: a transition holds no more of them than there are
places, and no two people at once can take the same one. Staying has place 0, for good.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.sealing import EncryptedJSONField, EncryptedTextField
from turnpoint.apps.transitions.models.transition import (
    LONGEST_KEY,
    LONGEST_LINE,
    LONGEST_TEXT,
    Part,
    Transition,
)
from turnpoint.core.decision.criterion import LINEAR, MORE, MOST_CRITERIA, SHAPES
from turnpoint.core.decision.interval import SURE
from turnpoint.core.decision.option import MOST_OPTIONS
from turnpoint.core.decision.preferences import FIRST, SAME, SECOND

LIVE = Q(trashed_at__isnull=True)
FURTHEST = 1e15
"""No figure lies beyond; what is not a number neither."""


def within(name: str, field: str) -> models.CheckConstraint:
    """A figure that is empty or a number."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (-FURTHEST, FURTHEST)}),
        violation_error_message="This is not a number that can be reckoned with.",
    )


class Option(models.Model):
    """One alternative. ``money`` and ``way_back`` are as ``core.decision.plain`` spells them."""

    transition = models.ForeignKey(Transition, on_delete=models.DO_NOTHING, related_name="options")
    trashed_at = models.DateTimeField(null=True, blank=True)
    slot = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=LONGEST_KEY)
    name = models.CharField(max_length=160)
    stays = models.BooleanField(default=False)
    note = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)
    route = models.CharField(max_length=LONGEST_LINE, blank=True)
    occupation = models.CharField(max_length=10, blank=True)
    area = models.CharField(max_length=7, blank=True)
    origin = models.CharField(max_length=LONGEST_LINE, blank=True)
    money: Any = models.JSONField(default=dict, blank=True)
    way_back: Any = EncryptedJSONField(default=dict, blank=True)

    class Meta:
        ordering = ("slot",)
        constraints = (
            models.UniqueConstraint(name="option_key", fields=("transition", "key")),
            models.UniqueConstraint(
                name="option_slot", fields=("transition", "slot"), condition=LIVE
            ),
            models.CheckConstraint(
                name="option_at_most_twelve",
                condition=Q(slot__lt=MOST_OPTIONS),
                violation_error_message=f"A transition holds at most {MOST_OPTIONS} options.",
            ),
            models.CheckConstraint(
                name="option_stays_first",
                condition=Q(stays=True, slot=0, trashed_at__isnull=True)
                | Q(stays=False, slot__gt=0),
                violation_error_message="Staying is always an option, and cannot be removed.",
            ),
            models.CheckConstraint(name="option_name", condition=~Q(name="")),
        )

    def __str__(self) -> str:
        return self.name


class Criterion(Part):
    """What matters, on a scale with fixed ends. ``rank`` and ``swing`` say how much it does.

    ``scale_before`` and ``scale_changed_at``: what a change of scale set aside can be taken back.
    """

    slot = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=LONGEST_KEY)
    name = models.CharField(max_length=160)
    unit = models.CharField(max_length=60, blank=True)
    better = models.CharField(max_length=4, default=MORE)
    worst = models.FloatField(null=True, blank=True)
    best = models.FloatField(null=True, blank=True)
    shape = models.CharField(max_length=9, default=LINEAR)
    points: Any = models.JSONField(default=list, blank=True)
    levels: Any = models.JSONField(default=list, blank=True)
    measure = models.CharField(max_length=24, blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    swing = models.FloatField(null=True, blank=True)
    give = models.FloatField(default=10.0)
    scale_before: Any = models.JSONField(null=True, blank=True)
    scale_changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("slot",)
        constraints = (
            models.UniqueConstraint(name="criterion_key", fields=("transition", "key")),
            models.UniqueConstraint(
                name="criterion_slot", fields=("transition", "slot"), condition=LIVE
            ),
            models.CheckConstraint(
                name="criterion_at_most_twenty",
                condition=Q(slot__lt=MOST_CRITERIA),
                violation_error_message=f"A transition holds at most {MOST_CRITERIA} criteria.",
            ),
            models.CheckConstraint(name="criterion_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="criterion_better", condition=Q(better__in=("more", "less"))
            ),
            models.CheckConstraint(name="criterion_shape", condition=Q(shape__in=SHAPES)),
            models.CheckConstraint(
                name="criterion_swing",
                condition=Q(swing__isnull=True) | Q(swing__range=(0, 100)),
                violation_error_message="The number lies between 0 and 100.",
            ),
            models.CheckConstraint(
                name="criterion_give",
                condition=Q(give__range=(0, 100)),
                violation_error_message="The give lies between 0 and 100.",
            ),
            within("criterion_worst", "worst"),
            within("criterion_best", "best"),
        )

    def __str__(self) -> str:
        return self.name


class Effect(models.Model):
    """What an option does to a criterion: figures, named levels, or “don’t know”."""

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="effects")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="effects")
    low = models.FloatField(null=True, blank=True)
    likely = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    sure = models.FloatField(default=SURE)
    levels: Any = models.JSONField(default=list, blank=True)
    variable = models.CharField(max_length=LONGEST_KEY, blank=True)
    unknown = models.BooleanField(default=False)
    source = models.CharField(max_length=LONGEST_LINE, blank=True)
    note = EncryptedTextField(max_length=LONGEST_TEXT, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="effect_cell", fields=("option", "criterion")),
            models.CheckConstraint(
                name="effect_sure",
                condition=Q(sure__range=(0.5, 0.99)),
                violation_error_message="How sure you are lies between 50 and 99 %.",
            ),
            within("effect_low", "low"),
            within("effect_likely", "likely"),
            within("effect_high", "high"),
        )

    def __str__(self) -> str:
        return f"{self.option} on {self.criterion}"


class TradeOff(Part):
    """One answer in real units: which of two improvements the person would rather have.

    ``first`` and ``second`` are changes as ``core.decision.plain`` spells them. ``set_aside_at``:
    the ends of one of the two criteria were changed since, and so it no longer counts.
    """

    first_criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="+")
    second_criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="+")
    first: Any = models.JSONField(default=dict)
    second: Any = models.JSONField(default=dict)
    prefers = models.CharField(max_length=6, default=SAME)
    set_aside_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="trade_off_prefers", condition=Q(prefers__in=(FIRST, SECOND, SAME))
            ),
            models.CheckConstraint(
                name="trade_off_of_two",
                condition=~Q(first_criterion=models.F("second_criterion")),
                violation_error_message="A trade-off needs two different criteria.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_criterion} against {self.second_criterion}"

"""Skills wanted and how far along they are, what would bring them, and the plans made of it.

Assessments and accepted plans are written once: triggers in the database (``triggers.py``) refuse
any change. Both go with what they hang on by a trigger too: for Django the keys do nothing.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from turnpoint.apps.destinations.models import Destination
from turnpoint.core.planning.assessment import STRENGTHS, Source
from turnpoint.core.planning.opportunity import Kind
from turnpoint.errors import Conflict

LONGEST_NAME = 120
LONGEST_TEXT = 2000
LIVE = Q(trashed_at__isnull=True)
CURRENCY = RegexValidator(r"\A[A-Z]{3}\Z", "A currency is three capital letters, such as EUR.")
WRITTEN_ONCE = "This stays as it was written. Add a correction instead."

SOURCES = {
    Source.SELF: "I say so myself",
    Source.PEER: "a colleague",
    Source.MANAGER: "my manager",
    Source.FACILITATOR: "a facilitator or coach",
    Source.TEST: "a test or certificate",
}


def _check(name: str, condition: Q, sentence: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=sentence)


def _level(name: str, least: float = 0.0) -> Q:
    return Q(**{f"{name}__gte": least, f"{name}__lte": 7})


class Origin(models.TextChoices):
    """Where a skill comes from."""

    ONET = "onet", "O*NET"
    ESCO = "esco", "ESCO"
    OWN = "own", "in your own words"


class SkillTarget(models.Model):
    """A skill wanted at ``required`` by a date. ``shown`` is what the roles showed when it was taken."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    origin = models.CharField(max_length=4, choices=Origin.choices, default=Origin.OWN)
    element_id = models.CharField(max_length=64, blank=True)
    shown = models.FloatField(null=True, blank=True)
    required = models.FloatField()
    weight = models.FloatField(default=0.5)
    by = models.DateField()
    destination = models.ForeignKey(
        Destination, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-weight", "name")
        constraints = (
            _check("skill_name", ~Q(name=""), "A skill needs a name."),
            models.UniqueConstraint(
                Lower("name"),
                "owner",
                name="skill_once",
                violation_error_message="You want this skill already, or did before.",
            ),
            _check("skill_origin", Q(origin__in=Origin.values), "A skill comes from somewhere."),
            _check("skill_required", _level("required", 0.1), "The level wanted is up to 7."),
            _check(
                "skill_shown",
                Q(shown__isnull=True) | _level("shown"),
                "A level lies between 0 and 7.",
            ),
            _check(
                "skill_weight",
                Q(weight__gt=0, weight__lte=1),
                "How much it counts lies between 1 and 100.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class SkillAssessment(models.Model):
    """What somebody says of a skill on a day. One with ``corrects`` takes the place of another."""

    target = models.ForeignKey(SkillTarget, on_delete=models.DO_NOTHING, related_name="assessments")
    on = models.DateField()
    level = models.FloatField(null=True, blank=True)
    source = models.CharField(
        max_length=11, choices=[(each.value, said) for each, said in SOURCES.items()]
    )
    strength = models.PositiveSmallIntegerField(
        choices=[(each.value, said) for each, said in STRENGTHS.items()]
    )
    evidence = models.TextField(max_length=LONGEST_TEXT, blank=True)
    who = models.CharField(max_length=LONGEST_NAME, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.DO_NOTHING, null=True, blank=True, related_name="corrected_by"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            _check(
                "assessment_level",
                Q(level__isnull=True, corrects__isnull=False) | _level("level"),
                "A level lies between 0 and 7.",
            ),
            _check(
                "assessment_source",
                Q(source__in=[each.value for each in SOURCES]),
                "Say who says so.",
            ),
            _check("assessment_strength", Q(strength__range=(1, 3)), "Say what it rests on."),
        )

    def __str__(self) -> str:
        return f"assessment of {self.target_id} on {self.on:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise Conflict(WRITTEN_ONCE)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise Conflict(WRITTEN_ONCE)


class Opportunity(models.Model):
    """Something to take up: ``hours`` a week over ``length`` months, from ``earliest`` on."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Kind])
    at_employer = models.BooleanField(default=False)
    where = models.CharField(max_length=LONGEST_NAME, blank=True)
    hours = models.FloatField()
    length = models.PositiveSmallIntegerField()
    earliest = models.DateField(null=True, blank=True)
    cost = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    currency = models.CharField(max_length=3, default="USD", validators=[CURRENCY])
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    after = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="before")
    notes = models.TextField(max_length=LONGEST_TEXT, blank=True)
    done_on = models.DateField(null=True, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        constraints = (
            _check("opportunity_name", ~Q(name=""), "An opportunity needs a name."),
            models.UniqueConstraint(
                Lower("name"),
                "owner",
                name="opportunity_once",
                condition=LIVE,
                violation_error_message="There is an opportunity of this name already.",
            ),
            _check(
                "opportunity_kind",
                Q(kind__in=[each.value for each in Kind]),
                "Say how it is learnt.",
            ),
            _check(
                "opportunity_hours", Q(hours__gte=0, hours__lte=80), "Hours a week are 0 to 80."
            ),
            _check("opportunity_length", Q(length__range=(1, 60)), "It takes 1 to 60 months."),
            _check("opportunity_cost", Q(cost__gte=0), "A cost cannot be below zero."),
        )

    def __str__(self) -> str:
        return self.name


class OpportunityLevel(models.Model):
    """The level to which an opportunity leads a skill."""

    opportunity = models.ForeignKey(Opportunity, on_delete=models.CASCADE, related_name="levels")
    target = models.ForeignKey(SkillTarget, on_delete=models.CASCADE, related_name="+")
    level = models.FloatField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="opportunity_level", fields=("opportunity", "target")),
            _check("opportunity_leads", _level("level", 0.1), "A level lies between 0 and 7."),
        )

    def __str__(self) -> str:
        return f"{self.target_id} to {self.level:g}"


class PlanFrame(models.Model):
    """What there is to spend. ``by_hand``: the plan is what was placed, not what was searched."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    hours = models.FloatField(default=4.0)
    budget = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    months = models.PositiveSmallIntegerField(default=24)
    by_hand = models.BooleanField(default=False)

    class Meta:
        constraints = (
            _check("frame_hours", Q(hours__gte=0, hours__lte=80), "Hours a week are 0 to 80."),
            _check("frame_budget", Q(budget__gte=0), "A budget cannot be below zero."),
            _check("frame_months", Q(months__range=(1, 60)), "A plan looks 1 to 60 months ahead."),
        )

    def __str__(self) -> str:
        return f"plan of {self.owner_id}"


class Placing(models.Model):
    """What a person wants of one opportunity in the plan: from when, fixed there, or not at all."""

    frame = models.ForeignKey(PlanFrame, on_delete=models.CASCADE, related_name="placings")
    opportunity = models.OneToOneField(Opportunity, on_delete=models.CASCADE, related_name="+")
    start = models.DateField(null=True, blank=True)
    pinned = models.BooleanField(default=False)
    left_out = models.BooleanField(default=False)

    class Meta:
        constraints = (
            _check(
                "placing_says_something",
                Q(left_out=True, start__isnull=True, pinned=False)
                | Q(left_out=False, start__isnull=False),
                "Either it has a start, or it is left out.",
            ),
        )

    def __str__(self) -> str:
        return f"placing of {self.opportunity_id}"


class AcceptedPlan(models.Model):
    """A plan as it was accepted. ``content`` is JSON; ``inputs`` the hash of what it was made from."""

    frame = models.ForeignKey(PlanFrame, on_delete=models.DO_NOTHING, related_name="accepted")
    number = models.PositiveIntegerField()
    accepted_at = models.DateTimeField()
    content = models.TextField()
    inputs = models.CharField(max_length=64)
    stamp = models.CharField(max_length=200)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("frame_id", "number")
        constraints = (
            models.UniqueConstraint(name="accepted_number", fields=("frame", "number")),
            models.CheckConstraint(name="accepted_from_one", condition=Q(number__gte=1)),
        )

    def __str__(self) -> str:
        return f"accepted plan {self.number}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise Conflict("An accepted plan stays as it was.")

"""What one is unsure of in a destination, the experiments that could settle it, and what they showed.

Every row is written once (``ledger_triggers.py``): to change one's mind is to add a row. What an
uncertainty or a plan says now is its row with the highest ``number``; all others stay readable.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from turnpoint.apps.destinations.hypothesis import LONGEST_LINE, LONGEST_TEXT
from turnpoint.apps.destinations.models.destination import (
    CURRENCY,
    Destination,
    DestinationRevision,
)
from turnpoint.apps.destinations.models.frozen import Frozen


class Standing(models.TextChoices):
    """Whether an uncertainty still asks for something."""

    OPEN = "open", "open"
    SETTLED = "settled", "settled"
    ASIDE = "aside", "set aside"


class Kind(models.TextChoices):
    """How something is found out, the cheapest first."""

    CONVERSATION = "conversation", "a conversation"
    SHADOWING = "shadowing", "a day beside somebody"
    PROJECT = "project", "a project where I work now"
    COURSE = "course", "a course"
    VOLUNTEERING = "volunteering", "volunteering"
    TRIAL = "trial", "a trial on a small scale"


class Held(models.TextChoices):
    """Whether a prediction held. What cannot be said is not scored."""

    YES = "yes", "it held"
    NO = "no", "it did not hold"
    UNCLEAR = "unclear", "it cannot be said"


class Addition(Frozen):
    """One row of the ledger. ``number`` counts from 1 within what it adds to."""

    stays = "What is written in the ledger stays as it was. Add to it instead."

    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        abstract = True


class Uncertainty(Frozen):
    """Something one is not sure of about a destination; what it says is in its statements."""

    stays = Addition.stays

    destination = models.ForeignKey(
        Destination, on_delete=models.DO_NOTHING, related_name="uncertainties"
    )
    raised_at = models.DateTimeField()

    class Meta:
        ordering = ("destination_id", "pk")

    def __str__(self) -> str:
        return f"uncertainty {self.pk}"


class Experiment(Frozen):
    """A cheap test of one uncertainty; what is planned is in its plans."""

    stays = Addition.stays

    uncertainty = models.ForeignKey(
        Uncertainty, on_delete=models.DO_NOTHING, related_name="experiments"
    )
    planned_at = models.DateTimeField()

    class Meta:
        ordering = ("uncertainty_id", "pk")

    def __str__(self) -> str:
        return f"experiment {self.pk}"


class ExperimentPlan(Addition):
    """What is to be done and what one expects of it. ``probability`` is in percent.

    Once there is a result, no further plan can be written: the prediction stays as it was made.
    """

    experiment = models.ForeignKey(Experiment, on_delete=models.DO_NOTHING, related_name="plans")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    what = models.CharField(max_length=LONGEST_LINE)
    whom = models.CharField(max_length=LONGEST_LINE, blank=True)
    prediction = models.CharField(max_length=LONGEST_LINE)
    probability = models.PositiveSmallIntegerField()
    money = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="USD", validators=[CURRENCY])
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    starts = models.DateField(null=True, blank=True)
    due = models.DateField()
    called_off = models.BooleanField(default=False)
    note = models.CharField(max_length=LONGEST_LINE, blank=True)

    class Meta:
        ordering = ("experiment_id", "number")
        constraints = (
            models.UniqueConstraint(name="plan_number", fields=("experiment", "number")),
            models.CheckConstraint(name="plan_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="plan_kind", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="plan_what", condition=~Q(what="")),
            models.CheckConstraint(name="plan_prediction", condition=~Q(prediction="")),
            models.CheckConstraint(
                name="plan_probability",
                condition=Q(probability__range=(0, 100)),
                violation_error_message="A probability lies between 0 and 100.",
            ),
            models.CheckConstraint(
                name="plan_cost",
                condition=(Q(money__isnull=True) | Q(money__gte=0))
                & (Q(hours__isnull=True) | Q(hours__gte=0)),
                violation_error_message="What it costs cannot be below zero.",
            ),
            models.CheckConstraint(
                name="plan_starts_before_it_is_due",
                condition=Q(starts__isnull=True) | Q(starts__lte=F("due")),
                violation_error_message="It starts before it is to be done.",
            ),
        )

    def __str__(self) -> str:
        return self.what


class ExperimentResult(Addition):
    """What happened. The first is the result; each later one corrects or adds to it."""

    experiment = models.ForeignKey(Experiment, on_delete=models.DO_NOTHING, related_name="results")
    on = models.DateField()
    happened = models.TextField(max_length=LONGEST_TEXT)
    held = models.CharField(max_length=7, choices=Held.choices)
    surprise = models.TextField(max_length=LONGEST_TEXT, blank=True)

    class Meta:
        ordering = ("experiment_id", "number")
        constraints = (
            models.UniqueConstraint(name="result_number", fields=("experiment", "number")),
            models.CheckConstraint(name="result_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="result_happened", condition=~Q(happened="")),
            models.CheckConstraint(name="result_held", condition=Q(held__in=Held.values)),
        )

    def __str__(self) -> str:
        return self.happened


class ExperimentConclusion(Addition):
    """What a result changed: the revision made because of it, or none, and why."""

    experiment = models.ForeignKey(
        Experiment, on_delete=models.DO_NOTHING, related_name="conclusions"
    )
    revision = models.ForeignKey(
        DestinationRevision,
        on_delete=models.DO_NOTHING,
        null=True,
        blank=True,
        related_name="conclusions",
    )
    why = models.TextField(max_length=LONGEST_TEXT)

    class Meta:
        ordering = ("experiment_id", "number")
        constraints = (
            models.UniqueConstraint(name="conclusion_number", fields=("experiment", "number")),
            models.CheckConstraint(name="conclusion_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="conclusion_why", condition=~Q(why="")),
        )

    def __str__(self) -> str:
        return self.why


class UncertaintyStatement(Addition):
    """The question, how sure one is that the answer is yes (percent), and by when to settle it.

    ``result`` is what moved it, where an experiment did.
    """

    uncertainty = models.ForeignKey(
        Uncertainty, on_delete=models.DO_NOTHING, related_name="statements"
    )
    question = models.CharField(max_length=LONGEST_LINE)
    sure = models.PositiveSmallIntegerField(null=True, blank=True)
    by = models.DateField(null=True, blank=True)
    standing = models.CharField(max_length=7, choices=Standing.choices, default=Standing.OPEN)
    note = models.CharField(max_length=LONGEST_LINE, blank=True)
    result = models.ForeignKey(
        ExperimentResult,
        on_delete=models.DO_NOTHING,
        null=True,
        blank=True,
        related_name="statements",
    )

    class Meta:
        ordering = ("uncertainty_id", "number")
        constraints = (
            models.UniqueConstraint(name="statement_number", fields=("uncertainty", "number")),
            models.CheckConstraint(name="statement_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="statement_question", condition=~Q(question="")),
            models.CheckConstraint(
                name="statement_standing", condition=Q(standing__in=Standing.values)
            ),
            models.CheckConstraint(
                name="statement_sure",
                condition=Q(sure__isnull=True) | Q(sure__range=(0, 100)),
                violation_error_message="How sure one is lies between 0 and 100.",
            ),
        )

    def __str__(self) -> str:
        return self.question

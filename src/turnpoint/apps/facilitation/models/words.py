"""What is said in a process: questions and answers, notes under three lids, what was promised.

Words lie sealed in the database (``accounts/sealing.py``). An examination stays as it was signed;
another version follows it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.sealing import EncryptedTextField
from turnpoint.apps.facilitation.models.engagement import Engagement, Session
from turnpoint.core.facilitation.goal_attainment import LEVELS

LONGEST = 10_000


class Question(models.Model):
    """Asked by the facilitator; the answer is the person’s, who may leave it or keep it to themselves.

    ``bank_key`` names the question of the bank it came from.
    """

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="questions")
    session = models.ForeignKey(
        Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=400)
    bank_key = models.CharField(max_length=60, blank=True, default="")
    asked_at = models.DateTimeField()
    answer = EncryptedTextField(max_length=LONGEST, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    shared = models.BooleanField(default=False)

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = (models.CheckConstraint(name="question_said", condition=~Q(text="")),)

    def __str__(self) -> str:
        return self.text


class Note(models.Model):
    """A note of the person’s: ``shared`` is read and written by both, else by the person alone."""

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="notes")
    session = models.ForeignKey(
        Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    shared = models.BooleanField(default=False)
    by_facilitator = models.BooleanField(default=False)
    text = EncryptedTextField(max_length=LONGEST)
    written_at = models.DateTimeField()
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-written_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="note_of_facilitator_is_shared",
                condition=Q(by_facilitator=False) | Q(shared=True),
            ),
        )

    def __str__(self) -> str:
        return f"note of {self.written_at:%Y-%m-%d}"


class FacilitatorNote(models.Model):
    """A note of the facilitator’s own, which the person does not read; disposal takes it along."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="+")
    text = EncryptedTextField(max_length=LONGEST)
    written_at = models.DateTimeField()
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return f"own note of {self.written_at:%Y-%m-%d}"


class Commitment(models.Model):
    """What the person means to do until the next session. Carried on, it is a new one."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        KEPT = "kept", "kept"
        LET_GO = "let go", "let go"
        CARRIED = "carried", "carried on"

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="commitments")
    session = models.ForeignKey(
        Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=300)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    carried_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (models.CheckConstraint(name="commitment_said", condition=~Q(text="")),)

    def __str__(self) -> str:
        return self.text


class Examination(models.Model):
    """How the facilitator sees skills, difficulty and risk: signed, numbered, apart from the plan."""

    engagement = models.ForeignKey(
        Engagement, on_delete=models.CASCADE, related_name="examinations"
    )
    version = models.PositiveSmallIntegerField()
    skills = EncryptedTextField(max_length=LONGEST)
    difficulty = EncryptedTextField(max_length=LONGEST)
    risk = EncryptedTextField(max_length=LONGEST)
    signed_by = models.CharField(max_length=160)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(name="examination_version", fields=("engagement", "version")),
        )

    def __str__(self) -> str:
        return f"examination, version {self.version}"


class Reply(models.Model):
    """What the person says to an examination, if they want to; a later word is another reply."""

    examination = models.ForeignKey(Examination, on_delete=models.CASCADE, related_name="replies")
    text = EncryptedTextField(max_length=LONGEST)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("said_at", "pk")

    def __str__(self) -> str:
        return f"reply of {self.said_at:%Y-%m-%d}"


class Goal(models.Model):
    """A goal of the process with what “as expected” means, for goal attainment scaling."""

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(max_length=300)
    expected = models.CharField(max_length=300)
    less = models.CharField(max_length=300, blank=True, default="")
    more = models.CharField(max_length=300, blank=True, default="")
    weight = models.PositiveSmallIntegerField(default=1)
    level = models.SmallIntegerField(null=True, blank=True)
    scored_at = models.DateTimeField(null=True, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="facilitation_goal_weight",
                condition=Q(weight__range=(1, 5)),
                violation_error_message="A weight is 1 to 5.",
            ),
            models.CheckConstraint(
                name="facilitation_goal_level",
                condition=Q(level__isnull=True) | Q(level__in=LEVELS),
            ),
            models.CheckConstraint(
                name="facilitation_goal_said", condition=~Q(text="") & ~Q(expected="")
            ),
        )

    def __str__(self) -> str:
        return self.text

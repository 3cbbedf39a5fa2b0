"""The few goals of a quarter."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from turnpoint.apps.plans.models.serving import LONGEST_LINE, LONGEST_SERVES, Serving

MOST_GOALS = 3
"""A quarter has thirteen weeks: three goals have about a month each. ``goal_slot`` says the same."""


class GoalState(models.TextChoices):
    OPEN = "open", "open"
    REACHED = "reached", "reached"
    LET_GO = "let go", "let go"


class Goal(Serving):
    """One goal of one quarter. ``know`` is how one will know; ``word`` says why it was let go.

    ``slot`` is its place among the open ones. ``carried_from`` is the goal of an earlier quarter
    that it goes on with.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    slot = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_LINE)
    know = models.CharField(max_length=LONGEST_SERVES)
    state = models.CharField(max_length=7, choices=GoalState, default=GoalState.OPEN)
    word = models.CharField(max_length=LONGEST_SERVES, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    carried_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("year", "quarter", F("closed_on").asc(nulls_first=True), "slot", "pk")
        constraints = (
            models.UniqueConstraint(
                name="goal_one_to_a_slot",
                fields=("owner", "year", "quarter", "slot"),
                condition=Q(state=GoalState.OPEN, trashed_at__isnull=True),
            ),
            models.CheckConstraint(name="goal_slot", condition=Q(slot__range=(1, MOST_GOALS))),
            models.CheckConstraint(
                name="goal_quarter", condition=Q(quarter__range=(1, 4), year__range=(1900, 2200))
            ),
            models.CheckConstraint(name="goal_said", condition=~Q(text="") & ~Q(know="")),
            models.CheckConstraint(name="goal_state", condition=Q(state__in=GoalState.values)),
            models.CheckConstraint(
                name="goal_closed",
                condition=Q(state=GoalState.OPEN, closed_on__isnull=True)
                | Q(~Q(state=GoalState.OPEN), closed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="goal_let_go_with_a_word",
                condition=~Q(state=GoalState.LET_GO) | ~Q(word=""),
            ),
            models.UniqueConstraint(
                name="goal_carried_once",
                fields=("carried_from",),
                condition=Q(trashed_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.text

"""A best–worst ranking: which activities are ranked, and what was chosen of each set."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from turnpoint.apps.roles.models.activity import LIVE, Piece, RoleActivity


class Ranking(Piece):
    """One ranking of a role. ``items`` are the keys of its activities; ``seed`` draws the sets."""

    items: Any = models.JSONField(default=list)
    seed: Any = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="ranking_one_of_role", fields=("held",), condition=LIVE),
        )

    def __str__(self) -> str:
        return f"ranking of {len(self.items)} activities"


class ChosenSet(Piece):
    """One set of four that was shown, and what was best and worst of it."""

    ranking = models.ForeignKey(Ranking, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    shown: Any = models.JSONField(default=list)
    best = models.ForeignKey(RoleActivity, on_delete=models.CASCADE, related_name="+")
    worst = models.ForeignKey(RoleActivity, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                name="chosen_set_once", fields=("ranking", "number"), condition=LIVE
            ),
            models.CheckConstraint(
                name="chosen_set_of_two",
                condition=~Q(best=F("worst")),
                violation_error_message="The best and the worst have to be two different ones.",
            ),
        )

    def __str__(self) -> str:
        return f"set {self.number}"

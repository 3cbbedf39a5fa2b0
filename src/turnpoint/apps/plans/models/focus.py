"""What a day holds: at most three things at work and one at home. The rest is gravy."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from turnpoint.apps.plans.models.goal import Goal
from turnpoint.apps.plans.models.serving import LONGEST_LINE, Serving
from turnpoint.apps.plans.models.week import WeekThing


class Area(models.TextChoices):
    WORK = "work", "at work"
    HOME = "home", "at home"


SLOTS = {Area.WORK: 3, Area.HOME: 1}
"""How many things a day has room for. The constraint ``focus_slot`` says the same."""


class Focus(Serving):
    """One thing of one day. ``slot`` is its place on the list; without one it is gravy.

    ``carried_from`` is the thing of an earlier day that it goes on with; ``let_go_at`` says that it will not be offered again.
    ``text_before`` are the words it had before it was last reworded.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    area = models.CharField(max_length=4, choices=Area)
    slot = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.CharField(max_length=LONGEST_LINE)
    text_before = models.CharField(max_length=LONGEST_LINE, blank=True)
    goal = models.ForeignKey(
        Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="things"
    )
    of_week = models.ForeignKey(
        WeekThing, on_delete=models.SET_NULL, null=True, blank=True, related_name="things"
    )
    carried_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("day", "area", F("slot").asc(nulls_last=True), "pk")
        constraints = (
            models.UniqueConstraint(
                name="focus_one_to_a_slot",
                fields=("owner", "day", "area", "slot"),
                condition=Q(slot__isnull=False, trashed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="focus_slot",
                condition=Q(slot__isnull=True)
                | Q(area=Area.WORK, slot__range=(1, 3))
                | Q(area=Area.HOME, slot=1),
            ),
            models.CheckConstraint(name="focus_area", condition=Q(area__in=Area.values)),
            models.CheckConstraint(name="focus_text", condition=~Q(text="")),
            models.UniqueConstraint(
                name="focus_carried_once",
                fields=("carried_from",),
                condition=Q(trashed_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.text

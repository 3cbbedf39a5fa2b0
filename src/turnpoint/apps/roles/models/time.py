"""Where time really went: what was logged, and totals that came from a calendar."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q

from turnpoint.apps.roles.models.activity import LONGEST_NAME, Piece, RoleActivity

MINUTES_A_DAY = 24 * 60
MOST_WEEKS = 12


def spelt_minutes(minutes: float) -> str:
    """“45 min”, “1:30 h”."""
    whole = round(minutes)
    return f"{whole // 60}:{whole % 60:02} h" if whole >= 60 else f"{whole} min"


class LogEntry(Piece):
    """Some minutes of a day given to an activity, or to something in the person’s own words.

    ``energy`` runs from −2 (took all of it) to 2 (gave much), ``engagement`` from 1 to 5.
    """

    day = models.DateField()
    activity = models.ForeignKey(
        RoleActivity, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    words = models.CharField(max_length=LONGEST_NAME, blank=True)
    minutes = models.PositiveSmallIntegerField()
    energy = models.SmallIntegerField(null=True, blank=True)
    engagement = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (
            models.CheckConstraint(
                name="log_entry_about_one_thing",
                condition=(Q(activity__isnull=True) & ~Q(words=""))
                | Q(activity__isnull=False, words=""),
                violation_error_message="Say what the time went to.",
            ),
            models.CheckConstraint(
                name="log_entry_minutes",
                condition=Q(minutes__range=(1, MINUTES_A_DAY)),
                violation_error_message="A day has 24 hours; an entry has at least a minute.",
            ),
            models.CheckConstraint(
                name="log_entry_energy",
                condition=Q(energy__isnull=True) | Q(energy__range=(-2, 2)),
                violation_error_message="Energy runs from −2 to 2.",
            ),
            models.CheckConstraint(
                name="log_entry_engagement",
                condition=Q(engagement__isnull=True) | Q(engagement__range=(1, 5)),
                violation_error_message="Engagement runs from 1 to 5.",
            ),
        )

    def __str__(self) -> str:
        return self.about

    @property
    def about(self) -> str:
        return self.activity.name if self.activity else self.words

    @property
    def spelt(self) -> str:
        """What it says besides, in a few words."""
        said = [spelt_minutes(self.minutes)]
        if self.energy is not None:
            said.append(f"energy {self.energy:+d}".replace("-", "−").replace("+0", "0"))
        if self.engagement is not None:
            said.append(f"absorbed {self.engagement} of 5")
        return " · ".join(said)


class CalendarTime(Piece):
    """Weeks of a calendar of which totals were kept. ``days``: those with something in them."""

    since = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="calendar_time_weeks", condition=Q(weeks__range=(1, MOST_WEEKS))
            ),
            models.CheckConstraint(
                name="calendar_time_days", condition=Q(days__gte=1, days__lte=F("weeks") * 7)
            ),
        )

    def __str__(self) -> str:
        return f"{self.weeks} weeks of a calendar from {self.since}"

    @property
    def last(self) -> dt.date:
        """The last day of it."""
        return self.since + dt.timedelta(days=7 * self.weeks - 1)


class CalendarTotal(Piece):
    """The minutes of one group that the person named; no title of an event is kept anywhere."""

    calendar = models.ForeignKey(CalendarTime, on_delete=models.CASCADE, related_name="totals")
    name = models.CharField(max_length=LONGEST_NAME)
    minutes = models.PositiveIntegerField()

    class Meta:
        ordering = ("-minutes", "pk")
        constraints = (
            models.UniqueConstraint(name="calendar_total_once", fields=("calendar", "name")),
            models.CheckConstraint(name="calendar_total_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="calendar_total_minutes",
                condition=Q(minutes__range=(1, MOST_WEEKS * 7 * MINUTES_A_DAY)),
            ),
        )

    def __str__(self) -> str:
        return self.name

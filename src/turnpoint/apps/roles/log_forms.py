"""What a browser may send about the log."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from turnpoint.apps.roles.forms import steps
from turnpoint.apps.roles.models import LogEntry
from turnpoint.apps.roles.models.activity import LONGEST_NAME
from turnpoint.apps.roles.services.log import EntrySaid

LONG = re.compile(
    r"\A(?:(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s*h(?:ours?|rs?)?\.?)?\s*"
    r"(?:(?P<minutes>\d{1,4})\s*(?:m|min|minutes?)?\.?)?\Z"
)
CLOCK = re.compile(r"\A(\d{1,2}):([0-5]\d)\Z")
PART = re.compile(r"\A\d{1,2}[.,]\d{1,2}\Z")

ENERGY = (
    ("-2", "−2"),
    ("-1", "−1"),
    ("0", "0"),
    ("1", "+1"),
    ("2", "+2"),
)
ENGAGEMENT = tuple((str(step), str(step)) for step in range(1, 6))


class MinutesField(forms.Field):
    """“45”, “1:30”, “1.5 h” or “1h 30”: minutes."""

    def to_python(self, value: Any) -> int | None:
        typed = str(value or "").strip().casefold()
        if not typed:
            return None
        if clock := CLOCK.match(typed):
            return 60 * int(clock[1]) + int(clock[2])
        if PART.match(typed):
            return round(60 * float(typed.replace(",", ".")))
        found = LONG.match(typed)
        if found is None:
            raise ValidationError("Type minutes such as 45, or 1:30, or 1.5 h.")
        hours = float((found["hours"] or "0").replace(",", "."))
        return round(60 * hours) + int(found["minutes"] or 0)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return f"{value // 60}:{value % 60:02}" if value >= 60 else str(value)
        return value


class EntryForm(forms.Form):
    """What the time went to, how long, and how it felt. The first two are needed."""

    about = forms.CharField(
        label="What it went to",
        max_length=LONGEST_NAME,
        help_text="An activity of yours, or your own words.",
        widget=forms.TextInput(
            attrs={"list": "activities", "autocomplete": "off", "autofocus": True}
        ),
        error_messages={"required": "Say what the time went to."},
    )
    minutes = MinutesField(
        label="How long",
        help_text="45, or 1:30",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say how long: 45, or 1:30."},
    )
    energy = steps("Energy it gave", ENERGY)
    engagement = steps("Absorbed in it", ENGAGEMENT)
    day = forms.DateField(
        label="Day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("energy", "engagement"):
            self.fields[name].widget = forms.RadioSelect(choices=self.fields[name].choices)  # type: ignore[attr-defined]  # both are choice fields

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise ValidationError("This day is still to come.")
        return day

    @staticmethod
    def of(row: LogEntry) -> dict[str, Any]:
        return {
            "about": row.about,
            "minutes": row.minutes,
            "energy": row.energy,
            "engagement": row.engagement,
            "day": row.day,
        }

    def said(self) -> EntrySaid:
        found = self.cleaned_data
        return EntrySaid(
            day=found["day"],
            about=found["about"],
            minutes=found["minutes"],
            energy=found["energy"],
            engagement=found["engagement"],
        )

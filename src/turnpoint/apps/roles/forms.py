"""What a browser may send about a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from turnpoint.apps.occupations.forms import OccupationField
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.roles.guessing import kinds
from turnpoint.apps.roles.models import RoleActivity, RoleWeek
from turnpoint.apps.roles.models.activity import Unit, Wanted
from turnpoint.apps.roles.services.activities import ActivitySaid

ENJOYMENT = (
    ("", "not said"),
    ("2", "love it"),
    ("1", "like it"),
    ("0", "neither"),
    ("-1", "rather not"),
    ("-2", "drains me"),
)
STRENGTH = (
    ("", "not said"),
    ("5", "among my best"),
    ("4", "good at it"),
    ("3", "well enough"),
    ("2", "not yet"),
    ("1", "not mine"),
)
WANTED = (("", "not said"), *Wanted.choices)
LEADING = (("", "not said"), ("no", "I do it myself"), ("yes", "I lead others who do"))
REPEATABLE = (
    ("", "not said"),
    ("no", "made once, each time anew"),
    ("yes", "made once, serves many"),
)
TIME = re.compile(r"\A\d{1,3}(?:\.\d{1,4})?\Z")
YES = {"yes": True, "no": False, "": None}


def _whole(value: Any) -> int | None:
    return int(value) if value not in {"", None} else None


def steps(label: str, choices: Sequence[tuple[str, str]]) -> forms.TypedChoiceField:
    """A choice of a number, or of nothing."""
    return forms.TypedChoiceField(
        label=label, choices=choices, required=False, coerce=_whole, empty_value=None
    )


def either(label: str, choices: Sequence[tuple[str, str]]) -> forms.TypedChoiceField:
    """A choice of yes or no, or of nothing."""
    return forms.TypedChoiceField(
        label=label, choices=choices, required=False, coerce=YES.get, empty_value=None
    )


def spelt(value: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[value]


class TimeField(forms.Field):
    """A time in the unit of the week; nothing typed is no time."""

    def __init__(self, whole: float, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, widget=widget, **options)
        self.whole = whole

    def to_python(self, value: Any) -> float:
        typed = str("" if value is None else value).strip().rstrip("%h ").replace(",", ".")
        if not typed:
            return 0.0
        if not TIME.match(typed) or float(typed) > self.whole:
            raise ValidationError(f"Type a number from 0 to {self.whole:g}.")
        return float(typed)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:g}" if isinstance(value, float) else value


class KindsForm(forms.Form):
    """The occupation whose kinds of activity to show; read from the address, to be kept."""

    beside = OccupationField(label="Its title", required=False)


class WeekForm(forms.Form):
    """How long the week is, and how time is said."""

    hours = forms.FloatField(label="Hours of a usual week", min_value=1, max_value=168)
    unit = forms.ChoiceField(label="I say time in", choices=Unit.choices)

    @staticmethod
    def of(row: RoleWeek) -> dict[str, Any]:
        return {"hours": f"{row.hours:g}", "unit": row.unit}


class ActivityForm(forms.Form):
    """Everything about one activity. Only its name is needed."""

    name = forms.CharField(label="What I do", max_length=120)

    def __init__(self, *args: Any, week: RoleWeek, **options: Any) -> None:
        super().__init__(*args, **options)
        unit = "% of my time" if week.unit == Unit.PERCENT else "hours a week"
        note = "0 for what you do not do yet, but might."
        self.fields["time"] = TimeField(week.whole, label=f"How much of it, {unit}", help_text=note)
        self.fields["enjoyment"] = steps("How it feels", ENJOYMENT)
        self.fields["strength"] = steps("How good I am at it", STRENGTH)
        self.fields["wanted"] = forms.ChoiceField(
            label="What I want", choices=WANTED, required=False
        )
        self.fields["leading"] = either("Hands-on or leading", LEADING)
        self.fields["repeatable"] = either("One-off or repeatable", REPEATABLE)
        self.fields["code"] = forms.ChoiceField(
            label="Its kind among the facts",
            required=False,
            choices=self._kinds(),
            help_text="Lets an occupation be guessed for it.",
        )

    def _kinds(self) -> list[tuple[str, str]]:
        """The kinds of activity, and the detailed one that was picked, where one was."""
        found, picked = dict(kinds(market())), str(self.initial.get("code", ""))
        names = market().activities.names
        return [
            ("", "none of these"),
            *(found | ({picked: names.get(picked, picked)} if picked else {})).items(),
        ]

    @staticmethod
    def of(row: RoleActivity) -> dict[str, Any]:
        return {
            "name": row.name,
            "time": row.time,
            "enjoyment": row.enjoyment,
            "strength": row.strength,
            "wanted": row.wanted,
            "leading": spelt(row.leading),
            "repeatable": spelt(row.repeatable),
            "code": row.code,
        }


class ActivitiesForm(forms.Form):
    """Time and feeling of every activity at once."""

    def __init__(self, *args: Any, week: RoleWeek, rows: Sequence[RoleActivity], **options: Any):
        super().__init__(*args, **options)
        self.rows = rows
        for row in rows:
            self._add(row, "time", TimeField(week.whole, initial=row.time), "time")
            feels = steps("", ENJOYMENT)
            feels.initial = row.enjoyment
            self._add(row, "enjoyment", feels, "how it feels")
            wants = forms.ChoiceField(choices=WANTED, required=False, initial=row.wanted)
            self._add(row, "wanted", wants, "what I want")

    def _add(self, row: RoleActivity, name: str, field: forms.Field, label: str) -> None:
        field.label = f"{row.name}: {label}"
        field.widget.attrs["aria-label"] = field.label
        self.fields[f"{name}-{row.pk}"] = field

    def lines(self) -> Iterator[tuple[RoleActivity, BoundField, BoundField, BoundField]]:
        for row in self.rows:
            yield row, *(self[f"{name}-{row.pk}"] for name in ("time", "enjoyment", "wanted"))  # type: ignore[misc]  # three of them

    def said(self) -> dict[int, ActivitySaid]:
        """What was changed, by the key of the activity."""
        found: dict[int, Any] = {}
        for name in self.changed_data:
            what, _, key = name.partition("-")
            found.setdefault(int(key), {})[what] = self.cleaned_data[name]
        return found

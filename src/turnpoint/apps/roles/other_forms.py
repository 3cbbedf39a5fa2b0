"""What a browser may send about a role beside one’s own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from turnpoint.apps.occupations.forms import OccupationField
from turnpoint.apps.roles.beside import Line
from turnpoint.apps.roles.forms import ENJOYMENT, LEADING, REPEATABLE, either, steps
from turnpoint.apps.roles.models import RoleWeek
from turnpoint.apps.roles.models.activity import Unit
from turnpoint.apps.roles.models.other import Origin
from turnpoint.core.role.activity import Share

RANGE = re.compile(
    r"\A(\d+(?:[.,]\d+)?)\s*%?\s*(?:(?:-|–|to|bis)\s*(\d+(?:[.,]\d+)?)\s*%?)?\s*h?\Z"
)


class ShareField(forms.Field):
    """“20”, “10–30” or nothing (unknown), in the unit of the week; gives a ``Share`` or ``None``."""

    def __init__(self, whole: float, **options: Any) -> None:
        widget = forms.TextInput(
            attrs={"inputmode": "text", "autocomplete": "off", "placeholder": "unknown"}
        )
        super().__init__(required=False, widget=widget, **options)
        self.whole = whole

    def to_python(self, value: Any) -> Share | None:
        typed = str(value or "").strip().casefold()
        if not typed:
            return None
        found = RANGE.match(typed)
        if found is None:
            raise ValidationError("Type a number such as 20, a range such as 10–30, or nothing.")
        low, high = (float((each or found[1]).replace(",", ".")) for each in found.groups())
        if low > high:
            low, high = high, low
        if high > self.whole:
            raise ValidationError(f"All time there is comes to {self.whole:g}.")
        return Share(low / self.whole, high / self.whole)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


def shown(share: Share | None, whole: float) -> str:
    """A share as one would type it; nothing for unknown."""
    if share is None:
        return ""
    low, high = (f"{round(each * whole, 1):g}" for each in share)
    return low if low == high else f"{low}–{high}"


class OtherRoleForm(forms.Form):
    """A role to put beside one’s own."""

    name = forms.CharField(
        label="What I call it", max_length=120, help_text="“Head of support at Aldgate”"
    )
    origin = forms.ChoiceField(label="It is", choices=Origin.choices, initial=Origin.OFFER)
    work = OccupationField(
        label="Its job title, if its time should be guessed from the facts", required=False
    )
    words = forms.CharField(
        label="In my own words",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswersForm(forms.Form):
    """Time of every activity in another role, and how it feels where it is new."""

    def __init__(self, *args: Any, lines: tuple[Line, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = [line for line in lines if line.own or line.there]
        for line in self.lines:
            time = ShareField(line.whole, label=f"{line.name}: time there")
            time.widget.attrs["aria-label"] = time.label
            if line.said:
                time.initial = shown(line.share, line.whole)
            elif not line.unknown:
                time.widget.attrs["placeholder"] = f"guess {shown(line.share, line.whole)}"
            self.fields[_key(line, "time")] = time
            if not line.own:
                feels = steps(f"{line.name}: how it feels", ENJOYMENT)
                feels.initial = (
                    None if line.activity.enjoyment is None else int(line.activity.enjoyment)
                )
                feels.widget.attrs["aria-label"] = feels.label
                self.fields[_key(line, "feels")] = feels

    def shown_lines(self) -> Iterator[tuple[Line, BoundField, BoundField | None]]:
        for line in self.lines:
            yield line, self[_key(line, "time")], None if line.own else self[_key(line, "feels")]

    def said(self) -> dict[str, dict[int, Any]]:
        """What was changed, as ``services.others.answer`` takes it."""
        shares: dict[int, Any] = {}
        new: dict[int, dict[str, Any]] = {}
        for name in self.changed_data:
            what, kind, key = name.split("-")
            value = self.cleaned_data[name]
            if kind == "own":
                shares[int(key)] = value
            else:
                new.setdefault(int(key), {})["share" if what == "time" else "enjoyment"] = value
        return {"shares": shares, "new": new}


def _key(line: Line, what: str) -> str:
    return f"{what}-own-{line.own}" if line.own else f"{what}-new-{line.there}"


class NewThereForm(forms.Form):
    """Something the other role would bring."""

    name = forms.CharField(label="What I would do there", max_length=120)

    def __init__(self, *args: Any, week: RoleWeek, **options: Any) -> None:
        super().__init__(*args, **options)
        unit = "% of my time" if week.unit == Unit.PERCENT else "hours a week"
        note = "20, or 10–30, or nothing while you do not know"
        self.fields["share"] = ShareField(week.whole, label=f"How much, {unit}", help_text=note)
        self.fields["enjoyment"] = steps("How I think it feels", ENJOYMENT)
        self.fields["leading"] = either("Hands-on or leading", LEADING)
        self.fields["repeatable"] = either("One-off or repeatable", REPEATABLE)

"""What a browser sends to put something on a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from turnpoint.apps.plans.focus_services import FURTHEST
from turnpoint.apps.plans.models import LONGEST_LINE, LONGEST_SERVES, Area
from turnpoint.apps.plans.serving import KINDS, Serves

LONGEST_CHOICE = 90
"""Longer words are cut in the list to choose from, which a phone could not show."""


class ThingForm(forms.Form):
    """One thing, and what it serves: chosen from one’s own pages, or in words."""

    text = forms.CharField(label="What", max_length=LONGEST_LINE)
    area = forms.ChoiceField(choices=Area, widget=forms.HiddenInput)
    gravy = forms.BooleanField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(required=False)
    instead = forms.IntegerField(required=False, widget=forms.HiddenInput)
    serves = forms.ChoiceField(label="It serves", required=False)
    serves_words = forms.CharField(
        label="or, in your own words", max_length=LONGEST_SERVES, required=False
    )

    def __init__(
        self,
        *args: Any,
        servable: tuple[Serves, ...],
        today: dt.date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today or timezone.localdate()
        groups = [
            (title, [(each.key, _cut(each.words)) for each in servable if each.kind == kind])
            for kind, title in KINDS.items()
        ]
        choices: list[Any] = [
            ("", "nothing in particular"),
            *(group for group in groups if group[1]),
        ]
        self.fields["serves"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField has them

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"] or self.today
        if not self.today <= day <= self.today + FURTHEST:
            raise forms.ValidationError("Choose today or a later day, within a year.")
        return day

    def said(self) -> dict[str, Any]:
        return {**self.cleaned_data, "area": Area(self.cleaned_data["area"])}


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_CHOICE else f"{words[: LONGEST_CHOICE - 1]}…"

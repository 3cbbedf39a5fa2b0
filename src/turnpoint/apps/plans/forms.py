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


class ServingForm(forms.Form):
    """What something serves: chosen from one’s own pages, or in words."""

    serves = forms.ChoiceField(label="It serves", required=False)
    serves_words = forms.CharField(
        label="or, in your own words", max_length=LONGEST_SERVES, required=False
    )

    def __init__(self, *args: Any, servable: tuple[Serves, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["serves"].choices = choices(servable)  # type: ignore[attr-defined]  # a ChoiceField has them


def choices(servable: tuple[Serves, ...]) -> list[Any]:
    """What can be served, by kind, as a field offers it."""
    groups = [
        (title, [(each.key, _cut(each.words)) for each in servable if each.kind == kind])
        for kind, (title, _) in KINDS.items()
    ]
    return [("", "nothing in particular"), *(group for group in groups if group[1])]


class GoalForm(ServingForm):
    """A goal of a quarter, and how one will know."""

    text = forms.CharField(label="By the end of the quarter", max_length=LONGEST_LINE)
    know = forms.CharField(
        label="You will know when…",
        max_length=LONGEST_SERVES,
        help_text="Something that you, or somebody else, could see.",
    )
    field_order = ("text", "know", "serves", "serves_words")


class ThingForm(ServingForm):
    """One thing of a day."""

    text = forms.CharField(label="What", max_length=LONGEST_LINE)
    area = forms.ChoiceField(choices=Area, widget=forms.HiddenInput)
    gravy = forms.BooleanField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(required=False)
    instead = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        servable: tuple[Serves, ...],
        today: dt.date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, servable=servable, **kwargs)
        self.today = today or timezone.localdate()

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"] or self.today
        if not self.today <= day <= self.today + FURTHEST:
            raise forms.ValidationError("Choose today or a later day, within a year.")
        return day

    def said(self) -> dict[str, Any]:
        return {**self.cleaned_data, "area": Area(self.cleaned_data["area"])}


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_CHOICE else f"{words[: LONGEST_CHOICE - 1]}…"

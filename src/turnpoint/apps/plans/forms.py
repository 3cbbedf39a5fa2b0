"""What a browser sends to put something on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from turnpoint.apps.plans.focus_services import FURTHEST
from turnpoint.apps.plans.models import LONGEST_LINE, LONGEST_SERVES, Area
from turnpoint.apps.plans.serving import KINDS, Serves

Group = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and what can be chosen under it: what a form sends, and the words."""

LONGEST_CHOICE = 90
"""Longer words are cut in the list to choose from, which a phone could not show."""


class Choose(forms.Select):
    """A list to choose from, written at once: a template for each of many options takes long."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]
        groups = (
            (_begun(title), format_html_join("", OPTION, map(_option, options)), _ended(title))
            for title, options, _ in widget["optgroups"]
        )
        return format_html(
            '<select name="{}"{}>{}</select>',
            widget["name"],
            flatatt(widget["attrs"]),
            format_html_join("", "{}{}{}", groups),
        )


OPTION = '<option value="{}"{}>{}</option>'


def _option(option: Mapping[str, Any]) -> tuple[Any, SafeString, Any]:
    return option["value"], flatatt(option["attrs"]), option["label"]


def _begun(title: str | None) -> SafeString:
    return format_html('<optgroup label="{}">', title) if title else SafeString("")


def _ended(title: str | None) -> SafeString:
    return SafeString("</optgroup>" if title else "")


class ServingForm(forms.Form):
    """What something serves: chosen from one’s own pages, or in words."""

    serves = forms.ChoiceField(label="It serves", required=False, widget=Choose)
    serves_words = forms.CharField(
        label="or, in your own words", max_length=LONGEST_SERVES, required=False
    )

    def __init__(self, *args: Any, servable: tuple[Serves, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = grouped(servable)
        self.fields["serves"].choices = choices(servable)  # type: ignore[attr-defined]  # a ChoiceField has them


def choices(servable: tuple[Serves, ...]) -> list[Any]:
    """What can be served, by kind, as a field offers it."""
    return [("", "nothing in particular"), *grouped(servable)]


def grouped(servable: tuple[Serves, ...]) -> tuple[Group, ...]:
    """What can be served, by kind."""
    groups = (
        (title, tuple((each.key, _cut(each.words)) for each in servable if each.kind == kind))
        for kind, (title, _) in KINDS.items()
    )
    return tuple(group for group in groups if group[1])


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

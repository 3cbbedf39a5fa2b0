"""What a browser may send about a skill."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from turnpoint.apps.skills.models import LONGEST_NAME, LONGEST_TEXT, SOURCES, SkillTarget
from turnpoint.core.planning.assessment import STRENGTHS, Assessment
from turnpoint.core.planning.level import steps


def day(label: str, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Give a day, such as 2027-03-01."},
        **options,
    )


def number(label: str, least: float, most: float, step: str, **options: Any) -> forms.FloatField:
    sentence = f"Give a number from {least:g} to {most:g}."
    return forms.FloatField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"step": step}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), sentence),
        **options,
    )


class TargetForm(forms.Form):
    """One skill wanted."""

    name = forms.CharField(
        label="Which skill",
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"list": "known-skills", "autocomplete": "off"}),
        help_text="One that the facts know, or in your own words.",
    )
    required = number("Level wanted", 0.1, 7, "0.1", help_text="From 0 to 7; in words below.")
    percent = number(
        "How much it counts, 1 to 100",
        1,
        100,
        "1",
        help_text="The facts’ importance to begin with; change it where it matters more to you.",
    )
    by = day("Wanted by")

    @staticmethod
    def of(row: SkillTarget) -> dict[str, Any]:
        return {
            "name": row.name,
            "required": f"{row.required:g}",
            "percent": round(100 * row.weight),
            "by": row.by,
        }

    def said(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {
            "name": sent["name"],
            "required": sent["required"],
            "weight": sent["percent"] / 100,
            "by": sent["by"],
        }


class AssessmentForm(forms.Form):
    """How far along it is, by whom, and what that rests on."""

    level = forms.TypedChoiceField(
        label="Level",
        coerce=float,
        choices=[("", "choose"), *((f"{level:g}", said) for level, said in steps())],
    )
    on = day("As of")
    source = forms.ChoiceField(
        label="Who says so", choices=[(each.value, said) for each, said in SOURCES.items()]
    )
    who = forms.CharField(
        label="Name or title",
        max_length=LONGEST_NAME,
        required=False,
        help_text="Of the person, the test or the certificate.",
    )
    strength = forms.TypedChoiceField(
        label="What it rests on",
        coerce=int,
        choices=[(each.value, said) for each, said in STRENGTHS.items()],
    )
    evidence = forms.CharField(
        label="The evidence, in a sentence",
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @staticmethod
    def first(today: dt.date) -> dict[str, Any]:
        return {"on": today}

    @staticmethod
    def of(said: Assessment) -> dict[str, Any]:
        return {
            "level": "" if said.level is None else f"{said.level:g}",
            "on": said.on,
            "source": said.source.value,
            "who": said.who,
            "strength": said.strength.value,
            "evidence": said.evidence,
        }

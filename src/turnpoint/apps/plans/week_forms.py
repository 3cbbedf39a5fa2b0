"""What a browser sends of a weekly review."""

from __future__ import annotations

from typing import Any

from django import forms

from turnpoint.apps.plans.forms import Choose, choices
from turnpoint.apps.plans.models import LONGEST_ANSWER, LONGEST_LINE, MOST_THINGS, WeekThing
from turnpoint.apps.plans.serving import Serves, key_of
from turnpoint.apps.plans.week_services import ANSWERS, Chosen


def _answer(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WeekForm(forms.Form):
    """Four answers, and up to three things for the week that comes."""

    inside = _answer("What can you do, or do you know, that you could not a week ago?")
    energy = _answer("Which hours gave you energy, and which took it?")
    sure = _answer("How sure are you of where you are heading, and what moved that?")
    outside = _answer("And outside: titles, pay, offers, conversations?")

    def __init__(
        self, *args: Any, servable: tuple[Serves, ...], things: tuple[WeekThing, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        known, offered = {row.slot: row for row in things}, choices(servable)
        for slot in range(1, MOST_THINGS + 1):
            row = known.get(slot)
            self.fields[f"thing_{slot}"] = forms.CharField(
                label=f"Thing {slot}",
                required=False,
                max_length=LONGEST_LINE,
                initial=row.text if row else "",
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
            self.fields[f"serves_{slot}"] = forms.ChoiceField(
                label=f"What thing {slot} serves",
                required=False,
                widget=Choose,
                choices=offered,
                initial=key_of(row) if row else "",
            )

    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ANSWERS}

    def things(self) -> tuple[Chosen, ...]:
        said = self.cleaned_data
        return tuple(
            Chosen(said[f"thing_{slot}"], said[f"serves_{slot}"])
            for slot in range(1, MOST_THINGS + 1)
        )

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        """The fields of each thing beside what it serves."""
        return [
            (self[f"thing_{slot}"], self[f"serves_{slot}"]) for slot in range(1, MOST_THINGS + 1)
        ]

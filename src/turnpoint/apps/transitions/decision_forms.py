"""What a browser sends about a decision, a look back, and transitions of earlier years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from turnpoint.apps.destinations.forms import TextField
from turnpoint.apps.transitions.figures import PercentField, WholeField
from turnpoint.apps.transitions.forms import DayField, LineField
from turnpoint.apps.transitions.models import Option, PastTransition, Quality
from turnpoint.apps.transitions.services.decisions import MOST_PREDICTIONS, Predicted
from turnpoint.core.decision.file import KINDS

FIRST_ROWS = 3


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, last)
        except ValueError:
            continue
    return day


class DecideForm(forms.Form):
    """The option, the reasons, what is taken to be so, predictions, and days to look back."""

    option = forms.ChoiceField(
        label="What do I do?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one; staying is one of them."},
    )
    reasons = TextField(
        label="Why?",
        rows=4,
        help_text="What tipped it. You will read this again when it turns out differently.",
        error_messages={"required": "Write down what tipped it, even in one line."},
    )
    assumed = TextField(
        required=False,
        label="What do I take to be so?",
        rows=3,
        help_text="One on a line: “the partner’s licence is transferred by June”.",
    )
    signals = TextField(
        required=False,
        label="What should make me turn round?",
        rows=3,
        help_text="One on a line, something you could see.",
    )

    def __init__(
        self, data: Any, *, options: Sequence[Option], today: dt.date, rows: int, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["option"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(row.pk), row.name) for row in options]
        self.rows = max(FIRST_ROWS, min(rows, MOST_PREDICTIONS))
        for number in range(1, self.rows + 1):
            self._add_prediction(number)
        for number, months in ((1, 3), (2, 12)):
            self.fields[f"day_{number}"] = DayField(
                required=False,
                label="Look back first on" if number == 1 else "and again on",
                initial=months_on(today, months),
            )

    def _add_prediction(self, number: int) -> None:
        at = f"prediction_{number}"
        what = f"Prediction {number}"
        self.fields[f"{at}_statement"] = LineField(required=False, label="What will be true?")
        self.fields[f"{at}_chance"] = PercentField(least=0, most=100, label="How sure")
        self.fields[f"{at}_due"] = DayField(required=False, label="Judged on")
        for name, said in (
            ("statement", "what will be true"),
            ("chance", "how sure, in per cent"),
            ("due", "the day it can be judged"),
        ):
            self.fields[f"{at}_{name}"].widget.attrs["aria-label"] = f"{what}: {said}"

    def predictions_shown(self) -> list[list[forms.BoundField]]:
        names = ("statement", "chance", "due")
        return [
            [self[f"prediction_{number}_{name}"] for name in names]
            for number in range(1, self.rows + 1)
        ]

    def clean(self) -> None:
        for number in range(1, self.rows + 1):
            at = f"prediction_{number}"
            if not self.cleaned_data.get(f"{at}_statement"):
                if self.cleaned_data.get(f"{at}_chance") is not None:
                    self.add_error(f"{at}_statement", "Say what will be true, or empty the line.")
                continue
            for name, words in (
                ("chance", "How sure are you, in per cent?"),
                ("due", "On which day can it be judged?"),
            ):
                missing = self.cleaned_data.get(f"{at}_{name}") is None
                if missing and f"{at}_{name}" not in self.errors:
                    self.add_error(f"{at}_{name}", words)

    def predictions(self) -> list[Predicted]:
        said = self.cleaned_data
        return [
            Predicted(
                said[f"prediction_{number}_statement"],
                said[f"prediction_{number}_chance"],
                said[f"prediction_{number}_due"],
            )
            for number in range(1, self.rows + 1)
            if said.get(f"prediction_{number}_statement")
        ]

    def days(self) -> list[dt.date]:
        return [day for name in ("day_1", "day_2") if (day := self.cleaned_data.get(name))]


class AdditionForm(forms.Form):
    """What is added to a decision later."""

    text = TextField(
        label="What do you want to add?",
        rows=3,
        error_messages={"required": "Write what you want to add."},
    )


class ReviewForm(forms.Form):
    """A look back: the way of deciding and the luck are judged apart."""

    led_to = TextField(required=False, rows=3, label="What did it lead to?")
    process = forms.ChoiceField(
        label="How well was it decided, with what could be known then?",
        choices=Quality.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one, apart from how it turned out."},
    )
    process_words = TextField(
        required=False,
        rows=2,
        label="What was good or missing in the way of deciding?",
        help_text="Whom did you ask too late? Which figure did you not look up?",
    )
    luck = forms.ChoiceField(
        label="And how did luck treat you?",
        choices=Quality.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one: a good decision can turn out badly."},
    )
    luck_words = TextField(required=False, rows=2, label="What happened that nobody could know?")
    learnt = TextField(required=False, rows=2, label="What will you do differently next time?")


class PastForm(forms.Form):
    """A transition of earlier years."""

    question = LineField(
        label="What had to be decided?",
        help_text="“Do I leave the hospital for the practice?”",
        error_messages={"required": "Ask it in one sentence, as it stood then."},
    )
    kind = forms.ChoiceField(
        label="What kind of move was it?",
        choices=[(kind, words.capitalize()) for kind, words in KINDS.items()],
    )
    year = WholeField(
        required=True,
        least=1930,
        most=2100,
        label="In which year?",
        error_messages={"required": "Give the year in four figures, as 2014."},
    )
    chosen = LineField(required=False, label="What did you do?")
    made_hard = TextField(required=False, rows=3, label="What made it hard?")
    how_decided = TextField(
        required=False,
        rows=3,
        label="How was it decided?",
        help_text="With whom, from which figures, in how many weeks? Or did it decide itself?",
    )
    led_to = TextField(required=False, rows=3, label="What did it lead to?")
    again = forms.TypedChoiceField(
        required=False,
        label="Would you do the same again?",
        choices=(("", "I can’t say"), ("yes", "yes"), ("no", "no")),
        coerce=lambda value: value == "yes",
        empty_value="",
    )

    @classmethod
    def of(cls, row: PastTransition) -> dict[str, Any]:
        shown = {name: getattr(row, name) for name in cls.base_fields if name != "again"}
        shown["year"] = str(row.year)
        return shown | {
            "again": {True: "yes", False: "no"}.get(row.again or False, "")
            if row.again is not None
            else ""
        }

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        again = said.pop("again")
        return said | {"again": None if again == "" else again}

"""What a browser sends about a transition itself, its options, criteria, people and questions."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.core.validators import ProhibitNullCharactersValidator

from turnpoint.apps.destinations.forms import TextField
from turnpoint.apps.occupations.forms import AreaField, OccupationField
from turnpoint.apps.profiles import currency
from turnpoint.apps.transitions.figures import FigureField, QuickHidden, QuickInput, WholeField
from turnpoint.apps.transitions.models import Criterion, Option
from turnpoint.apps.transitions.models.transition import (
    LONGEST_LINE,
    LONGEST_QUESTION,
    LONGEST_TEXT,
)
from turnpoint.core.decision.criterion import (
    LESS,
    LEVELS,
    LINEAR,
    MEASURES,
    MORE,
    PIECEWISE,
)
from turnpoint.core.decision.file import KINDS

DATE_WRONG = {"invalid": "Write the date as 2026-12-14."}


class DayField(forms.DateField):
    """A day; browsers without a calendar take it as 2026-12-14."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={**DATE_WRONG, **kwargs.pop("error_messages", {})},
            **kwargs,
        )


class LineField(forms.CharField):
    """One line, without characters that cannot be stored."""

    widget = QuickInput
    hidden_widget = QuickHidden

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_LINE)
        super().__init__(validators=[ProhibitNullCharactersValidator()], **kwargs)


class TransitionForm(forms.Form):
    """The question, the kind, the deadline, the currency and how far ahead to look."""

    question = LineField(
        max_length=LONGEST_QUESTION,
        label="What is to be decided?",
        help_text="One sentence that ends in a question mark: “Do we move to Lyon for the regional job?”",
        error_messages={"required": "Ask it in one sentence; it can change later."},
    )
    kind = forms.ChoiceField(
        label="What kind of move is it?",
        choices=[(kind, words.capitalize()) for kind, words in KINDS.items()],
        initial="offer",
    )
    deadline = DayField(
        required=False,
        label="By when must it be decided?",
        help_text="Two weeks to two months is a good span: long enough to find out what matters, short enough not to live in it.",
    )
    currency = forms.ChoiceField(label="Amounts are in", choices=currency.CHOICES)
    horizon = WholeField(
        required=True,
        least=6,
        most=240,
        initial=60,
        label="Look ahead, in months",
        help_text="60 months is five years, as far as a destination reaches.",
    )

    def said(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class OptionForm(forms.Form):
    """An option in a few words."""

    name = LineField(
        max_length=160,
        label="What could you do?",
        help_text="In a few words: “Lyon, the family moves”, “Ask for four days”.",
        error_messages={"required": "Say the option in a few words."},
    )
    note = TextField(required=False, label="Anything to remember", rows=3, max_length=LONGEST_TEXT)

    @classmethod
    def of(cls, row: Option) -> dict[str, Any]:
        return {"name": row.name, "note": row.note}


class OccupationOptionForm(forms.Form):
    """An occupation at a place: its pay is filled in as a range from the facts."""

    work = OccupationField(
        label="What would the job be called?",
        help_text="The middle half of what people in that occupation are paid becomes the range of its pay.",
    )
    area = AreaField(
        required=False, label="Where?", help_text="A place that pay is published for (US so far)."
    )
    name = LineField(
        max_length=160, required=False, label="Call the option", help_text="Empty: the job’s title."
    )


SHAPE_CHOICES = (
    (LINEAR, "evenly, from worst to best"),
    (PIECEWISE, "by corners that I set"),
    (LEVELS, "in named levels"),
)


class CriterionForm(forms.Form):
    """What matters, its scale, and how worth grows along it."""

    name = LineField(
        max_length=160,
        label="What matters?",
        help_text="“Time with the children”, “Commute”, “Being near my parents”.",
        error_messages={"required": "Say what matters, in your words."},
    )
    shape = forms.ChoiceField(
        label="How does its worth grow?", choices=SHAPE_CHOICES, widget=forms.RadioSelect
    )
    unit = LineField(
        max_length=60,
        required=False,
        label="Unit",
        help_text="“minutes a day”, “evenings a week”. With named levels: empty.",
    )
    better = forms.ChoiceField(
        label="Better is", choices=((MORE, "more of it"), (LESS, "less of it"))
    )
    worst = FigureField(label="The worst you would seriously consider")
    best = FigureField(
        label="The best you would seriously consider",
        help_text="Not the range of the options you happen to have: a new offer must not change what the old ones are worth.",
    )
    corners = TextField(
        required=False,
        rows=3,
        max_length=1000,
        label="Corners",
        help_text="One on a line, figure and worth from 0 to 100: “60 : 80”. Only for worth by corners.",
    )
    names = TextField(
        required=False,
        rows=4,
        max_length=2000,
        label="Levels",
        help_text="One on a line, the worst first, each with its worth from 0 to 100: “most evenings : 70”. Without worth they are spread evenly.",
    )
    measure = forms.ChoiceField(
        required=False,
        label="Filled by the money months",
        choices=(("", "no, I say it myself"), *((key, says) for key, says in MEASURES.items())),
    )
    ENDS: ClassVar[tuple[str, ...]] = ("worst", "best")

    @classmethod
    def of(cls, row: Criterion) -> dict[str, Any]:
        shown = {name: getattr(row, name) for name in ("name", "unit", "better", "measure")}
        shown |= {name: getattr(row, name) for name in ("shape", "worst", "best")}
        levels = [f"{each['name']} : {each['worth'] * 100:g}" for each in row.levels]
        corners = [f"{each['at']:g} : {each['worth'] * 100:g}" for each in row.points]
        return shown | {"names": "\n".join(levels), "corners": "\n".join(corners)}

    def clean_corners(self) -> list[dict[str, float]]:
        lines = _pairs(self.cleaned_data["corners"])
        return [
            {"at": _figure(left, line), "worth": _worth(right, line)} for left, right, line in lines
        ]

    def clean_names(self) -> list[dict[str, Any]]:
        lines = _pairs(self.cleaned_data["names"])
        last = max(len(lines) - 1, 1)
        return [
            {"name": left[:120], "worth": _worth(right, line) if right else place / last}
            for place, (left, right, line) in enumerate(lines)
        ]

    def said(self) -> dict[str, Any]:
        """What was said, without the cells that could not be read."""
        said = dict(self.cleaned_data)
        for name, stored in (("corners", "points"), ("names", "levels")):
            if name in said:
                said[stored] = said.pop(name)
        return said


def _pairs(text: str) -> list[tuple[str, str, str]]:
    found = []
    for line in text.splitlines():
        if line.strip():
            left, _, right = line.rpartition(":") if ":" in line else (line, "", "")
            found.append((left.strip(), right.strip(), line.strip()))
    return found


def _figure(text: str, line: str) -> float:
    figure = FigureField().clean(text)
    if figure is None:
        raise forms.ValidationError(f"“{line[:40]}” needs a figure and its worth, as “60 : 80”.")
    return figure


def _worth(text: str, line: str) -> float:
    worth = _figure(text, line)
    if not 0 <= worth <= 100:
        raise forms.ValidationError(f"The worth in “{line[:40]}” lies between 0 and 100.")
    return round(worth / 100, 6)


class PersonForm(forms.Form):
    """Somebody whose life the decision moves."""

    name = LineField(max_length=120, label="Who?", error_messages={"required": "Say who it is."})
    relation = LineField(
        max_length=120,
        required=False,
        label="Who are they to you?",
        help_text="“partner”, “my mother”, “the team”.",
    )


class VoiceForm(forms.Form):
    """What somebody said, in their words."""

    option = forms.ChoiceField(label="About", required=False)
    effect = TextField(required=False, rows=2, label="What it would do to them, in their words")
    limit = TextField(required=False, rows=2, label="What it must not do, in their words")
    said = DayField(required=False, label="When they said so")

    def __init__(self, *args: Any, options: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["option"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "all of it"), *((str(row.pk), row.name) for row in options)]

    def clean(self) -> None:
        said = self.cleaned_data
        if not self.errors and not said.get("effect") and not said.get("limit"):
            self.add_error("effect", "Write down what was said, in their words.")

    def words(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        option = said.pop("option")
        return said | {"option_id": int(option) if option else None}


class FindingForm(forms.Form):
    """A question to settle before deciding."""

    text = LineField(
        label="What could you find out?",
        help_text="One question that one person could answer: “Is the role two days remote, in writing?”",
        error_messages={"required": "Ask it in one sentence."},
    )
    ask = LineField(required=False, label="Whom to ask")
    by = DayField(required=False, label="By when", help_text="Before the point of no return.")
    cost = FigureField(amount=True, least=0, most=1e12, label="What finding out costs")
    days = WholeField(least=0, most=365, label="Days it takes")

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        empty = {"cost": 0.0, "days": 1}
        return {name: empty.get(name) if value is None else value for name, value in said.items()}


def deadline_note(deadline: dt.date | None, today: dt.date) -> str:
    """A kind word about a deadline that is unusual; empty where it is not."""
    if deadline is None:
        return "There is no deadline yet. A decision without one is decided by waiting; a day two weeks to two months away helps."
    days = (deadline - today).days
    if days < 0:
        return "That day has passed. Set a new one, or decide: not deciding was an answer too."
    if days < 14:
        return "That is soon. If you can, ask for two weeks: a good employer gives them, and the answer tells you something."
    if days > 62:
        return "That is more than two months away. Long decisions wear people out; a nearer day can always be moved."
    return ""

"""What a browser sends in a facilitated process."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from turnpoint.apps.facilitation.agreement import USUAL, Terms
from turnpoint.apps.facilitation.models.words import LONGEST
from turnpoint.core.facilitation.goal_attainment import WORDS
from turnpoint.core.facilitation.questions import QUESTIONS
from turnpoint.core.facilitation.shape import (
    MINUTES,
    MOST_SESSIONS,
    MOST_WEEKS,
    SESSIONS,
    WEEKS,
)


def area(
    label: str, *, rows: int = 4, needed: bool = True, longest: int = LONGEST
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, required=needed, max_length=longest)


def day(label: str, **given: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given
    )


class TermsForm(forms.Form):
    """A version of the agreement."""

    roles = area("What each of us does", longest=2000)
    confidentiality = area("What stays between us", longest=2000)
    limits = area("Where that ends", longest=2000)
    told = area("Who may be told that it takes place", rows=2, longest=1000)
    retention_days = forms.IntegerField(
        label="How many days shared notes stay after the end",
        min_value=0,
        max_value=365,
        help_text="Then they go for good, and so do the facilitator’s own. Yours stay yours.",
    )

    def terms(self) -> Terms:
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})


class InviteForm(TermsForm):
    """Whom to ask, and the agreement to begin with."""

    name = forms.CharField(
        label="Whom do you ask?",
        max_length=254,
        help_text="Their user name or e-mail address on this instance.",
    )
    field_order = ("name",)

    def __init__(self, *given: Any, **named: Any) -> None:
        named.setdefault(
            "initial", {name: getattr(USUAL, name) for name in Terms.__dataclass_fields__}
        )
        super().__init__(*given, **named)


class PlanForm(forms.Form):
    """Another shape of the process."""

    start = day("First session")
    sessions = forms.IntegerField(
        label="Sessions", min_value=1, max_value=MOST_SESSIONS, initial=SESSIONS
    )
    weeks = forms.IntegerField(label="Weeks", min_value=1, max_value=MOST_WEEKS, initial=WEEKS)


class ScheduleForm(forms.Form):
    """The date of a session, in one’s own time zone."""

    day = day("Day")
    time = forms.TimeField(label="Time", widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = forms.IntegerField(label="Minutes", min_value=15, max_value=480, initial=MINUTES)
    place = forms.CharField(
        label="Where, or the address of the call", max_length=200, required=False
    )

    def starts_at(self) -> dt.datetime:
        naive = dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return timezone.make_aware(naive)


class AskForm(forms.Form):
    """One’s own question, or one of the bank."""

    bank_key = forms.ChoiceField(label="From the bank", required=False)
    text = forms.CharField(label="Or your own", required=False, max_length=400)

    def __init__(self, *given: Any, purpose: str = "", **named: Any) -> None:
        super().__init__(*given, **named)
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in sorted(QUESTIONS, key=lambda each: each.purpose != purpose):
            groups.setdefault(each.theme, []).append((each.key, each.text))
        self.fields["bank_key"].choices = [("", "–"), *groups.items()]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not self.errors and bool(found.get("bank_key")) == bool(found.get("text", "").strip()):
            raise ValidationError("Pick a question of the bank, or write your own: one of the two.")
        return found


class AnswerForm(forms.Form):
    text = area("Your answer", needed=False)
    shared = forms.BooleanField(label="Let the facilitator read it", required=False)


class NoteForm(forms.Form):
    text = area("Note")
    shared = forms.BooleanField(label="Both of us read it", required=False)


class CommitmentForm(forms.Form):
    text = forms.CharField(label="What", max_length=300)
    due = day("By", required=False)


class ExaminationForm(forms.Form):
    skills = area("Skills required")
    difficulty = area("Degree of difficulty")
    risk = area("Level of risk")


class ReplyForm(forms.Form):
    text = area("Your word on it")


class GoalForm(forms.Form):
    text = forms.CharField(label="What the process is for", max_length=300)
    expected = forms.CharField(label="“As expected” will look like this", max_length=300)
    less = forms.CharField(label="Less than expected", max_length=300, required=False)
    more = forms.CharField(label="More than expected", max_length=300, required=False)
    weight = forms.IntegerField(
        label="How much it counts, 1 to 5", min_value=1, max_value=5, initial=1
    )


class ScoreForm(forms.Form):
    level = forms.TypedChoiceField(
        label="Where it stands",
        choices=[("", "not yet"), *((level, words) for level, words in WORDS.items())],
        coerce=int,
        empty_value=None,
        required=False,
    )


class SponsorForm(forms.Form):
    name = forms.CharField(label="Whom is the link for?", max_length=120)

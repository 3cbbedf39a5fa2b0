"""What a browser sends about a destination: one form, in four steps or on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

from turnpoint.apps.destinations.hypothesis import (
    LONGEST_LINE,
    LONGEST_STATEMENT,
    LONGEST_TEXT,
    MOST_DREAMS,
    Dream,
    DreamKind,
    Hypothesis,
)
from turnpoint.apps.destinations.models import CURRENCY
from turnpoint.apps.occupations.forms import AreaField, ChosenOccupation, OccupationField
from turnpoint.apps.profiles.partial_date import read_partial_date

FIRST_DREAMS = (DreamKind.PEOPLE, DreamKind.DREAM)
"""The kinds of the empty rows that a new destination begins with."""


class MonthField(forms.CharField):
    """A month; browsers without a month picker take it in words. Cleans to the first of it."""

    widget = forms.TextInput(attrs={"type": "month", "placeholder": "2031-11"})

    def clean(self, value: Any) -> dt.date | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            said = read_partial_date(text)
        except ValueError as error:
            raise ValidationError(str(error), code="month") from error
        # “by 2031” leaves all of 2031
        return dt.date(said.year, said.month or 12, 1)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m}" if isinstance(value, dt.date) else value


class TextField(forms.CharField):
    """A longer text; its line ends do not depend on the browser that sent it."""

    def __init__(self, **kwargs: Any) -> None:
        rows = kwargs.pop("rows", 4)
        kwargs.setdefault("max_length", LONGEST_TEXT)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class HypothesisForm(forms.Form):
    """Everything a destination says but its dreams. ``only`` leaves the fields of one step."""

    statement = TextField(
        label="In five years, on an ordinary day: what do I do?",
        rows=3,
        max_length=LONGEST_STATEMENT,
        help_text="Your own words, as if it were so: “I run …”, “I lead …”, “I teach …”. It becomes the headline.",
        error_messages={"required": "Say it in a sentence; it may be a rough one."},
    )
    work = OccupationField(
        unmatched=True,
        required=False,
        label="What would that work be called?",
        help_text="The figures come from the occupation that is closest. It may lie far from what you do today.",
    )
    own_business = forms.BooleanField(
        required=False, label="It would be my own business, or I would work for myself"
    )
    by = MonthField(
        label="By when?",
        help_text="Five years is far enough to change direction and near enough to begin.",
        error_messages={"required": "Give a month; it can move later."},
    )
    why = TextField(
        required=False,
        label="Why this?",
        help_text="What would be better, and for whom? You will read this again on a bad day.",
    )
    place = forms.CharField(
        required=False,
        max_length=LONGEST_LINE,
        label="Where would I live?",
        help_text="In words: a town, “within an hour of my parents”, “two countries”.",
    )
    area = AreaField(
        required=False,
        label="Look up pay in",
        help_text="A state or metro area that pay is published for (US so far). Empty: your profile’s place.",
    )
    pay_floor = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        label="The least I need to earn, a year, before tax",
        help_text="What the life you want costs, not what you earn today.",
        error_messages={"min_value": "A pay floor cannot be below zero."},
    )
    currency = forms.CharField(
        required=False, min_length=3, max_length=3, label="Currency", validators=[CURRENCY]
    )
    hours_per_week = forms.DecimalField(
        required=False,
        min_value=1,
        max_value=168,
        max_digits=4,
        decimal_places=1,
        label="The most hours I would work, a week",
        error_messages={"max_value": "A week has 168 hours."},
    )
    flexibility = forms.CharField(
        required=False,
        max_length=LONGEST_LINE,
        label="When and how?",
        help_text="“Home when school ends”, “no night shifts”, “winters slow”.",
    )
    confidence = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=100,
        label="How sure am I that this is it?",
        help_text="30% is a fine start. It will move as you test it, and the page shows how.",
        error_messages={
            "min_value": "Confidence lies between 0 and 100.",
            "max_value": "Confidence lies between 0 and 100.",
        },
        widget=forms.NumberInput(attrs={"type": "range", "step": "5"}),
    )
    least_sure = TextField(
        required=False,
        label="What am I least sure of?",
        help_text="The one thing that, if it turned out otherwise, would change the destination. It is what to test first.",
    )

    def __init__(self, *args: Any, only: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(only or self.fields):
            del self.fields[name]
        currency = self.fields.get("currency")
        if currency:
            currency.widget.attrs |= {"list": "currencies", "autocomplete": "off"}

    def clean_work(self) -> ChosenOccupation:
        chosen: ChosenOccupation | None = self.cleaned_data["work"]
        if chosen:
            ProhibitNullCharactersValidator()(chosen.title)
        return chosen or ChosenOccupation("", "")

    def clean_currency(self) -> str:
        said: str = self.cleaned_data["currency"]
        return said or "USD"

    def hypothesis(self, dreams: tuple[Dream, ...]) -> Hypothesis:
        """What was said, once the form is valid."""
        said = dict(self.cleaned_data)
        work: ChosenOccupation = said.pop("work")
        area = said.pop("area")
        return Hypothesis(
            **said, title=work.title, occupation_code=work.code, area_code=area, dreams=dreams
        )


def initial_of(said: Hypothesis) -> dict[str, Any]:
    """What a form shows before it is changed."""
    shown = {
        name: getattr(said, name)
        for name in HypothesisForm.base_fields
        if name not in {"work", "area"}
    }
    for name in ("pay_floor", "hours_per_week"):
        shown[name] = None if shown[name] is None else f"{shown[name].normalize():f}"
    return shown | {
        "work": ChosenOccupation(said.title, said.occupation_code),
        "area": said.area_code,
    }


class RevisionForm(HypothesisForm):
    """The same on one page, with a note of what changed and the revision it started from."""

    changed = forms.CharField(
        required=False,
        max_length=LONGEST_LINE,
        label="What made me change it?",
        help_text="One line for the list of revisions: an experiment, a conversation, a birth.",
    )
    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def hypothesis(self, dreams: tuple[Dream, ...]) -> Hypothesis:
        for name in ("changed", "base"):
            self.cleaned_data.pop(name)
        return super().hypothesis(dreams)


KIND_LABELS: Mapping[DreamKind, str] = {
    DreamKind.PEOPLE: "People",
    DreamKind.PLACE: "Place",
    DreamKind.HOURS: "Hours",
    DreamKind.FLEXIBILITY: "Flexibility",
    DreamKind.PAY: "Money",
    DreamKind.DREAM: "Dream",
    DreamKind.OTHER: "Other",
}


class DreamForm(forms.Form):
    """One row; emptying its text takes it out."""

    kind = forms.ChoiceField(
        label="About",
        choices=[(kind.value, label) for kind, label in KIND_LABELS.items()],
        required=False,
    )
    text = forms.CharField(label="In a few words", max_length=LONGEST_LINE, required=False)
    by = forms.DateField(
        label="By",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the date as 2028-09-01."},
    )

    def clean(self) -> None:
        if self.cleaned_data.get("by") and not self.cleaned_data.get("text"):
            self.add_error("text", "Say what should be so by then, or take the date out.")

    def dream(self) -> Dream | None:
        said = self.cleaned_data  # empty for a row that was sent as it was shown
        text = said.get("text", "")
        kind = DreamKind(said.get("kind") or DreamKind.OTHER)
        return Dream(kind, text, said.get("by")) if text else None


if TYPE_CHECKING:
    _DreamSet = forms.BaseFormSet[DreamForm]
else:
    _DreamSet = forms.BaseFormSet  # generic for the type checker only


class Dreams(_DreamSet):
    """The rows of dreams and constraints."""

    default_error_messages = {  # noqa: RUF012  # Django's own shape of a set's messages
        **_DreamSet.default_error_messages,
        "missing_management_form": "These lines could not be read. Reload the page and try again.",
    }

    def dreams(self) -> tuple[Dream, ...]:
        """The rows that say something, once the set is valid."""
        return tuple(dream for form in self.forms if (dream := form.dream()))


DreamSet = cast(
    type[Dreams],
    forms.formset_factory(
        DreamForm,
        formset=Dreams,
        extra=0,
        max_num=MOST_DREAMS,
        absolute_max=MOST_DREAMS + 6,
        validate_max=True,
    ),
)


def dream_rows(dreams: Iterable[Dream], *, empty: Iterable[DreamKind]) -> list[dict[str, Any]]:
    """What the rows show before they are changed: those there are, then empty ones."""
    rows = [{"kind": dream.kind, "text": dream.text, "by": dream.by} for dream in dreams]
    return rows + [{"kind": kind} for kind in empty]

"""What a browser sends about an uncertainty, an experiment, and what it showed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils import timezone

from turnpoint.apps.destinations.experiments.said import Doubt, Plan, Result
from turnpoint.apps.destinations.forms import TextField
from turnpoint.apps.destinations.hypothesis import LONGEST_LINE
from turnpoint.apps.destinations.models import CURRENCY, Held, Kind, Standing

TWO_WEEKS = dt.timedelta(days=14)
DAY_WRONG = {"invalid": "Write the date as 2027-03-01."}
EXAMPLES: Mapping[Kind, str] = {
    Kind.CONVERSATION: "An hour with somebody who does it: what is a bad week like, and what would they not do again?",
    Kind.SHADOWING: "From their first coffee to locking up, and only watching.",
    Kind.PROJECT: "One piece of it in the job I have: lead the supplier talks, run one site for a month.",
    Kind.COURSE: "One module or one evening class, before the whole degree.",
    Kind.VOLUNTEERING: "Four Saturdays at a place that is glad of a hand.",
    Kind.TRIAL: "Sell it once: one customer, one price, one weekend.",
}
HELD_WORDS = {
    Held.YES: "Yes, it held",
    Held.NO: "No, it did not",
    Held.UNCLEAR: "It cannot be said",
}


def _percent(label: str, help_text: str) -> forms.IntegerField:
    wrong = "This lies between 0 and 100."
    return forms.IntegerField(
        min_value=0,
        max_value=100,
        label=label,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"type": "range", "step": "5"}),
        error_messages={"min_value": wrong, "max_value": wrong},
    )


def _day(label: str, help_text: str = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        required=required,
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY_WRONG | {"required": "Give a day; it can move."},
    )


def _line(label: str, help_text: str = "", **more: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST_LINE, **more)


class LedgerForm(forms.Form):
    """A form that says on which row of the ledger it was written."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class DoubtForm(LedgerForm):
    """A question about the destination. ``fresh``: it has not been asked before."""

    question = _line(
        "What do I not know yet?",
        "As a question that life can answer, so that yes is good news: “Do households pay for care, not just for building?”",
        error_messages={"required": "Ask it in a sentence; it may be a rough one."},
    )
    sure = _percent(
        "How sure am I that the answer is yes?", "A first guess. It moves with what you find out."
    )
    by = _day("Settle it by", "A day by which you would like to know. Today reminds you.")
    note = _line("What made me see it differently?", required=False)

    def __init__(self, *args: Any, fresh: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if fresh:
            del self.fields["note"]

    def doubt(self, standing: Standing = Standing.OPEN) -> Doubt:
        """What was said, once the form is valid."""
        said = self.cleaned_data
        return Doubt(said["question"], said["sure"], said["by"], standing)


def doubt_initial(said: Doubt, base: int) -> dict[str, Any]:
    """What the form shows before it is changed."""
    sure = 50 if said.sure is None else said.sure
    return {"question": said.question, "sure": sure, "by": said.by, "base": base}


class PlanForm(LedgerForm):
    """An experiment. ``fresh``: it has not been planned before."""

    kind = forms.ChoiceField(
        label="How could I find out?",
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    what = _line(
        "What will I do?",
        "One thing, small enough to be done in weeks.",
        error_messages={"required": "Say in a line what you will do."},
    )
    whom = _line("With whom, or where?", required=False)
    prediction = _line(
        "What do I expect?",
        "A statement that will have turned out true or false: “Three of ten would pay $60 a month.”",
        error_messages={"required": "Write what you expect, so that it can surprise you."},
    )
    probability = _percent(
        "How likely is that?", "It stays as you say it now. Only over many does it say anything."
    )
    starts = _day("It starts on")
    due = _day("Done by", "Today and your calendar remind you.", required=True)
    hours = forms.DecimalField(
        required=False, min_value=0, max_digits=6, decimal_places=1, label="Hours it takes"
    )
    money = forms.DecimalField(
        required=False, min_value=0, max_digits=14, decimal_places=2, label="Money it costs"
    )
    currency = forms.CharField(
        required=False, min_length=3, max_length=3, label="Currency", validators=[CURRENCY]
    )
    note = _line("What made me plan it otherwise?", required=False)

    def __init__(self, *args: Any, fresh: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if fresh:
            del self.fields["note"]

    def clean(self) -> None:
        starts, due = self.cleaned_data.get("starts"), self.cleaned_data.get("due")
        if starts and due and starts > due:
            self.add_error("starts", "It starts before it is to be done.")

    def kinds(self) -> Iterator[tuple[forms.boundfield.BoundWidget, str]]:
        """Each way to find out, with an example."""
        for radio in self["kind"]:
            yield radio, EXAMPLES[Kind(radio.data["value"])]

    def plan(self) -> Plan:
        """What was said, once the form is valid."""
        said = {name: value for name, value in self.cleaned_data.items() if name in Plan.__slots__}
        return Plan(**said | {"kind": Kind(said["kind"]), "currency": said["currency"] or "USD"})


def plan_initial(said: Plan, base: int) -> dict[str, Any]:
    """What the form shows before it is changed."""
    shown = {name: getattr(said, name) for name in Plan.__slots__}
    for name in ("money", "hours"):
        shown[name] = None if shown[name] is None else f"{shown[name].normalize():f}"
    return shown | {"base": base}


def fresh_plan(currency: str) -> dict[str, Any]:
    """What the form shows where nothing is planned yet."""
    return {
        "kind": Kind.CONVERSATION,
        "probability": 50,
        "currency": currency,
        "due": timezone.localdate() + TWO_WEEKS,
        "base": 0,
    }


class ResultForm(LedgerForm):
    """What happened, and whether the prediction held."""

    on = _day("On which day?", required=True)
    happened = TextField(
        label="What happened?",
        help_text="What you saw and heard, before what you make of it.",
        error_messages={"required": "Say in a sentence what happened."},
    )
    held = forms.ChoiceField(
        label="Did the prediction hold?",
        choices=[(held.value, words) for held, words in HELD_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one; that it cannot be said is an answer too."},
    )
    surprise = TextField(
        required=False,
        rows=3,
        label="What surprised me?",
        help_text="What you had not thought of is often worth more than the answer.",
    )
    sure = _percent("How sure am I now that the answer is yes?", "")

    def result(self) -> Result:
        """What was said, once the form is valid."""
        said = self.cleaned_data
        return Result(said["on"], said["happened"], Held(said["held"]), said["surprise"])


class UnchangedForm(forms.Form):
    """Why a result leaves the destination as it is."""

    why = TextField(
        label="Why does it stay as it is?",
        rows=3,
        help_text="To leave it is a choice too. You will want to know why you made it.",
        error_messages={"required": "Say in a sentence why nothing changes."},
    )

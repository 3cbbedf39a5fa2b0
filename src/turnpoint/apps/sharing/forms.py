"""What a browser sends about sharing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from turnpoint.apps.accounts.models.grant import LONGEST_PURPOSE
from turnpoint.apps.sharing.models import LONGEST_REMARK, RemarkKind
from turnpoint.apps.sharing.naming import Offer
from turnpoint.apps.transitions.forms import DayField, LineField
from turnpoint.apps.transitions.models.transition import LONGEST_TEXT

USUAL = dt.timedelta(days=30)


def end_of(day: dt.date) -> dt.datetime:
    """The end of that day, where the person is."""
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min)
    return timezone.make_aware(midnight)


def in_a_month() -> dt.date:
    return timezone.localdate() + USUAL


class PurposeForm(forms.Form):
    """What it is for, and until when."""

    purpose = LineField(
        label="What for?",
        max_length=LONGEST_PURPOSE,
        help_text="Both of you read this, for example: “to look for what I overlook”.",
    )
    until = DayField(
        label="Until when?",
        initial=in_a_month,
        help_text="The last day. Within a year; you can withdraw it at any moment before.",
    )

    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"purpose": given["purpose"], "until": end_of(given["until"])}


class ShareForm(PurposeForm):
    """To whom, which parts, and what they may do besides reading."""

    field_order = ("receiver", "parts", "purpose", "until", "may_comment", "may_ask")
    receiver = LineField(
        label="With whom?",
        max_length=254,
        help_text="The e-mail address or user name of somebody with an account here.",
    )
    parts = forms.MultipleChoiceField(
        label="Which parts?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one part to share."},
    )
    may_comment = forms.BooleanField(label="They may comment", required=False)
    may_ask = forms.BooleanField(label="They may ask questions", required=False)

    def __init__(self, *args: Any, offered: tuple[Offer, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {each.value: each for each in offered}
        field = self.fields["parts"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(each.value, each.label) for each in offered]

    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        pieces = [self.offered[value].piece for value in given["parts"]]
        return super().said() | {
            "receiver_named": given["receiver"],
            "pieces": pieces,
            "may_comment": given["may_comment"],
            "may_ask": given["may_ask"],
        }


class RemarkForm(forms.Form):
    """A comment or a question, as far as the grant allows either."""

    kind = forms.ChoiceField(label="This is", widget=forms.RadioSelect)
    text = forms.CharField(
        label="Your words", max_length=LONGEST_REMARK, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, kinds: tuple[RemarkKind, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.value, f"a {each.label}") for each in kinds]
            field.initial = kinds[0].value if kinds else ""


class AnswerForm(forms.Form):
    """What the person says to a comment or a question."""

    answer = forms.CharField(
        label="Your answer", max_length=LONGEST_REMARK, widget=forms.Textarea(attrs={"rows": 3})
    )


class OwnWordsForm(forms.Form):
    """What it means for somebody at home, and what they cannot live with, in their words."""

    effect = forms.CharField(
        label="What would it mean for you?",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    limit = forms.CharField(
        label="Where is your limit?",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What must not happen, whatever else speaks for it.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any((given.get(name) or "").strip() for name in ("effect", "limit")):
            raise forms.ValidationError("Write a line in one of the two before you send it.")
        return given

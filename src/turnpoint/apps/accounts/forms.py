"""What a browser sends about an account."""

from __future__ import annotations

from django import forms

from turnpoint.apps.accounts.time_zone import LONGEST_NAME, zone_named
from turnpoint.errors import BadInput


class SettingsForm(forms.Form):
    """Where one’s days begin; empty for wherever this machine is."""

    time_zone = forms.CharField(
        label="Your time zone",
        required=False,
        max_length=LONGEST_NAME,
        help_text="Type a city and choose. Empty: the zone of the machine Turnpoint runs on.",
        widget=forms.TextInput(
            attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}
        ),
    )

    def clean_time_zone(self) -> str:
        text: str = self.cleaned_data["time_zone"]
        if not text:
            return ""
        try:
            return zone_named(text)
        except BadInput as error:
            raise forms.ValidationError(str(error)) from error


class InviteForm(forms.Form):
    """Whom to invite."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="They get a link that opens one account, once, within a week.",
    )

"""What a browser sends about a person’s data as a whole."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from turnpoint.apps.archive.reading import LARGEST

SAID = "erase"


class RestoreForm(forms.Form):
    """One archive."""

    file = forms.FileField(label="Your archive", allow_empty_file=True, max_length=200)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(
                f"This file has more than {LARGEST // 1024**2} MB. Everything a person writes in "
                "years takes a few; is it the right one?"
            )
        return file


class EraseForm(forms.Form):
    """The word, typed, since nothing brings back what is erased."""

    said = forms.CharField(
        label=f"Type “{SAID}” to say that you mean it",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_said(self) -> str:
        said = str(self.cleaned_data["said"]).strip().casefold()
        if said != SAID:
            raise ValidationError(f"Type the word {SAID}; nothing was erased.")
        return said

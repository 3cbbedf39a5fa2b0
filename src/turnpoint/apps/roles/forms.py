"""What the role page asks."""

from __future__ import annotations

from django import forms

from turnpoint.apps.occupations.forms import OccupationField


class BesideForm(forms.Form):
    """The occupation to put beside one's own; read from the address, so that it can be kept."""

    beside = OccupationField(label="Its title", required=False)

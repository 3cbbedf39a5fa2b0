"""What a route has to keep to, as a browser sends it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.occupations.forms import OccupationField
from turnpoint.apps.occupations.queries import market
from turnpoint.core.route.limits import (
    HORIZON,
    LONGEST_HORIZON,
    MOST_HOPS,
    USUAL_HOPS,
    Gates,
    Limits,
)
from turnpoint.core.transition.exchange import Exchange, in_dollars

MOST_AVOIDED = 12

LOOKS = (
    ("both", "Both, on one chart"),
    ("market", "Market-first: where your history usually leads"),
    ("destination", "Destination-first: where people who hold it came from"),
)
GATES = (
    (Gates.DESTINATION.value, "Only those of the destination itself"),
    (Gates.NONE.value, "None"),
    (Gates.ANY.value, "Any"),
)


class AvoidedField(forms.MultipleChoiceField):
    """Codes of occupations not to go through, ticked as long as they stay."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: Any) -> bool:
        return str(value) in market().index


class LimitsForm(forms.Form):
    """The limits, from which directions to look, and which occupations to leave out."""

    look = forms.ChoiceField(
        label="Look", choices=LOOKS, initial="both", widget=forms.RadioSelect, required=False
    )
    horizon = forms.IntegerField(
        label="Months, at most",
        min_value=1,
        max_value=LONGEST_HORIZON,
        initial=HORIZON,
        required=False,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"),
            f"Give whole months, from 1 to {LONGEST_HORIZON}.",
        ),
        help_text="What you would earn is counted until then, too.",
    )
    hops = forms.TypedChoiceField(
        label="Moves, at most",
        choices=[(str(moves), str(moves)) for moves in range(1, MOST_HOPS + 1)],
        coerce=int,
        initial=str(USUAL_HOPS),
        required=False,
    )
    pay_floor = forms.DecimalField(
        label="Pay in every role on the way, at least",
        min_value=0,
        max_digits=9,
        decimal_places=0,
        required=False,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits"),
            "Give whole dollars a year in digits, such as 52000.",
        ),
        help_text="US dollars a year, before tax: the published pay is in dollars.",
    )
    gates = forms.ChoiceField(
        label="Degrees and licences you do not have: go through",
        choices=GATES,
        initial=Gates.DESTINATION.value,
        widget=forms.RadioSelect,
        required=False,
    )
    avoid = AvoidedField(label="Not through", required=False)
    add = OccupationField(label="An occupation to avoid", required=False)

    def __init__(self, data: MultiValueDict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        index, known = market().index, market().occupations
        codes = dict.fromkeys(data.getlist("avoid")[:MOST_AVOIDED] if data is not None else ())
        avoided = [(code, known[index[code]].title) for code in codes if code in index]
        field = self.fields["avoid"]
        assert isinstance(field, AvoidedField)  # noqa: S101  # declared above; for the type checker
        field.choices = avoided

    def limits(self) -> Limits:
        """The limits that a valid form says."""
        sent = self.cleaned_data
        floor = sent.get("pay_floor")
        return Limits(
            horizon=sent.get("horizon") or HORIZON,
            pay_floor=None if floor is None else float(floor),
            hops=sent.get("hops") or USUAL_HOPS,
            gates=Gates(sent.get("gates") or Gates.DESTINATION),
            avoid=frozenset(market().index[code] for code in self.avoided()),
        )

    def avoided(self) -> tuple[str, ...]:
        """The codes that stay ticked, and the one that was added."""
        added = self.cleaned_data.get("add")
        codes = [*self.cleaned_data.get("avoid", ()), *([added.code] if added else ())]
        return tuple(dict.fromkeys(code for code in codes if code))[:MOST_AVOIDED]

    def looked(self) -> str:
        """``both``, ``market`` or ``destination``."""
        return str(self.cleaned_data.get("look") or "both")


def first_asked(said: Hypothesis, exchange: Exchange | None) -> dict[str, list[str]]:
    """What is asked before anybody changed it, with the destination’s own pay floor.

    One in another currency counts only at a rate that the person stated.
    """
    asked = {"look": ["both"], "horizon": [str(HORIZON)], "hops": [str(USUAL_HOPS)]}
    asked["gates"] = [Gates.DESTINATION.value]
    if said.pay_floor:
        floor = in_dollars(float(said.pay_floor), said.currency, exchange)
        asked |= {} if floor is None else {"pay_floor": [f"{floor:.0f}"]}
    return asked

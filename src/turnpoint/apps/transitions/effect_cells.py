"""One row of the effects: what an option does to a criterion."""

from __future__ import annotations

from typing import Any

from django import forms

from turnpoint.apps.transitions.cells import of_plain, sureness, to_stored
from turnpoint.apps.transitions.figures import FigureField, QuickCheckbox, QuickHidden, spell
from turnpoint.apps.transitions.forms import LineField
from turnpoint.apps.transitions.models import Criterion, Effect, Option
from turnpoint.apps.transitions.services.effects import EffectSaid
from turnpoint.core.decision.criterion import LEVELS

FIGURES = ("low", "likely", "high", "sure")


class EffectForm(forms.Form):
    """Figures, or named levels; “don’t know”; where it is from."""

    def __init__(
        self, data: Any, *, option: Option, criterion: Criterion, effect: Effect | None
    ) -> None:
        super().__init__(data, prefix=f"{option.pk}-{criterion.pk}")
        self.option, self.criterion, self.effect = option, criterion, effect
        held = effect or Effect(option=option, criterion=criterion)
        where = f"{criterion} with “{option}”"
        if criterion.shape == LEVELS:
            self._add_levels(held, where)
        else:
            self._add_figures(held, where)
        self.fields["unknown"] = forms.BooleanField(
            required=False,
            initial=held.unknown,
            show_hidden_initial=True,
            label="I don’t know",
            widget=QuickCheckbox,
        )
        self.fields["unknown"].hidden_widget = QuickHidden
        for name, label in (("source", "Where this is from"), ("note", "Note")):
            self.fields[name] = LineField(
                required=False,
                max_length=300 if name == "source" else 5000,
                initial=getattr(held, name),
                show_hidden_initial=True,
                label=label,
            )
        self.fields["unknown"].widget.attrs["aria-label"] = f"{where}: I don’t know"
        self.fields["source"].widget.attrs["aria-label"] = f"{where}: where this is from"
        self.fields["note"].widget.attrs["aria-label"] = f"{where}: note"

    def _add_figures(self, held: Effect, where: str) -> None:
        ends = of_plain({name: getattr(held, name) for name in FIGURES})
        for end in ("low", "likely", "high"):
            self.fields[end] = FigureField(initial=getattr(ends, end), show_hidden_initial=True)
            self.fields[end].widget.attrs["aria-label"] = f"{where}, {end}"
        self.fields["sure"] = sureness(held.sure)
        self.fields["sure"].initial = held.sure
        self.fields["sure"].widget.attrs["aria-label"] = f"{where}: how sure of low to high"

    def _add_levels(self, held: Effect, where: str) -> None:
        names = [each["name"] for each in self.criterion.levels]
        gone = [name for name in held.levels if name not in names]
        self.fields["levels"] = forms.MultipleChoiceField(
            required=False,
            choices=[(name, name) for name in (*names, *gone)],
            initial=held.levels,
            widget=forms.CheckboxSelectMultiple(attrs={"aria-label": where}),
        )

    @property
    def ends(self) -> list[tuple[str, forms.BoundField]]:
        return [(name, self[name]) for name in ("low", "likely", "high") if name in self.fields]

    @property
    def details(self) -> bool:
        """Whether source or note say something, so that they are shown unfolded."""
        return bool(self["source"].value() or self["note"].value())

    def said(self) -> EffectSaid | None:
        """What was changed and could be read; ``None`` where nothing was."""
        self.full_clean()
        changed = {name for name in self.changed_data if name not in self.errors}
        said: dict[str, Any] = {}
        if changed & set(FIGURES) and not set(FIGURES) & self.errors.keys():
            stored = to_stored(*(self.cleaned_data[name] for name in FIGURES)) or {}
            said |= {"low": None, "likely": None, "high": None} | stored
        said |= {
            name: self.cleaned_data[name]
            for name in ("levels", "unknown", "source", "note")
            if name in changed
        }
        return EffectSaid(**said) if said else None  # type: ignore[typeddict-item]  # names of EffectSaid, from the fields above


def said_briefly(effect: Effect | None) -> str:
    """A cell in a few characters, for the table; “?” for what is not known."""
    if effect is None:
        return ""
    if effect.unknown:
        return "don’t know"
    if effect.levels:
        return " or ".join(effect.levels)
    if effect.low is None and effect.high is None:
        return spell(effect.likely)
    if effect.low == effect.high:
        return spell(effect.low)
    return f"{spell(effect.low) or '?'} … {spell(effect.high) or '?'}"

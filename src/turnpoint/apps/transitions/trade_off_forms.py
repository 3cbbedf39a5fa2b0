"""A trade-off in real units: which of two improvements would you rather have?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from django import forms

from turnpoint.apps.transitions.figures import FigureField, spell
from turnpoint.apps.transitions.models import Criterion, TradeOff
from turnpoint.core.decision.criterion import LEVELS
from turnpoint.core.decision.preferences import FIRST, SAME, SECOND

Pair = tuple[Criterion, Criterion]


def askable(row: Criterion) -> bool:
    """Whether its scale has two ends."""
    if row.shape == LEVELS:
        return len(row.levels) > 1
    return row.worst is not None and row.best is not None and row.worst != row.best


def next_pair(criteria: Sequence[Criterion], answered: Sequence[TradeOff]) -> Pair | None:
    """Neighbours in the ranking first, since they are the hardest to tell apart; then any pair."""
    asked = {frozenset((row.first_criterion_id, row.second_criterion_id)) for row in answered}
    last = len(criteria)
    known = sorted(
        filter(askable, criteria),
        key=lambda row: (last if row.rank is None else row.rank, row.slot),
    )
    neighbours = list(pairwise(known))
    pairs = neighbours + list(combinations(known, 2))
    return next((pair for pair in pairs if frozenset(each.pk for each in pair) not in asked), None)


class TradeOffForm(forms.Form):
    """Two changes and which one is preferred; the figures may be changed before answering."""

    prefers = forms.ChoiceField(
        label="Which would you rather have?",
        choices=((FIRST, "the first"), (SECOND, "the second"), (SAME, "they are worth the same")),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the three, or leave the question."},
    )

    def __init__(self, data: Any, *, pair: Pair, shown: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(shown))
        first, second = pair
        self.sides = {"first": first, "second": second}
        for side, row in self.sides.items():
            if row.shape == LEVELS:
                self._add_levels(side, row)
            else:
                self._add_figures(side, row)

    def _add_figures(self, side: str, row: Criterion) -> None:
        worst, best = row.worst or 0.0, row.best or 0.0
        shown = {"worse": worst, "better": best if side == "second" else (worst + best) / 2}
        for name, value in shown.items():
            field = FigureField(required=True, initial=value)
            field.error_messages["required"] = f"Say the {name} figure."
            field.widget.attrs["aria-label"] = f"{row}: the {name} figure"
            self.fields[f"{side}_{name}"] = field

    def _add_levels(self, side: str, row: Criterion) -> None:
        names = [each["name"] for each in sorted(row.levels, key=lambda each: float(each["worth"]))]
        middle = names[max(1, len(names) // 2)]
        shown = {"worse": names[0], "better": names[-1] if side == "second" else middle}
        for name, value in shown.items():
            field = forms.ChoiceField(choices=[(each, each) for each in names], initial=value)
            field.widget.attrs["aria-label"] = f"{row}: the {name} level"
            self.fields[f"{side}_{name}"] = field

    def shown(self) -> list[dict[str, Any]]:
        """The two sides as the page shows them."""
        return [
            {"row": row, "worse": self[f"{side}_worse"], "better": self[f"{side}_better"]}
            for side, row in self.sides.items()
        ]

    def change(self, side: str) -> tuple[int, dict[str, Any]]:
        """One side as it is stored: its criterion, and the change."""
        row = self.sides[side]
        ending = "_level" if row.shape == LEVELS else ""
        said = {
            f"{name}{ending}": self.cleaned_data[f"{side}_{name}"] for name in ("worse", "better")
        }
        return row.pk, said


def change_in_words(row: Criterion, change: dict[str, Any]) -> str:
    """“Commute from 70 to 30 minutes a day”."""
    if "worse_level" in change:
        return f"{row} from “{change['worse_level']}” to “{change['better_level']}”"
    return f"{row} from {spell(change.get('worse'))} to {spell(change.get('better'))} {row.unit}".rstrip()


class SwingsForm(forms.Form):
    """Numbers with a give: how much the way from worst to best matters, the weightiest being 100."""

    def __init__(self, data: Any, *, criteria: Sequence[Criterion]) -> None:
        super().__init__(data)
        self.criteria = criteria
        for row in criteria:
            points = FigureField(least=0, most=100, initial=row.swing)
            points.widget.attrs["aria-label"] = f"{row}: 0 to 100"
            give = FigureField(least=0, most=100, initial=row.give)
            give.widget.attrs["aria-label"] = f"{row}: plus or minus"
            self.fields[f"points-{row.pk}"], self.fields[f"give-{row.pk}"] = points, give

    def shown(self) -> list[tuple[Criterion, forms.BoundField, forms.BoundField]]:
        return [(row, self[f"points-{row.pk}"], self[f"give-{row.pk}"]) for row in self.criteria]

    def swings(self) -> dict[int, tuple[float | None, float]]:
        """Those that could be read."""
        self.full_clean()
        return {
            row.pk: (self.cleaned_data[f"points-{row.pk}"], self._give(row))
            for row in self.criteria
            if not {f"points-{row.pk}", f"give-{row.pk}"} & self.errors.keys()
        }

    def _give(self, row: Criterion) -> float:
        give = self.cleaned_data[f"give-{row.pk}"]
        return row.give if give is None else float(give)

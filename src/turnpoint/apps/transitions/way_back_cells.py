"""How an option closes behind one: steps that are hard to take back, signals, what can be learnt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from turnpoint.apps.destinations.forms import TextField
from turnpoint.apps.transitions.cells import CellsForm, of_plain
from turnpoint.apps.transitions.forms import DayField, LineField
from turnpoint.core.decision.problem import Problem

LINES = {
    "learn": (
        "What could you still learn before?",
        "One on a line: “whether the school has a place”.",
    ),
    "signals": (
        "What should make you turn round before it?",
        "One on a line, something you could see: “no contract by 4 January”.",
    ),
    "after": (
        "How do tactics change after it?",
        "One on a line. Before, you keep the way back open; after, you press on: “rent out the flat at once”.",
    ),
}
MOST_STEPS = 12
COSTS = (("before", "Turning back costs, before it"), ("after", "and after it"))


class WayBackForm(CellsForm):
    """The steps in order with one more to fill in, and three lists of lines."""

    def __init__(self, data: Any, *, plain: Mapping[str, Any], currency: str) -> None:
        super().__init__(data, groups=(), plain={}, defaults={}, currency=currency)
        self.stored: list[dict[str, Any]] = list(plain.get("steps", ()))
        for number in range(1, min(len(self.stored) + 1, MOST_STEPS) + 1):
            known = number <= len(self.stored)
            self._add_step(number, self.stored[number - 1] if known else {})
        for name, (label, help_text) in LINES.items():
            self.fields[name] = TextField(
                required=False,
                rows=3,
                label=label,
                help_text=help_text,
                initial="\n".join(plain.get(name, ())),
                show_hidden_initial=True,
            )

    def _add_step(self, number: int, step: Mapping[str, Any]) -> None:
        at = f"steps.{number}"
        self.fields[f"{at}.name"] = LineField(
            required=False, label="What happens", initial=step.get("name", "")
        )
        for name, label in (
            ("earliest", "The first day it may happen"),
            ("latest", "The last day"),
        ):
            self.fields[f"{at}.{name}"] = DayField(
                required=False, label=label, initial=step.get(name)
            )
        for name, label in COSTS:
            self._add_range(f"{at}.{name}", of_plain(step.get(name)), self.currency, label)

    def steps(self, found: Any, where: str) -> list[dict[str, Any]]:
        """Each step as the page shows it."""
        numbers = range(
            1, sum(name.startswith("steps.") and name.endswith(".name") for name in self.fields) + 1
        )
        return [self._shown(number, found, where) for number in numbers]

    def _shown(self, number: int, found: Any, where: str) -> dict[str, Any]:
        at = f"steps.{number}"
        costs = [
            (
                label,
                [(end, self[f"{at}.{name}.{end}"]) for end in ("low", "likely", "high", "sure")],
            )
            for name, label in COSTS
        ]
        problems: tuple[Problem, ...] = found.at(f"{where}.{at}")
        return {
            "number": number,
            "new": number > len(self.stored),
            "fields": [self[f"{at}.{name}"] for name in ("name", "earliest", "latest")],
            "costs": costs,
            "problems": problems,
        }

    def said(self) -> dict[str, Any]:
        """The lists that were changed, and the steps; one that cannot be read stays as stored."""
        self.full_clean()
        said: dict[str, Any] = {
            name: [line.strip() for line in self.cleaned_data[name].splitlines() if line.strip()]
            for name in LINES
            if name in self.changed_data and name not in self.errors
        }
        if any(name.startswith("steps.") for name in self.changed_data):
            said["steps"] = self._steps()
        return said

    def _steps(self) -> list[dict[str, Any]]:
        found = []
        count = sum(name.startswith("steps.") and name.endswith(".name") for name in self.fields)
        for number in range(1, count + 1):
            at = f"steps.{number}"
            if any(name.startswith(f"{at}.") for name in self.errors):
                found += self.stored[number - 1 : number]
                continue
            step = {
                name: self.cleaned_data[f"{at}.{name}"] for name in ("name", "earliest", "latest")
            }
            step |= {name: self._range(f"{at}.{name}") for name, _ in COSTS}
            if any(step.values()):
                found.append({name: each for name, each in step.items() if each is not None})
        return found


class SignalsForm(forms.Form):
    """What should make one reconsider, whatever is chosen."""

    signals = TextField(
        required=False,
        rows=3,
        label="What should make you reconsider, whatever you choose?",
        help_text="One on a line.",
    )

    def lines(self) -> list[str]:
        return [
            line.strip()[:300] for line in self.cleaned_data["signals"].splitlines() if line.strip()
        ]

"""What a browser may send about an opportunity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from turnpoint.apps.skills.forms import day, number
from turnpoint.apps.skills.models import LONGEST_NAME, LONGEST_TEXT
from turnpoint.apps.skills.opportunity_queries import Known
from turnpoint.apps.skills.queries import Skill
from turnpoint.apps.skills.starters import Starter
from turnpoint.core.planning.level import steps
from turnpoint.core.planning.opportunity import Kind

LEVELS = [("", "does not touch it"), *((f"{level:g}", said) for level, said in steps()[1:])]
WHERE = (("yes", "at my present employer"), ("no", "elsewhere"))


class OpportunityForm(forms.Form):
    """One opportunity; a choice of level for each skill wanted."""

    name = forms.CharField(label="What it is", max_length=LONGEST_NAME)
    kind = forms.ChoiceField(
        label="How it is learnt", choices=[(each.value, each.value) for each in Kind]
    )
    at_employer = forms.ChoiceField(label="Where", choices=WHERE, initial="yes")
    where = forms.CharField(
        label="With whom, at which school or firm", max_length=LONGEST_NAME, required=False
    )
    hours = number("Hours a week", 0, 80, "0.5")
    length = forms.IntegerField(
        label="For how many months",
        min_value=1,
        max_value=60,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Give whole months, from 1 to 60."
        ),
    )
    earliest = day("Not before", required=False)
    cost = forms.DecimalField(
        label="Cost to me", min_value=0, max_digits=12, decimal_places=2, required=False
    )
    seats = forms.IntegerField(
        label="Seats left",
        min_value=0,
        max_value=10_000,
        required=False,
        help_text="Leave it empty where nobody counts them; 0 means that there is none.",
    )
    after = forms.MultipleChoiceField(
        label="Only after", required=False, widget=forms.CheckboxSelectMultiple
    )
    notes = forms.CharField(
        label="Notes",
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        skills: Sequence[Skill],
        others: Sequence[Known],
        currency: str,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.skills = skills
        self.fields["cost"].help_text = f"In {currency}, once; empty for nothing."
        after = self.fields["after"]
        assert isinstance(after, forms.MultipleChoiceField)  # noqa: S101  # declared above; for the type checker
        after.choices = [(each.key, each.row.name) for each in others]
        for skill in skills:
            self.fields[f"level-{skill.id}"] = forms.TypedChoiceField(
                label=skill.row.name,
                choices=self._levels(skill),
                coerce=float,
                empty_value=None,
                required=False,
                help_text=f"Today {skill.level:g}, wanted {skill.row.required:g}.",
            )

    def _levels(self, skill: Skill) -> list[tuple[str, str]]:
        """Every half step, and the level kept or wanted where it lies between two."""
        kept = self.initial.get(f"level-{skill.id}", "")
        odd = {f"{skill.row.required:g}": "the level wanted", str(kept): "as it was"}
        known = {value for value, _ in LEVELS}
        more = [(value, f"{value}, {said}") for value, said in odd.items() if value not in known]
        return [LEVELS[0], *sorted([*LEVELS[1:], *more], key=lambda each: float(each[0]))]

    def plain(self) -> list[BoundField]:
        """The fields that are not levels, nor what has to come before."""
        left = {"after", "notes", *(f"level-{each.id}" for each in self.skills)}
        return [self[name] for name in self.fields if name not in left]

    def levels(self) -> list[BoundField]:
        return [self[f"level-{each.id}"] for each in self.skills]

    def said(self) -> dict[str, Any]:
        sent = dict(self.cleaned_data)
        levels = {each.id: sent.pop(f"level-{each.id}") for each in self.skills}
        return sent | {
            "at_employer": sent["at_employer"] == "yes",
            "cost": sent["cost"] or 0,
            "after": [int(key) for key in sent["after"]],
            "levels": {key: level for key, level in levels.items() if level is not None},
        }

    @staticmethod
    def of(known: Known) -> dict[str, Any]:
        row = known.row
        same = ("name", "kind", "where", "length", "earliest", "seats", "notes")
        levels = {f"level-{skill.pk}": f"{level:g}" for skill, level in known.levels}
        return (
            {name: getattr(row, name) for name in same}
            | levels
            | {
                "at_employer": "yes" if row.at_employer else "no",
                "hours": f"{row.hours:g}",
                "cost": f"{row.cost:.2f}".removesuffix(".00") if row.cost else "",
                "after": [str(each.pk) for each in known.after],
            }
        )

    @staticmethod
    def like(one: Starter, skills: Sequence[Skill]) -> dict[str, Any]:
        """An example, written for the skill with the widest gap."""
        said: dict[str, Any] = {
            "name": one.name,
            "kind": one.kind.value,
            "at_employer": "yes" if one.at_employer else "no",
            "hours": f"{one.hours:g}",
            "length": one.length,
        }
        if skills:
            level = min(round(2 * (skills[0].level + one.gain)) / 2, 7.0)
            said[f"level-{skills[0].id}"] = f"{level:g}"
        return said

"""What a browser may send about a role statement."""

from __future__ import annotations

from typing import Any

from django import forms

from turnpoint.apps.roles.stated import LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, Came, Stated

CAME = (
    (Came.CHOSEN.value, "I chose it"),
    (Came.EVOLVED.value, "I evolved into it"),
    (Came.NOT_SAID.value, "I would rather not say"),
)


def _text(label: str, note: str, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=note,
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class StatementForm(forms.Form):
    """The line for a customs form, and what stands behind it. Only the line is needed."""

    line = forms.CharField(
        label="My job in one line, as on a customs form",
        help_text=f"Up to {LONGEST_LINE} characters: what you would say to somebody with a queue "
        "behind you.",
        error_messages={"required": "Say it in one line; it can change tomorrow."},
        widget=forms.TextInput(attrs={"data-count": LONGEST_LINE, "autocomplete": "off"}),
    )
    paragraph = _text(
        "And in a paragraph", "What you would say if the person stayed and listened.", 5
    )
    came = forms.ChoiceField(
        label="Did you choose this role, or evolve into it?",
        choices=CAME,
        required=False,
        widget=forms.RadioSelect,
    )
    values = _text("What matters to me in it", "One a line: “being there when it breaks”.", 4)
    regrets = _text(
        "What I keep regretting",
        "What you catch yourself wishing you had done, said or not said.",
        3,
    )
    changed = forms.CharField(
        label="What made me say it differently",
        required=False,
        max_length=LONGEST_NOTE,
    )
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, first: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if first:
            del self.fields["changed"]

    def clean_line(self) -> str:
        line: str = self.cleaned_data["line"]
        if len(line) > LONGEST_LINE:
            raise forms.ValidationError(
                f"This has {len(line)} characters; a customs form has room for {LONGEST_LINE}. "
                "What could go?"
            )
        return line

    @staticmethod
    def of(said: Stated) -> dict[str, Any]:
        return {
            "line": said.line,
            "paragraph": said.paragraph,
            "came": said.came.value,
            "values": said.values,
            "regrets": said.regrets,
        }

    def said(self) -> Stated:
        words = {
            name: self.cleaned_data[name] for name in ("line", "paragraph", "values", "regrets")
        }
        return Stated(**words, came=Came(self.cleaned_data["came"]))

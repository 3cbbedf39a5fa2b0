"""Figures as people type them: “60,000”, “60 000”, “1,5”, “60k”, “12 %”."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

FURTHEST = 1e15
GROUPED = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?")
GROUPED_BY_POINTS = re.compile(r"-?[1-9]\d{0,2}((\.\d{3})+,\d*|(\.\d{3}){2,})")
DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
BETWEEN = str.maketrans("", "", "   '’€$£_")


def spell(value: float | None) -> str:
    """A figure as a form shows it."""
    if value is None:
        return ""
    whole = value == int(value) and abs(value) < FURTHEST
    return f"{value:,.0f}" if whole else f"{value:,.10g}"


def read_figure(text: str, *, amount: bool = False) -> float:
    """The figure that was typed. Raises ``ValueError`` with a sentence."""
    said = text.strip().replace("−", "-").translate(BETWEEN).removesuffix("%")
    times = 1000.0 if said[-1:] in {"k", "K"} else 1.0
    said = said[:-1] if times > 1 else said
    if amount and AMBIGUOUS.fullmatch(said):
        whole = said.replace(".", "")
        raise ValueError(f"Is “{text.strip()[:20]}” {said} or {whole}? Write it without the point.")
    if GROUPED.fullmatch(said):
        said = said.replace(",", "")
    elif GROUPED_BY_POINTS.fullmatch(said) or DECIMAL_COMMA.fullmatch(said):
        said = said.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", said, re.IGNORECASE | re.ASCII):
        raise ValueError(
            f"“{text.strip()[:20]}” is not a number; write a figure or leave it empty."
        )
    value = float(said) * times
    if abs(value) > FURTHEST:
        raise ValueError(f"“{text.strip()[:20]}” is too large to reckon with.")
    return value


class QuickInput(forms.TextInput):
    """An input written without a template: a page of cells has hundreds of them."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = self.format_value(value)
        about = {"type": self.input_type, "name": name}
        about |= {} if shown is None else {"value": shown}
        return format_html("<input{}>", flatatt(about | self.build_attrs(self.attrs, attrs)))


class QuickHidden(QuickInput):
    """The same, hidden: what a cell showed before it was changed."""

    input_type = "hidden"


class QuickCheckbox(forms.CheckboxInput):
    """A box to tick, written without a template."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        about = {"type": "checkbox", "name": name, "checked": self.check_test(value)}
        return format_html("<input{}>", flatatt(about | self.build_attrs(self.attrs, attrs)))


class FigureField(forms.CharField):
    """A figure; cleans to a float, or ``None`` where it is empty."""

    hidden_widget = QuickHidden

    def __init__(
        self,
        *,
        amount: bool = False,
        least: float | None = None,
        most: float | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("required", False)
        widget = QuickInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 9})
        super().__init__(widget=widget, max_length=60, **kwargs)
        self.amount, self.least, self.most = amount, least, most

    def clean(self, value: Any) -> float | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            figure = read_figure(text, amount=self.amount)
        except ValueError as error:
            raise ValidationError(str(error), code="figure") from error
        if self.least is not None and figure < self.least:
            raise ValidationError(f"It cannot be below {spell(self.least)}.", code="least")
        if self.most is not None and figure > self.most:
            raise ValidationError(f"It cannot be above {spell(self.most)}.", code="most")
        return figure

    def prepare_value(self, value: Any) -> Any:
        return spell(float(value)) if isinstance(value, int | float) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (data or "").strip()


class PercentField(FigureField):
    """A share, typed and shown as per cent."""

    def clean(self, value: Any) -> float | None:
        figure = super().clean(value)
        return None if figure is None else round(figure / 100, 10)

    def prepare_value(self, value: Any) -> Any:
        shown = round(value * 100, 6) if isinstance(value, int | float) else value
        return super().prepare_value(shown)


class WholeField(FigureField):
    """A whole number, as months."""

    def clean(self, value: Any) -> float | None:
        figure = super().clean(value)
        if figure is not None and figure != int(figure):
            raise ValidationError("Write a whole number.", code="whole")
        return None if figure is None else int(figure)

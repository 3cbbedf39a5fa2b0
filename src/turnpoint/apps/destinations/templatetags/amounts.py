"""Amounts of many kinds as a table of inputs spells them."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def amount(value: float | str) -> str:
    """“168,000”, “0.329”, “−0.49”; words stay as they are."""
    if isinstance(value, str):
        return value
    rounded = round(value, 3) or 0.0
    text = f"{rounded:,.3f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


@register.filter
def plain(value: float) -> str:
    """A number as a form field takes it: “12000”, “0.125”."""
    return f"{value:.10g}"

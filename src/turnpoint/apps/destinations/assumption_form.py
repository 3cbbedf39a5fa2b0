"""The form on the reality check that says what is assumed, field by field.

Shares are shown and given in per cent. A field that says what is in force already changes nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from turnpoint.core.transition.assumptions import Assumption, Assumptions, Theme
from turnpoint.core.transition.exchange import Exchange
from turnpoint.errors import BadInput

EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class AssumptionField:
    """One assumption as the page offers it; ``text`` is what stands in the field."""

    term: Assumption
    text: str
    problem: str = ""

    @property
    def unit(self) -> str:
        """“% of the pay scale a year”, “months”."""
        if not per_cent(self.term):
            return self.term.unit
        return "%" + self.term.unit.removeprefix("share")

    @property
    def bounds(self) -> str:
        """What may be given, and what is held plausible, as sentences."""
        term = self.term
        given = "" if term.choices else f"Give {term.between}. "
        return f"{given}Plausible: {term.span(term.plausible)}."

    @property
    def least(self) -> str:
        return shown(self.term, self.term.low)

    @property
    def most(self) -> str:
        return shown(self.term, self.term.high)

    @property
    def stated(self) -> str:
        return shown(self.term, self.term.default)

    @property
    def said(self) -> str:
        return self.term.said(self.term.value)

    @property
    def chosen(self) -> int:
        return int(self.term.value)


@dataclass(frozen=True, slots=True)
class RateField:
    """Where the person may say what their currency is worth; ``said`` is the rate in force."""

    currency: str
    text: str
    said: Exchange | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AssumptionForm:
    """What is in force, what was typed, and what of it cannot be used."""

    assumed: Assumptions
    fields: tuple[AssumptionField, ...]
    rate: RateField | None

    @property
    def problems(self) -> tuple[str, ...]:
        wrong = tuple(each.problem for each in self.fields if each.problem)
        return (*wrong, self.rate.problem) if self.rate and self.rate.problem else wrong

    @property
    def changed(self) -> int:
        return sum(each.term.changed for each in self.fields) + bool(self.assumed.exchange)

    @property
    def unsaid(self) -> str:
        """The currency that the person has given no rate for, where one is needed."""
        return self.rate.currency if self.rate and not self.rate.said else ""

    def themes(
        self, names: frozenset[str]
    ) -> tuple[tuple[Theme, tuple[AssumptionField, ...]], ...]:
        """The fields of these names under their headings."""
        found = (
            (theme, tuple(f for f in self.fields if f.term.theme is theme and f.term.name in names))
            for theme in Theme
        )
        return tuple((theme, inside) for theme, inside in found if inside)


def per_cent(term: Assumption) -> bool:
    return term.unit.startswith("share")


def shown(term: Assumption, value: float) -> str:
    """A value as its field shows it."""
    return f"{100 * value if per_cent(term) else value:.10g}"


def form_of(assumed: Assumptions, currency: str) -> AssumptionForm:
    """The form as it is first shown; ``currency`` is the person’s own, where it is not dollars."""
    fields = tuple(AssumptionField(each, shown(each, each.value)) for each in assumed.described())
    return AssumptionForm(assumed, fields, _rate(assumed, currency))


def _rate(assumed: Assumptions, currency: str) -> RateField | None:
    said = assumed.exchange
    known = said.currency if said else currency
    if not known:
        return None
    return RateField(known, f"{said.dollars:.10g}" if said else "", said)


def filled(form: AssumptionForm, sent: Mapping[str, str], today: dt.date) -> AssumptionForm:
    """The form with what was sent: its ``assumed`` has every field that could be used."""
    assumed, fields = form.assumed, []
    for field in form.fields:
        text = sent.get(field.term.name, field.text).strip()
        try:
            value = _value(field, text)
            assumed = assumed.varied(**{field.term.name: value})
            fields.append(AssumptionField(assumed.one(field.term.name), text))
        except BadInput as error:
            fields.append(replace(field, text=text, problem=str(error)))
    if form.rate is None:
        return AssumptionForm(assumed, tuple(fields), None)
    rate = _filled_rate(form.rate, sent.get(EXCHANGE, form.rate.text).strip(), today)
    assumed = replace(assumed, exchange=rate.said)
    return AssumptionForm(assumed, tuple(fields), rate)


def _value(field: AssumptionField, text: str) -> float:
    """What a field means; an empty one, its stated value; one that was not touched, as it was."""
    if not text:
        return field.term.default
    if text == shown(field.term, field.term.value):
        return field.term.value
    value = number(text)
    if per_cent(field.term):
        value /= 100.0
    wrong = field.term.wrong(value)
    if wrong:
        said = f"{text} %" if per_cent(field.term) else text
        raise BadInput(f"“{field.term.label}” cannot be {said[:20]}: give {field.term.between}.")
    return value


def number(text: str) -> float:
    """A number as people type it. Raises ``BadInput``."""
    try:
        value = float(text.replace(",", ".").removesuffix("%").strip())
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise BadInput(f"“{text[:20]}” is not a number.")
    return value


def _filled_rate(field: RateField, text: str, today: dt.date) -> RateField:
    if not text:
        return RateField(field.currency, "", None)
    if text == field.text:
        return field
    try:
        return RateField(field.currency, text, Exchange(field.currency, number(text), today))
    except BadInput as error:
        return replace(field, text=text, problem=str(error))

"""How answers of a destination read on a page: months, money, hours, shares."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils.formats import date_format

from turnpoint.apps.destinations.hypothesis import Hypothesis

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def said_month(day: dt.date) -> str:
    """“November 2031”."""
    return date_format(day, "F Y")


def said_day(day: dt.date) -> str:
    """“1 September 2028”."""
    return date_format(day, "j F Y")


def said_money(amount: Decimal | float, currency: str) -> str:
    """“€45,000”, or “45,000 CHF” where the currency has no sign of its own here."""
    whole = Decimal(amount).quantize(Decimal(1))
    sign = SIGNS.get(currency)
    return f"{sign}{whole:,}" if sign else f"{whole:,} {currency}"


def said_floor(said: Hypothesis) -> str:
    """“€45,000 a year”."""
    if said.pay_floor is None:
        return ""
    return f"{said_money(said.pay_floor, said.currency)} a year"


def said_hours(said: Hypothesis) -> str:
    """“40 hours a week”."""
    return (
        "" if said.hours_per_week is None else f"{said.hours_per_week.normalize():f} hours a week"
    )


def said_confidence(said: Hypothesis) -> str:
    """“55%”."""
    return "" if said.confidence is None else f"{said.confidence}%"

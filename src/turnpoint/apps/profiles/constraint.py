"""Conditions on partial dates that the database keeps, with the words for breaking them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from turnpoint.apps.profiles.partial_date import FIRST_YEAR, LAST_YEAR


def year(name: str) -> Q:
    return Q(**{f"{name}_year__isnull": True}) | Q(
        **{f"{name}_year__range": (FIRST_YEAR, LAST_YEAR)}
    )


def month(name: str) -> Q:
    """A month between 1 and 12, and only with its year."""
    return Q(**{f"{name}_month__isnull": True}) | Q(
        **{f"{name}_month__range": (1, 12), f"{name}_year__isnull": False}
    )


def check(name: str, condition: Q, words: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=words)


ENDS_AFTER_START = (
    Q(start_year__isnull=True)
    | Q(end_year__isnull=True)
    | Q(end_year__gt=F("start_year"))
    | Q(end_year=F("start_year"), end_month__isnull=True)
    | Q(end_year=F("start_year"), start_month__isnull=True)
    | Q(end_year=F("start_year"), end_month__gte=F("start_month"))
)

"""What belongs to a person: every table, in an order in which each row finds those it names.

A new table joins by itself: what leads from it to its owner is read from its keys. A table that
stays behind is named in ``LEFT_OUT`` with its reason, and a test fails for one that is neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.references import apps_named

OURS = "turnpoint.apps."
LEFT_OUT = {
    "accounts.User": "the person as such; their name and time zone are in person.json",
    "accounts.AccessRecord": "who read what here; readers belong to this instance",
    "accounts.Grant": "a permission between two accounts of this instance",
    "accounts.GrantedPart": "a part of such a permission",
    "accounts.GrantReceipt": "belongs to both sides, here",
    "accounts.Invitation": "opens an account here",
    "accounts.SignInLink": "signs in here, within the hour",
    "archive.Receipt": "says that somebody is gone, and whom it does not say",
    "facilitation.FacilitatorNote": "the facilitator’s own, until the day of disposal",
    "occupations.FactImport": "facts belong to the machine; they are added again",
    "plans.CalendarFeed": "its secret address belongs to this instance",
    "plans.CalendarEntry": "what that address last said",
    "profiles.PendingImport": "a file somebody looked at within the last day",
}
COLUMNS_LEFT_OUT = {
    "facilitation.Engagement.sponsor_digest": "opens a page here; restored, the link is given anew",
}
"""What stays behind of a table that goes along; it has its default where it is restored."""
PERSON_FIELDS = {"first_name": 150, "last_name": 150, "time_zone": 64}
"""What of the account itself goes along, and how long it may be; how one signs in stays behind."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the archive. ``path`` leads from a row to its owner, as a query says it."""

    model: type[models.Model]
    path: str

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def fields(self) -> list[Any]:
        """The stored fields but the key, a key to the owner, and what stays behind."""
        return [
            field
            for field in self.model._meta.concrete_fields
            if not field.primary_key
            and not is_owner(field)
            and f"{self.label}.{field.name}" not in COLUMNS_LEFT_OUT
        ]

    def rows(self, owner: User) -> models.QuerySet[Any]:
        return self.model._base_manager.filter(**{self.path: owner}).order_by("pk")


def is_owner(field: models.Field[Any, Any]) -> bool:
    return field.name == "owner" and field.related_model is User


def path_to_owner(model: type[models.Model], seen: tuple[str, ...] = ()) -> str:
    """Names of the keys from a row to its owner, joined as a query joins them; empty: none."""
    keys = [field for field in model._meta.concrete_fields if field.is_relation]
    if any(is_owner(field) for field in keys):
        return "owner"
    for field in keys:
        other = field.related_model
        if field.null or not isinstance(other, type) or other._meta.label in seen:
            continue
        if further := path_to_owner(other, (*seen, model._meta.label)):
            return f"{field.name}__{further}"
    return ""


def of_ours() -> Iterator[type[models.Model]]:
    for config in apps.get_app_configs():
        if config.name.startswith(OURS):
            yield from config.get_models()


@cache
def tables() -> tuple[Table, ...]:
    """Every table that goes along, those first to which others have keys."""
    waiting = [model for model in of_ours() if model._meta.label not in LEFT_OUT]
    placed: list[Table] = []
    while waiting:
        ready = [model for model in waiting if not _before(model, waiting)]
        if not ready:
            circle = ", ".join(sorted(model._meta.label for model in waiting))
            message = f"these tables have keys to each other in a circle: {circle}"
            raise RuntimeError(message)
        placed += [Table(model, path_to_owner(model)) for model in ready]
        waiting = [model for model in waiting if model not in ready]
    return tuple(placed)


def _before(model: type[models.Model], waiting: list[type[models.Model]]) -> bool:
    """Whether something still waits that has to come before ``model``."""
    keys = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
    named = apps_named(model)
    return any(
        other in keys or (other._meta.app_label in named and not apps_named(other))
        for other in waiting
        if other is not model
    )

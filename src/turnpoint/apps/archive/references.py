"""Keys that are kept inside a JSON field, where the database does not know them as keys.

Each function gives the field’s value with every key put through ``number(label, key)``: on the way
out from the key here to the number in the archive, on the way in from that number to a new key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from turnpoint.apps.profiles.kinds import KINDS

Number = Callable[[str, Any], Any]


def _pieces(value: Any, number: Number) -> Any:
    """What stood in a role before a change: rows by their kind, with the keys they had."""
    return [_piece(image, number) for image in value]


def _piece(image: Mapping[str, Any], number: Number) -> dict[str, Any]:
    model = apps.get_model("roles", image["kind"])
    given = image["fields"]
    if given is not None:
        keys = {field.attname: field for field in model._meta.concrete_fields if field.is_relation}
        given = {
            name: number(keys[name].related_model._meta.label, value) if name in keys else value
            for name, value in given.items()
        }
        given[model._meta.pk.attname] = number(model._meta.label, given[model._meta.pk.attname])
    return {**image, "pk": number(model._meta.label, image["pk"]), "fields": given}


def _imported(value: Any, number: Number) -> Any:
    """What an import wrote: entries of the profile by their kind."""
    labels = {slug: kind.model._meta.label for slug, kind in KINDS.items()}
    return [
        {**record, "id": number(labels.get(record["slug"], "profiles.Profile"), record["id"])}
        for record in value
    ]


def _activities(value: Any, number: Number) -> Any:
    return [number("roles.RoleActivity", key) for key in value]


@dataclass(frozen=True, slots=True)
class Reference:
    """How a field’s keys are put through, and the app whose tables hold the rows that it names."""

    put: Callable[[Any, Number], Any]
    app: str


REFERENCES: Mapping[str, Reference] = {
    "profiles.AcceptedImport.before": Reference(_imported, "profiles"),
    "roles.Change.before": Reference(_pieces, "roles"),
    "roles.ChosenSet.shown": Reference(_activities, "roles"),
    "roles.Ranking.items": Reference(_activities, "roles"),
}
"""By app, model and field. Rows with such a field are restored after those they may name."""


def apps_named(model: Any) -> set[str]:
    """The apps whose rows a row of ``model`` names inside a JSON field."""
    return {
        reference.app
        for name, reference in REFERENCES.items()
        if name.startswith(f"{model._meta.label}.")
    }

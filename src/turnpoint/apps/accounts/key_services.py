"""Rotating the keys under which private words are sealed."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import F, Field, Model, TextField, Value
from django.db.models.functions import Cast

from turnpoint.apps.accounts import sealing
from turnpoint.apps.accounts.sealing import EncryptedTextField

PLAIN: Field[str, str] = TextField()
SECRETS = ("secret", "seed")
"""Of an authenticator app, and of recovery codes; both are sealed by the adapter of allauth."""


def sealed_columns() -> tuple[tuple[type[Model], str], ...]:
    """Every column that holds sealed words."""
    return tuple(
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField)
    )


def rotate(*, drop_old: bool = False) -> int:
    """Write everything sealed anew under a fresh key; returns how many cells there were.

    The fresh key is in force before the first cell is written, so that a server that runs meanwhile
    writes with it too. Older keys keep reading, for older copies, unless ``drop_old``. Keys that
    come from the environment are left alone: what they sealed is written under the first of them.
    """
    if not settings.KEYS:
        sealing.write_keys((sealing.new_key(), *sealing.keys()))
    found = sum(_reseal(model, name) for model, name in sealed_columns()) + _reseal_factors()
    if drop_old and not settings.KEYS:
        sealing.write_keys(sealing.keys()[:1])
    return found


def _reseal(model: type[Model], name: str) -> int:
    """Only where the cell still holds what was read: what was written since has the fresh key."""
    rows = model._base_manager.annotate(cipher=Cast(F(name), PLAIN)).exclude(cipher="")
    held = rows.exclude(cipher=None).values_list("pk", "cipher")
    return sum(
        rows.filter(pk=key, cipher=cipher).update(**{name: Value(sealing.reseal(cipher), PLAIN)})
        for key, cipher in held.iterator()
    )


@transaction.atomic
def _reseal_factors() -> int:
    """Second factors keep their secrets within a JSON value; a row in use waits for its turn."""
    found = 0
    for row in Authenticator.objects.select_for_update(of=("self",)):
        held = {name: row.data[name] for name in SECRETS if row.data.get(name)}
        if held:
            row.data |= {name: sealing.reseal(cipher) for name, cipher in held.items()}
            row.save(update_fields=["data"])
            found += len(held)
    return found

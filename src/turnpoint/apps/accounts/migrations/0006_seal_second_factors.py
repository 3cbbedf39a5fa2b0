"""Secrets of authenticator apps and recovery codes, which lay there as they are, are sealed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import migrations

from turnpoint.apps.accounts import sealing

SECRETS = ("secret", "seed")
SEALED = "gAAAAA"
"""How a cipher begins. A secret has capitals and digits only, a seed no letter after f."""


def _each(apps: Any, change: Callable[[str], str], *, sealed: bool) -> None:
    for row in apps.get_model("mfa", "Authenticator").objects.all():
        found = {
            name: change(row.data[name])
            for name in SECRETS
            if row.data.get(name) and row.data[name].startswith(SEALED) is sealed
        }
        if found:
            row.data |= found
            row.save(update_fields=["data"])


def seal(apps: Any, _: Any) -> None:
    _each(apps, sealing.seal, sealed=False)


def unseal(apps: Any, _: Any) -> None:
    _each(apps, sealing.unseal, sealed=True)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_invitations"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [migrations.RunPython(seal, unseal)]

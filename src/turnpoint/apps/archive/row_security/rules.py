"""For every table that belongs to a person: who may read, add, change and remove its rows.

A new table joins by itself, by the keys that lead from it to its owner (``path_to_owner``). Tables
that belong to two are in ``OF_TWO``; those of nobody in ``LEFT_OUT``, each with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import models

from turnpoint.apps.archive.contents import OURS, path_to_owner

LEFT_OUT = {
    "accounts_user": "signing in and sharing look people up by name; it holds nothing they wrote",
    "accounts_user_groups": "goes with the account",
    "accounts_user_user_permissions": "goes with the account",
    "accounts_invitation": "is looked up by its secret before anybody is known",
    "accounts_signinlink": "is looked up by its secret before anybody is known",
    "occupations_factimport": "facts belong to the machine",
    "archive_receipt": "says that somebody is gone, and whom it does not say",
    "auth_permission": "Django’s own, empty of people",
    "auth_group": "Django’s own, empty of people",
    "auth_group_permissions": "Django’s own, empty of people",
    "django_content_type": "Django’s own, empty of people",
    "django_migrations": "Django’s own, empty of people",
    "django_session": "is looked up by its secret before anybody is known",
    "account_emailaddress": "signing in looks it up before anybody is known",
    "account_emailconfirmation": "is looked up by its secret before anybody is known",
    "mfa_authenticator": "signing in looks it up before anybody is known",
    "socialaccount_socialaccount": "signing in looks it up before anybody is known",
    "socialaccount_socialapp": "an application of the provider’s, empty of people",
    "socialaccount_socialapp_sites": "an application of the provider’s, empty of people",
    "socialaccount_socialtoken": "signing in looks it up before anybody is known",
    "usersessions_usersession": "administrators count who is signed in; it holds no content",
}
"""Tables without a rule, by their names in the database."""


def _among(setting: str) -> str:
    """The list of ids in a setting, read once for a statement; without the setting, no id at all."""
    return f"ANY ((SELECT NULLIF(current_setting('turnpoint.{setting}', true), ''))::bigint[])"


EVERYONE = "(SELECT current_setting('turnpoint.everyone', true)) = 'on'"
OWNERS, SHOWN = _among("owners"), _among("shown")

Condition = Callable[[str], str]
"""SQL that says whether the row of a table, under the name given, may be seen."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Four conditions on a row, as SQL. A changed row has to meet ``becomes`` as well."""

    table: str
    reads: str
    adds: str
    changes: str
    becomes: str
    removes: str


def _own(at: str) -> str:
    return f"{at}.owner_id = {OWNERS}"


def _led(at: str) -> str:
    """The facilitator’s own side, while it runs."""
    return f"({at}.facilitator_id = {OWNERS} AND {at}.ended_at IS NULL)"


def _either(at: str) -> str:
    return f"({_own(at)} OR {_led(at)})"


def _given_or_received(at: str) -> str:
    return f"({_own(at)} OR {at}.receiver_id = {OWNERS})"


def _through(model: type[models.Model], leaf: Condition, at: str, depth: int = 1) -> str:
    """``leaf`` on the row at the end of the keys that lead from ``model`` to its owner."""
    key, _, further = path_to_owner(model).partition("__")
    if not further:
        return leaf(at)
    field = model._meta.get_field(key)
    parent: type[models.Model] = field.related_model  # type: ignore[assignment]  # a key, resolved
    up = f"up{depth}"
    return (
        f"EXISTS (SELECT 1 FROM {parent._meta.db_table} {up} "  # noqa: S608  # names of our own tables
        f"WHERE {up}.id = {at}.{key}_id AND {_through(parent, leaf, up, depth + 1)})"
    )


def _parent(model: type[models.Model]) -> str:
    """The row’s parent may be read: its own rule says whether, and so does not stand here again."""
    key, _, further = path_to_owner(model).partition("__")
    at = model._meta.db_table
    if not further:
        return f"{at}.owner_id = {SHOWN}"
    parent: type[models.Model] = model._meta.get_field(key).related_model  # type: ignore[assignment]  # as above
    table = parent._meta.db_table
    return f"EXISTS (SELECT 1 FROM {table} up1 WHERE up1.id = {at}.{key}_id)"  # noqa: S608  # as above


def _rule(model: type[models.Model], writes: Condition = _own) -> Rule:
    """Read by whoever may read the parent or the owner; written where ``writes`` holds."""
    mine = _through(model, writes, model._meta.db_table)
    return Rule(model._meta.db_table, _parent(model), mine, mine, mine, mine)


def _grant(model: type[models.Model]) -> Rule:
    """Both sides read a grant and end it; its owner gives it."""
    at = model._meta.db_table
    both, own = _given_or_received(at), _own(at)
    return Rule(at, both, own, both, both, own)


def _receipt(model: type[models.Model]) -> Rule:
    """Both sides read a receipt, and whoever of them ends a grant writes one."""
    at = model._meta.db_table
    both, own = _given_or_received(at), _own(at)
    return Rule(at, both, both, own, own, own)


def _record(model: type[models.Model]) -> Rule:
    """Whoever is shown something leaves a line in its owner’s log."""
    at, own = model._meta.db_table, _own(model._meta.db_table)
    shown = f"{at}.owner_id = {SHOWN}"
    return Rule(at, shown, shown, own, own, own)


def _remark(model: type[models.Model]) -> Rule:
    """Whoever is shown something may say something about it, under their own name."""
    at, own = model._meta.db_table, _own(model._meta.db_table)
    shown = f"{at}.owner_id = {SHOWN}"
    by_another = f"({shown} AND {at}.author_id = {OWNERS})"
    return Rule(
        at, f"({shown} OR {at}.author_id = {OWNERS})", f"({own} OR {by_another})", own, own, own
    )


def _engagement(model: type[models.Model]) -> Rule:
    """Read and changed by either side while it runs; ending it ends the facilitator’s sight of it."""
    at = model._meta.db_table
    own, either = _own(at), _either(at)
    ending = f"({own} OR {at}.facilitator_id = {OWNERS})"
    return Rule(at, f"({at}.owner_id = {SHOWN} OR {_led(at)})", own, either, ending, own)


def _led_too(model: type[models.Model]) -> Rule:
    """What either side of an engagement writes."""
    return _rule(model, _either)


def _note(model: type[models.Model]) -> Rule:
    """The person’s notes; those that are shared are the facilitator’s to read and to write."""
    at = model._meta.db_table
    mine, led = (_through(model, each, at) for each in (_own, _led))
    shown = _through(model, lambda up: f"{up}.owner_id = {SHOWN}", at)
    writes = f"({mine} OR ({at}.shared AND {led}))"
    return Rule(at, f"({shown} OR ({at}.shared AND {led}))", writes, writes, writes, writes)


OF_TWO: Mapping[str, Callable[[type[models.Model]], Rule]] = {
    "accounts.Grant": _grant,
    "accounts.GrantReceipt": _receipt,
    "accounts.AccessRecord": _record,
    "sharing.Remark": _remark,
    "facilitation.Engagement": _engagement,
    "facilitation.Agreement": _led_too,
    "facilitation.Session": _led_too,
    "facilitation.Question": _led_too,
    "facilitation.Note": _note,
    "facilitation.Commitment": _led_too,
    "facilitation.Examination": _led_too,
}
"""Tables that belong to two people, by their labels. All others have one owner."""


@cache
def rules() -> tuple[Rule, ...]:
    """The rule of every table of ours. Raises where a table is nobody’s and has no reason for it."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if not model.__module__.startswith(OURS) or table in LEFT_OUT:
            continue
        if not path_to_owner(model):
            message = f"{table} leads to no owner: give it one, or a reason in LEFT_OUT"
            raise RuntimeError(message)
        found.append(OF_TWO.get(model._meta.label, _rule)(model))
    return tuple(found)

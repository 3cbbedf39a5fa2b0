"""Options: add one, say its money and its way back, remove it."""

from __future__ import annotations

from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Option, Transition
from turnpoint.apps.transitions.plain_parts import money_as_stored, way_back_as_stored
from turnpoint.apps.transitions.services.storing import free_key, free_slot, hold_open, store
from turnpoint.core.decision.option import MOST_OPTIONS
from turnpoint.errors import Conflict

FULL = (
    f"A transition holds at most {MOST_OPTIONS} options. Remove one that you would not take, "
    "then add this one."
)


class OptionSaid(TypedDict, total=False):
    name: str
    note: str
    route: str
    occupation: str
    area: str
    origin: str


@transaction.atomic
def add_option(
    *,
    owner: User,
    transition_id: int,
    money: dict[str, Any] | None = None,
    **said: Unpack[OptionSaid],
) -> Option:
    """Add an option; ``money`` are the cells known from where it came. Raises ``BadInput``."""
    of = hold_open(owner, transition_id)
    keys = Option.objects.filter(transition=of).values_list("key", flat=True)
    row = Option(
        transition=of,
        slot=_free_slot(of),
        key=free_key(said.get("name", ""), keys, otherwise="option"),
        money=money_as_stored(money or {}),
    )
    return store(row, said)


@transaction.atomic
def change_option(
    *, owner: User, transition_id: int, part_id: int, **said: Unpack[OptionSaid]
) -> Option:
    """Call an option something else, or note something."""
    return store(_held(owner, transition_id, part_id), said)


@transaction.atomic
def say_money(*, owner: User, transition_id: int, part_id: int, cells: dict[str, Any]) -> Option:
    """Say some cells of an option’s money; the others stay. ``None`` empties a cell.

    ``search.while_out`` is a cell of the search.
    """
    row = _held(owner, transition_id, part_id)
    said, search = dict(row.money), dict(row.money.get("search", {}))
    for name, value in cells.items():
        table = search if name.startswith("search.") else said
        table[name.removeprefix("search.")] = value
    said["search"] = {name: value for name, value in search.items() if value is not None}
    kept = {name: value for name, value in said.items() if value is not None}
    return store(row, {"money": money_as_stored(kept)})


@transaction.atomic
def say_way_back(*, owner: User, transition_id: int, part_id: int, cells: dict[str, Any]) -> Option:
    """Say how an option closes behind one: its steps, what can be learnt before, the signals."""
    row = _held(owner, transition_id, part_id)
    return store(row, {"way_back": way_back_as_stored(row.way_back | cells)})


@transaction.atomic
def remove_option(*, owner: User, transition_id: int, part_id: int) -> Option:
    """Move an option to the trash, with its effects. Raises ``Conflict`` for staying."""
    row = _held(owner, transition_id, part_id)
    if row.stays:
        message = "Staying is always an option: it is what the others are weighed against."
        raise Conflict(message)
    return store(row, {"trashed_at": timezone.now()})


@transaction.atomic
def restore_option(*, owner: User, transition_id: int, part_id: int) -> Option:
    """Bring an option back, with what was said about it."""
    of = hold_open(owner, transition_id)
    row = queries.part(
        Option, owner=owner, transition_id=transition_id, part_id=part_id, trashed=True
    )
    return store(row, {"slot": _free_slot(of), "trashed_at": None})


def _held(owner: User, transition_id: int, part_id: int) -> Option:
    hold_open(owner, transition_id)
    return queries.part(Option, owner=owner, transition_id=transition_id, part_id=part_id)


def _free_slot(of: Transition) -> int:
    live = Option.objects.filter(transition=of, trashed_at__isnull=True)
    return free_slot(live.values_list("slot", flat=True), places=MOST_OPTIONS, full=FULL)

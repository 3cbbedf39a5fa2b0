"""Taking “time I love kept” from the roles beside one’s own into a transition; only when asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.roles import queries as roles
from turnpoint.apps.transitions import loved_time, queries
from turnpoint.apps.transitions.models import Criterion, Effect, LovedTime, Option
from turnpoint.apps.transitions.services.criteria import add_criterion
from turnpoint.apps.transitions.services.effects import EffectSaid, say_effects
from turnpoint.apps.transitions.services.storing import hold_open, store
from turnpoint.errors import BadInput, Conflict

NAME = "Time I love kept"
SURE = 0.95
"""The range is every way the time there may be spent, as far as shares were said rightly."""
CELL = ("low", "likely", "high", "sure", "levels", "variable", "unknown", "source", "note")
LINK = ("other_id", "low", "likely", "high", "taken_at")


@transaction.atomic
def add_loved_time(*, owner: User, transition_id: int) -> Criterion:
    """Add the criterion; staying keeps all of it. Raises ``BadInput`` where nothing is loved yet."""
    hold_open(owner, transition_id)
    if loved_time.taken_for(owner=owner, transition_id=transition_id):
        raise Conflict(f"“{NAME}” is a criterion here already.")
    if not loved_time.offered(owner=owner):
        raise BadInput(
            "There is no role beside yours yet that keeps or loses time you love. Put one beside "
            "yours under Role first."
        )
    criterion = add_criterion(
        owner=owner,
        transition_id=transition_id,
        name=NAME,
        unit="%",
        better="more",
        worst=0.0,
        best=100.0,
    )
    stays = Option.objects.get(transition_id=transition_id, stays=True)
    take(owner=owner, transition_id=transition_id, part_id=criterion.pk, roles_of={stays.pk: None})
    return criterion


@transaction.atomic
def take(
    *, owner: User, transition_id: int, part_id: int, roles_of: Mapping[int, int | None]
) -> int:
    """Take the figures of roles over: option → role beside one’s own, ``None`` for the present one.

    What stood there can be taken back. Gives how many were taken. Raises ``BadInput``.
    """
    hold_open(owner, transition_id)
    criterion = queries.part(Criterion, owner=owner, transition_id=transition_id, part_id=part_id)
    live = Option.objects.filter(transition_id=transition_id, trashed_at__isnull=True)
    options = {row.pk: row for row in live}
    now, today = timezone.now(), timezone.localdate()
    for key, other_id in roles_of.items():
        if key not in options:
            raise BadInput("This option is no longer there. Load the page again.")
        other = None if other_id is None else roles.other(owner=owner, other_id=other_id)
        found = loved_time.share(owner=owner, other=other)
        _link(options[key], criterion, found, now)
        cell = EffectSaid(
            low=found.low,
            likely=found.likely,
            high=found.high,
            sure=SURE,
            levels=[],
            unknown=False,
            source=f"Role: {found.named}, {today.day} {today:%B %Y}",
            note="",
        )
        say_effects(owner=owner, transition_id=transition_id, cells={(key, part_id): cell})
    return len(roles_of)


@transaction.atomic
def take_back(*, owner: User, transition_id: int, part_id: int) -> int:
    """Put back what stood there before the last taking. Raises ``Conflict`` where there was none."""
    hold_open(owner, transition_id)
    criterion = queries.part(Criterion, owner=owner, transition_id=transition_id, part_id=part_id)
    rows = LovedTime.objects.filter(criterion=criterion)
    last = rows.order_by("taken_at").last()
    if last is None or not last.before:
        raise Conflict("There is nothing taken over that could be taken back.")
    together = [row for row in rows.filter(taken_at=last.taken_at) if row.before]
    for row in together:
        effect = Effect.objects.get(option=row.option, criterion=criterion)
        if row.before["effect"] is None:
            effect.delete()
        else:
            store(effect, row.before["effect"])
        if row.before["link"] is None:
            row.delete()
        else:
            store(row, row.before["link"] | {"before": {}})
    return len(together)


def _link(
    option: Option, criterion: Criterion, found: loved_time.Share, now: dt.datetime
) -> LovedTime:
    row = LovedTime.objects.filter(option=option, criterion=criterion).first()
    effect = Effect.objects.filter(option=option, criterion=criterion).first()
    before = {"effect": _said(effect, CELL), "link": _said(row, LINK)}
    said: dict[str, Any] = {
        "other": found.of,
        "low": found.low,
        "likely": found.likely,
        "high": found.high,
        "taken_at": now,
        "before": before,
    }
    return store(row or LovedTime(option=option, criterion=criterion), said)


def _said(row: Effect | LovedTime | None, names: tuple[str, ...]) -> dict[str, Any] | None:
    return None if row is None else {name: getattr(row, name) for name in names}

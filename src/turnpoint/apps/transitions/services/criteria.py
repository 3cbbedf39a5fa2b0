"""Criteria: add, change, rank, weigh and remove them; and the answers to trade-offs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Criterion, TradeOff, Transition
from turnpoint.apps.transitions.plain_parts import SCALE
from turnpoint.apps.transitions.services.storing import free_key, free_slot, hold_open, store
from turnpoint.core.decision.criterion import MOST_CRITERIA
from turnpoint.errors import BadInput, Conflict

FULL = (
    f"A transition holds at most {MOST_CRITERIA} criteria. Remove one that would not change your "
    "mind, then add this one."
)


class CriterionSaid(TypedDict, total=False):
    name: str
    unit: str
    better: str
    worst: float | None
    best: float | None
    shape: str
    points: list[dict[str, float]]
    levels: list[dict[str, Any]]
    measure: str


@transaction.atomic
def add_criterion(*, owner: User, transition_id: int, **said: Unpack[CriterionSaid]) -> Criterion:
    """Add a criterion. Raises ``BadInput``."""
    of = hold_open(owner, transition_id)
    keys = Criterion.objects.filter(transition=of).values_list("key", flat=True)
    key = free_key(said.get("name", ""), keys, otherwise="criterion")
    return store(Criterion(transition=of, slot=_free_slot(of), key=key), said)


@transaction.atomic
def change_criterion(
    *, owner: User, transition_id: int, part_id: int, **said: Unpack[CriterionSaid]
) -> int:
    """Change a criterion. Gives how many answers a change of its scale has set aside."""
    row = _held(owner, transition_id, part_id)
    before = {name: getattr(row, name) for name in SCALE}
    changed = any(name in said and said[name] != before[name] for name in SCALE)  # type: ignore[literal-required]  # names of CriterionSaid
    store(row, said)
    if not changed:
        return 0
    moment = timezone.now()
    aside: int = _answers(row).filter(set_aside_at__isnull=True).update(set_aside_at=moment)
    store(row, {"scale_before": before, "scale_changed_at": moment})
    return aside


@transaction.atomic
def take_back_scale(*, owner: User, transition_id: int, part_id: int) -> Criterion:
    """Put back the scale as it was before the last change, and the answers that it set aside."""
    row = _held(owner, transition_id, part_id)
    if row.scale_before is None:
        raise Conflict("There is no change of this scale to take back.")
    _answers(row).filter(set_aside_at=row.scale_changed_at).update(set_aside_at=None)
    return store(row, dict(row.scale_before) | {"scale_before": None, "scale_changed_at": None})


@transaction.atomic
def remove_criterion(*, owner: User, transition_id: int, part_id: int) -> Criterion:
    """Move a criterion to the trash, with its effects and answers."""
    row = _held(owner, transition_id, part_id)
    return store(row, {"trashed_at": timezone.now()})


@transaction.atomic
def restore_criterion(*, owner: User, transition_id: int, part_id: int) -> Criterion:
    """Bring a criterion back, with what was said about it."""
    of = hold_open(owner, transition_id)
    row = queries.part(
        Criterion, owner=owner, transition_id=transition_id, part_id=part_id, trashed=True
    )
    return store(row, {"slot": _free_slot(of), "trashed_at": None})


@transaction.atomic
def rank(*, owner: User, transition_id: int, groups: Iterable[Iterable[int]]) -> None:
    """Rank criteria, the most important first; those in one group are tied, the rest unranked."""
    of = hold_open(owner, transition_id)
    places = {part_id: place for place, group in enumerate(groups) for part_id in group}
    for row in Criterion.objects.filter(transition=of, trashed_at__isnull=True):
        if row.rank != places.get(row.pk):
            store(row, {"rank": places.get(row.pk)})


@transaction.atomic
def weigh(
    *, owner: User, transition_id: int, swings: Mapping[int, tuple[float | None, float]]
) -> None:
    """Say numbers with a give: criterion → (0 to 100 or none, plus or minus)."""
    of = hold_open(owner, transition_id)
    for row in Criterion.objects.filter(transition=of, trashed_at__isnull=True, pk__in=swings):
        points, give = swings[row.pk]
        store(row, {"swing": points, "give": give})


@transaction.atomic
def answer_trade_off(
    *,
    owner: User,
    transition_id: int,
    first: tuple[int, dict[str, Any]],
    second: tuple[int, dict[str, Any]],
    prefers: str,
) -> TradeOff:
    """Say which of two improvements one would rather have; each is a criterion and its change."""
    of = hold_open(owner, transition_id)
    if first[0] == second[0]:
        raise BadInput("A trade-off needs two different criteria.", where="second")
    sides = [
        queries.part(Criterion, owner=owner, transition_id=transition_id, part_id=each)
        for each in (first[0], second[0])
    ]
    row = TradeOff(transition=of, first_criterion=sides[0], second_criterion=sides[1])
    return store(row, {"first": first[1], "second": second[1], "prefers": prefers})


def _answers(row: Criterion) -> Any:
    return TradeOff.objects.filter(Q(first_criterion=row) | Q(second_criterion=row))


def _held(owner: User, transition_id: int, part_id: int) -> Criterion:
    hold_open(owner, transition_id)
    return queries.part(Criterion, owner=owner, transition_id=transition_id, part_id=part_id)


def _free_slot(of: Transition) -> int:
    live = Criterion.objects.filter(transition=of, trashed_at__isnull=True)
    return free_slot(live.values_list("slot", flat=True), places=MOST_CRITERIA, full=FULL)

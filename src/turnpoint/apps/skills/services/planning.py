"""Making a plan one’s own: limits, what stays, what is left out, what is moved; and accepting it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills import accepted
from turnpoint.apps.skills.drafting import draft, frame_of
from turnpoint.apps.skills.models import AcceptedPlan, Placing, PlanFrame
from turnpoint.apps.skills.opportunity_queries import opportunity
from turnpoint.apps.skills.services.storing import stored
from turnpoint.core.planning.opportunity import Taken
from turnpoint.core.planning.stamp import MODEL
from turnpoint.errors import BadInput, Conflict, NotFound


@transaction.atomic
def set_limits(*, owner: User, hours: float, budget: Decimal, months: int) -> PlanFrame:
    """Say what there is to spend: hours a week, money in all, months ahead."""
    frame = frame_of(owner=owner)
    frame.hours, frame.budget, frame.months = hours, budget, months
    stored(frame)
    return frame


@transaction.atomic
def move(*, owner: User, opportunity_id: int, start: dt.date, shown: Mapping[int, dt.date]) -> bool:
    """Let it start in another month; everything else stays as it is ``shown``.

    From here on the plan is made by hand. Gives whether it was so before.
    """
    frame = _frame(owner)
    before = frame.by_hand
    if not before:
        for key, month in shown.items():
            _place(frame, owner, key, month)
        frame.by_hand = True
        frame.save(update_fields=["by_hand"])
    _place(frame, owner, opportunity_id, start)
    return before


@transaction.atomic
def pin(*, owner: User, opportunity_id: int, start: dt.date) -> None:
    """Let it stay in the plan, in this month, whatever else is searched."""
    _place(_frame(owner), owner, opportunity_id, start, pinned=True)


@transaction.atomic
def unpin(*, owner: User, opportunity_id: int) -> None:
    """It may move again, or go."""
    frame = _frame(owner)
    placing = Placing.objects.filter(frame=frame, opportunity_id=opportunity_id, pinned=True)
    if not frame.by_hand:
        placing.delete()
    else:
        placing.update(pinned=False)


@transaction.atomic
def leave_out(*, owner: User, opportunity_id: int) -> None:
    """Plan without it. It stays among the opportunities."""
    row = opportunity(owner=owner, opportunity_id=opportunity_id)
    frame = _frame(owner)
    Placing.objects.update_or_create(
        opportunity=row, defaults={"frame": frame, "start": None, "pinned": False, "left_out": True}
    )


@transaction.atomic
def bring_back(*, owner: User, opportunity_id: int, start: dt.date | None = None) -> None:
    """It may be in the plan again; with ``start``, in a plan made by hand, it is."""
    row = opportunity(owner=owner, opportunity_id=opportunity_id)
    frame = _frame(owner)
    Placing.objects.filter(frame=frame, opportunity=row, left_out=True).delete()
    if start is not None and frame.by_hand:
        _place(frame, owner, opportunity_id, start)


@transaction.atomic
def search_anew(*, owner: User) -> None:
    """Let the rest be searched again; what is pinned and what is left out stays so."""
    frame = _frame(owner)
    Placing.objects.filter(frame=frame, pinned=False, left_out=False).delete()
    frame.by_hand = False
    frame.save(update_fields=["by_hand"])


@transaction.atomic
def accept(
    *,
    owner: User,
    today: dt.date,
    starts: Mapping[int, dt.date],
    inputs: str,
    bound: float | None = None,
    accepted_at: dt.datetime | None = None,
) -> AcceptedPlan:
    """Keep a plan as it is, with the hash of what it was made from. It is never changed again.

    Raises ``Conflict`` where anything it was made from has changed since it was shown, ``BadInput``
    where it crosses a limit or is empty.
    """
    made = draft(owner=owner, today=today)
    if made.inputs != inputs:
        raise Conflict(
            "Something this plan was made from has changed since: a skill, an opportunity or a "
            "limit. Look at the plan again before you accept it."
        )
    taken = _taken(made.opportunities, starts, made.begins)
    if not taken:
        raise BadInput("There is nothing in this plan to accept.")
    if breaches := made.breaches(taken):
        raise BadInput(f"This plan cannot be done as it is. {' '.join(breaches)}")
    content = accepted.content(made, taken, bound)
    frame = _frame(owner)
    last = AcceptedPlan.objects.filter(frame=frame).order_by("number").last()
    try:
        with transaction.atomic():
            return AcceptedPlan.objects.create(
                frame=frame,
                number=last.number + 1 if last else 1,
                accepted_at=accepted_at or timezone.now(),
                content=json.dumps(content, ensure_ascii=False, sort_keys=True),
                inputs=inputs,
                stamp=f"model {MODEL}, inputs {inputs[:12]}",
            )
    except IntegrityError as error:
        raise Conflict("Another plan was accepted at this moment. Look at it first.") from error


@transaction.atomic
def withdraw(*, owner: User, number: int) -> AcceptedPlan:
    """Follow it no longer; it can be taken back."""
    return _trashed(owner, number, timezone.now())


@transaction.atomic
def restore(*, owner: User, number: int) -> AcceptedPlan:
    """Follow it again, as it was."""
    return _trashed(owner, number, None)


def _trashed(owner: User, number: int, at: dt.datetime | None) -> AcceptedPlan:
    row = AcceptedPlan.objects.filter(
        frame__owner=owner, number=number, trashed_at__isnull=at is not None
    ).first()
    if row is None:
        raise NotFound("There is no such plan among those you accepted.")
    row.trashed_at = at
    row.save(update_fields=["trashed_at"])
    return row


def _frame(owner: User) -> PlanFrame:
    frame = frame_of(owner=owner)
    if frame.pk is None:
        frame.save()
    return frame


def _place(
    frame: PlanFrame, owner: User, key: int, start: dt.date, *, pinned: bool | None = None
) -> None:
    row = opportunity(owner=owner, opportunity_id=key)
    kept = Placing.objects.filter(opportunity=row).first()
    said: dict[str, Any] = {"frame": frame, "start": start.replace(day=1), "left_out": False}
    said["pinned"] = pinned if pinned is not None else kept is not None and kept.pinned
    Placing.objects.update_or_create(opportunity=row, defaults=said)


def _taken(opportunities: Any, starts: Mapping[int, dt.date], begins: dt.date) -> tuple[Taken, ...]:
    found = [
        Taken(each, (day.year - begins.year) * 12 + day.month - begins.month)
        for each in opportunities
        if (day := starts.get(int(each.key))) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.opportunity.key)))

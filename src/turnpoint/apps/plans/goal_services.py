"""What a person does with the goals of a quarter. The database keeps the open ones to three."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import goal_queries as queries
from turnpoint.apps.plans.models import MOST_GOALS, Goal, GoalState
from turnpoint.apps.plans.quarter import Quarter
from turnpoint.apps.plans.serving import NOTHING, aims
from turnpoint.errors import BadInput, Conflict


class QuarterFull(Conflict):
    """A quarter has its three goals already."""

    def __init__(self) -> None:
        super().__init__(
            "Three goals are enough for thirteen weeks. Finish one, or let one go, and there is room."
        )


def add_goal(
    *,
    owner: User,
    today: dt.date,
    text: str,
    know: str,
    serves: str = "",
    serves_words: str = "",
) -> Goal:
    """Set a goal for the quarter ``today`` lies in. Raises ``QuarterFull`` beside three open ones."""
    now = Quarter.of(today)
    row = Goal(
        owner=owner,
        year=now.year,
        quarter=now.number,
        text=_said(text, "text", "Say what shall be so by the end of the quarter."),
        know=_said(know, "know", "Say how you will know."),
        **aims(owner=owner, key=serves, words=serves_words, goals=False),
    )
    return _placed(row)


def _said(text: str, where: str, sentence: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise BadInput(sentence, where=where)
    return words


def _placed(row: Goal) -> Goal:
    """Save a goal in the first slot the database gives away; another request may be quicker."""
    with transaction.atomic():
        for slot in range(1, MOST_GOALS + 1):
            row.slot = slot
            same = Goal.objects.filter(
                owner=row.owner,
                year=row.year,
                quarter=row.quarter,
                slot=slot,
                state=GoalState.OPEN,
                trashed_at__isnull=True,
            )
            if same.exclude(pk=row.pk).exists():
                continue
            try:
                with transaction.atomic():
                    row.save()
            except IntegrityError as error:
                carried = Goal.objects.filter(carried_from=row.carried_from_id)
                if row.carried_from_id and carried.filter(trashed_at__isnull=True).exists():
                    raise Conflict("A later quarter goes on with this already.") from error
                continue
            return row
        raise QuarterFull


def change_goal(
    *, owner: User, goal_id: int, text: str, know: str, serves: str = "", serves_words: str = ""
) -> Goal:
    """Say a goal, how one will know, or what it serves in another way."""
    row = queries.goal(owner=owner, goal_id=goal_id)
    said = aims(owner=owner, key=serves, words=serves_words, goals=False)
    values = {
        "text": _said(text, "text", "Say what shall be so by the end of the quarter."),
        "know": _said(know, "know", "Say how you will know."),
        **NOTHING,
        **said,
    }
    return _change(row, values)


def reach(*, owner: User, goal_id: int, today: dt.date) -> Goal:
    """Say that it is reached."""
    row = queries.goal(owner=owner, goal_id=goal_id)
    return _change(row, {"state": GoalState.REACHED, "word": "", "closed_on": today})


def let_go(*, owner: User, goal_id: int, today: dt.date, word: str) -> Goal:
    """Let it go, with a word why: that word is what one learns from it later."""
    said = _said(word, "word", "Say in a word why, for the one who reads this in a year: you.")
    row = queries.goal(owner=owner, goal_id=goal_id)
    return _change(row, {"state": GoalState.LET_GO, "word": said, "closed_on": today})


def open_again(*, owner: User, goal_id: int) -> Goal:
    """Take it up again; the undo of reaching and of letting go."""
    row = queries.goal(owner=owner, goal_id=goal_id)
    if row.state == GoalState.OPEN:
        return row
    row.state, row.word, row.closed_on = GoalState.OPEN, "", None
    return _placed(row)


def remove(*, owner: User, goal_id: int) -> Goal:
    """Take it off the quarter; it can be put back."""
    row = queries.goal(owner=owner, goal_id=goal_id)
    return _change(row, {"trashed_at": timezone.now()})


def restore(*, owner: User, goal_id: int) -> Goal:
    """Put it back. Raises ``QuarterFull`` where three others are open by now."""
    row = queries.goal(owner=owner, goal_id=goal_id, trashed=True)
    row.trashed_at = None
    if row.state == GoalState.OPEN:
        return _placed(row)
    row.save()
    return row


def go_on(*, owner: User, goal_id: int, today: dt.date) -> Goal:
    """Go on with an earlier quarter’s goal in this one; the earlier quarter stays as it was."""
    before = queries.goal(owner=owner, goal_id=goal_id)
    now = Quarter.of(today)
    if before.state != GoalState.OPEN or Quarter(before.year, before.quarter) >= now:
        raise Conflict("Only what an earlier quarter left open can be gone on with.")
    kept = {name: getattr(before, name) for name in ("text", "know", *NOTHING)}
    return _placed(
        Goal(owner=owner, year=now.year, quarter=now.number, carried_from=before, **kept)
    )


def _change(row: Goal, values: dict[str, Any]) -> Goal:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row

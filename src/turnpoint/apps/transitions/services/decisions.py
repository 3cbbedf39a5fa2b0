"""Record a decision, add to it, judge its predictions, look back on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, TypeVar, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.answer_record import recorded_answers
from turnpoint.apps.transitions.models import (
    Addition,
    Decision,
    Option,
    Outcome,
    Prediction,
    Review,
    ReviewDay,
    Status,
)
from turnpoint.apps.transitions.services.storing import hold, hold_open, store
from turnpoint.core.decision.toml_text import write
from turnpoint.errors import BadInput, Conflict, NotFound

P = TypeVar("P", Outcome, Review)
MOST_PREDICTIONS = 20
MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class Predicted:
    """What is expected, how sure, and the day it can be judged."""

    statement: str
    chance: float
    due: dt.date
    option: str = ""


class DecisionSaid(TypedDict, total=False):
    reasons: str
    assumed: str
    signals: str


class ReviewSaid(TypedDict, total=False):
    process: str
    process_words: str
    luck: str
    luck_words: str
    led_to: str
    learnt: str


@transaction.atomic
def decide(
    *,
    owner: User,
    transition_id: int,
    option_id: int,
    predictions: Sequence[Predicted] = (),
    review_days: Sequence[dt.date] = (),
    recorded_at: dt.datetime | None = None,
    **said: Unpack[DecisionSaid],
) -> Decision:
    """Record the decision with the whole file of this day. Raises ``BadInput``, ``Conflict``.

    ``recorded_at`` is for what was decided before it was written here.
    """
    of = hold_open(owner, transition_id)
    option = queries.part(Option, owner=owner, transition_id=transition_id, part_id=option_id)
    if len(predictions) > MOST_PREDICTIONS or len(review_days) > MOST_DAYS:
        raise BadInput(f"A decision holds {MOST_PREDICTIONS} predictions and {MOST_DAYS} days.")
    file = queries.decision_file(owner=owner, transition_id=transition_id)
    decision = Decision(
        transition=of,
        number=Decision.objects.filter(transition=of).count() + 1,
        recorded_at=recorded_at or timezone.now(),
        option=option,
        option_name=option.name,
        file=write(file),
        prediction_count=len(predictions),
        day_count=len(set(review_days)),
    )
    decision.answers = recorded_answers(
        owner_id=owner.pk, transition_id=of.pk, file=file, today=timezone.localdate()
    )
    store(decision, said)
    for place, each in enumerate(predictions):
        words = {"statement": each.statement, "chance": each.chance, "due": each.due}
        store(Prediction(decision=decision, position=place, option=each.option), words)
    for place, day in enumerate(sorted(set(review_days))):
        store(ReviewDay(decision=decision, position=place, on=day))
    store(of, {"status": Status.DECIDED})
    return decision


@transaction.atomic
def add_to_decision(*, owner: User, transition_id: int, text: str) -> Addition:
    """Add something to the latest decision; the original stays as it is."""
    hold(owner, transition_id)
    decision = _latest(owner, transition_id)
    return store(Addition(decision=decision, written_at=timezone.now()), {"text": text})


@transaction.atomic
def judge(
    *,
    owner: User,
    transition_id: int,
    prediction_id: int,
    came_true: bool,
    judged_on: dt.date | None = None,
) -> Outcome:
    """Say whether a prediction came true; what was said before goes to the trash."""
    of = hold(owner, transition_id)
    found = Prediction.objects.filter(pk=prediction_id, decision__transition=of).first()
    if found is None:
        raise NotFound("There is no such prediction in this transition.")
    Outcome.objects.filter(prediction=found, trashed_at__isnull=True).update(
        trashed_at=timezone.now()
    )
    judged = judged_on or timezone.localdate()
    row = Outcome(transition=of, prediction=found, came_true=came_true, judged_on=judged)
    return store(row)


@transaction.atomic
def look_back(
    *,
    owner: User,
    transition_id: int,
    written_on: dt.date | None = None,
    **said: Unpack[ReviewSaid],
) -> Review:
    """Look back on the latest decision, for the first day that came and was not looked back on."""
    of = hold(owner, transition_id)
    decision = _latest(owner, transition_id)
    on = written_on or timezone.localdate()
    days = decision.review_days.filter(on__lte=on).exclude(
        reviews__trashed_at__isnull=True, reviews__isnull=False
    )
    row = Review(transition=of, decision=decision, day=days.first(), written_on=on)
    store(row, said)
    store(of, {"status": Status.REVIEWED})
    return row


@transaction.atomic
def remove_later(kind: type[P], *, owner: User, transition_id: int, part_id: int) -> P:
    """Move an outcome or a look back to the trash."""
    of = hold(owner, transition_id)
    row = queries.part(kind, owner=owner, transition_id=transition_id, part_id=part_id)
    store(row, {"trashed_at": timezone.now()})
    left = Review.objects.filter(transition=of, trashed_at__isnull=True).exists()
    if of.status == Status.REVIEWED and not left:
        store(of, {"status": Status.DECIDED})
    return row


@transaction.atomic
def restore_later(kind: type[P], *, owner: User, transition_id: int, part_id: int) -> P:
    """Bring it back, unless something else was said in its place since."""
    of = hold(owner, transition_id)
    row = queries.part(
        kind, owner=owner, transition_id=transition_id, part_id=part_id, trashed=True
    )
    if isinstance(row, Outcome):
        others = Outcome.objects.filter(prediction=row.prediction, trashed_at__isnull=True)
        others.update(trashed_at=timezone.now())
    elif row.day and row.day.reviews.filter(trashed_at__isnull=True).exists():
        raise Conflict("Somebody looked back on that day since; the newer one stays.")
    if isinstance(row, Review) and of.status == Status.DECIDED:
        store(of, {"status": Status.REVIEWED})
    return store(row, {"trashed_at": None})


def _latest(owner: User, transition_id: int) -> Decision:
    found = queries.decision(owner=owner, transition_id=transition_id)
    if found is None:
        raise Conflict("Nothing has been decided here yet. Record the decision first.")
    return found

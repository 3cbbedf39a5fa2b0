"""The people a transition moves, their words, and the questions to settle with whom."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypedDict, TypeVar, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import AffectedPerson, Finding, Option, TradeOff, Voice
from turnpoint.apps.transitions.services.storing import free_key, hold, hold_open, store

P = TypeVar("P", AffectedPerson, Voice, Finding, TradeOff)


class PersonSaid(TypedDict, total=False):
    name: str
    relation: str


class VoiceSaid(TypedDict, total=False):
    option_id: int | None
    effect: str
    limit: str
    said: dt.date | None


class FindingSaid(TypedDict, total=False):
    text: str
    about: list[str]
    ask: str
    cost: float
    days: int
    by: dt.date | None


@transaction.atomic
def add_person(*, owner: User, transition_id: int, **said: Unpack[PersonSaid]) -> AffectedPerson:
    """Add somebody whose life the decision moves."""
    of = hold_open(owner, transition_id)
    keys = AffectedPerson.objects.filter(transition=of).values_list("key", flat=True)
    key = free_key(said.get("name", ""), keys, otherwise="person")
    return store(AffectedPerson(transition=of, key=key), said)


@transaction.atomic
def change_person(
    *, owner: User, transition_id: int, part_id: int, **said: Unpack[PersonSaid]
) -> AffectedPerson:
    hold_open(owner, transition_id)
    row = queries.part(AffectedPerson, owner=owner, transition_id=transition_id, part_id=part_id)
    return store(row, said)


@transaction.atomic
def write_down(
    *, owner: User, transition_id: int, person_id: int, **said: Unpack[VoiceSaid]
) -> Voice:
    """Write down what somebody said, in their words."""
    of = hold_open(owner, transition_id)
    person = queries.part(
        AffectedPerson, owner=owner, transition_id=transition_id, part_id=person_id
    )
    if about := said.get("option_id"):
        queries.part(Option, owner=owner, transition_id=transition_id, part_id=about)
    return store(Voice(transition=of, person=person), said)


@transaction.atomic
def answer_for_oneself(
    *, owner: User, person_id: int, grant_number: int, effect: str, limit: str
) -> Voice:
    """Write down, or over, what somebody said themselves, by their private link.

    ``grant_number`` marks the line as theirs. Raises ``Conflict`` once it is decided.
    """
    person = queries.affected(owner=owner, person_id=person_id)
    of = hold_open(owner, person.transition_id)
    row = queries.own_words(owner=owner, person=person, grant_number=grant_number)
    return store(
        row or Voice(transition=of, person=person, grant_number=grant_number),
        {"effect": effect, "limit": limit, "said": timezone.localdate()},
    )


@transaction.atomic
def ask(*, owner: User, transition_id: int, **said: Unpack[FindingSaid]) -> Finding:
    """Add a question to settle before deciding; Today shows it until it is ticked off."""
    of = hold_open(owner, transition_id)
    keys = Finding.objects.filter(transition=of).values_list("key", flat=True)
    key = free_key(said.get("text", ""), keys, otherwise="question")
    return store(Finding(transition=of, key=key), said)


@transaction.atomic
def change_finding(
    *, owner: User, transition_id: int, part_id: int, **said: Unpack[FindingSaid]
) -> Finding:
    hold_open(owner, transition_id)
    row = queries.part(Finding, owner=owner, transition_id=transition_id, part_id=part_id)
    return store(row, said)


@transaction.atomic
def tick_off(*, owner: User, transition_id: int, part_id: int, answer: str = "") -> Finding:
    """A question is settled; ``untick`` opens it again."""
    hold(owner, transition_id)
    row = queries.part(Finding, owner=owner, transition_id=transition_id, part_id=part_id)
    said: dict[str, Any] = {"done_at": timezone.now()} | ({"answer": answer} if answer else {})
    return store(row, said)


@transaction.atomic
def untick(*, owner: User, transition_id: int, part_id: int) -> Finding:
    hold(owner, transition_id)
    row = queries.part(Finding, owner=owner, transition_id=transition_id, part_id=part_id)
    return store(row, {"done_at": None})


@transaction.atomic
def remove_part(kind: type[P], *, owner: User, transition_id: int, part_id: int) -> P:
    """Move a person, their words, a question or an answer to the trash."""
    hold_open(owner, transition_id)
    row = queries.part(kind, owner=owner, transition_id=transition_id, part_id=part_id)
    return store(row, {"trashed_at": timezone.now()})


@transaction.atomic
def restore_part(kind: type[P], *, owner: User, transition_id: int, part_id: int) -> P:
    """Bring it back as it was."""
    hold_open(owner, transition_id)
    row = queries.part(
        kind, owner=owner, transition_id=transition_id, part_id=part_id, trashed=True
    )
    return store(row, {"trashed_at": None})

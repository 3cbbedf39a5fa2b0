"""Asking and answering, notes, examinations and goals.

A facilitator asks, examines and takes notes. Nothing here, and nothing else a facilitator can
reach, writes to a destination, a plan or a decision.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.facilitation.models import (
    Examination,
    FacilitatorNote,
    Goal,
    Note,
    Question,
    Reply,
    Session,
)
from turnpoint.apps.facilitation.models.words import LONGEST
from turnpoint.apps.facilitation.queries import one
from turnpoint.apps.facilitation.seat import Seat
from turnpoint.core.facilitation.goal_attainment import LEVELS
from turnpoint.errors import BadInput, NotFound


def _text(text: str, where: str, sentence: str, longest: int = LONGEST) -> str:
    said = text.strip()
    if not said:
        raise BadInput(sentence, where=where)
    if len(said) > longest:
        raise BadInput(f"This has more than {longest:,} characters.", where=where)
    if "\0" in said:
        raise BadInput("This holds a character that cannot be stored.", where=where)
    return said


def _as_person(seat: Seat) -> Seat:
    if not seat.is_person:
        raise NotFound("Only the person does this.")
    return seat.running()


def _as_facilitator(seat: Seat) -> User:
    facilitator = seat.running().engagement.facilitator
    if seat.is_person or facilitator is None:
        raise NotFound("Only the facilitator does this.")
    return facilitator


@transaction.atomic
def ask(seat: Seat, *, text: str, bank_key: str = "", session: Session | None = None) -> Question:
    """Ask the person something, in a session or between two."""
    _as_facilitator(seat)
    return Question.objects.create(
        engagement=seat.engagement,
        session=session,
        text=_text(text, "text", "Say what you want to ask.", 400),
        bank_key=bank_key,
        asked_at=timezone.now(),
    )


@transaction.atomic
def answer(seat: Seat, *, question_id: int, text: str, shared: bool) -> Question:
    """Answer, for oneself or for both; an empty answer takes an earlier one away."""
    row: Question = one(_as_person(seat).engagement.questions.filter(pk=question_id))
    said = _text(text, "text", "", LONGEST) if text.strip() else ""
    row.answer, row.shared = said, shared and bool(said)
    row.answered_at = timezone.now() if said else None
    row.save()
    return row


@transaction.atomic
def write_note(
    seat: Seat, *, text: str, shared: bool, session: Session | None = None
) -> Note | FacilitatorNote:
    """Write a note under one of the three lids: mine alone, shared, or the facilitator’s own."""
    said = _text(text, "text", "Write something first.")
    given, now = seat.running().engagement, timezone.now()
    if not seat.is_person and not shared:
        return FacilitatorNote.objects.create(
            owner=_as_facilitator(seat), engagement=given, text=said, written_at=now
        )
    return Note.objects.create(
        engagement=given,
        session=session,
        text=said,
        shared=shared,
        by_facilitator=not seat.is_person,
        written_at=now,
    )


@transaction.atomic
def remove_note(seat: Seat, *, kind: str, note_id: int, back: bool = False) -> None:
    """Put a note into the trash, or take it out again. Each removes what they wrote themselves."""
    rows: Any
    if kind == "own":
        rows = FacilitatorNote.objects.filter(
            engagement=seat.engagement, owner=_as_facilitator(seat)
        )
    else:
        rows = seat.engagement.notes.filter(by_facilitator=not seat.is_person)
    row = one(rows.filter(pk=note_id, trashed_at__isnull=not back))
    row.trashed_at = None if back else timezone.now()
    row.save(update_fields=["trashed_at"])


@transaction.atomic
def examine(seat: Seat, *, skills: str, difficulty: str, risk: str) -> Examination:
    """Sign how skills, difficulty and risk look from the other chair; a new version each time."""
    facilitator = _as_facilitator(seat)
    latest = seat.engagement.examinations.aggregate(last=Max("version"))["last"] or 0
    return Examination.objects.create(
        engagement=seat.engagement,
        version=latest + 1,
        skills=_text(skills, "skills", "Say how the skills required look to you."),
        difficulty=_text(difficulty, "difficulty", "Say how hard it looks to you."),
        risk=_text(risk, "risk", "Say where you see risk."),
        signed_by=facilitator.shown_name,
        signed_at=timezone.now(),
    )


@transaction.atomic
def reply(seat: Seat, *, version: int, text: str) -> Reply:
    """Say something to an examination. Nobody has to."""
    row = one(_as_person(seat).engagement.examinations.filter(version=version))
    return Reply.objects.create(
        examination=row,
        text=_text(text, "text", "Write something first."),
        said_at=timezone.now(),
    )


@transaction.atomic
def set_goal(
    seat: Seat, *, text: str, expected: str, less: str = "", more: str = "", weight: int = 1
) -> Goal:
    """Say what the process is for, and how “as expected” will look."""
    if not 1 <= weight <= 5:
        raise BadInput("A weight is 1 to 5.", where="weight")
    return Goal.objects.create(
        engagement=_as_person(seat).engagement,
        text=_text(text, "text", "Say the goal.", 300),
        expected=_text(expected, "expected", "Say how “as expected” will look.", 300),
        less=less.strip()[:300],
        more=more.strip()[:300],
        weight=weight,
    )


@transaction.atomic
def score(seat: Seat, *, goal_id: int, level: int | None) -> Goal:
    """Say where a goal stands; ``None`` takes that back."""
    row: Goal = one(_as_person(seat).engagement.goals.filter(pk=goal_id, trashed_at__isnull=True))
    if level is not None and level not in LEVELS:
        raise BadInput("A level is one of −2, −1, 0, +1 and +2.", where="level")
    row.level, row.scored_at = level, timezone.now() if level is not None else None
    row.save(update_fields=["level", "scored_at"])
    return row


@transaction.atomic
def remove_goal(seat: Seat, *, goal_id: int, back: bool = False) -> Goal:
    """Take a goal away, or bring it back."""
    rows = _as_person(seat).engagement.goals.filter(pk=goal_id, trashed_at__isnull=not back)
    row: Goal = one(rows)
    row.trashed_at = None if back else timezone.now()
    row.save(update_fields=["trashed_at"])
    return row

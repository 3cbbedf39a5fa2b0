"""Saying how far along a skill is. Nothing said is ever changed: a correction is one more."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills import queries
from turnpoint.apps.skills.models import SkillAssessment
from turnpoint.apps.skills.services.storing import stored
from turnpoint.core.planning.assessment import Source, Strength
from turnpoint.errors import BadInput, Conflict

CORRECTED = "This was corrected already. Correct the correction instead."


@transaction.atomic
def assess(
    *,
    owner: User,
    target_id: int,
    on: dt.date,
    level: float,
    source: str = Source.SELF,
    strength: int = Strength.SAID,
    evidence: str = "",
    who: str = "",
    today: dt.date | None = None,
) -> SkillAssessment:
    """Say a level on a day, who says so, and what it rests on.

    Raises ``BadInput`` for a day after ``today``, and for evidence that is claimed but not named.
    """
    target = queries.target(owner=owner, target_id=target_id)
    row = SkillAssessment(target=target, on=on, level=level, source=source, strength=strength)
    row.evidence, row.who = evidence, who
    _check(row, today)
    stored(row)
    return row


@transaction.atomic
def correct(
    *, owner: User, assessment_id: int, today: dt.date | None = None, **said: Any
) -> SkillAssessment:
    """Say it anew: the earlier one is kept, and no longer counts."""
    before = queries.assessment(owner=owner, assessment_id=assessment_id)
    row = SkillAssessment(target=before.target, corrects=before, **said)
    _check(row, today)
    _stored_once(row)
    return row


@transaction.atomic
def withdraw(*, owner: User, assessment_id: int) -> SkillAssessment:
    """Take it back: it is kept, and no longer counts."""
    before = queries.assessment(owner=owner, assessment_id=assessment_id)
    if before.level is None:
        raise Conflict("This was taken back already.")
    row = _again(before)
    row.level = None
    _stored_once(row)
    return row


@transaction.atomic
def say_again(*, owner: User, assessment_id: int) -> SkillAssessment:
    """Let what was taken back count again; ``assessment_id`` is that of the taking back."""
    back = queries.assessment(owner=owner, assessment_id=assessment_id)
    if back.level is not None or back.corrects is None:
        raise Conflict("This was not taken back.")
    row = _again(back)
    row.level = back.corrects.level
    _stored_once(row)
    return row


def _again(before: SkillAssessment) -> SkillAssessment:
    return SkillAssessment(
        target=before.target,
        on=before.on,
        level=before.level,
        source=before.source,
        strength=before.strength,
        evidence=before.evidence,
        who=before.who,
        corrects=before,
    )


def _stored_once(row: SkillAssessment) -> None:
    if SkillAssessment.objects.filter(corrects=row.corrects).exists():
        raise Conflict(CORRECTED)
    stored(row, wrong=CORRECTED)


def _check(row: SkillAssessment, today: dt.date | None) -> None:
    if today is not None and row.on > today:
        raise BadInput("This day is still to come. Say what is so by today.", where="on")
    if row.strength > Strength.SAID and not row.evidence.strip():
        message = "Name the example, test or work it rests on; without one, it is an impression."
        raise BadInput(message, where="evidence")

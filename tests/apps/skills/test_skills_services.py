"""Wanting skills and saying how far along they are; what was said is never changed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills import queries
from turnpoint.apps.skills.models import SkillAssessment, SkillTarget
from turnpoint.apps.skills.services import assessments, targets
from turnpoint.errors import BadInput, Conflict, NotFound

TODAY = dt.date(2026, 11, 22)


def wanted(owner: User, name: str = "Biology", **said: object) -> SkillTarget:
    usual = {"required": 4.0, "weight": 0.6, "by": dt.date(2030, 1, 1), "shown": 1.0}
    return targets.want(owner=owner, name=name, **usual | said)  # type: ignore[arg-type]  # what a target says


def level(owner: User, row: SkillTarget) -> float:
    return queries.skill(owner=owner, target_id=row.pk, today=TODAY).level


def test_a_level_is_what_roles_show_until_somebody_says_one(ada: User) -> None:
    row = wanted(ada)
    assert level(ada, row) == 1.0
    assessments.assess(owner=ada, target_id=row.pk, on=TODAY, level=2.5)
    assert level(ada, row) == 2.5


def test_a_skill_is_wanted_once_whatever_its_letters(ada: User, bob: User) -> None:
    wanted(ada)
    with pytest.raises(BadInput, match="already"):
        wanted(ada, "  biology ")
    wanted(bob)


def test_one_that_was_let_go_comes_back_with_what_was_said_of_it(ada: User) -> None:
    row = wanted(ada)
    assessments.assess(owner=ada, target_id=row.pk, on=TODAY, level=3)
    targets.let_go(owner=ada, target_ids=[row.pk])
    assert queries.skills(owner=ada, today=TODAY) == ()
    again = wanted(ada, required=6.0)
    assert (again.pk, again.required, level(ada, again)) == (row.pk, 6.0, 3.0)


@pytest.mark.parametrize("wrong", [{"required": 8.0}, {"weight": 0.0}, {"name": " "}])
def test_refuses_what_a_target_cannot_be(ada: User, wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        wanted(ada, **wrong)  # type: ignore[arg-type]  # what a target says
    assert not SkillTarget.objects.exists()


def test_evidence_that_is_claimed_has_to_be_named(ada: User) -> None:
    row = wanted(ada)
    with pytest.raises(BadInput, match="Name the example"):
        assessments.assess(owner=ada, target_id=row.pk, on=TODAY, level=3, strength=2)
    with pytest.raises(BadInput, match="still to come"):
        assessments.assess(
            owner=ada, target_id=row.pk, on=dt.date(2027, 1, 1), level=3, today=TODAY
        )


def test_a_correction_takes_the_place_of_what_it_corrects_once(ada: User) -> None:
    row = wanted(ada)
    first = assessments.assess(owner=ada, target_id=row.pk, on=TODAY, level=3)
    said = {"on": TODAY, "level": 2.0, "source": "self", "strength": 1}
    assessments.correct(owner=ada, assessment_id=first.pk, **said)
    assert level(ada, row) == 2.0
    with pytest.raises(Conflict, match="corrected already"):
        assessments.correct(owner=ada, assessment_id=first.pk, **said)


def test_taking_back_can_be_undone(ada: User) -> None:
    row = wanted(ada)
    first = assessments.assess(owner=ada, target_id=row.pk, on=TODAY, level=3)
    back = assessments.withdraw(owner=ada, assessment_id=first.pk)
    assert level(ada, row) == 1.0
    with pytest.raises(Conflict):
        assessments.withdraw(owner=ada, assessment_id=back.pk)
    assessments.say_again(owner=ada, assessment_id=back.pk)
    assert level(ada, row) == 3.0
    with pytest.raises(Conflict):
        assessments.say_again(owner=ada, assessment_id=first.pk)


def test_what_was_said_can_neither_be_changed_nor_removed(ada: User) -> None:
    row = wanted(ada)
    first = assessments.assess(owner=ada, target_id=row.pk, on=TODAY, level=3)
    with pytest.raises(Conflict):
        first.save()
    rows = SkillAssessment.objects.filter(pk=first.pk)
    for act in (lambda: rows.update(level=7), lambda: rows._raw_delete(connection.alias)):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()
    ada.delete()
    assert not SkillAssessment.objects.exists()


def test_nobody_assesses_anybody_elses_skill(ada: User, bob: User) -> None:
    row = wanted(ada)
    with pytest.raises(NotFound):
        assessments.assess(owner=bob, target_id=row.pk, on=TODAY, level=7)

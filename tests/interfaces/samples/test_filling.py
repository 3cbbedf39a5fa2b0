"""The sample people: each is whole, and every page of theirs has something to say."""

from __future__ import annotations

import pytest
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.queries import sample_people
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.experiments.queries import questions
from turnpoint.apps.destinations.reality import Lacking, reality
from turnpoint.apps.facilitation.queries import led
from turnpoint.apps.occupations.queries import area_name
from turnpoint.apps.plans.focus_queries import day_list
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.transitions import queries as transitions
from turnpoint.apps.transitions.nudges import nudges
from turnpoint.core.decision.check import in_the_way
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.interfaces.cli.demo import make_sample_people
from turnpoint.interfaces.samples.facilitating import INES
from turnpoint.interfaces.samples.filling import PEOPLE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("wages")]


def people() -> list[User]:
    """The four, without their facilitator, who has no workspace of her own."""
    return [person for person in sample_people() if person.username != INES]


def test_makes_four_people_with_a_facilitator_and_starts_with_the_first() -> None:
    assert make_sample_people(fresh=False) == "ruth"
    names = [person.username for person in sample_people()]
    assert names == ["ruth", "maren", "theo", "amara", "ines"]
    clients = led(facilitator=sample_people()[-1])
    assert [each.signed for each in clients] == [True, False]


def test_makes_nobody_twice() -> None:
    make_sample_people(fresh=False)
    make_sample_people(fresh=False)
    assert len(people()) == len(PEOPLE)


def test_makes_them_anew_when_asked() -> None:
    make_sample_people(fresh=False)
    first = sample_people()[0]
    destinations.active(owner=first)
    make_sample_people(fresh=True)
    assert len(people()) == len(PEOPLE)
    assert first not in sample_people()


def test_every_destination_has_a_reality_check_at_a_known_place() -> None:
    make_sample_people(fresh=False)
    for person in people():
        active = destinations.active(owner=person)
        assert active is not None
        assert area_name(profiles.profile(owner=person).area)
        found = reality(
            owner=person,
            said=active.latest.hypothesis(),
            today=timezone.localdate(),
            assumptions=Assumptions(),
        )
        assert not isinstance(found, Lacking)
        assert found.check.pay is not None


def test_keeps_the_revisions_in_the_order_of_their_dates_and_what_led_to_them() -> None:
    make_sample_people(fresh=False)
    for person, sample in zip(people(), PEOPLE, strict=True):
        active = destinations.active(owner=person)
        assert active is not None
        saved = destinations.revisions(owner=person, destination=active.destination)
        assert [each.hypothesis() for each in saved] == list(sample.revisions)
        moments = [each.saved_at for each in saved]
        assert moments == sorted(moments)
        assert moments[-1] < timezone.now()
        asked = questions(owner=person, destination=active.destination)
        trials = [trial for each in asked for trial in each.trials]
        assert any(trial.waiting for trial in trials)
        assert any(trial.result for trial in trials)
        led = {end.revision for trial in trials for end in trial.conclusions if end.revision}
        assert led == set(saved[1:])


def test_everybody_has_a_transition_that_lies_ahead_or_waits_to_be_looked_back_on() -> None:
    make_sample_people(fresh=False)
    today = timezone.localdate()
    for person in people():
        [row] = transitions.transitions(owner=person)
        found = transitions.checked(owner=person, transition_id=row.pk, today=today)
        assert not in_the_way(found.problems), person
        kinds = {each.kind for each in nudges(owner=person, today=today)}
        waiting = {"came true?", "look back"} if person.username == "theo" else {"decide"}
        assert waiting <= kinds


def test_everybody_has_a_day_and_something_left_open() -> None:
    make_sample_people(fresh=False)
    for person in people():
        found = day_list(owner=person, day=timezone.localdate())
        assert found.work.things
        assert found.home.things
        assert found.left

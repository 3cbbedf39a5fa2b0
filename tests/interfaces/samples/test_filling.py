"""The sample people: each is whole, and every page of theirs has something to say."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.queries import sample_people
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.experiments.ledger import ledger
from turnpoint.apps.destinations.experiments.queries import questions
from turnpoint.apps.destinations.reality import Lacking, reality
from turnpoint.apps.facilitation.clients import led
from turnpoint.apps.occupations.queries import area_name
from turnpoint.apps.plans.early import beginning
from turnpoint.apps.plans.focus_queries import day_list
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles.log_queries import logged
from turnpoint.apps.roles.models import CalendarTotal, ChosenSet
from turnpoint.apps.transitions import queries as transitions
from turnpoint.apps.transitions.models import LovedTime
from turnpoint.apps.transitions.nudges import nudges
from turnpoint.core.decision.check import in_the_way
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.interfaces.cli.demo import make_sample_people
from turnpoint.interfaces.samples.facilitating import INES
from turnpoint.interfaces.samples.filling import PEOPLE
from turnpoint.interfaces.samples.person import SamplePerson

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("wages")]


def people() -> list[User]:
    """The four, without their facilitator, who has written no more than her job."""
    return [person for person in sample_people() if person.username != INES]


def test_every_sample_person_is_whole(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """One filling for all that is only read: it takes seconds."""
    assert make_sample_people(fresh=False) == "ruth"
    names = [person.username for person in sample_people()]
    assert names == ["ruth", "maren", "theo", "amara", "ines"]
    ines = sample_people()[-1]
    clients = led(facilitator=ines)
    assert [each.engagement.owner.username for each in clients] == ["theo", "ruth"]
    for person, sample in zip(people(), PEOPLE, strict=True):
        has_a_reality_check_at_a_known_place(person)
        keeps_the_revisions_in_order_and_what_led_to_them(person, sample)
        asks_nothing_of_a_destination_before_it_is_written(person)
        has_a_transition_that_lies_ahead_or_waits_to_be_looked_back_on(person)
        has_a_day_and_something_left_open(person)
        logged_two_weeks(person)
        client.force_login(person)
        with django_assert_max_num_queries(29):
            client.get("/")
    client.force_login(ines)
    assert "in your role for some years" in client.get("/").content.decode()
    between_them_they_carry_a_new_role_a_calendar_a_ranking_and_what_an_offer_keeps()


def test_makes_nobody_twice_and_everybody_anew_when_asked() -> None:
    make_sample_people(fresh=False)
    first = sample_people()[0]
    make_sample_people(fresh=False)
    assert sample_people()[0] == first
    assert len(people()) == len(PEOPLE)
    make_sample_people(fresh=True)
    assert len(people()) == len(PEOPLE)
    assert first not in sample_people()


def has_a_reality_check_at_a_known_place(person: User) -> None:
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


def asks_nothing_of_a_destination_before_it_is_written(person: User) -> None:
    active = destinations.active(owner=person)
    assert active is not None
    entries = ledger(owner=person, destination=active.destination).entries
    assert "Revision 1" in {each.title for each in entries if each.at == min(e.at for e in entries)}


def keeps_the_revisions_in_order_and_what_led_to_them(person: User, sample: SamplePerson) -> None:
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
    ends = {end.revision for trial in trials for end in trial.conclusions if end.revision}
    assert ends == set(saved[1:])


def has_a_transition_that_lies_ahead_or_waits_to_be_looked_back_on(person: User) -> None:
    today = timezone.localdate()
    [row] = transitions.transitions(owner=person)
    found = transitions.checked(owner=person, transition_id=row.pk, today=today)
    assert not in_the_way(found.problems), person
    kinds = {each.kind for each in nudges(owner=person, today=today)}
    waiting = {"came true?", "look back"} if person.username == "theo" else {"decide"}
    assert waiting <= kinds


def has_a_day_and_something_left_open(person: User) -> None:
    found = day_list(owner=person, day=timezone.localdate())
    assert found.work.things
    assert found.home.things
    assert found.left


def logged_two_weeks(person: User) -> None:
    held = profiles.present_role(owner=person)
    assert held is not None
    assert len(logged(owner=person, held=held, today=timezone.localdate()).days) == 10


def between_them_they_carry_a_new_role_a_calendar_a_ranking_and_what_an_offer_keeps() -> None:
    ruth, maren, theo, amara = people()
    assert beginning(owner=theo, today=timezone.localdate())
    assert len(ChosenSet.objects.filter(owner=ruth)) == 5
    assert CalendarTotal.objects.filter(owner=maren).exists()
    of = LovedTime.objects.filter(option__transition__owner=amara)
    assert {each.option.stays: each.likely < 100 for each in of} == {True: False, False: True}

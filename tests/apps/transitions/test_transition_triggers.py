from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import Criterion, Effect, Option, Transition
from turnpoint.apps.transitions.services import criteria, effects, options, transitions


@pytest.fixture
def opened(ada: User) -> Transition:
    return transitions.open_transition(owner=ada, question="Do we move to Lyon?")


@contextmanager
def refused(sentence: str | None = None) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        yield


def test_the_database_keeps_staying(opened: Transition) -> None:
    stay = Option.objects.get(transition=opened)
    with refused("always an option"):
        Option.objects.filter(pk=stay.pk)._raw_delete("default")
    with refused("always an option|option_stays_first"):
        Option.objects.filter(pk=stay.pk).update(slot=3, stays=False)
    with refused():
        Option.objects.filter(pk=stay.pk).update(trashed_at=timezone.now())


def test_the_database_holds_one_staying_and_twelve_options(opened: Transition) -> None:
    with refused():
        Option.objects.create(transition=opened, slot=0, key="again", name="Stay too", stays=True)
    with refused():
        Option.objects.create(transition=opened, slot=2, key="again", name="Stay too", stays=True)
    with refused():
        Option.objects.create(transition=opened, slot=12, key="far", name="One too many")
    Option.objects.create(transition=opened, slot=3, key="one", name="One")
    with refused():
        Option.objects.create(transition=opened, slot=3, key="two", name="Two in one place")


def test_the_database_holds_a_cell_once(ada: User, opened: Transition) -> None:
    option = Option.objects.get(transition=opened)
    row = criteria.add_criterion(owner=ada, transition_id=opened.pk, name="Sleep")
    effects.say_effects(
        owner=ada, transition_id=opened.pk, cells={(option.pk, row.pk): {"likely": 7}}
    )
    with refused():
        Effect.objects.create(option=option, criterion=row)
    with refused():
        Effect.objects.update(low=float("inf"))


def test_a_removed_transition_takes_everything_along(ada: User, opened: Transition) -> None:
    option = options.add_option(owner=ada, transition_id=opened.pk, name="Lyon")
    row = criteria.add_criterion(owner=ada, transition_id=opened.pk, name="Sleep")
    effects.say_effects(
        owner=ada, transition_id=opened.pk, cells={(option.pk, row.pk): {"likely": 7}}
    )
    opened.delete()
    left = (Option, Criterion, Effect)
    assert [model._default_manager.count() for model in left] == [0, 0, 0]


def test_a_removed_owner_takes_transitions_along(ada: User, opened: Transition) -> None:
    ada.delete()
    assert Transition.objects.count() == Option.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_cannot_take_the_last_place() -> None:
    ada = User.objects.create_user(username="ada")
    opened = transitions.open_transition(owner=ada, question="Which of them?")
    for number in range(10):
        options.add_option(owner=ada, transition_id=opened.pk, name=f"Offer {number}")
    place = {"transition": opened, "slot": 11}
    Option.objects.create(key="first", name="The last place", **place)
    with pytest.raises(IntegrityError):
        Option.objects.create(key="second", name="The same place", **place)

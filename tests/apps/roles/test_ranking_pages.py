"""Ranking activities in sets of four, as a browser sends it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.models import Change
from turnpoint.apps.roles.ranked import Ranked, ranked
from turnpoint.apps.roles.services import activities, changes, ranking
from turnpoint.errors import BadInput, Conflict

ADDRESS = "/role/ranking/"


@pytest.fixture
def held(ada: User) -> HeldRole:
    """A role with eight activities, of which the earlier ones are dearer."""
    role = add_role(owner=ada, title="Help desk")
    for number in range(8):
        activities.add_activity(owner=ada, held=role, name=f"Activity {number}")
    return role


def standing(owner: User, held: HeldRole) -> Ranked:
    found = ranked(owner=owner, held=held)
    assert found is not None
    return found


def answer(owner: User, held: HeldRole) -> None:
    """Choose as somebody to whom the earlier activity is always dearer."""
    found = standing(owner, held)
    keys = sorted(row.pk for row in found.shown)
    number = len(found.choices)
    ranking.choose(owner=owner, held=held, number=number, best=keys[0], worst=keys[-1])


def test_ranks_until_the_rule_says_stop_and_can_be_used(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    assert "Rank 8 activities" in ada_browser.get(ADDRESS).content.decode()
    ranking.begin_ranking(owner=ada, held=held, seed=1)
    while not standing(ada, held).done:
        answer(ada, held)
    assert len(standing(ada, held).choices) <= 10
    page = ada_browser.get(ADDRESS).content.decode()
    assert "I would keep “Activity 0” first and drop “Activity 7” first." in page
    ada_browser.post(reverse("roles:use-ranking"))
    felt = [row.enjoyment for row in queries.activities(owner=ada, held=held)]
    assert felt[0] == 2
    assert felt[-1] == -2
    changes.undo(owner=ada, change_id=Change.objects.latest("pk").pk)
    assert {row.enjoyment for row in queries.activities(owner=ada, held=held)} == {None}


def test_going_back_shows_the_same_set_again(ada: User, held: HeldRole) -> None:
    ranking.begin_ranking(owner=ada, held=held, seed=1)
    first = standing(ada, held).shown
    answer(ada, held)
    assert standing(ada, held).shown != first
    ranking.go_back(owner=ada, held=held)
    assert standing(ada, held).shown == first
    with pytest.raises(BadInput, match="no choice"):
        ranking.go_back(owner=ada, held=held)


def test_a_set_is_answered_once(ada_browser: Client, ada: User, held: HeldRole) -> None:
    ranking.begin_ranking(owner=ada, held=held, seed=1)
    shown = standing(ada, held).shown
    said = {"number": "0", "best": str(shown[0].pk), "worst": str(shown[1].pk)}
    assert ada_browser.post(ADDRESS, said).status_code == 302
    again = ada_browser.post(ADDRESS, said, follow=True)
    assert "answered already" in again.content.decode()
    with pytest.raises(Conflict):
        ranking.choose(owner=ada, held=held, number=0, best=shown[0].pk, worst=shown[1].pk)


@pytest.mark.parametrize("best", ["", "x", "999999"])
def test_says_what_is_missing_from_a_choice(
    ada_browser: Client, ada: User, held: HeldRole, best: str
) -> None:
    ranking.begin_ranking(owner=ada, held=held, seed=1)
    worst = str(standing(ada, held).shown[0].pk)
    said = ada_browser.post(ADDRESS, {"number": "0", "best": best, "worst": worst})
    assert said.status_code == 422


def test_best_and_worst_are_two_different_ones(ada: User, held: HeldRole) -> None:
    ranking.begin_ranking(owner=ada, held=held, seed=1)
    one = standing(ada, held).shown[0].pk
    with pytest.raises(BadInput, match="two different"):
        ranking.choose(owner=ada, held=held, number=0, best=one, worst=one)


def test_goes_on_when_an_activity_was_removed_meanwhile(ada: User, held: HeldRole) -> None:
    ranking.begin_ranking(owner=ada, held=held, seed=1)
    answer(ada, held)
    activities.remove_activity(owner=ada, activity_id=standing(ada, held).shown[0].pk)
    assert len(standing(ada, held).items) == 7
    answer(ada, held)


def test_asks_for_five_activities_first(ada_browser: Client, ada: User) -> None:
    role = add_role(owner=ada, title="Help desk")
    activities.add_activity(owner=ada, held=role, name="Mending")
    assert "five activities or more" in ada_browser.get(ADDRESS).content.decode()
    with pytest.raises(BadInput, match="5 activities"):
        ranking.begin_ranking(owner=ada, held=role)

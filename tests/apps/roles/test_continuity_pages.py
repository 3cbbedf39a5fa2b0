"""From ticked activities to what an offer keeps, as a browser sends it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.models import Change, OtherRole, RoleActivity
from turnpoint.apps.roles.services import activities, changes, others
from turnpoint.core.role.activity import Share
from turnpoint.errors import BadInput, Conflict, NotFound

SUPPORT = "15-1232.00"


@pytest.fixture
def held(ada: User) -> HeldRole:
    return add_role(owner=ada, title="Help desk", occupation_code=SUPPORT)


@pytest.fixture
def known(ada: User, held: HeldRole) -> list[RoleActivity]:
    """Two activities: loved mending, draining lists."""
    add = activities.add_activity
    return [
        add(owner=ada, held=held, name="Mending", time=60, enjoyment=2, leading=False),
        add(owner=ada, held=held, name="Lists", time=40, enjoyment=-2, leading=False),
    ]


def read(browser: Client, name: str, *arguments: int) -> str:
    page = browser.get(reverse(f"roles:{name}", args=arguments))
    assert page.status_code == 200
    return page.content.decode()


def test_picks_activities_from_what_people_in_the_job_do(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    page = read(ada_browser, "role")
    codes = re.findall(r'name="code" value="([^"]+)"', page)[:5]
    ada_browser.post(reverse("roles:pick"), {"code": codes})
    rows = queries.activities(owner=ada, held=held)
    assert [row.code for row in rows] == codes
    again = activities.pick_activities(owner=ada, held=held, codes=codes)
    assert again.before == []


def test_refuses_an_activity_that_the_facts_do_not_know(
    ada_browser: Client, held: HeldRole
) -> None:
    answer = ada_browser.post(reverse("roles:pick"), {"code": ["4.X"]})
    assert answer.status_code == 400
    assert "no activity" in answer.content.decode()


def test_says_kindly_that_time_does_not_come_to_the_whole_and_spreads_only_when_asked(
    ada_browser: Client, ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    form = {f"time-{known[0].pk}": "30", f"time-{known[1].pk}": "20"}
    form |= {f"enjoyment-{known[0].pk}": "2", f"enjoyment-{known[1].pk}": "-2"}
    ada_browser.post(reverse("roles:activities"), form)
    assert "These come to 50 of 100" in read(ada_browser, "activities")
    assert [row.time for row in queries.activities(owner=ada, held=held)] == [30, 20]
    ada_browser.post(reverse("roles:whole"))
    assert [row.time for row in queries.activities(owner=ada, held=held)] == [60, 40]


def test_a_change_can_be_undone_and_done_again(ada: User, known: list[RoleActivity]) -> None:
    change = activities.change_activity(owner=ada, activity_id=known[0].pk, time=10.0, enjoyment=0)
    back = changes.undo(owner=ada, change_id=change.pk)
    row = RoleActivity.objects.get(pk=known[0].pk)
    assert (row.time, row.enjoyment) == (60, 2)
    changes.undo(owner=ada, change_id=back.pk)
    row.refresh_from_db()
    assert (row.time, row.enjoyment) == (10, 0)
    with pytest.raises(Conflict, match="already"):
        changes.undo(owner=ada, change_id=change.pk)


def test_undoing_an_addition_removes_it_and_a_removal_brings_it_back(
    ada: User, bob: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    change = activities.remove_activity(owner=ada, activity_id=known[0].pk)
    assert len(queries.activities(owner=ada, held=held)) == 1
    with pytest.raises(NotFound):
        changes.undo(owner=bob, change_id=change.pk)
    changes.undo(owner=ada, change_id=change.pk)
    assert len(queries.activities(owner=ada, held=held)) == 2
    added = Change.objects.filter(owner=ada).order_by("pk")[1]
    changes.undo(owner=ada, change_id=added.pk)
    assert [row.name for row in queries.activities(owner=ada, held=held)] == ["Mending"]


def test_an_undo_says_when_something_else_has_taken_the_place(
    ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    change = activities.remove_activity(owner=ada, activity_id=known[0].pk)
    activities.add_activity(owner=ada, held=held, name="mending")
    with pytest.raises(Conflict, match="taken its place"):
        changes.undo(owner=ada, change_id=change.pk)


def test_holds_no_more_than_twenty_four_activities(ada: User, held: HeldRole) -> None:
    for number in range(24):
        activities.add_activity(owner=ada, held=held, name=f"Activity {number}")
    with pytest.raises(BadInput, match="24"):
        activities.add_activity(owner=ada, held=held, name="One more")


def test_the_same_activity_twice_is_said_at_its_name(
    ada_browser: Client, known: list[RoleActivity]
) -> None:
    answer = ada_browser.post(reverse("roles:add"), {"name": "mending", "time": "5"})
    assert answer.status_code == 422
    assert RoleActivity.objects.count() == 2


def test_changing_to_hours_converts_what_was_said(
    ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    activities.set_week(owner=ada, held=held, hours=40.0, unit="hours")
    assert [row.time for row in queries.activities(owner=ada, held=held)] == [24, 16]


def test_an_offer_begins_unknown_and_an_answer_narrows_it_at_once(
    ada_browser: Client, ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    offer = others.put_beside(owner=ada, held=held, name="Aldgate", origin="offer")
    found = queries.continuity_of(owner=ada, other_id=offer.pk)
    assert found is not None
    assert found.found.love.kept is not None
    assert found.found.love.kept == pytest.approx((0, 1))
    assert "“Mending”" in found.questions[0].text
    answer = ada_browser.post(
        reverse("roles:other", args=[offer.pk]),
        {f"time-own-{known[0].pk}": "30-45"},
        headers={"HX-Request": "true"},
    )
    assert "50–75\u00a0%" in answer.content.decode()
    page = read(ada_browser, "other", offer.pk)
    assert 'value="30–45"' in page
    assert "Keep “Mending”: 24 hours a week today, perhaps 12 there." in page


@pytest.mark.parametrize("typed", ["a lot", "120", "10-20-30"])
def test_refuses_a_time_that_is_none(
    ada_browser: Client, ada: User, held: HeldRole, known: list[RoleActivity], typed: str
) -> None:
    offer = others.put_beside(owner=ada, held=held, name="Aldgate", origin="offer")
    answer = ada_browser.post(
        reverse("roles:other", args=[offer.pk]), {f"time-own-{known[0].pk}": typed}
    )
    assert answer.status_code == 422


def test_times_beyond_the_whole_are_read_in_proportion_with_a_word(
    ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    offer = others.put_beside(owner=ada, held=held, name="Aldgate", origin="offer")
    shares = {row.pk: Share(1.0, 1.0) for row in known}
    others.answer(owner=ada, other_id=offer.pk, shares=shares)
    found = queries.continuity_of(owner=ada, other_id=offer.pk)
    assert found is not None
    assert "in proportion" in found.notes[0]
    assert found.found.love.kept is not None
    assert found.found.love.kept.low == pytest.approx(0.5 / 0.6)


def test_an_occupation_is_a_guess_until_asked(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    page = read(ada_browser, "role")
    codes = re.findall(r'name="code" value="([^"]+)"', page)[:5]
    ada_browser.post(reverse("roles:pick"), {"code": codes})
    for row in queries.activities(owner=ada, held=held):
        activities.change_activity(owner=ada, activity_id=row.pk, time=20.0, enjoyment=2)
    ada_browser.post(
        reverse("roles:beside"),
        {
            "name": "The same job elsewhere",
            "origin": "occupation",
            "work_title": "Computer User Support Specialists",
            "work_code": SUPPORT,
        },
    )
    row = OtherRole.objects.get(owner=ada)
    page = read(ada_browser, "other", row.pk)
    assert "a guess until asked" in page
    found = queries.continuity_of(owner=ada, other_id=row.pk)
    assert found is not None
    assert found.guessed
    assert found.found.love.kept is not None
    assert 0 < found.found.love.kept.low < found.found.love.kept.high < 1


def test_up_to_four_roles_stand_beside_ones_own(
    ada_browser: Client, ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    for number in range(4):
        others.put_beside(owner=ada, held=held, name=f"Offer {number}", origin="offer")
    with pytest.raises(BadInput, match="Up to 4"):
        others.put_beside(owner=ada, held=held, name="One more", origin="offer")
    row = queries.others(owner=ada, held=held)[1]
    change = others.remove_other(owner=ada, other_id=row.pk)
    changes.undo(owner=ada, change_id=change.pk)
    assert len(queries.others(owner=ada, held=held)) == 4
    assert "Four are as many" in read(ada_browser, "beside")


def test_a_promotion_shows_how_leading_would_move(
    ada_browser: Client, ada: User, held: HeldRole, known: list[RoleActivity]
) -> None:
    row = others.put_beside(owner=ada, held=held, name="Team lead", origin="promotion")
    others.add_there(
        owner=ada, other_id=row.pk, name="Leading", share=Share(0.6, 0.6), leading=True
    )
    others.answer(
        owner=ada,
        other_id=row.pk,
        shares={known[0].pk: Share(0.4, 0.4), known[1].pk: Share(0.0, 0.0)},
    )
    found = queries.continuity_of(owner=ada, other_id=row.pk)
    assert found is not None
    assert found.found.leading.now == pytest.approx((0, 0))
    assert found.found.leading.there == pytest.approx((0.6, 0.6))
    page = read(ada_browser, "other", row.pk)
    assert "Leading others would grow, from 0\u00a0% of the time to 60\u00a0%." in page
    assert "Hands-on work would shrink, from 100\u00a0% of the time to 40\u00a0%." in page
    assert "Team lead: “Mending” goes from 24.0 hours a week to 16.0." in page


def test_without_time_said_nothing_can_be_kept(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    row = others.put_beside(owner=ada, held=held, name="Aldgate", origin="offer")
    assert queries.continuity_of(owner=ada, other_id=row.pk) is None
    assert "where your time goes today" in read(ada_browser, "other", row.pk)

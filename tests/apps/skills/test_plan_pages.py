"""The plan: found within limits, edited by hand with a sentence per breach, and kept as accepted."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills import solving
from turnpoint.apps.skills.accepted import in_force
from turnpoint.apps.skills.dates import dates
from turnpoint.apps.skills.drafting import draft, month_after
from turnpoint.apps.skills.models import AcceptedPlan, Opportunity, PlanFrame
from turnpoint.apps.skills.nudges import nudges
from turnpoint.apps.skills.services import opportunities, planning, targets
from turnpoint.errors import BadInput, Conflict

COURSE = {
    "name": "Evening course",
    "kind": "course",
    "at_employer": "no",
    "hours": "3",
    "length": "4",
    "cost": "300",
}


def today() -> dt.date:
    return timezone.localdate()


def _read(browser: Client, address: str) -> str:
    page = browser.get(address)
    assert page.status_code == 200
    return page.content.decode()


def _sent(page: str, name: str) -> str:
    """What a form of the page would send of a hidden field."""
    return page.split(f'name="{name}" value="')[1].split('"', maxsplit=1)[0]


@pytest.fixture
def wanted(ada: User) -> int:
    row = targets.want(
        owner=ada, name="Biology", required=4, weight=0.6, by=month_after(today(), 18), shown=1.5
    )
    return int(row.pk)


@pytest.fixture
def two(ada: User, wanted: int) -> tuple[int, int]:
    """A project of two months, and a course of three that comes after it; four hours a week."""
    first = opportunities.add(
        owner=ada,
        name="Project",
        kind="project",
        at_employer=True,
        hours=3.0,
        length=2,
        levels={wanted: 3.0},
    )
    second = opportunities.add(
        owner=ada,
        name="Course",
        kind="course",
        hours=3.0,
        length=3,
        levels={wanted: 4.0},
        after=[first.pk],
    )
    planning.set_limits(owner=ada, hours=4.0, budget=0, months=12)  # type: ignore[arg-type]  # nothing is nothing
    return first.pk, second.pk


def _wait(owner: User) -> solving.Found:
    for _ in range(200):
        if solving.search_for(made := draft(owner=owner, today=today())) is None:
            return solving.found_for(made)
        time.sleep(0.05)
    raise AssertionError("the search did not end")


def test_pages_teach_what_comes_first(ada_browser: Client, wanted: int) -> None:
    assert "Six to begin with" in _read(ada_browser, "/skills/opportunities/")
    assert "something to choose from" in _read(ada_browser, "/skills/plan/")
    example = _read(ada_browser, "/skills/opportunities/new/?like=evening-course")
    assert "An evening course with a certificate" in example


def test_a_refused_opportunity_keeps_what_was_typed(
    ada_browser: Client, ada: User, two: tuple[int, int], wanted: int
) -> None:
    sent = COURSE | {"name": "course", f"level-{wanted}": "4", "where": "Dover"}
    page = ada_browser.post("/skills/opportunities/new/", sent)
    assert page.status_code == 422
    assert "There is an opportunity of this name already" in page.content.decode()
    assert "Dover" in page.content.decode()
    circle = COURSE | {"name": "Project", "after": [str(two[1])]}
    page = ada_browser.post(f"/skills/opportunities/{two[0]}/", circle)
    assert "wait for one another" in page.content.decode()
    assert Opportunity.objects.get(pk=two[0]).cost == 0


def test_removes_and_finishes_with_a_way_back(ada_browser: Client, two: tuple[int, int]) -> None:
    address = f"/skills/opportunities/{two[0]}/"
    ada_browser.post(f"{address}remove/")
    ada_browser.post(f"{address}restore/")
    ada_browser.post(f"{address}done/")
    assert Opportunity.objects.get(pk=two[0]).done_on == today()
    ada_browser.post(f"{address}not-done/")
    assert Opportunity.objects.get(pk=two[0]).done_on is None


def test_a_search_that_came_to_grief_is_tried_again_by_the_page_only(
    ada: User, two: tuple[int, int]
) -> None:
    made = draft(owner=ada, today=today())
    failed = solving.Search((ada.pk, made.inputs), 0.0, failed=True)
    solving.kept.running[ada.pk] = failed
    assert solving.search_for(made) is failed
    assert solving.search_for(made, again=True) is not failed
    _wait(ada)


def test_finds_the_plan_and_what_holds_it_back(
    ada_browser: Client, ada: User, two: tuple[int, int]
) -> None:
    page = _read(ada_browser, "/skills/plan/")
    assert "Course" in page
    found = _wait(ada)
    assert [each.start for each in found.plan.taken] == [0, 2]
    assert found.plan.proven
    page = _read(ada_browser, "/skills/plan/")
    assert "No plan within these limits is worth more: that is proven." in page
    assert "What holds it back" in page
    assert ada_browser.get("/skills/plan/progress/").status_code == 302
    polled = ada_browser.get("/skills/plan/progress/", headers={"HX-Request": "true"})
    assert polled.headers["HX-Retarget"] == "#found"


def test_a_move_is_checked_with_a_sentence_per_breach(
    ada_browser: Client, ada: User, two: tuple[int, int]
) -> None:
    page = _read(ada_browser, "/skills/plan/")
    now = f"{today():%Y-%m}"
    sent = {"start": now, "shown": _sent(page, "shown")}
    moved = ada_browser.post(f"/skills/plan/of/{two[1]}/move/", sent, follow=True)
    said = moved.content.decode()
    assert "“Course” needs “Project” to be finished before." in said
    assert "6 hours a week; you have 4." in said
    assert "Accept this plan" not in said
    assert "/skills/plan/search/" in said
    ada_browser.post("/skills/plan/search/")
    assert not PlanFrame.objects.get().by_hand
    assert "needs “Project”" not in _read(ada_browser, "/skills/plan/")


def test_pins_and_leaves_out_and_takes_both_back(
    ada_browser: Client, ada: User, two: tuple[int, int]
) -> None:
    later = f"{month_after(today(), 3):%Y-%m}"
    ada_browser.post(f"/skills/plan/of/{two[0]}/pin/", {"start": later})
    made = draft(owner=ada, today=today())
    assert made.pinned == {str(two[0]): 3}
    assert solving.found_for(made).plan.taken[0].start == 3
    ada_browser.post(f"/skills/plan/of/{two[0]}/unpin/", {"start": later})
    ada_browser.post(f"/skills/plan/of/{two[0]}/leave-out/", {"start": later})
    page = _read(ada_browser, "/skills/plan/")
    assert "left out by you" in page
    assert "Nothing that is written down brings" in page
    ada_browser.post(f"/skills/plan/of/{two[0]}/bring-back/")
    assert "left out by you" not in _read(ada_browser, "/skills/plan/")


def test_what_is_pinned_and_cannot_be_kept_to_is_said(
    ada_browser: Client, two: tuple[int, int]
) -> None:
    for key in two:
        ada_browser.post(f"/skills/plan/of/{key}/pin/", {"start": f"{today():%Y-%m}"})
    page = _read(ada_browser, "/skills/plan/")
    assert "What is pinned cannot be kept to" in page
    assert "6 hours a week; you have 4." in page


def test_limits_that_cannot_be_keep_what_was_typed(
    ada_browser: Client, two: tuple[int, int]
) -> None:
    sent = {"hours": "5", "budget": "120", "months": "90"}
    page = ada_browser.post("/skills/plan/limits/", sent)
    assert page.status_code == 422
    assert "from 1 to 60" in page.content.decode()
    ada_browser.post("/skills/plan/limits/", sent | {"months": "30"})
    assert PlanFrame.objects.get().months == 30


def test_an_accepted_plan_stays_as_it_was_and_asks_for_its_next_step(
    ada_browser: Client, ada: User, two: tuple[int, int]
) -> None:
    page = _read(ada_browser, "/skills/plan/")
    sent = {name: _sent(page, name) for name in ("shown", "inputs", "bound")}
    ada_browser.post("/skills/plan/accept/", sent)
    rows = AcceptedPlan.objects.all()
    for act in (lambda: rows.update(content="{}"), lambda: rows._raw_delete(connection.alias)):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()
    (begun,) = nudges(owner=ada, today=today())
    assert (begun.kind, begun.text) == ("under way, until", "Project")
    assert "Project" in _read(ada_browser, "/")
    added = ada_browser.post(
        "/day/add/", {"area": "work", "text": begun.text, "serves": begun.serves}, follow=True
    )
    assert f"/skills/opportunities/{two[0]}/" in added.content.decode()
    assert {each.uid for each in dates(owner=ada)} >= {f"opportunity-{two[1]}-begins"}
    ada_browser.post(begun.tick)
    late = month_after(today(), 5)
    assert [each.text for each in nudges(owner=ada, today=late)] == ["Course"]
    assert "Project" in _read(ada_browser, "/skills/plan/accepted/1/")
    ada_browser.post("/skills/plan/accepted/1/withdraw/")
    assert in_force(owner=ada) is None
    ada_browser.post("/skills/plan/accepted/1/restore/")
    assert in_force(owner=ada) is not None
    ada.delete()
    assert not AcceptedPlan.objects.exists()


def test_a_plan_is_not_accepted_once_something_changed_or_crosses_a_limit(
    ada: User, two: tuple[int, int]
) -> None:
    made = draft(owner=ada, today=today())
    both = dict.fromkeys(two, today())
    with pytest.raises(BadInput, match="needs “Project”"):
        planning.accept(owner=ada, today=today(), starts=both, inputs=made.inputs)
    opportunities.remove(owner=ada, opportunity_id=two[1])
    with pytest.raises(Conflict, match="has changed since"):
        planning.accept(owner=ada, today=today(), starts=both, inputs=made.inputs)


def test_a_cost_in_another_currency_is_left_out_and_named(
    ada_browser: Client, ada: User, wanted: int
) -> None:
    opportunities.add(
        owner=ada,
        name="Lyon",
        kind="course",
        hours=1.0,
        length=1,
        cost=40,
        currency="EUR",
        levels={wanted: 4.0},
    )
    opportunities.add(
        owner=ada, name="Home", kind="course", hours=1.0, length=1, levels={wanted: 4.0}
    )
    page = _read(ada_browser, "/skills/plan/")
    assert "Its cost is in EUR" in page

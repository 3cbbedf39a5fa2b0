"""The pages of skills: from what the destination asks for to a level with its evidence."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.services import write_destination
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.skills.models import SkillAssessment, SkillTarget

pytestmark = pytest.mark.usefixtures("wages")

PONDS = Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1), occupation_code="37-1012.00")
SAID = {
    "level": "3",
    "on": "2026-01-10",
    "source": "manager",
    "who": "Imani",
    "strength": "2",
    "evidence": "Led the supplier talks in May.",
}


def _read(browser: Client, address: str) -> str:
    page = browser.get(address)
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def heading(ada: User) -> None:
    add_role(owner=ada, title="IT director", occupation_code="11-3021.00")
    write_destination(owner=ada, said=PONDS)


@pytest.fixture
def biology(ada: User) -> SkillTarget:
    row: SkillTarget = SkillTarget.objects.create(
        owner=ada, name="Biology", required=4, weight=0.6, by=dt.date(2030, 1, 1), shown=1.5
    )
    return row


def test_without_a_destination_the_page_says_where_skills_start(ada_browser: Client) -> None:
    assert "Skills start at the far end" in _read(ada_browser, "/skills/")


@pytest.mark.usefixtures("heading")
def test_takes_one_of_what_the_destination_asks_for_and_then_the_rest(ada_browser: Client) -> None:
    page = _read(ada_browser, "/skills/")
    key = page.split('name="key" value="')[1].split('"')[0]
    ada_browser.post("/skills/take/", {"key": key})
    one = SkillTarget.objects.get()
    assert one.element_id == key
    assert one.by == PONDS.by
    assert f'value="{key}"' not in _read(ada_browser, "/skills/")
    taken = ada_browser.post("/skills/take/", follow=True).content.decode()
    assert SkillTarget.objects.count() > 2
    assert "What the destination asks for" not in taken
    undo = taken.split('action="/skills/give-back/')[1].split('"')[0]
    ada_browser.post(f"/skills/give-back/{undo}")
    assert SkillTarget.objects.filter(trashed_at=None).get() == one


def test_a_refused_target_keeps_what_was_typed(ada_browser: Client, biology: SkillTarget) -> None:
    sent = {"name": "biology", "required": "5", "percent": "70", "by": "2029-05-01"}
    page = ada_browser.post("/skills/new/", sent)
    assert page.status_code == 422
    assert "You want this skill already" in page.content.decode()
    assert "2029-05-01" in page.content.decode()


def test_a_skill_shows_its_level_the_rule_and_how_it_went(
    ada_browser: Client, biology: SkillTarget
) -> None:
    address = f"/skills/{biology.pk}/"
    assert "what your roles show" in _read(ada_browser, address)
    ada_browser.post(f"{address}assess/", SAID)
    page = _read(ada_browser, address)
    assert "the strongest evidence counts" in page
    assert "Led the supplier talks" in page
    assert "Biology: 3 on 10 January 2026; 1 short of the 4 wanted by 1 January 2030." in page


def test_evidence_without_a_word_of_it_is_asked_for_at_its_place(
    ada_browser: Client, biology: SkillTarget
) -> None:
    page = ada_browser.post(f"/skills/{biology.pk}/assess/", SAID | {"evidence": ""})
    assert page.status_code == 422
    assert "Name the example" in page.content.decode()
    assert "Imani" in page.content.decode()
    assert not SkillAssessment.objects.exists()


def test_corrects_and_takes_back_what_was_said(ada_browser: Client, biology: SkillTarget) -> None:
    ada_browser.post(f"/skills/{biology.pk}/assess/", SAID)
    first = SkillAssessment.objects.get()
    assert "Led the supplier talks" in _read(ada_browser, f"/skills/said/{first.pk}/correct/")
    ada_browser.post(f"/skills/said/{first.pk}/correct/", SAID | {"level": "2"})
    page = _read(ada_browser, f"/skills/{biology.pk}/")
    assert "corrected since" in page
    newer = SkillAssessment.objects.get(corrects=first)
    said = ada_browser.post(f"/skills/said/{newer.pk}/withdraw/", follow=True).content.decode()
    assert "Nobody has said anything yet" in said
    undo = said.split('action="/skills/said/')[-1].split('"')[0]
    assert undo.endswith("say-again/")
    ada_browser.post(f"/skills/said/{undo}")
    assert "2 short" in _read(ada_browser, f"/skills/{biology.pk}/")


def test_a_removed_skill_comes_back(ada_browser: Client, biology: SkillTarget) -> None:
    page = ada_browser.post(f"/skills/{biology.pk}/remove/", follow=True).content.decode()
    assert f"/skills/{biology.pk}/restore/" in page
    ada_browser.post(f"/skills/{biology.pk}/restore/")
    assert "Biology" in _read(ada_browser, "/skills/")

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries, services
from turnpoint.apps.profiles.kinds import KINDS

TITLE = {"job_title": "computer systems manager"}
CHOSEN = TITLE | {"job_asked": TITLE["job_title"], "job_code": "11-3021.00"}
SAME_ROLE = {"job_title": "IT director", "job_code": "11-3021.00"}


def test_an_empty_profile_asks_for_a_title_and_nothing_else(ada_browser: Client) -> None:
    page = ada_browser.get("/profile/").content.decode()
    assert "What is your job title?" in page
    assert page.count('type="text"') == 1


def test_a_title_leads_to_the_occupations_it_may_mean(ada: User, ada_browser: Client) -> None:
    page = ada_browser.post("/profile/roles/add/", TITLE)
    assert page.status_code == 200
    content = page.content.decode()
    assert "which of these comes closest?" in content
    assert 'value="11-3021.00"' in content
    assert 'class="error"' not in content
    assert queries.held_roles(owner=ada) == ()


def test_the_choice_makes_a_role_and_the_rest_can_be_skipped(
    ada: User, ada_browser: Client
) -> None:
    response = ada_browser.post("/profile/roles/add/", CHOSEN)
    (role,) = queries.held_roles(owner=ada)
    assert (role.title, role.occupation_code) == ("computer systems manager", "11-3021.00")
    page = ada_browser.get(response["Location"]).content.decode()
    assert "Skip for now" in page
    assert "computer systems manager" in ada_browser.get("/profile/").content.decode()


def test_choosing_nothing_says_what_to_do(ada_browser: Client) -> None:
    page = ada_browser.post("/profile/roles/add/", TITLE | {"job_asked": TITLE["job_title"]})
    assert page.status_code == 422
    assert "Choose the occupation that comes closest" in page.content.decode()


def test_no_title_says_what_is_missing(ada_browser: Client) -> None:
    page = ada_browser.post("/profile/roles/add/", {"job_title": ""})
    assert page.status_code == 422
    assert "what the job is called" in page.content.decode()


def test_changes_everything_about_a_role(ada: User, ada_browser: Client) -> None:
    role = services.add_role(owner=ada, title="IT director", occupation_code="11-3021.00")
    sent = SAME_ROLE | {
        "employer": "Acme",
        "start": "Mar 2019",
        "end": "",
        "pay": "96000",
        "pay_currency": "EUR",
        "pay_period": "year",
        "place": "Turin",
        "summary": "Runs it.",
        "is_main": "on",
    }
    assert ada_browser.post(f"/profile/roles/{role.pk}/", sent).status_code == 302
    role.refresh_from_db()
    assert (str(role.start), role.pay, role.pay_currency) == ("Mar 2019", 96_000, "EUR")
    page = ada_browser.get("/profile/").content.decode()
    for words in ("Mar 2019 – now", "96,000 EUR a year", "Turin", "you start from here", "Acme"):
        assert words in page
    assert 'value="2019-03"' in ada_browser.get(f"/profile/roles/{role.pk}/").content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"start": "soon"}, "is not a date"),
        ({"start": "2019", "end": "2011"}, "ends before it starts"),
        ({"pay": "-1"}, "greater than or equal to 0"),
        ({"pay": "lots"}, "number"),
        ({"pay_currency": "XXX"}, "valid choice"),
        ({"end": "2011", "end_unknown": "on"}, "do not know"),
    ],
)
def test_says_beside_the_answer_what_is_wrong(
    ada: User, ada_browser: Client, sent: dict[str, str], words: str
) -> None:
    role = services.add_role(owner=ada, title="IT director", occupation_code="11-3021.00")
    page = ada_browser.post(f"/profile/roles/{role.pk}/", SAME_ROLE | sent)
    assert page.status_code == 422
    assert words in page.content.decode()


@pytest.mark.parametrize(
    ("kind", "sent", "shown"),
    [
        ("education", {"degree": "BSc", "area": "Ponds", "level": "6", "end_year": "2004"}, "2004"),
        ("skills", {"name": "Welding", "level": "3.5"}, "3.5 of 7"),
        ("languages", {"name": "Italian", "fluency": "first language"}, "first language"),
        ("certifications", {"name": "Gas licence", "issuer": "TÜV", "year": "2010"}, "TÜV, 2010"),
    ],
)
def test_adds_changes_removes_and_restores_each_kind(
    ada: User, ada_browser: Client, kind: str, sent: dict[str, str], shown: str
) -> None:
    assert ada_browser.get(f"/profile/{kind}/add/").status_code == 200
    assert ada_browser.post(f"/profile/{kind}/add/", sent).status_code == 302
    assert shown in ada_browser.get("/profile/").content.decode()
    (row,) = getattr(queries, kind)(owner=ada)
    address = f"/profile/{kind}/{row.pk}/"
    assert ada_browser.post(address, sent).status_code == 302
    removed = ada_browser.post(f"{address}remove/", follow=True).content.decode()
    assert f'action="{address}restore/"' in removed
    assert getattr(queries, kind)(owner=ada) == ()
    ada_browser.post(f"{address}restore/")
    assert getattr(queries, kind)(owner=ada) == (row,)


@pytest.mark.parametrize("kind", ["roles", "education", "skills", "languages", "certifications"])
def test_nobody_reaches_what_is_anothers(ada: User, bob_browser: Client, kind: str) -> None:
    found = KINDS[kind]
    said = {"roles": {"title": "Boss"}, "education": {"area": "Law"}}.get(kind, {"name": "Law"})
    row = found.add(owner=ada, **said)
    address = f"/profile/{kind}/{row.pk}/"
    assert bob_browser.get(address).status_code == 404
    for step in ("", "remove/"):
        assert bob_browser.post(address + step, said).status_code == 404
    found.remove(owner=ada, entry_id=row.pk)
    assert bob_browser.post(f"{address}restore/").status_code == 404


def test_a_kind_that_does_not_exist_is_not_found(ada_browser: Client) -> None:
    assert ada_browser.get("/profile/dragons/add/").status_code == 404


@pytest.mark.shared
def test_a_skill_that_onet_rates_is_suggested_and_known_by_its_name(
    ada: User, ada_browser: Client, full_facts: Path, settings: Settings
) -> None:
    settings.FACTS_DIR = full_facts
    assert (
        '<option value="Negotiation">' in ada_browser.get("/profile/skills/add/").content.decode()
    )
    ada_browser.post("/profile/skills/add/", {"name": "negotiation", "level": "5"})
    assert queries.skills(owner=ada)[0].element_id == "2.B.1.d"


def test_saves_what_is_said_once(ada: User, ada_browser: Client, wages: Path) -> None:
    sent = {
        "name": "Ada",
        "headline": "I keep things running",
        "place": "Fresno",
        "area": "California",
        "currency": "USD",
        "education_level": "6",
    }
    assert ada_browser.post("/profile/about/", sent).status_code == 302
    page = ada_browser.get("/profile/").content.decode()
    for words in ("I keep things running", "Fresno", "California", "Bachelor’s degree"):
        assert words in page
    wrong = ada_browser.post("/profile/about/", sent | {"area": "Atlantis"})
    assert wrong.status_code == 422
    assert "Atlantis" in wrong.content.decode()


def test_nothing_that_was_written_becomes_markup(ada: User, ada_browser: Client) -> None:
    services.add_role(owner=ada, title="<script>x</script>", summary="<img src=x>")
    page = ada_browser.get("/profile/").content.decode()
    assert "<script>x" not in page
    assert "<img" not in page


def test_imports_a_file_by_preview_and_undoes_it(
    ada: User, ada_browser: Client, bob_browser: Client, linkedin_zip: bytes
) -> None:
    file = SimpleUploadedFile("export.zip", linkedin_zip)
    looked = ada_browser.post("/profile/import/", {"file": file})
    address = looked["Location"]
    page = ada_browser.get(address)
    content = page.content.decode()
    for words in ("Head Chef", "Chez Lune", "messages.csv", "never opened", "Closest occupation"):
        assert words in content
    assert queries.held_roles(owner=ada) == ()
    assert bob_browser.get(address).status_code == 404
    keys = [
        line.proposal.key
        for section in page.context["sections"]
        for _, lines in section.groups
        for line in lines
    ]
    nothing = ada_browser.post(address, follow=True).content.decode()
    assert "Nothing was ticked" in nothing
    done = ada_browser.post(address, {"keep": keys}, follow=True).content.decode()
    assert "Took over" in done
    assert len(queries.held_roles(owner=ada)) == 3
    (accepted,) = queries.accepted_imports(owner=ada)
    assert bob_browser.post(f"/profile/import/{accepted.pk}/undo/").status_code == 404
    undone = ada_browser.post(f"/profile/import/{accepted.pk}/undo/", follow=True)
    assert "Undid the import" in undone.content.decode()
    assert queries.held_roles(owner=ada) == ()


def test_the_import_page_says_what_stays_closed(ada_browser: Client) -> None:
    page = ada_browser.get("/profile/import/").content.decode()
    assert "messages" in page
    assert "stay closed" in page

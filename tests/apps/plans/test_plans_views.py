from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.services import write_destination
from turnpoint.apps.profiles.services import add_role

PONDS = Hypothesis(
    statement="I keep ponds.",
    by=dt.date(2031, 11, 1),
    least_sure="Winters.",
    confidence=40,
    dreams=(
        Dream(DreamKind.DREAM, "A greenhouse", dt.date(2030, 4, 1)),
        Dream(DreamKind.PLACE, "Stay near the sea"),
    ),
)


def _read(browser: Client, address: str) -> str:
    page = browser.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_today_starts_a_newcomer_with_their_job(ada_browser: Client) -> None:
    page = _read(ada_browser, "/")
    assert "Where does your career go next?" in page
    assert "Say what your job is" in page


def test_today_asks_for_a_destination_before_it_shows_the_market(
    ada_browser: Client, ada: User
) -> None:
    add_role(owner=ada, title="IT director", occupation_code="11-3021.00")
    page = _read(ada_browser, "/")
    assert "Say first where you want to be." in page
    assert "IT director" in page


def test_today_leads_with_the_destination_in_their_own_words(
    ada_browser: Client, ada: User
) -> None:
    write_destination(owner=ada, said=PONDS)
    page = _read(ada_browser, "/")
    assert "“I keep ponds.”" in page
    assert "Winters." in page


def test_today_lists_dated_dreams_in_order_and_leaves_out_the_others(
    ada_browser: Client, ada: User
) -> None:
    write_destination(owner=ada, said=PONDS)
    page = _read(ada_browser, "/")
    assert page.index("A greenhouse") < page.index("November 2031", page.index("A greenhouse"))
    assert "Stay near the sea" not in page


def test_today_shows_nothing_of_other_people(bob_browser: Client, ada: User) -> None:
    write_destination(owner=ada, said=PONDS)
    assert "I keep ponds" not in _read(bob_browser, "/")


def test_finds_pages_by_any_of_their_words(ada_browser: Client) -> None:
    page = _read(ada_browser, "/find/?q=upload+cv")
    assert "Import a résumé" in page
    assert "Transitions" not in page.partition("<main")[2].partition("</main>")[0]


def test_finds_occupations_and_says_why(ada_browser: Client) -> None:
    assert "Zoologists" in _read(ada_browser, "/find/?q=zoologist")


def test_finds_ones_own_destinations_only(
    ada_browser: Client, bob_browser: Client, ada: User
) -> None:
    write_destination(owner=ada, said=PONDS)
    assert "I keep ponds." in _read(ada_browser, "/find/?q=ponds")
    assert "I keep ponds." not in _read(bob_browser, "/find/?q=ponds")


def test_gives_the_palette_a_fragment(ada_browser: Client) -> None:
    page = ada_browser.get("/find/?q=plan", headers={"HX-Request": "true"}).content.decode()
    assert 'role="option"' in page
    assert "<html" not in page


def test_says_that_nothing_is_called_that(ada_browser: Client) -> None:
    assert "Nothing is called that" in _read(ada_browser, "/find/?q=%F0%9F%90%9F%F0%9F%90%9F")


def test_plan_teaches_where_nothing_is_planned(ada_browser: Client) -> None:
    assert "A plan starts at the far end" in _read(ada_browser, "/plan/")


def test_plan_lists_what_the_destination_asks_for_and_the_roles_have_not_shown(
    ada_browser: Client, ada: User
) -> None:
    add_role(owner=ada, title="Help desk", occupation_code="15-1232.00")
    write_destination(owner=ada, said=replace(PONDS, occupation_code="37-1012.00"))
    page = _read(ada_browser, "/plan/")
    assert "I keep ponds." in page
    assert "Performing General Physical Activities" in page


def test_today_says_nothing_of_a_confidence_that_was_not_given(
    ada_browser: Client, ada: User
) -> None:
    write_destination(owner=ada, said=replace(PONDS, confidence=None))
    page = _read(ada_browser, "/")
    assert "Your hypothesis for November 2031. What you are least sure of" in page
    assert "None%" not in page

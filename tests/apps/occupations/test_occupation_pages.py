from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations import comparison, queries, services
from turnpoint.errors import BadInput, NotFound

IT, NURSE, ACTOR = "11-3021.00", "29-1141.00", "27-2011.00"
pytestmark = pytest.mark.usefixtures("wages")


def text_of(browser: Client, address: str, **data: Any) -> str:
    response = browser.get(address, data)
    assert response.status_code == 200, response.content.decode()
    return response.content.decode()


def test_finds_a_title_and_says_why(ada_browser: Client) -> None:
    page = text_of(ada_browser, "/occupations/", q="computer systems manager")
    assert "Computer and Information Systems Managers" in page
    assert "official title" in page


def test_an_empty_search_teaches_and_offers_groups(ada_browser: Client) -> None:
    page = text_of(ada_browser, "/occupations/")
    assert "Everyday titles" in page
    assert "Management" in page
    assert "Chief Executives" in text_of(ada_browser, "/occupations/", group="11")


def test_a_typed_search_is_answered_by_a_fragment(ada_browser: Client) -> None:
    response = ada_browser.get("/occupations/", {"q": "nurse"}, headers={"hx-request": "true"})
    assert b"<html" not in response.content
    assert b"Registered Nurses" in response.content


def test_says_in_words_what_was_not_found(ada_browser: Client) -> None:
    assert "Nothing was found for “xqzv”" in text_of(ada_browser, "/occupations/", q="xqzv")
    assert ada_browser.get("/occupations/", {"group": "99"}).status_code == 404


def test_a_page_shows_pay_activities_and_both_lists_of_moves(ada_browser: Client) -> None:
    page = text_of(ada_browser, f"/occupations/{IT}/")
    for said in ("In the United States half earn", "What people do", "Most common moves"):
        assert said in page
    assert "Best fit, popularity aside" in page


def test_a_page_names_what_is_missing_and_the_command_that_adds_it(ada_browser: Client) -> None:
    assert "turnpoint data add onet --latest" in text_of(ada_browser, f"/occupations/{IT}/")


def test_pay_at_a_place_stands_beside_the_nation_and_is_remembered(ada_browser: Client) -> None:
    assert "in California half earn" in text_of(
        ada_browser, f"/occupations/{IT}/", area="California"
    )
    assert "in California half earn" in text_of(ada_browser, f"/occupations/{NURSE}/")


def test_an_unknown_place_is_said_and_the_nation_shown(ada_browser: Client) -> None:
    page = text_of(ada_browser, f"/occupations/{IT}/", area="Atlantis")
    assert "no pay published for a place called “Atlantis”" in page
    assert "In the United States half earn" in page


def test_hourly_pay_is_not_made_yearly(ada_browser: Client) -> None:
    assert "an hour" in text_of(ada_browser, f"/occupations/{ACTOR}/")


def test_an_unknown_code_names_the_nearest(ada_browser: Client) -> None:
    response = ada_browser.get("/occupations/11-3022.00/")
    assert response.status_code == 404
    assert "Computer and Information Systems Managers" in response.content.decode()


def test_saving_can_be_undone_and_done_again(ada: User, ada_browser: Client) -> None:
    page = ada_browser.post(f"/occupations/{IT}/save/", follow=True).content.decode()
    assert f"/occupations/{IT}/unsave/" in page
    ada_browser.post(f"/occupations/{IT}/unsave/")
    assert queries.saved_occupations(owner=ada) == ()
    ada_browser.post(f"/occupations/{IT}/save/")
    assert [known.code for known in queries.saved_occupations(owner=ada)] == [IT]


def test_nobody_sees_what_another_person_saved(ada: User, bob: User, bob_browser: Client) -> None:
    services.save_occupation(owner=ada, code=IT)
    assert queries.saved_occupations(owner=bob) == ()
    assert not queries.is_saved(owner=bob, code=IT)
    with pytest.raises(NotFound):
        services.unsave_occupation(owner=bob, code=IT)
    assert queries.is_saved(owner=ada, code=IT)


def test_compares_up_to_four(ada_browser: Client) -> None:
    page = text_of(ada_browser, "/occupations/compare/", code=[IT, NURSE])
    assert "In all of them" in page
    assert "Only as Registered Nurses" in page
    with pytest.raises(BadInput, match="Up to four"):
        comparison.compare([IT, NURSE, ACTOR, "11-1011.00", "15-1252.00"])


def test_what_is_shared_is_in_all_and_what_is_own_in_no_other() -> None:
    found = comparison.compare([IT, NURSE, ACTOR])
    for _, names in found.own:
        assert not set(names) & set(found.shared)
    assert len({name for _, names in found.own for name in names}) == sum(
        len(names) for _, names in found.own
    )


def test_one_more_is_added_by_its_title(ada_browser: Client) -> None:
    sent = {"code": [IT], "add_title": "Registered Nurses", "area": ""}
    assert "Only as Registered Nurses" in text_of(ada_browser, "/occupations/compare/", **sent)


@pytest.mark.parametrize(
    "address", ["/occupations/", f"/occupations/{IT}/", f"/occupations/compare/?code={IT}"]
)
def test_a_page_asks_the_database_little(ada: User, ada_browser: Client, address: str) -> None:
    for code in (IT, NURSE, ACTOR):
        services.save_occupation(owner=ada, code=code)
    with CaptureQueriesContext(connection) as asked:
        ada_browser.get(address)
    assert len(asked) <= 5


def test_a_move_says_why_it_is_so_common_and_fits_so_well(ada_browser: Client) -> None:
    assert f"/occupations/{IT}/to/" in text_of(ada_browser, f"/occupations/{IT}/")
    page = text_of(ada_browser, f"/occupations/{IT}/to/{NURSE}/")
    for said in ("Commonness", "Fit, popularity aside", "Who is behind it", "The way back"):
        assert said in page
    assert "all together: the score" in page
    assert f"/occupations/{NURSE}/to/{IT}/" in page
    assert ada_browser.get(f"/occupations/{IT}/to/{IT}/").status_code == 404
    assert ada_browser.get(f"/occupations/{IT}/to/99-9999.00/").status_code == 404

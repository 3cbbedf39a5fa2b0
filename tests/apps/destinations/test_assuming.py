"""What a reality check assumes can be changed on its page, is kept, and can be undone."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries, services
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import AssumptionSet, Destination
from turnpoint.apps.destinations.reality import Reality, reality
from turnpoint.apps.profiles import services as profiles
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.exchange import Exchange
from turnpoint.errors import NotFound

pytestmark = pytest.mark.usefixtures("wages")

GARDENER = Hypothesis(
    statement="I run a nursery.",
    by=dt.date(2031, 11, 1),
    title="Nursery manager",
    occupation_code="37-1012.00",
)


@pytest.fixture
def written(ada: User) -> Destination:
    profiles.add_role(
        owner=ada,
        title="IT director",
        occupation_code="11-3021.00",
        start_year=2015,
        pay=Decimal(131_000),
    )
    return services.write_destination(owner=ada, said=GARDENER)


def address(written: Destination) -> str:
    return f"/destination/{written.pk}/"


def page_of(browser: Client, written: Destination) -> str:
    return html.unescape(browser.get(address(written)).content.decode())


def shown_in(page: str, name: str) -> str:
    """What stands in a field of the page."""
    found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)
    assert found, name
    return found.group(1)


def held(owner: User, assumed: Assumptions, said: Hypothesis = GARDENER) -> Reality:
    found = reality(owner=owner, said=said, today=timezone.localdate(), assumptions=assumed)
    assert isinstance(found, Reality)
    return found


def test_a_change_is_kept_and_changes_the_figures(
    ada: User, ada_browser: Client, written: Destination
) -> None:
    sent = {"search_close": "9", "search_far": "20", "climb": "5"}
    answer = ada_browser.post(f"{address(written)}assumptions/", sent)
    assert answer["Location"] == f"{address(written)}#assumptions"
    assumed = Assumptions(search_close=9.0, search_far=20.0, climb=0.05)
    assert queries.assumptions(owner=ada, destination=written) == assumed
    page = page_of(ada_browser, written)
    assert held(ada, assumed).check.figure("ready").text in page
    assert held(ada, assumed).check.figure("five_years").text in page
    assert "3 assumptions changed by you" in page
    assert shown_in(page, "climb") == "5"


def test_a_change_can_be_undone(ada: User, ada_browser: Client, written: Destination) -> None:
    ada_browser.post(f"{address(written)}assumptions/", {"climb": "5"})
    answer = ada_browser.post(f"{address(written)}assumptions/", {"climb": "1"}, follow=True)
    undo = re.findall(r'action="([^"]+/again/)"', answer.content.decode())
    ada_browser.post(undo[-1])
    assert queries.assumptions(owner=ada, destination=written) == Assumptions(climb=0.05)
    services.assume_again(owner=ada, destination_id=written.pk, number=0)
    assert queries.assumptions(owner=ada, destination=written) == Assumptions()


def test_one_can_be_reset_and_so_can_all(
    ada: User, ada_browser: Client, written: Destination
) -> None:
    assumed = Assumptions(climb=0.05, set_up=9.0)
    services.assume(owner=ada, destination_id=written.pk, assumed=assumed)
    ada_browser.post(f"{address(written)}assumptions/", {"go": "reset:climb"})
    assert queries.assumptions(owner=ada, destination=written) == Assumptions(set_up=9.0)
    ada_browser.post(f"{address(written)}assumptions/", {"go": "reset"})
    assert queries.assumptions(owner=ada, destination=written) == Assumptions()


def test_an_emptied_field_goes_back_to_the_stated_value(
    ada: User, ada_browser: Client, written: Destination
) -> None:
    services.assume(owner=ada, destination_id=written.pk, assumed=Assumptions(climb=0.05))
    ada_browser.post(f"{address(written)}assumptions/", {"climb": ""})
    assert queries.assumptions(owner=ada, destination=written) == Assumptions()


def test_sending_the_form_as_it_is_changes_nothing(
    ada: User, ada_browser: Client, written: Destination
) -> None:
    services.assume(owner=ada, destination_id=written.pk, assumed=Assumptions(climb=0.012345))
    page = page_of(ada_browser, written)
    names = [term.name for term in Assumptions().described() if not term.choices]
    everything = {name: shown_in(page, name) for name in names}
    ada_browser.post(f"{address(written)}assumptions/", everything)
    assert queries.assumption_set(owner=ada, destination=written).number == 1


@pytest.mark.parametrize("value", ["much", "nan", "inf", "-1", "9" * 400])
def test_what_cannot_be_is_named_beside_its_field_and_nothing_is_kept(
    ada: User, ada_browser: Client, written: Destination, value: str
) -> None:
    sent = {"climb": value, "set_up": "9"}
    answer = ada_browser.post(f"{address(written)}assumptions/", sent)
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Nothing was reckoned again yet." in page
    assert shown_in(page, "climb") == value
    assert shown_in(page, "set_up") == "9"
    assert held(ada, Assumptions()).check.figure("ready").text in page
    assert queries.assumptions(owner=ada, destination=written) == Assumptions()


def test_bounds_are_said_in_the_unit_of_the_field(
    ada_browser: Client, written: Destination
) -> None:
    answer = ada_browser.post(f"{address(written)}assumptions/", {"climb": "50"})
    assert "cannot be 50 %: give 0% to 10%." in html.unescape(answer.content.decode())


def test_htmx_gets_the_part_that_changed(ada_browser: Client, written: Destination) -> None:
    answer = ada_browser.post(
        f"{address(written)}assumptions/", {"climb": "5"}, headers={"HX-Request": "true"}
    )
    part = html.unescape(answer.content.decode())
    assert answer.status_code == 200
    assert part.lstrip().startswith("{#") is False
    assert 'id="reality"' in part
    assert "<html" not in part
    assert "Reckoned again with 1 assumption of yours." in part
    assert "/assumptions/0/again/" in part


def test_every_assumption_and_table_is_on_the_page(
    ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, written)
    for term in Assumptions().described():
        assert term.label in page
        assert term.source in page
        assert f'id="a-{term.name}"' in page
    for text in ("Full-time study above a high school diploma", "job zone 5", "post-doctoral"):
        assert text in page


def test_an_input_of_a_figure_leads_to_its_field(ada_browser: Client, written: Destination) -> None:
    page = page_of(ada_browser, written)
    for name in re.findall(r'href="#a-(\w+)"', page):
        assert f'id="a-{name}"' in page


EUROS = replace(GARDENER, pay_floor=Decimal(60_000), currency="EUR")


def test_another_currency_is_not_compared_until_a_rate_is_stated(
    ada: User, ada_browser: Client
) -> None:
    profiles.add_role(
        owner=ada,
        title="IT director",
        occupation_code="11-3021.00",
        start_year=2015,
        pay=Decimal(100_000),
        pay_currency="EUR",
    )
    written = services.write_destination(owner=ada, said=EUROS)
    page = page_of(ada_browser, written)
    assert "Turnpoint converts nothing by itself, so they are not compared." in page
    assert "Turnpoint does not convert money by itself" in page
    ada_browser.post(f"{address(written)}assumptions/", {"exchange": "1.1"})
    today = timezone.localdate()
    rate = Exchange("EUR", 1.1, today)
    assert queries.assumptions(owner=ada, destination=written).exchange == rate
    page = page_of(ada_browser, written)
    assert rate.sentence in page
    assert "Your pay of 100,000 EUR counts as $110,000, at the rate you stated" in page
    assert "Your floor is 60,000 EUR at the rate you stated." in page
    assert "so they are not compared" not in page
    ada_browser.post(f"{address(written)}assumptions/", {"exchange": ""})
    assert queries.assumptions(owner=ada, destination=written) == Assumptions()


def test_a_rate_that_cannot_be_one_is_refused(ada: User, ada_browser: Client) -> None:
    profiles.add_role(owner=ada, title="IT director", occupation_code="11-3021.00", start_year=2015)
    written = services.write_destination(owner=ada, said=EUROS)
    answer = ada_browser.post(f"{address(written)}assumptions/", {"exchange": "-2"})
    assert answer.status_code == 422
    assert "One EUR cannot be -2 US dollars" in html.unescape(answer.content.decode())


def test_dollars_are_offered_no_rate(ada_browser: Client, written: Destination) -> None:
    assert 'name="exchange"' not in page_of(ada_browser, written)


def test_what_a_later_release_no_longer_allows_counts_as_stated(
    ada: User, written: Destination
) -> None:
    AssumptionSet.objects.create(
        destination=written,
        number=1,
        saved_at=timezone.now(),
        changed={"climb": 7.0, "no_such_thing": 1.0, "set_up": 9.0},
    )
    assert queries.assumptions(owner=ada, destination=written) == Assumptions(set_up=9.0)


def test_a_rate_without_its_currency_cannot_be_stored(written: Destination) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AssumptionSet.objects.create(
            destination=written, number=1, saved_at=timezone.now(), exchange_dollars=1.1
        )


def test_hides_what_another_person_assumes(
    ada: User, bob: User, bob_browser: Client, written: Destination
) -> None:
    services.assume(owner=ada, destination_id=written.pk, assumed=Assumptions(climb=0.05))
    assert queries.assumptions(owner=bob, destination=written) == Assumptions()
    with pytest.raises(NotFound):
        services.assume(owner=bob, destination_id=written.pk, assumed=Assumptions())
    for path in ("assumptions/", "assumptions/1/again/"):
        assert bob_browser.post(f"{address(written)}{path}", {"climb": "1"}).status_code == 404
    assert queries.assumptions(owner=ada, destination=written) == Assumptions(climb=0.05)


def test_revisions_stay_as_they_were_when_an_assumption_changes(
    ada: User, ada_browser: Client, written: Destination
) -> None:
    ada_browser.post(f"{address(written)}assumptions/", {"climb": "5"})
    assert len(queries.revisions(owner=ada, destination=written)) == 1


def test_removing_a_destination_for_good_takes_its_assumptions_along(
    ada: User, written: Destination
) -> None:
    services.assume(owner=ada, destination_id=written.pk, assumed=Assumptions(climb=0.05))
    written.delete()
    assert not AssumptionSet.objects.exists()

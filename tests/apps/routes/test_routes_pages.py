"""The page of routes: what it says, what it needs first, and pinning one."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.routes import queries, services
from turnpoint.apps.routes.finding import Question, question_of
from turnpoint.apps.routes.models import RoutePin
from turnpoint.core.route.limits import Limits
from turnpoint.errors import BadInput, Conflict, NotFound

SUPPORT, DEVELOPER, WAITER, SUPERVISOR = "15-1232.00", "15-1252.00", "35-3031.00", "37-1012.00"
SAID = Hypothesis(
    statement="I write software that people like.",
    by=dt.date(2031, 11, 1),
    occupation_code=DEVELOPER,
)
STRAIGHT = f"{SUPPORT},{DEVELOPER}"


@pytest.fixture
def written(ada: User, wages: object) -> Destination:
    """Ada supports users and has a degree; she wants to write software."""
    profiles.add_role(
        owner=ada,
        title="Help desk",
        occupation_code=SUPPORT,
        start_year=2019,
        pay=Decimal(61_000),
        pay_currency="USD",
    )
    profiles.add_education(owner=ada, institution="A college", level=6)
    return destinations.write_destination(owner=ada, said=SAID)


def address(written: Destination) -> str:
    return reverse("routes:look", args=[written.pk])


def page_of(browser: Client, where: str) -> str:
    response = browser.get(where)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def pin(owner: User, written: Destination, path: str = STRAIGHT) -> RoutePin:
    return services.pin_route(owner=owner, destination_id=written.pk, path=path)


def test_shows_routes_a_chart_and_the_same_as_a_table(
    ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, address(written))
    assert "Straight to Software Developers" in page
    assert 'class="wide routes"' in page
    assert 'class="narrow routes"' in page
    assert re.search(r"one in [\d,]+ movers", page)
    assert "where from" in page
    for cell in ("arrives in month", "first year’s pay"):
        assert cell in page
    assert "style=" not in page.split("<main", 1)[1].split("</main>", 1)[0]


def test_a_role_in_the_map_is_a_link_that_tells_its_figures(
    ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, address(written))
    told = re.findall(r'<a href="(/occupations/[^"]+)" aria-label="([^"]+)"', page)
    assert (f"/occupations/{DEVELOPER}/") in {href for href, _ in told}
    assert any(re.search(r"one in [\d,]+ movers; .*month", words) for _, words in told)


@pytest.mark.parametrize(
    ("look", "shown", "hidden"),
    [("market", "market-first", "Market-first goes"), ("destination", "destination-first", "gap")],
)
def test_looks_in_one_direction_only(
    ada_browser: Client, written: Destination, look: str, shown: str, hidden: str
) -> None:
    page = page_of(ada_browser, f"{address(written)}?look={look}&horizon=90&gates=any")
    assert shown in page
    assert hidden not in page


def test_remembers_what_was_found_within_the_same_limits(ada: User, written: Destination) -> None:
    asked = [
        question_of(owner=ada, destination=written, said=SAID, today=dt.date(2026, 11, 1))
        for _ in range(2)
    ]
    first, again = (each for each in asked if isinstance(each, Question))
    found = first.routes(Limits())
    assert again.routes(Limits()) is found
    assert first.routes(Limits(horizon=12)) is not found


def test_says_which_limit_binds_and_what_would_relax_it(
    ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, f"{address(written)}?horizon=2")
    assert "Nothing destination-first" in page
    assert re.search(r"It takes \d+ months at least, and you allow 2", page)
    opened = re.search(r'href="(\?[^"]*horizon=\d+[^"]*)">It takes', page)
    assert opened
    assert "Straight to" in page_of(ada_browser, address(written) + opened[1])


def test_a_pay_floor_above_all_pay_is_named(ada_browser: Client, written: Destination) -> None:
    page = page_of(ada_browser, f"{address(written)}?pay_floor=900000")
    assert "begins below your floor of $900,000 a year" in page


def test_avoids_what_was_added_until_it_is_unticked(
    ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, f"{address(written)}?add_title=Waiter&add_code={WAITER}")
    assert re.search(rf'name="avoid" value="{WAITER}"[^>]*checked', page)
    assert "Waiters and Waitresses" in page


def test_avoiding_the_destination_itself_is_answered(
    ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, f"{address(written)}?avoid={DEVELOPER}")
    assert "something you avoid. Allow" in page


@pytest.mark.parametrize(
    "query", ["horizon=999", "hops=9", "pay_floor=-1", "gates=maybe", "avoid=x"]
)
def test_answers_what_cannot_be_used_in_words(
    ada_browser: Client, written: Destination, query: str
) -> None:
    response = ada_browser.get(f"{address(written)}?{query}")
    assert response.status_code == 422
    assert 'class="error"' in response.content.decode()


def test_htmx_gets_the_results_without_the_page_around(
    ada_browser: Client, written: Destination
) -> None:
    response = ada_browser.get(address(written), headers={"HX-Request": "true"})
    said = response.content.decode()
    assert said.lstrip().startswith("<div id=")
    assert "<html" not in said


def test_asks_for_a_role_first(ada_browser: Client, ada: User, wages: object) -> None:
    written = destinations.write_destination(owner=ada, said=SAID)
    assert "From where?" in page_of(ada_browser, address(written))


def test_asks_for_an_occupation_first(ada_browser: Client, ada: User, wages: object) -> None:
    said = replace(SAID, occupation_code="")
    written = destinations.write_destination(owner=ada, said=said)
    assert "To which occupation?" in page_of(ada_browser, address(written))


def test_says_so_where_the_occupation_is_held_already(
    ada_browser: Client, ada: User, written: Destination
) -> None:
    other = destinations.write_destination(owner=ada, said=replace(SAID, occupation_code=SUPPORT))
    assert "You hold this occupation already" in page_of(ada_browser, address(other))


def test_says_that_a_floor_in_another_currency_is_not_converted(
    ada_browser: Client, ada: User, written: Destination
) -> None:
    said = replace(SAID, pay_floor=Decimal(45_000), currency="EUR")
    other = destinations.write_destination(owner=ada, said=said)
    page = page_of(ada_browser, address(other))
    assert "Nothing is converted silently" in page
    assert 'value="45000"' not in page


def test_pins_a_route_and_takes_it_back(
    ada_browser: Client, ada: User, written: Destination
) -> None:
    where = reverse("routes:pin", args=[written.pk])
    ada_browser.post(where, {"path": STRAIGHT, "horizon": "60"})
    (kept,) = queries.pinned(owner=ada, destination=written)
    assert kept.title == "Straight to Software Developers"
    assert kept.first.pay
    assert kept.facts.startswith("Occupational Employment") or "OEWS" in kept.facts
    read = page_of(ada_browser, reverse("destinations:read", args=[written.pk]))
    assert "Straight to Software Developers" in read
    ada_browser.post(reverse("routes:unpin", args=[written.pk, kept.id]))
    assert queries.pinned(owner=ada, destination=written) == ()
    ada_browser.post(reverse("routes:restore", args=[written.pk, kept.id]))
    assert queries.pinned(owner=ada, destination=written) == (kept,)


def test_keeps_the_figures_of_that_day(ada: User, written: Destination) -> None:
    before = pin(ada, written).value()
    profiles.add_role(
        owner=ada, title="Waiter", occupation_code=WAITER, start_year=2010, end_year=2012
    )
    assert queries.pinned(owner=ada, destination=written) == (before,)
    assert before.months.low <= before.months.likely <= before.months.high


def test_pins_a_route_once(ada: User, written: Destination) -> None:
    kept = pin(ada, written)
    with pytest.raises(Conflict, match="pinned already"):
        pin(ada, written)
    services.unpin(owner=ada, destination_id=written.pk, pin_id=kept.pk)
    pin(ada, written)
    with pytest.raises(Conflict, match="pinned already"):
        services.restore(owner=ada, destination_id=written.pk, pin_id=kept.pk)


@pytest.mark.parametrize(
    "path",
    [
        "",
        SUPPORT,
        f"{WAITER},{DEVELOPER}",
        f"{SUPPORT},{WAITER}",
        f"{SUPPORT},nonsense,{DEVELOPER}",
        f"{SUPPORT},{SUPPORT},{DEVELOPER}",
        ",".join([SUPPORT, WAITER, SUPERVISOR, WAITER, SUPERVISOR, DEVELOPER]),
    ],
)
def test_pins_only_a_route_from_here_to_there(ada: User, written: Destination, path: str) -> None:
    with pytest.raises(BadInput):
        pin(ada, written, path)
    assert not RoutePin.objects.exists()


def test_hides_pinned_routes_from_others(ada: User, bob: User, written: Destination) -> None:
    kept = pin(ada, written)
    assert queries.pinned(owner=bob, destination=written) == ()
    with pytest.raises(NotFound):
        services.unpin(owner=bob, destination_id=written.pk, pin_id=kept.pk)
    with pytest.raises(NotFound):
        services.pin_route(owner=bob, destination_id=written.pk, path=STRAIGHT)


def test_the_database_refuses_the_same_route_twice(ada: User, written: Destination) -> None:
    kept = pin(ada, written)
    kept.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)


def test_goes_nowhere_else_after_pinning(ada_browser: Client, written: Destination) -> None:
    where = reverse("routes:pin", args=[written.pk])
    answer = ada_browser.post(where, {"path": STRAIGHT, "back": "//elsewhere.example/"})
    assert answer.headers["Location"] == address(written)

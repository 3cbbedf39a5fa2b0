"""Dreams with dates, held against routes and against the options of open transitions."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.dream_check import against, later, span
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.services import write_destination
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.transitions.dreams import Held, held
from turnpoint.apps.transitions.services import options, transitions

TODAY = dt.date(2026, 11, 22)
KWAME = Dream(DreamKind.PEOPLE, "Kwame retires.", dt.date(2029, 12, 1))
CALENDAR = Dream(DreamKind.FLEXIBILITY, "A flexible calendar.", dt.date(2028, 1, 1))
SAID = Hypothesis(
    statement="I lead a social enterprise.",
    by=dt.date(2031, 6, 1),
    dreams=(KWAME, CALENDAR, Dream(DreamKind.PLACE, "Two homes.")),
)


@pytest.fixture
def enterprise(ada: User) -> Destination:
    return write_destination(owner=ada, said=SAID)


def pin(owner: User, destination: Destination, low: float, likely: float, high: float) -> None:
    months = {"low": low, "likely": likely, "high": high}
    step = {"origin_code": "11-1021.00", "origin_title": "Manager", "code": "11-9151.00"}
    step |= {"title": "Community manager", "one_in": 80, "months": months, "begins": 0}
    step |= {"arrives": likely, "pay": 61_000.0, "tuition": 0.0, "degree": False, "licence": False}
    RoutePin.objects.create(
        owner=owner,
        destination=destination,
        path="11-1021.00,11-9151.00",
        figures={"steps": [step], "months": months, "earned": 320_000.0, "horizon": 60},
        facts="OEWS May 2024",
        pinned_at=dt.datetime(2026, 11, 10, tzinfo=dt.UTC),
    )


def checked(owner: User, destination: Destination) -> tuple[Held, ...]:
    return held(owner=owner, destination=destination, said=SAID, today=TODAY)


def sentences(found: Held) -> str:
    return " ".join(check.sentence for check in found.checks)


def test_says_where_a_span_lies_from_a_date() -> None:
    by = dt.date(2029, 12, 1)
    march, may, june = (dt.date(2028, month, 1) for month in (3, 5, 6))
    assert (span(march, may), span(march, march)) == ("between March and May 2028", "in March 2028")
    assert against(march, june, by) == "at the latest 1 year and 6 months before it"
    assert (
        against(dt.date(2030, 1, 1), dt.date(2032, 1, 1), by) == "at the earliest 1 month after it"
    )
    assert against(march, dt.date(2030, 1, 1), by) == "on both sides of it"
    assert against(by, by, by) == "in the same month"
    assert later(dt.date(2026, 11, 22), 14) == dt.date(2028, 1, 1)


def test_a_pinned_route_arrives_before_or_after_and_says_where_from(
    ada: User, enterprise: Destination
) -> None:
    pin(ada, enterprise, 10, 18, 26)
    calendar, kwame = checked(ada, enterprise)
    assert (calendar.dream, kwame.dream) == (CALENDAR, KWAME)
    route = kwame.checks[0]
    assert (
        "arrives between September 2027 and January 2029, at the latest 11 months before it"
        in route.sentence
    )
    assert "the likely month is May 2028, 1 year and 7 months before it" in route.sentence
    assert "pinned on 10 November 2026, with OEWS May 2024" in route.source
    assert "on both sides of it" in calendar.checks[0].sentence


def test_says_unknown_where_no_figure_speaks(ada: User, enterprise: Destination) -> None:
    calendar, kwame = checked(ada, enterprise)
    assert [check.known for check in calendar.checks] == [False, False]
    assert "names no published occupation" in calendar.checks[0].sentence
    assert "No loaded facts say when or where" in calendar.checks[1].sentence
    assert len(kwame.checks) == 1


def test_holds_dates_against_the_deadline_start_and_money_of_open_options(
    ada: User, bob: User, enterprise: Destination
) -> None:
    offer = transitions.open_transition(
        owner=ada,
        question="Growers, or stay?",
        deadline=dt.date(2026, 12, 14),
        opened=dt.date(2026, 11, 1),
    )
    options.add_option(owner=ada, transition_id=offer.pk, name="Kumasi Growers")
    transitions.open_transition(owner=bob, question="Not mine?", deadline=dt.date(2027, 1, 1))
    said = sentences(checked(ada, enterprise)[1])
    assert "to be decided by 14 December 2026, 3 years before it" in said
    assert "“Kumasi Growers”: It could begin at once, without pay." in said
    assert "How long the money lasts is unknown" in said
    assert "Not mine?" not in said
    transitions.lay_aside(owner=ada, transition_id=offer.pk)
    assert "Growers" not in sentences(checked(ada, enterprise)[1])


def test_the_page_has_each_sentence_with_its_source(
    ada_browser: Client, ada: User, enterprise: Destination
) -> None:
    pin(ada, enterprise, 10, 18, 26)
    answer = ada_browser.get(reverse("transitions:dreams", args=[enterprise.pk]))
    page = html.unescape(answer.content.decode())
    assert page.count("Where from: ") == 3
    assert page.index("A flexible calendar.") < page.index("Kwame retires.")
    assert "Without a date: Two homes." in page
    assert reverse("routes:look", args=[enterprise.pk]) in page


def test_teaches_where_no_dream_has_a_date(ada_browser: Client, ada: User) -> None:
    said = Hypothesis(statement="I teach.", by=timezone.localdate())
    written = write_destination(owner=ada, said=said)
    answer = ada_browser.get(reverse("transitions:dreams", args=[written.pk]))
    assert "No dream has a date yet" in answer.content.decode()

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.text import capfirst

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries, services
from turnpoint.apps.destinations.forms import initial_of
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.reality import Reality, reality
from turnpoint.apps.destinations.templatetags.amounts import amount
from turnpoint.apps.profiles import services as profiles
from turnpoint.core.transition.assumptions import Assumptions

GARDENER = Hypothesis(
    statement="I lead a crew that builds gardens.",
    by=dt.date(2031, 11, 1),
    title="Landscape supervisor",
    occupation_code="37-1012.00",
    pay_floor=Decimal(52_000),
    hours_per_week=Decimal(40),
    confidence=55,
    least_sure="Will households pay?",
    dreams=(Dream(DreamKind.PLACE, "Stay near the sea."),),
)


@pytest.fixture
def written(ada: User) -> Destination:
    return services.write_destination(owner=ada, said=GARDENER)


@pytest.fixture
def director(ada: User, wages: object) -> User:
    profiles.add_role(
        owner=ada,
        title="IT director",
        occupation_code="11-3021.00",
        start_year=2015,
        pay=Decimal(168_000),
        pay_currency="USD",
    )
    return ada


def page_of(browser: Client, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def computed(owner: User, said: Hypothesis, assumptions: Assumptions | None = None) -> Reality:
    today = dt.datetime.now(dt.UTC).date()
    found = reality(owner=owner, said=said, today=today, assumptions=assumptions or Assumptions())
    assert isinstance(found, Reality)
    return found


def sent(said: Hypothesis, **other: str) -> dict[str, str]:
    """What a browser sends that shows ``said`` and changes some of it."""
    shown = initial_of(said)
    work = shown.pop("work")
    form = {name: "" if value is None else str(value) for name, value in shown.items()}
    form |= {"by": f"{said.by:%Y-%m}", "work_title": work.title, "work_code": work.code}
    form |= {"base": "1", "dreams-TOTAL_FORMS": str(len(said.dreams)), "dreams-INITIAL_FORMS": "0"}
    for place, dream in enumerate(said.dreams):
        form |= {f"dreams-{place}-kind": dream.kind.value, f"dreams-{place}-text": dream.text}
    if not said.own_business:
        form.pop("own_business")
    return form | other


def test_without_a_role_the_page_asks_for_one(ada_browser: Client, written: Destination) -> None:
    page = page_of(ada_browser, f"/destination/{written.pk}/")
    assert "What do you do today?" in page
    assert "Say what I do today" in page


def test_outside_any_occupation_the_page_asks_for_the_closest(
    ada: User, ada_browser: Client
) -> None:
    said = replace(GARDENER, occupation_code="", title="Hermit")
    written = services.write_destination(owner=ada, said=said)
    assert "Which occupation comes closest?" in page_of(ada_browser, f"/destination/{written.pk}/")


def test_the_page_says_what_the_core_says(
    director: User, ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, f"/destination/{written.pk}/")
    check = computed(director, GARDENER).check
    for figure in check.figures:
        assert figure.text in page, figure.key
        formula = figure.derivation.formula
        assert formula in page or capfirst(formula) in page, figure.key
        for each in figure.derivation.inputs:
            assert each.name in page, (figure.key, each.name)
            assert f"{amount(each.value)} {each.unit}" in page, (figure.key, each.name)
    for sentence in (*check.summary, *check.would_have_to_be_true):
        assert sentence in page
    for constraint in check.constraints:
        assert constraint.sentence in page
    for gate in check.gates:
        assert gate.sentence in page
    for fact in check.missing:
        assert fact.command in page
    for term in Assumptions().described():
        assert term.label in page


def test_the_tables_of_the_charts_say_what_the_core_says(
    director: User, ada_browser: Client, written: Destination
) -> None:
    page = page_of(ada_browser, f"/destination/{written.pk}/")
    found = computed(director, GARDENER)
    for chart in (
        *(found.skills, found.activities, found.readiness, found.outlook),
        *(found.months_by, found.pay_by, found.by_place),
    ):
        if chart is None:
            continue
        assert chart.sentence in page
        assert all(cell in page for row in chart.rows for cell in row)
    pay = found.check.pay
    assert pay is not None
    assert f"${pay.years[0].moving.likely:,.0f}" in page


def test_a_row_of_dreams_that_says_nothing_at_all_is_left_out(
    ada_browser: Client, written: Destination
) -> None:
    sent = {"statement": "I run a nursery.", "by": "2031-11", "base": "1", "confidence": "50"}
    sent |= {"dreams-TOTAL_FORMS": "1", "dreams-INITIAL_FORMS": "0", "dreams-0-kind": ""}
    response = ada_browser.post(f"/destination/{written.pk}/edit/", sent)
    assert response.status_code == 302


def test_my_own_business_is_said_to_be_one(
    director: User, ada_browser: Client, written: Destination
) -> None:
    said = replace(GARDENER, own_business=True)
    services.revise_destination(owner=director, destination_id=written.pk, base=1, said=said)
    page = page_of(ada_browser, f"/destination/{written.pk}/")
    assert "This would be your own business." in page


def test_a_date_in_the_past_is_a_warning_and_no_refusal(ada: User, ada_browser: Client) -> None:
    written = services.write_destination(owner=ada, said=replace(GARDENER, by=dt.date(2020, 1, 1)))
    assert "January 2020 has passed" in page_of(ada_browser, f"/destination/{written.pk}/")


def test_revising_saves_a_revision_and_says_what_changed(
    ada: User, ada_browser: Client, written: Destination, wages: object
) -> None:
    form = sent(GARDENER, confidence="70", changed="Eight weekends.")
    assert ada_browser.post(f"/destination/{written.pk}/edit/", form).status_code == 302
    page = page_of(ada_browser, f"/destination/{written.pk}/ledger/")
    assert "From 55% sure in revision 1 to 70% in revision 2." in page
    assert "Eight weekends." in page
    assert "in Revision 2</span>: How sure I am" in page
    assert '<del class="was">55%</del>' in page


def test_sending_the_form_unchanged_adds_no_revision(
    ada: User, ada_browser: Client, written: Destination, wages: object
) -> None:
    ada_browser.post(f"/destination/{written.pk}/edit/", sent(GARDENER))
    assert queries.latest(owner=ada, destination=written).number == 1


def test_of_two_tabs_the_second_keeps_what_was_typed(
    ada: User, ada_browser: Client, written: Destination, wages: object
) -> None:
    address = f"/destination/{written.pk}/edit/"
    ada_browser.post(address, sent(GARDENER, confidence="70"))
    second = sent(GARDENER, why="For the fish.")
    conflict = ada_browser.post(address, second)
    page = html.unescape(conflict.content.decode())
    assert conflict.status_code == 409
    assert "Revision 2 was saved while" in page
    assert "For the fish." in page
    assert re.search(r'name="base" value="2"', page)
    assert ada_browser.post(address, second | {"base": "2"}).status_code == 302
    assert queries.latest(owner=ada, destination=written).why == "For the fish."


def test_compares_any_two_revisions(ada: User, ada_browser: Client, written: Destination) -> None:
    for base, confidence in ((1, 60), (2, 70)):
        services.revise_destination(
            owner=ada,
            destination_id=written.pk,
            base=base,
            said=replace(GARDENER, confidence=confidence),
        )
    page = page_of(ada_browser, f"/destination/{written.pk}/compare/?from=3&to=1")
    assert '<del class="was">55%</del>' in page
    assert '<ins class="is">70%</ins>' in page
    bad = ada_browser.get(f"/destination/{written.pk}/compare/?from=x&to=1")
    assert (bad.status_code, b"not the number of a revision" in bad.content) == (400, True)
    assert ada_browser.get(f"/destination/{written.pk}/compare/?from=1&to=9").status_code == 404


def test_hides_everything_from_another_person(bob_browser: Client, written: Destination) -> None:
    root = f"/destination/{written.pk}/"
    for path in ("", "edit/", "ledger/", "revisions/1/", "compare/?from=1&to=2"):
        assert bob_browser.get(root + path).status_code == 404
    for path in ("edit/", "revisions/1/restore/", "archive/", "activate/", "remove/", "restore/"):
        assert bob_browser.post(root + path).status_code == 404


def test_what_a_person_wrote_is_shown_as_text(ada: User, ada_browser: Client) -> None:
    said = replace(GARDENER, statement="<script>alert(1)</script>", why="<b>bold</b>")
    written = services.write_destination(owner=ada, said=said)
    page = ada_browser.get(f"/destination/{written.pk}/").content
    assert b"<script>alert" not in page
    assert b"<b>bold" not in page


def test_an_absurd_number_in_the_address_is_not_found(ada_browser: Client) -> None:
    assert ada_browser.get(f"/destination/{9**40}/").status_code == 404


def test_opens_commonness_and_fit_to_what_is_behind_them(
    ada_browser: Client, director: User, written: Destination
) -> None:
    page = page_of(ada_browser, f"/destination/{written.pk}/")
    for said in (
        "Why these two numbers",
        "Who is behind it",
        "The smallest change",
        "The way back",
    ):
        assert said in page
    found = computed(director, GARDENER).check
    assert found.explanation is not None
    assert found.explanation.lift is not None
    assert all(sentence in page for sentence in found.explanation.lift.sentences)
    assert found.explanation.behind.badge in page

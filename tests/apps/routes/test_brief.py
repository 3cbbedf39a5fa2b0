"""The brief of a destination: what its pages say, on paper."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.profiles import services as profiles

SUPPORT, DEVELOPER = "15-1232.00", "15-1252.00"
SAID = Hypothesis(
    statement="I write software that people like.",
    by=dt.date(2031, 11, 1),
    occupation_code=DEVELOPER,
    least_sure="Whether I like working alone.",
    dreams=(Dream(kind=DreamKind.PLACE, text="A house by the sea."),),
)


def text_of(browser: Client, written: int) -> str:
    response = browser.get(reverse("routes:brief", args=[written]))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.fixture
def role(ada: User, wages: object) -> None:
    profiles.add_role(
        owner=ada,
        title="Help desk",
        occupation_code=SUPPORT,
        start_year=2019,
        pay=Decimal(61_000),
        pay_currency="USD",
    )


def test_a_brief_says_what_the_pages_say(ada: User, ada_browser: Client, role: None) -> None:
    written = destinations.write_destination(owner=ada, said=SAID)
    text = text_of(ada_browser, written.pk)
    page = ada_browser.get(reverse("destinations:read", args=[written.pk]))
    check = page.context["reality"].check
    for words in (
        SAID.statement,
        "A house by the sea.",
        "Whether I like working alone.",
        check.figure("ready").text,
        check.figure("first_year").text,
        "Routes",
        "Straight to Software Developers",
        "OEWS (US Bureau of Labor Statistics)",
    ):
        assert words in text
    assert "Point at a role" not in text


def test_a_brief_without_a_role_says_what_is_lacking(
    ada: User, ada_browser: Client, wages: object
) -> None:
    written = destinations.write_destination(owner=ada, said=SAID)
    assert "No role is written down yet" in text_of(ada_browser, written.pk)


def test_a_brief_says_which_assumptions_were_changed(
    ada: User, ada_browser: Client, role: None
) -> None:
    written = destinations.write_destination(owner=ada, said=SAID)
    page = ada_browser.get(reverse("destinations:read", args=[written.pk]))
    term = next(
        each
        for each in page.context["reality"].check.assumptions.described()
        if not each.choices and each.high > each.default
    )
    ada_browser.post(
        reverse("destinations:assume", args=[written.pk]), {"name": term.name, term.name: term.high}
    )
    text = text_of(ada_browser, written.pk)
    assert "Assumptions changed" in text
    assert term.label in text


def test_the_page_of_a_destination_offers_its_brief(
    ada: User, ada_browser: Client, wages: object
) -> None:
    written = destinations.write_destination(owner=ada, said=SAID)
    page = ada_browser.get(reverse("destinations:read", args=[written.pk])).content.decode()
    assert reverse("routes:brief", args=[written.pk]) in page

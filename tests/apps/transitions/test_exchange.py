from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.decisions import small_file

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Transition
from turnpoint.apps.transitions.services.exchange import bring_in
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.toml_text import read, write
from turnpoint.errors import BadFile, BadInput
from turnpoint.interfaces.samples.decisions import NAMES, text


def test_a_file_comes_in_and_goes_out_the_same(ada: User) -> None:
    file = small_file()
    brought = bring_in(owner=ada, text=write(file), today=timezone.localdate())
    assert brought.lost == ()
    assert queries.decision_file(owner=ada, transition_id=brought.transition.pk) == file


@pytest.mark.parametrize("name", NAMES)
def test_each_sample_is_the_same_after_the_database_field_for_field(ada: User, name: str) -> None:
    """Shared words, questions and their cells, predictions and days to look back among them."""
    file = ties_in_order(read(text(name)).file)
    brought = bring_in(owner=ada, text=text(name), today=file.opened or timezone.localdate())
    kept = queries.decision_file(owner=ada, transition_id=brought.transition.pk)
    kept = ties_in_order(kept)
    for field in dataclasses.fields(file):
        assert getattr(kept, field.name) == getattr(file, field.name), field.name
    assert read(write(kept)).file == file


def ties_in_order(file: DecisionFile) -> DecisionFile:
    """Criteria that are tied have no order among themselves."""
    ranking = tuple(tuple(sorted(group)) for group in file.preferences.ranking)
    return replace(file, preferences=replace(file.preferences, ranking=ranking))


def test_what_cannot_come_in_is_named_and_the_rest_does(ada: User) -> None:
    text = """
question = "Do we move?"
kind = "heist"
currency = "EUR"
horizont = 60
[options.lyon]
name = "Lyon"
[options.lyon.money]
pay = { low = nan, likely = 66000, high = 72000 }
start = "soon"
[criteria.commute]
name = "Commute"
worst = inf
best = 0
"""
    brought = bring_in(owner=ada, text=text, today=timezone.localdate())
    said = " ".join(brought.lost)
    for where in ("horizont", "options.lyon.money.start", "options.lyon.money.pay.low"):
        assert where in said
    file = queries.decision_file(owner=ada, transition_id=brought.transition.pk)
    assert file.staying is not None
    lyon = file.option("lyon")
    assert lyon is not None
    assert lyon.money.pay is not None
    assert lyon.money.pay.likely == 66_000
    assert file.criteria[0].best == 0


def test_more_than_twelve_options_are_refused_in_a_sentence(ada: User) -> None:
    options = "".join(f'[options.o{number}]\nname = "Offer"\n' for number in range(12))
    with pytest.raises(BadInput, match="With staying there are more than 12"):
        bring_in(owner=ada, text=f'question = "Which?"\n{options}', today=timezone.localdate())
    assert not Transition.objects.exists()


def test_what_is_no_toml_is_refused(ada: User) -> None:
    with pytest.raises(BadFile, match="not readable as TOML"):
        bring_in(owner=ada, text="question = ", today=timezone.localdate())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"question = ", "not readable as TOML"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"#" * 300_000, "more than 256 kB"),
    ],
)
def test_the_page_says_what_is_wrong_with_a_file(
    ada_browser: Client, content: bytes, sentence: str
) -> None:
    sent = {"file": SimpleUploadedFile("decision.toml", content)}
    answer = ada_browser.post("/transition/bring-in/", sent)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_downloaded_file_can_be_brought_in_again(ada: User, ada_browser: Client) -> None:
    first = bring_in(owner=ada, text=write(small_file()), today=timezone.localdate()).transition
    answer = ada_browser.get(f"/transition/{first.pk}/file.toml")
    assert answer["Content-Disposition"] == 'attachment; filename="do-we-move-to-berlin.toml"'
    sent = {"file": SimpleUploadedFile("decision.toml", answer.content)}
    page = ada_browser.post("/transition/bring-in/", sent, follow=True)
    assert "Brought in." in page.content.decode()
    assert Transition.objects.count() == 2
    assert read(answer.content.decode()).file == small_file()

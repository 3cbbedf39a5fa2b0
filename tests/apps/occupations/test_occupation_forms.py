from __future__ import annotations

from pathlib import Path

import pytest
from django import forms
from django.test import Client

from turnpoint.apps.occupations.forms import AreaField, ChosenOccupation, OccupationField


class Move(forms.Form):
    job = OccupationField(label="The job")
    dream = OccupationField(label="The dream", unmatched=True, required=False)
    place = AreaField(label="Where", required=False)


def test_takes_a_title_and_the_occupation_chosen_for_it() -> None:
    form = Move({"job_title": "Head of IT", "job_code": "11-3021.00"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["job"] == ChosenOccupation("Head of IT", "11-3021.00")
    assert form.cleaned_data["dream"] is None


def test_shows_the_choices_when_a_title_came_without_one() -> None:
    form = Move({"job_title": "computer systems manager"})
    assert form.errors["job"] == ["Choose the occupation that comes closest."]
    assert 'value="11-3021.00"' in form.as_div()


def test_takes_an_official_title_without_asking() -> None:
    form = Move({"job_title": "chief executives"})
    assert form.is_valid()
    assert form.cleaned_data["job"].code == "11-1011.00"


def test_asks_again_when_the_title_was_changed_after_the_choice() -> None:
    form = Move({"job_title": "koi breeder", "job_code": "11-3021.00", "job_asked": "Head of IT"})
    assert "job" in form.errors


def test_refuses_a_code_that_no_occupation_has() -> None:
    form = Move({"job_title": "Wizard", "job_code": "99-9999.00"})
    assert "no occupation with that code" in form.errors["job"][0]


def test_refuses_an_empty_title_in_words() -> None:
    assert Move({}).errors["job"] == ["Say in a few words what the job is called."]


def test_keeps_a_title_in_own_words_only_where_the_field_says_so() -> None:
    form = Move({"job_title": "xqzv", "dream_title": "xqzv"})
    assert "Nothing was found" in form.errors["job"][0]
    assert form.cleaned_data["dream"] == ChosenOccupation("xqzv", "")


def test_lets_a_person_say_that_none_of_these_fits() -> None:
    sent = {"job_title": "Chief Executives", "dream_title": "Chief", "dream_code": "none"}
    form = Move(sent)
    assert form.is_valid()
    assert form.cleaned_data["dream"] == ChosenOccupation("Chief", "")


def test_marks_what_was_chosen_before() -> None:
    html = Move(initial={"job": ChosenOccupation("Head of IT", "11-3021.00")}).as_div()
    assert 'value="Head of IT"' in html
    assert 'value="11-3021.00" checked' in html


def test_sees_whether_the_answer_changed() -> None:
    before = {"job": ChosenOccupation("Head of IT", "11-3021.00")}
    same = {"job_title": "Head of IT", "job_code": "11-3021.00"}
    assert not Move(same, initial=before).has_changed()
    assert Move(same | {"job_code": "11-1011.00"}, initial=before).has_changed()


def test_escapes_what_was_typed() -> None:
    assert "<script>" not in Move({"job_title": '"><script>x</script>'}).as_div()


@pytest.mark.parametrize("said", ["California", "california", "0600000"])
def test_takes_a_place_by_name_or_code(wages: Path, said: str) -> None:
    form = Move({"job_title": "Chief Executives", "place": said})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["place"] == "0600000"


def test_names_the_nearest_places(wages: Path) -> None:
    assert "Perhaps California" in Move({"place": "Califronia"}).errors["place"][0]


def test_takes_a_place_as_people_write_it(wages: Path) -> None:
    form = Move({"job_title": "Chief Executives", "place": "ca"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["place"] == "0600000"


def test_shows_a_place_by_its_name(wages: Path) -> None:
    html = Move(initial={"place": "0600000"}).as_div()
    assert 'value="California"' in html
    assert "<datalist" in html


def test_suggests_occupations_as_a_fragment(ada_browser: Client) -> None:
    response = ada_browser.get(
        "/occupations/suggest/", {"field": "job", "job_title": "chief executives"}
    )
    content = response.content.decode()
    assert "<html" not in content
    assert 'name="job_code" value="11-1011.00" checked' in content


def test_refuses_a_field_name_that_is_none(ada_browser: Client) -> None:
    assert ada_browser.get("/occupations/suggest/", {"field": '"><b>'}).status_code == 400

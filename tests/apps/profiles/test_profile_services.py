from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries, services
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.errors import BadInput, NotFound


def test_a_title_is_enough(ada: User) -> None:
    role = services.add_role(owner=ada, title=" IT director ")
    assert role.title == "IT director"
    assert role.is_current
    assert queries.present_role(owner=ada) == role


def test_a_role_needs_a_title(ada: User) -> None:
    with pytest.raises(BadInput, match="Title"):
        services.add_role(owner=ada, title="  ")


def test_pay_starts_in_the_currency_of_the_profile(ada: User) -> None:
    services.save_profile(owner=ada, currency="EUR")
    role = services.add_role(owner=ada, title="Baker", pay=Decimal(20), pay_period="hour")
    assert role.pay_currency == "EUR"
    assert role.annual_pay == 41_600


def test_saving_the_profile_keeps_what_was_not_said(ada: User) -> None:
    services.save_profile(owner=ada, name="Ada", place="Turin")
    services.save_profile(owner=ada, place="Genoa")
    saved = queries.profile(owner=ada)
    assert (saved.name, saved.place) == ("Ada", "Genoa")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"start_year": 2014, "end_year": 2013}, "ends before it starts"),
        (
            {"start_year": 2014, "start_month": 5, "end_year": 2014, "end_month": 4},
            "ends before it starts",
        ),
        ({"start_year": 1700}, "between 1900 and 2100"),
        ({"start_year": 2014, "start_month": 13}, "A month is 1 to 12"),
        ({"start_month": 3}, "needs its year"),
        ({"end_year": 2014, "end_unknown": True}, "do not know"),
        ({"pay": Decimal(-1)}, "below zero"),
        ({"pay_currency": "euro"}, "urrency"),
    ],
)
def test_says_what_cannot_be_so(ada: User, said: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        services.add_role(owner=ada, title="Baker", **said)  # type: ignore[typeddict-item]  # one wrong answer at a time
    assert not HeldRole.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"title": ""},
        {"start_year": 2014, "end_year": 2013},
        {"start_year": 2014, "start_month": 5, "end_year": 2014, "end_month": 4},
        {"start_month": 3},
        {"start_year": 2014, "start_month": 0},
        {"pay": -1},
        {"end_year": 2014, "end_unknown": True},
    ],
)
def test_the_database_refuses_it_too(ada: User, said: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        HeldRole.objects.create(**{"owner": ada, "title": "Baker", **said})


def test_a_month_ends_no_earlier_than_a_year_that_has_none(ada: User) -> None:
    services.add_role(owner=ada, title="Baker", start_year=2014, start_month=5, end_year=2014)
    services.add_role(owner=ada, title="Baker", start_year=2014, end_year=2014, end_month=4)


def test_the_present_role_is_the_longest_running_unless_one_is_marked(ada: User) -> None:
    services.add_role(owner=ada, title="Old", start_year=1999, end_year=2001)
    short = services.add_role(owner=ada, title="Short", start_year=2022)
    long = services.add_role(owner=ada, title="Long", start_year=2010)
    assert queries.present_role(owner=ada) == long
    services.change_role(owner=ada, entry_id=short.pk, is_main=True)
    assert queries.present_role(owner=ada) == short
    services.change_role(owner=ada, entry_id=long.pk, is_main=True)
    assert queries.present_role(owner=ada) == long
    assert [role.title for role in queries.held_roles(owner=ada)] == ["Long", "Short", "Old"]


def test_without_a_current_role_the_last_one_is_where_a_person_starts(ada: User) -> None:
    services.add_role(owner=ada, title="First", start_year=2001, end_year=2005)
    services.add_role(owner=ada, title="Last", start_year=2005, end_year=2019)
    services.add_role(owner=ada, title="Long ago", start_year=1999, end_unknown=True)
    present = queries.present_role(owner=ada)
    assert present is not None
    assert present.title == "Last"


def test_what_was_removed_comes_back_and_takes_no_mark_away(ada: User) -> None:
    role = services.add_role(owner=ada, title="Baker", is_main=True)
    services.remove_role(owner=ada, entry_id=role.pk)
    assert queries.held_roles(owner=ada) == ()
    services.add_role(owner=ada, title="Cook", is_main=True)
    services.restore_role(owner=ada, entry_id=role.pk)
    assert [role.title for role in queries.held_roles(owner=ada)] == ["Cook", "Baker"]


def test_nobody_reads_changes_or_restores_what_is_anothers(ada: User, bob: User) -> None:
    role = services.add_role(owner=ada, title="Baker")
    skill = services.add_skill(owner=ada, name="Sourdough")
    assert queries.held_roles(owner=bob) == ()
    with pytest.raises(NotFound):
        services.change_role(owner=bob, entry_id=role.pk, title="Thief")
    with pytest.raises(NotFound):
        services.remove_skill(owner=bob, entry_id=skill.pk)
    services.remove_role(owner=ada, entry_id=role.pk)
    with pytest.raises(NotFound):
        services.restore_role(owner=bob, entry_id=role.pk)


def test_the_level_of_education_is_the_one_said_or_the_highest(ada: User) -> None:
    assert queries.education_level(owner=ada) is None
    services.add_education(owner=ada, institution="Politecnico", level=6)
    services.add_education(owner=ada, area="Ponds", level=3)
    assert queries.education_level(owner=ada) == 6
    services.save_profile(owner=ada, education_level=8)
    assert queries.education_level(owner=ada) == 8


def test_education_skills_languages_and_certifications_are_added_changed_and_removed(
    ada: User,
) -> None:
    school = services.add_education(owner=ada, institution="Politecnico", start_year=1999)
    services.change_education(owner=ada, entry_id=school.pk, end_year=2004)
    skill = services.add_skill(owner=ada, name="Welding", level=3.5)
    services.change_skill(owner=ada, entry_id=skill.pk, element_id="2.B.3.j")
    language = services.add_language(owner=ada, name="Italian", fluency="native")
    services.change_language(owner=ada, entry_id=language.pk, fluency="first language")
    licence = services.add_certification(owner=ada, name="Welder’s licence", year=2010)
    services.change_certification(owner=ada, entry_id=licence.pk, issuer="TÜV")
    assert queries.education(owner=ada)[0].end_year == 2004
    assert queries.skills(owner=ada)[0].element_id == "2.B.3.j"
    assert queries.languages(owner=ada)[0].fluency == "first language"
    assert queries.certifications(owner=ada)[0].issuer == "TÜV"
    services.remove_education(owner=ada, entry_id=school.pk)
    services.remove_language(owner=ada, entry_id=language.pk)
    services.remove_certification(owner=ada, entry_id=licence.pk)
    assert queries.education(owner=ada) == ()
    services.restore_education(owner=ada, entry_id=school.pk)
    services.restore_language(owner=ada, entry_id=language.pk)
    services.restore_certification(owner=ada, entry_id=licence.pk)
    services.remove_skill(owner=ada, entry_id=skill.pk)
    services.restore_skill(owner=ada, entry_id=skill.pk)
    assert queries.education(owner=ada) == (school,)

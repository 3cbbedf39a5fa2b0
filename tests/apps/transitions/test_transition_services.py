from __future__ import annotations

import datetime as dt

import pytest

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Criterion, Option, TradeOff, Transition
from turnpoint.apps.transitions.services import criteria, effects, options, people, transitions
from turnpoint.core.decision.check import in_the_way
from turnpoint.core.decision.interval import Interval
from turnpoint.errors import BadInput, Conflict, NotFound

TODAY = dt.date(2026, 11, 2)


@pytest.fixture
def opened(ada: User) -> Transition:
    return transitions.open_transition(
        owner=ada, question="Do we move to Lyon?", kind="relocation", currency="EUR", opened=TODAY
    )


def lyon(ada: User, opened: Transition) -> Option:
    return options.add_option(owner=ada, transition_id=opened.pk, name="Lyon, the family moves")


def commute(ada: User, opened: Transition, name: str = "Commute") -> Criterion:
    return criteria.add_criterion(
        owner=ada, transition_id=opened.pk, name=name, better="less", worst=120, best=0
    )


def test_staying_is_the_first_option(ada: User, opened: Transition) -> None:
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert file.staying is not None
    assert file.staying.name == "Stay where I am"


def test_staying_cannot_be_removed(ada: User, opened: Transition) -> None:
    stay = Option.objects.get(transition=opened)
    with pytest.raises(Conflict, match="Staying is always an option"):
        options.remove_option(owner=ada, transition_id=opened.pk, part_id=stay.pk)


def test_takes_twelve_options_and_says_so_at_the_thirteenth(ada: User, opened: Transition) -> None:
    for number in range(11):
        options.add_option(owner=ada, transition_id=opened.pk, name=f"Offer {number}")
    with pytest.raises(BadInput, match="at most 12 options"):
        options.add_option(owner=ada, transition_id=opened.pk, name="One more")


def test_a_removed_option_leaves_its_place_and_comes_back(ada: User, opened: Transition) -> None:
    row = lyon(ada, opened)
    options.remove_option(owner=ada, transition_id=opened.pk, part_id=row.pk)
    other = options.add_option(owner=ada, transition_id=opened.pk, name="Lyon, the family moves")
    assert other.slot == row.slot
    assert other.key != row.key
    back = options.restore_option(owner=ada, transition_id=opened.pk, part_id=row.pk)
    assert back.slot != other.slot


def test_the_rows_make_a_file_without_problems(ada: User, opened: Transition) -> None:
    option, criterion = lyon(ada, opened), commute(ada, opened)
    options.say_money(
        owner=ada,
        transition_id=opened.pk,
        part_id=option.pk,
        cells={"pay": {"low": 60_000, "likely": 66_000, "high": 72_000}, "search.while_in": 0.1},
    )
    effects.say_effects(
        owner=ada,
        transition_id=opened.pk,
        cells={(option.pk, criterion.pk): {"low": 20, "likely": 35, "high": 60}},
    )
    found = queries.checked(owner=ada, transition_id=opened.pk, today=TODAY)
    assert not in_the_way(found.problems)
    known = found.file.option(option.key)
    assert known is not None
    assert known.money.pay == Interval(60_000, 66_000, 72_000)
    assert known.money.search.while_in == 0.1
    effect = found.file.effect(option.key, criterion.key)
    assert effect is not None
    assert effect.likely == 35


def test_an_inverted_range_is_kept_and_named_at_its_cell(ada: User, opened: Transition) -> None:
    option = lyon(ada, opened)
    cells = {"pay": {"low": 90_000, "high": 60_000}}
    options.say_money(owner=ada, transition_id=opened.pk, part_id=option.pk, cells=cells)
    found = queries.checked(owner=ada, transition_id=opened.pk, today=TODAY)
    where = f"options.{option.key}.money.pay"
    assert [each.where for each in found.at(where)] == [f"{where}.high"]
    kept = found.file.option(option.key)
    assert kept is not None
    assert kept.money.pay == Interval(90_000, None, 60_000)


def test_cells_said_from_two_windows_both_stay(ada: User, opened: Transition) -> None:
    option = lyon(ada, opened)
    for cells in ({"start": 4}, {"growth": 0.02}):
        options.say_money(owner=ada, transition_id=opened.pk, part_id=option.pk, cells=cells)
    option.refresh_from_db()
    assert option.money == {"start": 4, "growth": 0.02}


def test_other_ends_set_answers_aside_and_can_be_taken_back(ada: User, opened: Transition) -> None:
    first, second = commute(ada, opened), commute(ada, opened, "Nights away")
    criteria.answer_trade_off(
        owner=ada,
        transition_id=opened.pk,
        first=(first.pk, {"worse": 90, "better": 30}),
        second=(second.pk, {"worse": 8, "better": 2}),
        prefers="second",
    )
    aside = criteria.change_criterion(
        owner=ada, transition_id=opened.pk, part_id=first.pk, worst=90
    )
    assert aside == 1
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert not file.preferences.trade_offs
    criteria.take_back_scale(owner=ada, transition_id=opened.pk, part_id=first.pk)
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert len(file.preferences.trade_offs) == 1
    first.refresh_from_db()
    assert first.worst == 120


def test_another_name_sets_nothing_aside(ada: User, opened: Transition) -> None:
    row = commute(ada, opened)
    assert not criteria.change_criterion(
        owner=ada, transition_id=opened.pk, part_id=row.pk, name="The way to work"
    )
    assert TradeOff.objects.count() == 0


def test_ranks_criteria_with_ties(ada: User, opened: Transition) -> None:
    rows = [commute(ada, opened, name) for name in ("Sleep", "Money", "Place")]
    groups = [[rows[2].pk], [rows[0].pk, rows[1].pk]]
    criteria.rank(owner=ada, transition_id=opened.pk, groups=groups)
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert file.preferences.ranking == (("place",), ("sleep", "money"))


def test_keeps_words_beside_the_result(ada: User, opened: Transition) -> None:
    option = lyon(ada, opened)
    person = people.add_person(owner=ada, transition_id=opened.pk, name="Kim", relation="partner")
    people.write_down(
        owner=ada,
        transition_id=opened.pk,
        person_id=person.pk,
        option_id=option.pk,
        effect="I would come for five years, not for two.",
    )
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert file.people[0].voices[0].option == option.key


def test_refuses_words_that_say_nothing(ada: User, opened: Transition) -> None:
    person = people.add_person(owner=ada, transition_id=opened.pk, name="Kim")
    with pytest.raises(BadInput, match="Write down what was said"):
        people.write_down(owner=ada, transition_id=opened.pk, person_id=person.pk)


def test_refuses_what_belongs_to_somebody_else(ada: User, bob: User, opened: Transition) -> None:
    other = transitions.open_transition(owner=bob, question="Something of Bob’s?")
    option = options.add_option(owner=bob, transition_id=other.pk, name="Bob’s")
    with pytest.raises(NotFound):
        options.remove_option(owner=ada, transition_id=opened.pk, part_id=option.pk)
    with pytest.raises(NotFound):
        queries.decision_file(owner=ada, transition_id=other.pk)


def test_a_removed_transition_comes_back(ada: User, opened: Transition) -> None:
    transitions.remove(owner=ada, transition_id=opened.pk)
    assert queries.transitions(owner=ada) == ()
    transitions.restore(owner=ada, transition_id=opened.pk)
    assert queries.transitions(owner=ada) == (opened,)

"""A day’s list: three at work, one at home, the rest is gravy; and nothing carries over by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.services import write_destination
from turnpoint.apps.plans import focus_services as services
from turnpoint.apps.plans.focus_queries import day_list
from turnpoint.apps.plans.focus_services import DayFull
from turnpoint.apps.plans.models import Area, Focus
from turnpoint.apps.plans.serving import servable
from turnpoint.apps.transitions.services import people, transitions
from turnpoint.errors import BadInput, Conflict, NotFound

MONDAY = dt.date(2026, 11, 23)
TUESDAY = dt.date(2026, 11, 24)


def _add(owner: User, text: str, day: dt.date = MONDAY, area: Area = Area.WORK) -> Focus:
    return services.add(owner=owner, day=day, area=area, text=text)


def _texts(owner: User, day: dt.date = MONDAY) -> list[str]:
    return [thing.text for thing in day_list(owner=owner, day=day).work.things]


def test_takes_three_things_at_work_and_one_at_home(ada: User) -> None:
    for text in ("one", "two", "three"):
        _add(ada, text)
    _add(ada, "wholesaler", area=Area.HOME)
    assert _texts(ada) == ["one", "two", "three"]
    with pytest.raises(DayFull, match="Three is a full day"):
        _add(ada, "four")
    with pytest.raises(DayFull, match="One thing at home"):
        _add(ada, "another", area=Area.HOME)


@pytest.mark.parametrize(("area", "slot"), [("work", 4), ("work", 0), ("home", 2), ("gym", 1)])
def test_the_database_itself_knows_no_further_place(ada: User, area: str, slot: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Focus.objects.create(owner=ada, day=MONDAY, area=area, slot=slot, text="more")


def test_the_database_itself_gives_a_place_once(ada: User) -> None:
    _add(ada, "one")
    with pytest.raises(IntegrityError), transaction.atomic():
        Focus.objects.create(owner=ada, day=MONDAY, area=Area.WORK, slot=1, text="me too")


def test_eight_requests_at_once_fill_three_places_and_no_more(
    ada: User, at_once: Callable[..., Any]
) -> None:
    def add(number: int) -> bool:
        try:
            _add(ada, f"thing {number}")
        except DayFull:
            return False
        return True

    assert sum(at_once(add, 8)) == 3
    slots = Focus.objects.filter(owner=ada).values_list("slot", flat=True)
    (found,) = at_once(lambda _: sorted(slots), 1)
    assert found == [1, 2, 3]


def test_many_acts_at_once_keep_the_limit_and_lose_nothing(
    ada: User, at_once: Callable[..., Any]
) -> None:
    def begin(_: int) -> list[int]:
        listed = [_add(ada, f"thing {number}").pk for number in range(3)]
        later = [_add(ada, f"later {number}", TUESDAY).pk for number in range(3)]
        services.take_off(owner=ada, focus_id=listed[0])
        return [*listed, *later]

    (made,) = at_once(begin, 1)

    def act(number: int) -> None:
        with suppress(Conflict, IntegrityError, NotFound):  # put back by another already
            if number % 4 == 0:
                services.put_back(owner=ada, focus_id=made[0])
            elif number % 4 == 1:
                services.earlier(owner=ada, focus_id=made[2])
            elif number % 4 == 2:
                services.move(owner=ada, focus_id=made[3], day=MONDAY, today=MONDAY)
            else:
                _add(ada, f"new {number}")

    at_once(act, 8)
    rows = Focus.objects.filter(owner=ada, trashed_at__isnull=True)
    (found,) = at_once(lambda _: list(rows.values_list("pk", "day", "slot")), 1)
    for day in (MONDAY, TUESDAY):
        slots = [slot for _, on, slot in found if on == day and slot]
        assert len(slots) == len(set(slots)) <= 3
    assert {pk for pk, _, _ in found} >= set(made)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "gravy", "off", "back", "up", "move", "list", "tick", "home"]),
        st.integers(0, 7),
    ),
    max_size=25,
)


@given(acts=ACTS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sequence_of_acts_makes_a_day_longer_or_loses_a_thing(
    ada: User, acts: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        made: list[int] = []
        for name, number in acts:
            with suppress(Conflict, NotFound):
                _do(ada, name, made, number)
        rows = list(Focus.objects.filter(owner=ada))
        assert sorted(row.pk for row in rows) == sorted(made)
        for day in (MONDAY, TUESDAY):
            found = day_list(owner=ada, day=day)
            assert len(found.work.things) <= 3
            assert len(found.home.things) <= 1
        transaction.set_rollback(True)


def _do(owner: User, name: str, made: list[int], number: int) -> None:
    """One act with the ``number``th thing, or a new one."""
    if name in {"add", "home"}:
        area = Area.HOME if name == "home" else Area.WORK
        made.append(_add(owner, f"thing {number}", area=area).pk)
    elif made:
        one = {"owner": owner, "focus_id": made[number % len(made)]}
        day = TUESDAY if number % 2 else MONDAY
        {
            "gravy": lambda: services.into_gravy(**one),
            "off": lambda: services.take_off(**one),
            "back": lambda: services.put_back(**one),
            "up": lambda: services.earlier(**one),
            "move": lambda: services.move(**one, day=day, today=MONDAY),
            "list": lambda: services.onto_list(**one),
            "tick": lambda: services.tick(**one),
        }[name]()


def test_rewords_in_place_and_takes_the_words_back(ada: User) -> None:
    one = services.add(owner=ada, day=MONDAY, area=Area.WORK, text="cal", serves_words="the move")
    services.reword(owner=ada, focus_id=one.pk, text=" Call   Ghent ")
    (thing,) = day_list(owner=ada, day=MONDAY).work.things
    assert (thing.text, thing.serves) == ("Call Ghent", "the move")
    services.word_back(owner=ada, focus_id=one.pk)
    assert _texts(ada) == ["cal"]


def test_moves_up_and_down_and_stays_at_the_ends(ada: User) -> None:
    one, two, _three = [_add(ada, text) for text in ("one", "two", "three")]
    services.earlier(owner=ada, focus_id=two.pk)
    assert _texts(ada) == ["two", "one", "three"]
    services.earlier(owner=ada, focus_id=two.pk)
    services.later(owner=ada, focus_id=one.pk)
    assert _texts(ada) == ["two", "three", "one"]


def test_moves_to_another_day_and_back(ada: User) -> None:
    one = _add(ada, "one")
    services.move(owner=ada, focus_id=one.pk, day=TUESDAY, today=MONDAY)
    found = day_list(owner=ada, day=MONDAY)
    assert found.work.things == ()
    assert [(thing.text, thing.listed) for thing in found.ahead] == [("one", True)]
    assert day_list(owner=ada, day=TUESDAY).left == ()
    services.move_back(owner=ada, focus_id=one.pk, day=MONDAY, today=MONDAY, gravy=False)
    assert _texts(ada) == ["one"]


def test_a_full_day_takes_a_moved_thing_under_gravy_or_in_the_place_of_another(ada: User) -> None:
    one = _add(ada, "one")
    full = [_add(ada, text, TUESDAY) for text in ("two", "three", "four")]
    with pytest.raises(DayFull):
        services.move(owner=ada, focus_id=one.pk, day=TUESDAY, today=MONDAY)
    assert _texts(ada) == ["one"]
    services.move(owner=ada, focus_id=one.pk, day=TUESDAY, today=MONDAY, instead=full[1].pk)
    assert _texts(ada, TUESDAY) == ["two", "one", "four"]
    services.move_back(owner=ada, focus_id=one.pk, day=MONDAY, today=MONDAY, gravy=False)
    assert _texts(ada) == ["one"]


def test_what_is_past_or_done_is_not_moved(ada: User) -> None:
    one = _add(ada, "one")
    with pytest.raises(Conflict, match="has passed"):
        services.move(owner=ada, focus_id=one.pk, day=TUESDAY, today=TUESDAY)
    with pytest.raises(BadInput, match="A year ahead"):
        services.move(owner=ada, focus_id=one.pk, day=dt.date(2031, 1, 1), today=MONDAY)
    services.tick(owner=ada, focus_id=one.pk)
    with pytest.raises(Conflict, match="done"):
        services.move(owner=ada, focus_id=one.pk, day=TUESDAY, today=MONDAY)


def test_carrying_over_four_times_at_once_carries_over_once(
    ada: User, at_once: Callable[..., Any]
) -> None:
    (before,) = at_once(lambda _: _add(ada, "one"), 1)

    def carry(number: int) -> bool:
        try:
            services.carry_over(owner=ada, focus_id=before.pk, day=TUESDAY, gravy=number % 2 == 1)
        except Conflict:
            return False
        return True

    assert sum(at_once(carry, 4)) == 1


def test_what_is_taken_off_makes_room_and_comes_back(ada: User) -> None:
    one = _add(ada, "one")
    services.take_off(owner=ada, focus_id=one.pk)
    assert _texts(ada) == []
    services.put_back(owner=ada, focus_id=one.pk)
    assert _texts(ada) == ["one"]


def test_what_comes_back_to_a_day_that_filled_up_goes_under_gravy(ada: User) -> None:
    one = _add(ada, "one")
    services.take_off(owner=ada, focus_id=one.pk)
    for text in ("two", "three", "four"):
        _add(ada, text)
    services.put_back(owner=ada, focus_id=one.pk)
    found = day_list(owner=ada, day=MONDAY)
    assert [thing.text for thing in found.gravy] == ["one"]
    assert len(found.work.things) == 3


def test_one_thing_gives_its_place_to_another_and_goes_under_gravy(ada: User) -> None:
    first, *_ = [_add(ada, text) for text in ("one", "two", "three")]
    services.add(owner=ada, day=MONDAY, area=Area.WORK, text="four", instead=first.pk)
    found = day_list(owner=ada, day=MONDAY)
    assert [thing.text for thing in found.work.things] == ["four", "two", "three"]
    assert [thing.text for thing in found.gravy] == ["one"]


def test_giving_up_another_days_place_makes_no_room_and_changes_nothing(ada: User) -> None:
    other = _add(ada, "tomorrow", TUESDAY)
    for text in ("one", "two", "three"):
        _add(ada, text)
    with pytest.raises(DayFull):
        services.add(owner=ada, day=MONDAY, area=Area.WORK, text="four", instead=other.pk)
    assert _texts(ada, TUESDAY) == ["tomorrow"]


def test_gravy_has_no_end_and_comes_onto_the_list_where_there_is_room(ada: User) -> None:
    rows = [
        services.add(owner=ada, day=MONDAY, area=Area.WORK, text=f"{number}", gravy=True)
        for number in range(9)
    ]
    assert len(day_list(owner=ada, day=MONDAY).gravy) == 9
    services.onto_list(owner=ada, focus_id=rows[4].pk)
    assert _texts(ada) == ["4"]


def test_says_when_everything_on_the_list_is_done(ada: User) -> None:
    assert not day_list(owner=ada, day=MONDAY).done
    one = _add(ada, "one")
    assert not day_list(owner=ada, day=MONDAY).done
    services.tick(owner=ada, focus_id=one.pk)
    assert day_list(owner=ada, day=MONDAY).done
    services.untick(owner=ada, focus_id=one.pk)
    assert not day_list(owner=ada, day=MONDAY).done


def test_offers_what_was_left_open_and_carries_nothing_over_by_itself(ada: User) -> None:
    one, two = _add(ada, "one"), _add(ada, "two")
    services.add(owner=ada, day=MONDAY, area=Area.WORK, text="extra", gravy=True)
    services.tick(owner=ada, focus_id=two.pk)
    found = day_list(owner=ada, day=TUESDAY)
    assert [thing.text for thing in found.left] == ["one"]
    assert found.work.things == ()
    carried = services.carry_over(owner=ada, focus_id=one.pk, day=TUESDAY)
    assert day_list(owner=ada, day=TUESDAY).left == ()
    assert _texts(ada, TUESDAY) == ["one"]
    services.take_off(owner=ada, focus_id=carried.pk)
    assert len(day_list(owner=ada, day=TUESDAY).left) == 1


def test_what_was_let_go_is_not_offered_again_unless_that_is_undone(ada: User) -> None:
    one = _add(ada, "one")
    services.let_go(owner=ada, focus_id=one.pk)
    assert day_list(owner=ada, day=TUESDAY).left == ()
    services.hold_on(owner=ada, focus_id=one.pk)
    assert len(day_list(owner=ada, day=TUESDAY).left) == 1


def test_an_older_day_is_not_asked_about_once_there_was_a_later_list(ada: User) -> None:
    _add(ada, "one")
    two = _add(ada, "two", TUESDAY)
    services.tick(owner=ada, focus_id=two.pk)
    assert day_list(owner=ada, day=dt.date(2026, 12, 20)).left == ()


def test_carries_over_only_what_an_earlier_day_left_open(ada: User) -> None:
    one = _add(ada, "one")
    with pytest.raises(Conflict):
        services.carry_over(owner=ada, focus_id=one.pk, day=MONDAY)
    services.tick(owner=ada, focus_id=one.pk)
    with pytest.raises(Conflict):
        services.carry_over(owner=ada, focus_id=one.pk, day=TUESDAY)


def test_a_full_day_takes_what_is_carried_over_under_gravy_when_asked(ada: User) -> None:
    left = _add(ada, "one")
    for text in ("two", "three", "four"):
        _add(ada, text, TUESDAY)
    with pytest.raises(DayFull):
        services.carry_over(owner=ada, focus_id=left.pk, day=TUESDAY)
    services.carry_over(owner=ada, focus_id=left.pk, day=TUESDAY, gravy=True)
    assert [thing.text for thing in day_list(owner=ada, day=TUESDAY).gravy] == ["one"]


def test_serves_a_destination_or_a_question_and_keeps_its_words(ada: User) -> None:
    ponds = Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1))
    write_destination(owner=ada, said=ponds)
    lyon = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    people.ask(owner=ada, text="Two days remote?", ask="HR", transition_id=lyon.pk)
    offered = servable(owner=ada)
    assert [each.kind for each in offered] == ["destination", "transition", "finding"]
    for each in offered:
        services.add(owner=ada, day=MONDAY, area=Area.WORK, text=each.kind, serves=each.key)
    transitions.remove(owner=ada, transition_id=lyon.pk)
    things = day_list(owner=ada, day=MONDAY).work.things
    assert [thing.serves for thing in things] == [
        "I keep ponds.",
        "Do we move to Lyon?",
        "Two days remote?",
    ]
    assert things[0].address
    assert [thing.address for thing in things[1:]] == ["", ""]


def test_serves_nothing_of_other_people(ada: User, bob: User) -> None:
    lyon = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    with pytest.raises(BadInput):
        services.add(
            owner=bob,
            day=MONDAY,
            area=Area.WORK,
            text="pry",
            serves=f"transition:{lyon.pk}",
        )


@pytest.mark.parametrize("text", ["", "  ", "x" * 201])
def test_asks_for_one_line(ada: User, text: str) -> None:
    with pytest.raises(BadInput):
        _add(ada, text)


def test_other_peoples_days_are_out_of_reach(ada: User, bob: User) -> None:
    one = _add(ada, "one")
    with pytest.raises(NotFound):
        services.tick(owner=bob, focus_id=one.pk)
    mine = [_add(bob, text) for text in ("two", "three", "four")]
    assert len(mine) == 3
    with pytest.raises(NotFound):
        services.add(owner=bob, day=MONDAY, area=Area.WORK, text="five", instead=one.pk)

"""Each bad cell has its sentence, all of them at once, and nothing is lost."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from tests.decisions import CRITERIA, LEASE, small_file

from turnpoint.core.decision.check import in_the_way, problems
from turnpoint.core.decision.criterion import PIECEWISE, Criterion, Effect, Level, Point
from turnpoint.core.decision.file import DecisionFile, Question
from turnpoint.core.decision.interval import Interval, exactly
from turnpoint.core.decision.money import Course, Household, OneOff, Search
from turnpoint.core.decision.option import Option, WayBack
from turnpoint.core.decision.preferences import Change, Preferences, Swing, TradeOff

STAY, BERLIN = small_file().options


def with_money(**money: object) -> DecisionFile:
    return small_file(options=(STAY, replace(BERLIN, money=Course(**money))))  # type: ignore[arg-type]  # any field of it


def with_criterion(criterion: Criterion, *effects: Effect) -> DecisionFile:
    return small_file(criteria=(criterion,), effects=effects, preferences=Preferences())


def with_preferences(**said: object) -> DecisionFile:
    return small_file(preferences=Preferences(**said))  # type: ignore[arg-type]  # any rung


def many(options: int, criteria: int) -> DecisionFile:
    """A whole table, each cell filled."""
    scale = tuple(Criterion(f"c{n}", f"C{n}", "points", worst=0, best=10) for n in range(criteria))
    added = tuple(Option(f"o{n}", f"O{n}", money=STAY.money) for n in range(options - 1))
    cells = tuple(Effect(o.key, c.key, 2, 5, 8) for o in (STAY, *added) for c in scale)
    return small_file(
        options=(STAY, *added),
        criteria=scale,
        effects=cells,
        preferences=Preferences(),
        people=(),
        questions=(),
    )


BAD: list[tuple[DecisionFile, str, str]] = [
    (small_file(question=" "), "question", "no question yet"),
    (small_file(kind="lottery"), "kind", "“lottery” is not a kind"),
    (small_file(currency="€"), "currency", "three letters"),
    (small_file(opened=None), "opened", "the day the file was opened"),
    (small_file(horizon=600), "horizon", "600, is above 240"),
    (small_file(options=(BERLIN,)), "options", "Staying is always one"),
    (
        small_file(options=(STAY, replace(BERLIN, stays=True))),
        "options.berlin.stays",
        "Two options",
    ),
    (small_file(options=(STAY, BERLIN, BERLIN)), "options.berlin", "stands 2 times"),
    (small_file(options=(STAY, replace(BERLIN, key="Be lin"))), "options.Be lin", "small letters"),
    (many(13, 2), "options", "13 options"),
    (many(2, 21), "criteria", "21 criteria"),
    (
        with_money(pay=Interval(60_000, 50_000, 40_000)),
        "options.berlin.money.pay.high",
        "The high figure, 40,000, is below the low one, 60,000",
    ),
    (
        with_money(pay=Interval(60_000, 90_000, 70_000)),
        "options.berlin.money.pay.likely",
        "outside 60,000 to 70,000",
    ),
    (with_money(pay=Interval(math.nan, 1, 2)), "options.berlin.money.pay.low", "not a number"),
    (with_money(pay=Interval(1, 2, math.inf)), "options.berlin.money.pay.high", "not a number"),
    (with_money(pay=Interval(1, 2, None)), "options.berlin.money.pay.high", "is missing"),
    (with_money(pay=Interval(1, 2, 3, 0.2)), "options.berlin.money.pay.sure", "between 0.5"),
    (with_money(loss=1.5), "options.berlin.money.loss", "above 1"),
    (with_money(start=-1), "options.berlin.money.start", "below zero"),
    (with_money(comes_off=2.0), "options.berlin.money.comes_off", "above 1"),
    (
        with_money(one_offs=(OneOff("van", exactly(900), month=-2),)),
        "options.berlin.money.one_offs.1.month",
        "below zero",
    ),
    (
        with_money(search=Search(while_out=3)),
        "options.berlin.money.search.while_out",
        "above 1",
    ),
    (small_file(household=Household(cash=-400)), "household.cash", "Cash, -400, is below zero"),
    (small_file(household=Household(cash=math.nan)), "household.cash", "not a number"),
    (
        with_criterion(replace(CRITERIA[1], worst=0, best=120)),
        "criteria.commute.best",
        "wrong side of the worst",
    ),
    (with_criterion(replace(CRITERIA[1], best=None)), "criteria.commute.best", "Say the best"),
    (with_criterion(replace(CRITERIA[1], shape="wavy")), "criteria.commute.shape", "is no shape"),
    (
        with_criterion(replace(CRITERIA[1], shape=PIECEWISE, points=(Point(9, 1), Point(3, 0)))),
        "criteria.commute.points",
        "from the lowest figure up",
    ),
    (
        with_criterion(replace(CRITERIA[2], levels=(Level("a", 0), Level("a", 1)))),
        "criteria.family.levels.2.name",
        "stands twice",
    ),
    (
        with_criterion(CRITERIA[2], Effect("berlin", "family", levels=("never",))),
        "effects.berlin.family.levels",
        "“never” is no level",
    ),
    (
        with_criterion(CRITERIA[1], Effect("berlin", "commute", 90, 60, 30)),
        "effects.berlin.commute.high",
        "below the low one",
    ),
    (
        with_criterion(CRITERIA[1], Effect("berlin", "commute", 100, 150, 180)),
        "effects.berlin.commute.likely",
        "150, is outside 0 to 120",
    ),
    (
        with_criterion(CRITERIA[1], Effect("berlin", "commute", low=130, high=190)),
        "effects.berlin.commute.high",
        "Move the end that leaves it out",
    ),
    (
        with_criterion(CRITERIA[1], Effect("paris", "commute", 1, 2, 3)),
        "effects.paris.commute",
        "no option “paris”",
    ),
    (
        small_file(household=Household(cash=1e300)),
        "household.cash",
        "1e+300, is too large",
    ),
    (with_money(take_home=0.0), "options.berlin.money.take_home", "below 0.01"),
    (
        with_preferences(ranking=(("pay",), ())),
        "preferences.ranking",
        "place of the ranking is empty",
    ),
    (with_preferences(swings=(Swing("pay", 0),)), "preferences.swings", "has no points"),
    (
        with_preferences(
            trade_offs=(TradeOff(Change("commute", 300, 200), Change("pay", 50_000, 60_000)),)
        ),
        "preferences.trade_offs.1.first.better",
        "nothing is gained between the ends",
    ),
    (with_preferences(ranking=(("joy",),)), "preferences.ranking", "no criterion “joy”"),
    (with_preferences(ranking=(("pay", "pay"),)), "preferences.ranking", "ranked twice"),
    (
        with_preferences(swings=(Swing("pay", 140),)),
        "preferences.swings.1.points",
        "above 100",
    ),
    (
        with_preferences(
            trade_offs=(TradeOff(Change("commute", 10, 40), Change("pay", 50_000, 60_000)),)
        ),
        "preferences.trade_offs.1.first.better",
        "no improvement",
    ),
    (
        small_file(
            options=(
                STAY,
                replace(BERLIN, way_back=WayBack((replace(LEASE, latest=date(2026, 12, 1)),))),
            )
        ),
        "options.berlin.way_back.steps.1.latest",
        "before the first",
    ),
]


@pytest.mark.parametrize(("file", "where", "said"), BAD, ids=[f"{b[1]}: {b[2]}" for b in BAD])
def test_a_bad_cell_gets_a_sentence_with_its_address(
    file: DecisionFile, where: str, said: str
) -> None:
    found = [each for each in problems(file) if each.where == where and said in each.sentence]
    assert len(found) == 1
    assert not found[0].warning
    assert found[0] in in_the_way(problems(file))


@pytest.mark.parametrize(
    ("file", "where", "said"),
    [
        (small_file(deadline=None), "deadline", "no deadline"),
        (small_file(deadline=date(2027, 6, 1)), "deadline", "211 days away"),
        (small_file(criteria=(), effects=(), preferences=Preferences()), "criteria", "no criteria"),
        (
            with_criterion(CRITERIA[1], Effect("berlin", "commute", 100, 110, 180)),
            "effects.berlin.commute.high",
            "180, is outside 0 to 120",
        ),
        (
            with_criterion(replace(CRITERIA[1], worst=60, best=60)),
            "criteria.commute.best",
            "makes no difference",
        ),
        (with_criterion(CRITERIA[1]), "effects.stay.commute", "counts as “don’t know”"),
        (with_preferences(ranking=(("pay",),)), "preferences.ranking", "share the last place"),
        (small_file(kind="leave-and-search"), "options", "No option searches"),
    ],
)
def test_a_warning_does_not_stand_in_the_way(file: DecisionFile, where: str, said: str) -> None:
    found = problems(file)
    assert [each.warning for each in found if each.where == where and said in each.sentence] == [
        True
    ]
    assert in_the_way(found) == ()


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        ("effects.berlin.commute", True),
        ("effects.berlin", True),
        ("effects.berlin.commute.low", True),
        ("effects.berlin.pay", True),
        ("options.berlin", True),
        ("options.berlin.money.pay", True),
        ("options.berlin.money.bonus.high", True),
        ("household.spending", True),
        ("effects.paris.commute", False),
        ("effects.berlin.joy", False),
        ("options.berlin.money.salary", False),
        ("options.berlin.money.pay.low.euros", False),
        ("options.berlin.key", False),
        ("household.one_offs.1", False),
        ("berlin", False),
        ("", False),
    ],
)
def test_a_question_about_no_cell_is_told_at_its_cell(cell: str, leads: bool) -> None:
    file = small_file(questions=(Question("q", "How will it be?", about=("effects.stay", cell)),))
    found = [each for each in problems(file) if each.where == "questions.q.about.2"]
    assert [each.warning for each in found] == ([] if leads else [True])


def test_a_question_may_be_about_figures_that_share_a_word() -> None:
    money = Course(pay=Interval(50_000, 60_000, 70_000, variable="offer"))
    file = small_file(
        options=(STAY, replace(BERLIN, money=money)),
        questions=(Question("q", "What will they offer?", about=("offer",)),),
    )
    assert not [each for each in problems(file) if each.where.startswith("questions")]


def test_a_deadline_in_the_past_is_told_and_refuses_nothing() -> None:
    (found,) = problems(small_file(), today=date(2027, 1, 3))
    assert (found.where, found.warning) == ("deadline", True)
    assert "14 December 2026, has passed" in found.sentence


def test_problems_are_collected_not_told_one_at_a_time() -> None:
    file = small_file(
        question="",
        household=Household(cash=-1),
        options=(STAY, replace(BERLIN, money=Course(pay=Interval(5, 4, 3)))),
    )
    assert {each.where for each in in_the_way(problems(file))} == {
        "question",
        "household.cash",
        "options.berlin.money.pay.high",
    }


def test_a_whole_table_of_twelve_by_twenty_has_no_problem() -> None:
    assert problems(many(12, 20)) == ()


def test_a_good_file_has_no_problem_and_a_new_one_only_warnings() -> None:
    assert problems(small_file()) == ()
    stay = Option("stay", name="Stay where I am", stays=True)
    fresh = DecisionFile("Do I take it?", "offer", opened=date(2026, 11, 2), options=(stay,))
    assert fresh.staying is not None
    assert in_the_way(problems(fresh)) == ()

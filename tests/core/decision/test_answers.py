"""A file and its answers: what must hold for any of them, and what the samples say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest
from tests.core.decision.test_check import many
from tests.decisions import small_file

from turnpoint.core.decision import as_trajectory
from turnpoint.core.decision.answers import Answers, Unanswerable, answer
from turnpoint.core.decision.criterion import Criterion, Effect
from turnpoint.core.decision.interval import Interval, exactly
from turnpoint.core.decision.money import Course, Household, OneOff
from turnpoint.core.decision.option import Option
from turnpoint.core.decision.page import page
from turnpoint.core.decision.preferences import Change, Preferences, Swing, TradeOff
from turnpoint.core.decision.said_ahead import no_way_back
from turnpoint.core.decision.toml_text import read
from turnpoint.core.trajectory.simulate import simulate
from turnpoint.errors import BadInput
from turnpoint.interfaces.samples.decisions import NAMES, text

DRAWS = 4_000


@cache
def sample(name: str, *, draws: int = DRAWS) -> Answers:
    return answer(read(text(name)).file, seed=7, draws=draws)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_answered_without_problems(name: str) -> None:
    answers = sample(name)
    assert answers.problems == ()
    assert answers.standing is not None
    first = [each.first.value for each in answers.standing.options]
    assert sum(first) == pytest.approx(1, abs=0.01)
    assert len(answers.runways) == len(answers.file.options)
    assert all(turning.point is not None for turning in answers.turnings)
    assert answers.findings


GOLDEN = {
    "finance-chief": {"stay": 0.11, "harbour": 0.64, "portfolio": 0.25},
    "promotion-with-a-move": {"stay": 0.11, "lyon": 0.58, "weekly": 0.31},
    "four-start-ups": {"stay": 0.0, "kelp": 0.53, "ledger": 0.11, "northwind": 0.02, "slate": 0.34},
    "quit-or-search": {"stay": 0.01, "beside": 0.26, "quit": 0.73},
}


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_stand_where_they_stood(name: str) -> None:
    standing = sample(name).standing
    assert standing is not None
    found = {each.option: each.first.value for each in standing.options}
    assert found == pytest.approx(GOLDEN[name], abs=0.035)


def test_the_same_stamp_gives_the_same_answers_bit_for_bit() -> None:
    once = sample("four-start-ups")
    again = answer(once.file, seed=7, draws=DRAWS)
    assert once == again
    assert once.stamp == again.stamp
    other = answer(once.file, seed=8, draws=DRAWS)
    assert other.stamp != once.stamp
    assert other.standing != once.standing


def test_the_stamp_changes_with_any_cell_and_with_nothing_else() -> None:
    file = small_file()
    made = answer(file, draws=500).stamp
    assert answer(small_file(), draws=500, today=date(2026, 12, 1)).stamp == made
    richer = replace(file, household=replace(file.household, cash=38_001.0))
    assert answer(richer, draws=500).stamp.inputs != made.inputs
    assert answer(replace(file, facts="2025"), draws=500).stamp.facts == "2025"


def test_a_bad_cell_is_named_and_no_answer_pretended() -> None:
    with pytest.raises(Unanswerable) as caught:
        answer(small_file(household=Household(cash=-1), question=""))
    assert [each.where for each in caught.value.problems] == ["question", "household.cash"]
    assert "household.cash: Cash, -1, is below zero" in str(caught.value)


@pytest.mark.parametrize(("draws", "seed"), [(10, 1), (10**9, 1), (1000, -1)])
def test_too_few_or_too_many_draws_are_refused(draws: int, seed: int) -> None:
    with pytest.raises(BadInput):
        answer(small_file(), draws=draws, seed=seed)


def test_answers_that_contradict_one_another_are_named_at_their_cells() -> None:
    rather = Change("pay", 50_000, 52_000), Change("commute", 100, 10)
    wants = Preferences(
        ranking=(("commute",), ("pay",)),
        trade_offs=(TradeOff(*rather, prefers="first"),),
    )
    answers = answer(small_file(preferences=wants), draws=500)
    assert answers.standing is None
    assert answers.runways
    grave = [each for each in answers.problems if not each.warning]
    assert {each.where for each in grave} == {
        "preferences.ranking",
        "preferences.trade_offs.1",
    }
    assert all("cannot be true together with" in each.sentence for each in grave)


def test_swings_that_contradict_the_ranking_are_named() -> None:
    wants = Preferences(
        ranking=(("commute",), ("pay",)), swings=(Swing("pay", 100, 0), Swing("commute", 10, 0))
    )
    found = answer(small_file(preferences=wants), draws=500).problems
    assert "preferences.swings" in {each.where for each in found if not each.warning}


def test_a_file_without_criteria_still_has_its_money() -> None:
    answers = answer(
        small_file(criteria=(), effects=(), preferences=Preferences(), questions=()), draws=500
    )
    assert answers.standing is None
    assert [each.option for each in answers.runways] == ["stay", "berlin"]


def test_a_criterion_that_makes_no_difference_breaks_nothing() -> None:
    flat = Criterion("flat", "Flat", "points", worst=5, best=5)
    file = small_file()
    answers = answer(replace(file, criteria=(*file.criteria, flat)), draws=500)
    assert answers.standing is not None
    assert np.isfinite([each.score for each in answers.standing.options]).all()


def test_a_whole_table_is_answered() -> None:
    answers = answer(many(12, 20), draws=1_000)
    assert answers.standing is not None
    assert len(answers.standing.options) == 12


def simple(*values: tuple[float, float]) -> Answers:
    """Options of two criteria, each known, nothing said of the weights."""
    scale = [Criterion(key, key.upper(), "points", worst=0, best=1) for key in ("a", "b")]
    keys = ("stay", *(f"o{n}" for n in range(1, len(values))))
    options = tuple(Option(key, key, stays=key == "stay") for key in keys)
    effects = tuple(
        Effect(key, c, v, v, v)
        for key, pair in zip(keys, values, strict=True)
        for c, v in zip(("a", "b"), pair, strict=True)
    )
    file = small_file(
        options=options,
        criteria=tuple(scale),
        effects=effects,
        preferences=Preferences(),
        people=(),
        questions=(),
    )
    return answer(file, draws=10_000)


def test_two_opposite_options_share_the_wants_evenly() -> None:
    standing = simple((1, 0), (0, 1)).standing
    assert standing is not None
    share = standing.options[0].first
    assert share.value == pytest.approx(0.5, abs=2 * share.give)
    assert [each.cares for each in standing.options] == [("a",), ("b",)]
    assert standing.of("stay").happening.value in (0.0, 1.0)


def test_a_dominated_option_is_named_and_never_first() -> None:
    standing = simple((0.6, 0.5), (0.9, 0.5), (0.2, 0.9)).standing
    assert standing is not None
    (dominated,) = standing.dominated
    assert (dominated.option, dominated.by, dominated.share.value) == ("stay", "o1", 1.0)
    assert standing.of("stay").first.value == 0
    assert standing.of("stay").cares == ()


def test_a_flip_point_makes_the_two_level() -> None:
    flips = simple((0.4, 0.5), (0.8, 0.5)).flips
    assert flips is not None
    needed = {(each.option, each.criterion): each.needed for each in flips.cells}
    assert needed["o1", "a"] == pytest.approx(0.4, abs=1e-5)
    assert needed["stay", "a"] == pytest.approx(0.8, abs=1e-5)
    assert flips.leader == "o1"


def test_nothing_is_worth_finding_out_where_all_is_known() -> None:
    answers = simple((0.4, 0.5), (0.8, 0.4))
    assert answers.world == pytest.approx(0, abs=1e-6)
    assert answers.findings == ()


def test_a_purse_that_shrinks_for_sure_is_empty_in_the_month_it_must_be() -> None:
    quiet = Course(pay=None, until_start=False)
    file = small_file(
        options=(Option("stay", "Stay", stays=True, money=replace(quiet, search=NO_OFFERS)),),
        criteria=(),
        effects=(),
        preferences=Preferences(),
        people=(),
        questions=(),
        household=Household(cash=10_500, reserve=500, spending=exactly(1_500), benefits_months=0),
    )
    (runway,) = answer(file, draws=200).runways
    assert runway.ruin.value == 1.0
    assert (runway.ruin_early, runway.ruin_middle) == (7, 7)
    assert runway.fan[2][:3] == (10_500, 9_000, 7_500)


NO_OFFERS = replace(Course().search, while_out=0.0)


def test_more_draws_only_sharpen() -> None:
    seen: list[float] = []
    file = read(text("promotion-with-a-move")).file
    few = answer(file, draws=2_000)
    many_draws = answer(file, draws=40_000, progress=seen.append)
    assert few.standing is not None
    assert many_draws.standing is not None
    for less, more in zip(few.standing.options, many_draws.standing.options, strict=True):
        assert less.first.give > more.first.give or more.first.value in (0, 1)
        assert abs(less.first.value - more.first.value) < 2 * (less.first.give + more.first.give)
    assert seen
    assert seen[-1] == 1.0
    assert seen == sorted(seen)


def test_an_answer_is_worth_no_more_than_knowing_everything() -> None:
    for name in NAMES:
        answers = sample(name)
        assert all(0 <= each.points <= answers.world + 1e-9 for each in answers.findings)


def test_a_question_is_to_be_asked_before_there_is_no_way_back() -> None:
    answers = sample("promotion-with-a-move")
    licence = next(each for each in answers.findings if each.key == "licence")
    assert licence.by == date(2026, 12, 7)
    assert licence.money is not None
    assert licence.pays
    lyon = next(each for each in answers.turnings if each.option == "lyon")
    assert lyon.point is not None
    assert (lyon.point.earliest, lyon.point.latest) == (date(2027, 1, 4), date(2027, 1, 12))
    assert lyon.after_deadline == 21
    assert lyon.point.pays_before is not None
    assert lyon.point.pays_after is not None
    assert lyon.point.pays_after.value <= lyon.point.pays_before.value


@pytest.mark.parametrize("name", NAMES)
def test_says_whether_a_step_settles_it_or_is_only_the_dearest(name: str) -> None:
    answers = sample(name)
    for turning in answers.turnings:
        settled = [
            step
            for step in turning.steps
            if step.pays_before
            and step.pays_after
            and step.pays_before.value >= 0.1 > step.pays_after.value
        ]
        assert turning.dearest == (not settled)
        assert turning.point == settled[0] if settled else turning.point in turning.steps
    said = " ".join(map(str, no_way_back(answers)))
    assert ("makes going back dearest" in said) == any(t.dearest for t in answers.turnings)


def test_words_shared_by_cells_are_one_figure() -> None:
    pay = Interval(50_000, 60_000, 70_000, variable="same")
    options = (
        Option("stay", "Stay", stays=True, money=Course(pay=pay, loss=0, promotion=0)),
        Option("go", "Go", money=Course(pay=pay, loss=0, promotion=0)),
    )
    standing = answer(small_file(options=options, effects=(), people=(), questions=()), draws=500)
    assert standing.runways[0].fan == standing.runways[1].fan


NOTHING = exactly(0)
ODD = {
    "no pay anywhere": [Course(pay=NOTHING), Course(pay=None)],
    "nobody hires": [Course(pay=exactly(1)), Course(pay=None, search=NO_OFFERS)],
    "all is certain": [Course(pay=exactly(9), loss=1, promotion=1), Course(loss=0, comes_off=0)],
    "the far end": [
        Course(pay=Interval(0, 5, 9), start=240, ramp_months=240, equity_month=0, take_home=0.01),
        Course(pay=Interval(-0.0, 0, 1e12), equity=exactly(1e12), equity_chance=1, growth=1),
    ],
    "a windfall": [
        Course(pay=exactly(9), relocation=Interval(-5, 0, 5), partner_months=240),
        Course(pay=exactly(9), venture=True, bonus=Interval(0, 1, 2), bonus_chance=0, spending=-9),
    ],
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("kind", ["other", "leave-and-search"])
def test_whatever_has_no_problem_has_an_answer(name: str, kind: str) -> None:
    stay, berlin = small_file().options
    given, other = ODD[name]
    options = (replace(stay, money=given), replace(berlin, money=other))
    answers = answer(small_file(options=options, kind=kind, horizon=36), draws=300)
    assert answers.standing is not None
    assert page(answers)
    for runway in answers.runways:
        assert np.isfinite(runway.fan).all()


def test_an_empty_purse_and_no_spending_are_answered() -> None:
    for cash, spending in ((0.0, NOTHING), (0.0, exactly(900)), (1e9, NOTHING)):
        answers = answer(small_file(household=Household(cash=cash, spending=spending)), draws=200)
        assert page(answers)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_options_and_criteria_changes_nothing(name: str) -> None:
    file = sample(name).file
    turned = replace(file, options=file.options[::-1], criteria=file.criteria[::-1])
    once, again = sample(name).standing, answer(turned, seed=7, draws=DRAWS).standing
    assert once is not None
    assert again is not None
    for each in once.options:
        other = again.of(each.option)
        assert other.first.value == pytest.approx(each.first.value, abs=1e-3)
        assert other.regret == pytest.approx(each.regret, abs=1e-3)
        assert other.cares == each.cares


def test_an_option_that_nobody_would_take_changes_nothing_between_the_others() -> None:
    file = sample("promotion-with-a-move").file
    moon = Option("moon", "Live on the moon", money=Course(pay=exactly(1_000), loss=0.9))
    worst = (
        Effect("moon", "growth", levels=("as now",)),
        Effect("moon", "together", 1, 1, 1),
        Effect("moon", "practice", 24, 24, 24),
        Effect("moon", "school", levels=("a change in the middle of the year",)),
    )
    more = replace(file, options=(*file.options, moon), effects=(*file.effects, *worst))
    once, again = sample("promotion-with-a-move"), answer(more, seed=7, draws=DRAWS)
    assert once.standing is not None
    assert again.standing is not None
    assert again.standing.of("moon").first.value == 0
    for each in once.standing.options:
        assert again.standing.of(each.option).first == each.first
    assert again.runways[:3] == tuple(
        replace(r, most=a.most, regret=a.regret)
        for r, a in zip(once.runways, again.runways, strict=False)
    )


@pytest.mark.parametrize(("cost", "ruined"), [(5_900, 0.0), (6_100, 1.0)])
def test_a_cost_in_month_0_counts_against_what_is_above_the_reserve(
    cost: float, ruined: float
) -> None:
    """8,000 less a reserve of 3,000, and 1,000 left over from the first month’s pay."""
    held = Household(
        cash=8_000,
        reserve=3_000,
        spending=exactly(2_000),
        take_home=1.0,
        one_offs=(OneOff("now", exactly(cost), month=0),),
    )
    money = Course(pay=exactly(36_000), loss=0.0, promotion=0.0)
    stay = Option("stay", "Stay", stays=True, money=money)
    file = small_file(options=(stay,), household=held)
    found = simulate(
        as_trajectory.money(file),
        as_trajectory.courses(file),
        as_trajectory.futures(file, seed=1, draws=10),
    )
    assert found.ruin("stay", by=1).value == ruined

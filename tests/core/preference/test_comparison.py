"""A table’s answers, and the laws that others’ tools break."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.preference.tables import COMMUTE, PAY, STAY_OR_GO, random_table, table

from turnpoint.core.preference import array_kernel, kernel, weights
from turnpoint.core.preference.comparison import Comparison, compare, values_block
from turnpoint.core.preference.effect import AtLevel, Drawn, Exactly, Unknown
from turnpoint.core.preference.emphasis import best_if_you_care_about
from turnpoint.core.preference.next_question import Enough, Question, next_question
from turnpoint.core.preference.statement import Answer, Gain, Order, Tradeoff
from turnpoint.core.preference.value import Criterion, Levels, Linear, Piecewise
from turnpoint.core.trajectory.interval import Interval
from turnpoint.errors import BadInput

DRAWS = 3_000
seeds = st.integers(0, 2**32)


@settings(max_examples=6, deadline=None)
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_options_and_criteria_changes_nothing_at_all(
    seed: int, chance: object
) -> None:
    asked = random_table(seed)
    rng = np.random.default_rng(chance.getrandbits(32))  # type: ignore[attr-defined]  # a Random
    o, c = rng.permutation(len(asked.options)), rng.permutation(len(asked.criteria))
    mixed = replace(
        asked,
        options=tuple(asked.options[i] for i in o),
        criteria=tuple(asked.criteria[j] for j in c),
    )
    here, there = (compare(one, seed=seed, draws=DRAWS) for one in (asked, mixed))
    assert np.array_equal(there.rank, here.rank[o])
    assert np.array_equal(there.wins, here.wins[o][:, o])
    assert np.array_equal(there.central, here.central[o][:, c], equal_nan=True)
    assert np.array_equal(there.confidence, here.confidence[o])


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_an_offer_that_comes_or_goes_turns_no_old_rank_round(seed: int) -> None:
    asked = random_table(seed)
    new = {("new", criterion.key): Exactly(criterion.value.at(0.3)) for criterion in asked.criteria}
    more = replace(asked, options=("new", *asked.options), effects={**asked.effects, **new})
    here, there = (compare(one, seed=seed, draws=DRAWS) for one in (asked, more))
    assert np.array_equal(there.wins[1:, 1:], here.wins)


def test_scaling_by_the_options_on_the_table_would_turn_them_round() -> None:
    rows = {"a": (0.0, 1.0), "b": (0.55, 0.5)}
    weight = np.array([0.5, 0.5])

    def by_the_table(options: list[tuple[float, float]]) -> np.ndarray:
        x = np.array(options)
        return (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)) @ weight

    two = by_the_table(list(rows.values()))
    three = by_the_table([*rows.values(), (2.0, 0.4)])
    assert (two[0] < two[1]) != (three[0] < three[1]) or two[0] == two[1]
    scale = (Criterion("x", "X", Linear(0, 1)), Criterion("y", "Y", Linear(0, 1)))
    before = compare(table(dict(rows), scale), seed=1, draws=DRAWS)
    after = compare(table({**rows, "c": (1.0, 0.4)}, scale), seed=1, draws=DRAWS)
    assert np.array_equal(before.wins, after.wins[:2, :2])


@settings(max_examples=10, deadline=None)
@given(seeds, st.sampled_from([0.001, 60.0, 1_000.0]))
def test_the_unit_of_a_criterion_changes_nothing(seed: int, unit: float) -> None:
    pay = Criterion("pay", "Pay", Linear(40_000 * unit, 90_000 * unit))

    def effect(*ends: float) -> Interval:
        return Interval(*(unit * end for end in ends))

    asked = table(
        {"a": (effect(5e4, 6e4, 7e4), 30.0), "b": (effect(4e4, 5e4, 9e4), 20.0)}, (pay, COMMUTE)
    )
    plain = compare(asked, seed=seed, draws=DRAWS)
    euros = table(
        {"a": (Interval(5e4, 6e4, 7e4), 30.0), "b": (Interval(4e4, 5e4, 9e4), 20.0)}, (PAY, COMMUTE)
    )
    other = compare(euros, seed=seed, draws=DRAWS)
    # Single precision may tip a draw that is a tie to seven digits.
    assert np.abs(plain.rank - other.rank).max() <= 3 / DRAWS


def test_threads_kernels_and_repetition_give_the_same_bits() -> None:
    first = compare(STAY_OR_GO, seed=8, draws=40_000, threads=1, kernel=array_kernel)
    for again in (
        compare(STAY_OR_GO, seed=8, draws=40_000, threads=3, kernel=kernel.compiled()),
        compare(STAY_OR_GO, seed=8, draws=40_000, kernel=array_kernel),
    ):
        assert np.array_equal(again.rank, first.rank)
        assert np.array_equal(again.central, first.central, equal_nan=True)
        assert again.ranking_entropy == first.ranking_entropy
    assert not np.array_equal(compare(STAY_OR_GO, seed=9, draws=40_000).rank, first.rank)


def test_a_criterion_of_zero_range_makes_no_difference_and_breaks_nothing() -> None:
    same = Criterion("same", "The same everywhere", Linear(5, 5))
    asked = table({"a": (60_000, 5.0), "b": (50_000, 7.0)}, (PAY, same))
    found = compare(asked, seed=1, draws=DRAWS)
    assert found.first.tolist() == [1, 0]
    assert same.value.makes_no_difference
    level = Criterion("one", "One level", Levels(("so",), (0.5,)))
    assert compare(
        table({"a": (Unknown(),), "b": (AtLevel(("so",)),)}, (level,)), seed=1
    ).first.tolist() == [1, 1]


def test_a_variable_is_drawn_once_wherever_it_stands() -> None:
    rent = Interval(500, 900, 1_400, variable="rent")
    cost = Criterion("cost", "Rent", Linear(2_000, 0))
    both = table({"a": (rent,), "b": (rent,)}, (cost,))
    assert compare(both, seed=1, draws=DRAWS).wins.max() == 0
    alone = table({"a": (Interval(500, 900, 1_400),), "b": (Interval(500, 900, 1_400),)}, (cost,))
    assert compare(alone, seed=1, draws=DRAWS).wins[0, 1] == pytest.approx(0.5, abs=0.04)


def test_a_missing_cell_is_the_whole_range() -> None:
    gap = Comparison(("a",), (PAY,), {})
    value = values_block(gap, seed=1, block=0, size=DRAWS)
    assert value.std() == pytest.approx(1 / np.sqrt(12), abs=0.01)


def test_best_if_you_care_about_what_an_option_is_good_at() -> None:
    asked = table({"pays": (90_000, 60, 2), "near": (50_000, 5, 2), "friends": (50_000, 60, 8)})
    found = compare(asked, seed=1, draws=DRAWS)
    assert best_if_you_care_about(found) == ((0,), (1,), (2,))
    sure = compare(table({"a": (90_000, 0, 8), "b": (40_000, 90, 0)}), seed=1, draws=DRAWS)
    assert best_if_you_care_about(sure) == ((), ())


def ask(table: Comparison) -> Question | Enough:
    value = values_block(table, seed=2, block=0, size=4_096)
    return next_question(table, value, weights.draw(table.weight_space, seed=2, draws=4_096))


def test_the_next_question_leaves_the_choice_less_open_and_is_in_real_units() -> None:
    asked = table({"pays": (80_000, 60, 2), "near": (50_000, 5, 5)})
    question = ask(asked)
    assert isinstance(question, Question)
    assert question.bits_after < question.bits_now
    assert 0.02 < question.chance_of_first < 0.98
    for step in (question.first, question.second):
        criterion = asked.criteria[asked.keys.index(step.criterion)]
        assert step.start == criterion.value.ends[0]
        assert Gain.of(criterion, step.start, step.end).value == pytest.approx(step.value)


def test_answering_ends_the_questions() -> None:
    asked = table({"pays": (80_000, 60, 2), "near": (50_000, 5, 5)})
    for _ in range(8):
        question = ask(asked)
        if isinstance(question, Enough):
            break
        gains = [Gain(step.criterion, step.value) for step in (question.first, question.second)]
        pay_first = question.first.criterion == "pay"
        answer = Answer.FIRST if pay_first else Answer.SECOND
        if "pay" not in {gain.criterion for gain in gains}:
            answer = Answer.FIRST
        asked = replace(asked, statements=(*asked.statements, Tradeoff(*gains, answer)))
    assert isinstance(question, Enough)
    assert compare(asked, seed=1, draws=DRAWS).first[0] > 0.8


def test_nothing_is_asked_that_could_change_nothing() -> None:
    assert ask(table({"a": (80_000, 5, 6), "b": (50_000, 60, 2)})) is Enough.CLEAR
    one = table({"a": (80_000,), "b": (80_000,)}, (PAY,))
    assert ask(one) is Enough.UNCHANGED


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: table({}, (PAY,)),
        lambda: Comparison(("a", "a"), (PAY,), {}),
        lambda: Comparison(("a",), (PAY, PAY), {}),
        lambda: Comparison(("a",), (PAY,), {("b", "pay"): Exactly(1)}),
        lambda: Comparison(("a",), (HOME,), {("a", "home"): Exactly(1)}),
        lambda: Comparison(("a",), (HOME,), {("a", "home"): AtLevel(("sometimes",))}),
        lambda: compare(table({"a": (Drawn(np.ones(10)),)}, (PAY,)), seed=1, draws=11),
    ],
)
def test_refuses_a_table_that_does_not_hold_together(wrong: object) -> None:
    with pytest.raises(BadInput):
        wrong()  # type: ignore[operator]  # each is a function


HOME = Criterion("home", "Days at home", Levels(("never", "always"), (0.0, 1.0)))


def test_cutoffs_give_partial_values_and_clip_outside() -> None:
    cutoffs = Piecewise((50, 75, 90, 100), (1, 0.8, 0.5, 0))
    assert cutoffs.of(60) == pytest.approx(0.92)
    assert cutoffs.of([10, 50, 100, 400]).tolist() == [1, 1, 0, 0]
    assert cutoffs.at(0.92) == pytest.approx(60)
    assert cutoffs.ends == (100, 50)


def test_a_straight_scale_may_run_either_way() -> None:
    assert COMMUTE.value.of([90, 45, 0, -10, 200]).tolist() == [0, 0.5, 1, 1, 0]
    assert COMMUTE.value.at(0.5) == 45


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Linear(float("nan"), 1),
        lambda: Piecewise((1, 2), (0, 0.5)),
        lambda: Piecewise((2, 1), (0, 1)),
        lambda: Piecewise((1, 2, 3), (0, 1, 0)),
        lambda: Piecewise((1,), (0,)),
        lambda: Levels((), ()),
        lambda: Levels(("a", "a"), (0, 1)),
        lambda: Levels(("a",), (2,)),
    ],
)
def test_refuses_what_is_no_scale(wrong: object) -> None:
    with pytest.raises(BadInput):
        wrong()  # type: ignore[operator]  # each is a function


def test_twelve_options_by_twenty_criteria_are_answered() -> None:
    asked = random_table(1, options=12, criteria=20)
    ranked = replace(asked, statements=(Order(tuple((key,) for key in asked.keys)),))
    found = compare(ranked, seed=1, draws=DRAWS)
    assert found.rank.shape == (12, 12)
    assert found.central.shape == (12, 20)

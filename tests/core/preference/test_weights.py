"""Weights: closed forms, rejection beside hit-and-run, and contradictions by name."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.preference import polytope
from turnpoint.core.preference.statement import (
    Answer,
    Gain,
    Order,
    Swing,
    Swings,
    Tradeoff,
    said,
)
from turnpoint.core.preference.weights import (
    Contradiction,
    WeightSpace,
    centroid,
    draw,
    draw_block,
)
from turnpoint.errors import BadInput

KEYS = ("a", "b", "c", "d")
RANKED = Order((("a",), ("b",), ("c",), ("d",)))
N = 40_000


def rather(one: str, other: str, ratio: float = 1.0) -> Tradeoff:
    """Rather the whole of ``one`` than ``ratio`` of ``other``; over 1, the whole and part of one."""
    if ratio <= 1:
        return Tradeoff(Gain(one, 1), Gain(other, ratio), Answer.FIRST)
    return Tradeoff(Gain(one, 1 / ratio), Gain(other, 1), Answer.FIRST)


@pytest.mark.parametrize(
    ("criteria", "published"),
    [
        (3, (0.6111, 0.2778, 0.1111)),
        (4, (0.5208, 0.2708, 0.1458, 0.0625)),
        (5, (0.4567, 0.2567, 0.1567, 0.09, 0.04)),
    ],
)
def test_the_ordered_simplex_has_its_mean_at_the_rank_order_centroid(
    criteria: int, published: tuple[float, ...]
) -> None:
    assert centroid(criteria) == pytest.approx(published, abs=5e-5)
    keys = tuple("abcde"[:criteria])
    drawn = draw(WeightSpace(keys, (Order(tuple((key,) for key in keys)),)), seed=4, draws=N)
    error = drawn.std(axis=1) / np.sqrt(N)
    assert (np.abs(drawn.mean(axis=1) - centroid(criteria)) < 4 * error).all()
    assert (np.diff(drawn, axis=0) <= 0).all()


def test_with_nothing_said_weights_are_uniform_on_the_simplex() -> None:
    drawn = draw(WeightSpace(KEYS), seed=5, draws=N)
    # Each weight is Beta(1, 3): P(w ≤ x) = 1 − (1 − x)³.
    for x in (0.1, 0.25, 0.5):
        share, exact = (drawn <= x).mean(axis=1), 1 - (1 - x) ** 3
        assert np.abs(share - exact).max() < 4 * np.sqrt(exact * (1 - exact) / N)
    assert drawn.sum(axis=0) == pytest.approx(1, abs=1e-6)


def test_criteria_of_one_group_are_not_ordered_and_unnamed_ones_lie_anywhere() -> None:
    drawn = draw(WeightSpace(KEYS, (Order((("a", "b"), ("c",))),)), seed=6, draws=N)
    assert (drawn[:2] >= drawn[2]).all()
    assert np.mean(drawn[0] > drawn[1]) == pytest.approx(0.5, abs=0.01)
    free = draw(WeightSpace(KEYS), seed=8, draws=6 * N)
    kept = free[:, (free[0] >= free[2]) & (free[1] >= free[2])]
    assert drawn.mean(axis=1) == pytest.approx(kept.mean(axis=1), abs=0.006)
    assert drawn.std(axis=1) == pytest.approx(kept.std(axis=1), abs=0.006)


def test_hit_and_run_agrees_with_the_closed_form() -> None:
    drawn = draw(WeightSpace(KEYS, (RANKED, RANKED)), seed=1, draws=N)
    exact = draw(WeightSpace(KEYS, (RANKED,)), seed=2, draws=N)
    error = exact.std(axis=1) * np.sqrt(2 / N)
    assert (np.abs(drawn.mean(axis=1) - centroid(4)) < 4 * error).all()
    for c in range(4):
        grid = np.quantile(exact[c], np.linspace(0.05, 0.95, 10))
        assert np.searchsorted(np.sort(drawn[c]), grid) / N == pytest.approx(
            np.linspace(0.05, 0.95, 10), abs=4 * 0.5 * np.sqrt(2 / N)
        )


def test_hit_and_run_agrees_with_rejection_under_trade_offs() -> None:
    answers = (rather("a", "b", 0.7), rather("c", "a", 0.5), rather("b", "d", 1.2))
    drawn = draw(WeightSpace(KEYS, answers), seed=3, draws=N)
    rows = np.concatenate([one.rows for one in said(KEYS, answers)])
    free = draw(WeightSpace(KEYS), seed=9, draws=10 * N).astype(np.float64)
    kept = free[:, (rows @ free <= 0).all(axis=0)]
    error = kept.std(axis=1) * np.sqrt(1 / N + 1 / kept.shape[1])
    assert (np.abs(drawn.mean(axis=1) - kept.mean(axis=1)) < 4 * error).all()
    assert np.cov(drawn) == pytest.approx(np.cov(kept), abs=8e-4)
    assert (rows @ drawn <= 1e-6).all()


@pytest.mark.parametrize(
    "answers",
    [
        (RANKED,),
        (rather("a", "b", 0.7), rather("c", "a", 0.5)),
        (Tradeoff(Gain("a", 0.5), Gain("b", 1), Answer.SAME),),
        (Swings((Swing("a", 100, 0), Swing("b", 60, 5), Swing("c", 50, 5), Swing("d", 10, 5))),),
    ],
)
def test_chains_forget_where_they_were_between_two_draws(answers: tuple) -> None:
    rows = np.concatenate([one.rows for one in said(KEYS, answers)])
    region = polytope.region(rows, seed=1)
    drawn = polytope.draw(region, np.random.default_rng(2), 8 * polytope.CHAINS)
    chains = drawn.reshape(4, 8, polytope.CHAINS)
    for c in range(4):
        before, after = chains[c, :-1].ravel(), chains[c, 1:].ravel()
        assert abs(np.corrcoef(before, after)[0, 1]) < 0.2


def test_hit_and_run_mixes_with_twenty_criteria() -> None:
    keys = tuple(f"k{n:02}" for n in range(20))
    order = Order(tuple((key,) for key in keys))
    drawn = draw(WeightSpace(keys, (order, order)), seed=1, draws=8_000)
    error = drawn.std(axis=1) / np.sqrt(8_000)
    assert (np.abs(drawn.mean(axis=1) - centroid(20)) < 6 * error).all()


def test_swing_points_count_by_their_ratios_and_are_not_divided_unsaid() -> None:
    def points(scale: float) -> WeightSpace:
        each = (("a", 100, 0), ("b", 60, 20), ("c", 40, 10), ("d", 0, 0))
        return WeightSpace(
            KEYS, (Swings(tuple(Swing(k, scale * p, scale * m) for k, p, m in each)),)
        )

    drawn = draw(points(1), seed=1, draws=4_000)
    assert np.array_equal(draw(points(0.5), seed=1, draws=4_000), drawn)
    ratio = drawn[1] / drawn[0]
    assert 0.4 - 1e-5 <= ratio.min() < 0.42
    assert 0.78 < ratio.max() <= 0.8 + 1e-5
    assert (drawn[3] == 0).all()
    assert drawn.sum(axis=0) == pytest.approx(1, abs=1e-6)


def test_swing_points_without_a_margin_are_one_point() -> None:
    swings = Swings((Swing("a", 50, 0), Swing("b", 30, 0), Swing("c", 20, 0), Swing("d", 0, 0)))
    drawn = draw(WeightSpace(KEYS, (swings,)), seed=1, draws=100)
    assert drawn == pytest.approx(np.array([[0.5], [0.3], [0.2], [0]]).repeat(100, 1), abs=1e-6)


def test_about_the_same_is_within_a_tenth() -> None:
    same = Tradeoff(Gain("a", 0.5), Gain("b", 1), Answer.SAME)
    drawn = draw(WeightSpace(KEYS, (same,)), seed=1, draws=4_000)
    ratio = 0.5 * drawn[0] / drawn[1]
    assert ratio.min() >= 1 / 1.1 - 1e-4
    assert ratio.max() <= 1.1 + 1e-4


@settings(max_examples=10, deadline=None)
@given(st.permutations(KEYS), st.sampled_from([(), (RANKED,), (rather("b", "d", 0.5),)]))
def test_the_order_of_criteria_changes_no_weight(keys: list[str], statements: tuple) -> None:
    plain = draw_block(WeightSpace(KEYS, statements), seed=2, block=1, size=500)
    moved = draw_block(WeightSpace(tuple(keys), statements), seed=2, block=1, size=500)
    assert moved[[keys.index(key) for key in KEYS]] == pytest.approx(plain, rel=1e-5)


def test_the_two_answers_that_clash_are_named() -> None:
    answers = (RANKED, rather("c", "d", 2), rather("d", "a", 0.9), rather("b", "c", 0.1))
    with pytest.raises(Contradiction) as caught:
        WeightSpace(KEYS, answers).check()
    words = [one.words for one in caught.value.statements]
    assert len(words) == 4  # a ≥ b ≥ c ≥ 2d, but d ≥ .9a: no three of these clash alone
    assert "d rather than a" in words
    pair = (rather("a", "b", 0.9), rather("c", "a", 0.5), rather("b", "a", 1.5))
    with pytest.raises(Contradiction, match="“a rather than b”; “b rather than a”"):
        draw(WeightSpace(KEYS, pair), seed=1, draws=10)


def test_opposite_answers_to_one_question_clash_rather_than_meet_in_the_middle() -> None:
    opposite = (rather("a", "b"), rather("b", "a"))
    with pytest.raises(Contradiction, match="“a rather than b”; “b rather than a”"):
        WeightSpace(KEYS, opposite).check()


def test_every_part_of_a_clash_agrees() -> None:
    circle = (rather("a", "b", 1.2), rather("b", "c", 1.2), rather("c", "d"), rather("d", "a", 0.9))
    with pytest.raises(Contradiction) as caught:
        WeightSpace(KEYS, (*circle, rather("a", "c", 0.1))).check()
    assert [one.statement for one in caught.value.statements] == list(circle)
    for left_out in circle:
        WeightSpace(KEYS, tuple(one for one in circle if one is not left_out)).check()


def test_something_with_no_points_cannot_be_preferred() -> None:
    swings = Swings((Swing("a", 100, 10), Swing("b", 0, 0)))
    WeightSpace(KEYS, (swings,)).check()
    with pytest.raises(Contradiction):
        WeightSpace(KEYS, (swings, rather("b", "c", 0.2))).check()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Order((("a",), ("b", "a"))),
        lambda: Gain("a", 0),
        lambda: Gain("a", float("nan")),
        lambda: Gain("a", 1.5),
        lambda: Tradeoff(Gain("a", 1), Gain("a", 0.5), Answer.FIRST),
        lambda: Swing("a", -1, 0),
        lambda: Swing("a", float("nan"), 0),
        lambda: Swings((Swing("a", 0, 0),)),
        lambda: Swings(()),
        lambda: draw(WeightSpace(KEYS, (rather("a", "unheard of"),)), seed=1, draws=1),
    ],
)
def test_refuses_what_says_nothing(wrong: object) -> None:
    with pytest.raises(BadInput):
        wrong()  # type: ignore[operator]  # each is a function

"""A scorecard: every measure with its interval, and paired differences on the same samples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.conditional_logit import conditional_logit
from tests.made_up_moves import ALIKE, made_up

from turnpoint.core.transition.evaluation.baselines import likeness, popularity
from turnpoint.core.transition.evaluation.ceiling import ceiling
from turnpoint.core.transition.evaluation.designs import HeldOut, leave_origins_out
from turnpoint.core.transition.evaluation.scorecard import (
    ALL_MEASURES,
    CLOSED,
    CLOSED_ENTROPY,
    POPULARITY,
    Scorecard,
    scorecard,
)
from turnpoint.labour.flow import Flows


def sparse() -> tuple[Flows, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """Made-up moves of which the rarest were not seen."""
    flows, z = made_up(n=40)
    return replace(flows, movers=np.where(flows.movers > 1500, flows.movers, 0)), z


@pytest.fixture(scope="module")
def card() -> Scorecard:
    flows, z = sparse()
    answers = {
        POPULARITY: leave_origins_out(popularity, flows),
        "alike": leave_origins_out(likeness(z[0]), flows),
        "ours": leave_origins_out(conditional_logit(z, ALIKE), flows),
    }
    best = ceiling(answers[POPULARITY], seed=1)
    return scorecard(answers, ours="ours", best=best, fold=flows.fold, seed=1)


def test_has_every_measure_of_a_probability_and_fewer_of_a_score(card: Scorecard) -> None:
    assert tuple(card.figures["ours"]) == ALL_MEASURES
    assert "perplexity" not in card.figures["alike"]
    assert "calibration error" not in card.figures["alike"]
    assert set(card.differences) == {POPULARITY, "alike"}


def test_every_interval_holds_its_value(card: Scorecard) -> None:
    for found in card.figures.values():
        for value, low, high in found.values():
            assert low <= value + 1e-9
            assert value <= high + 1e-9


def test_popularity_has_closed_nothing_of_its_own_gap(card: Scorecard) -> None:
    assert card.figures[POPULARITY][CLOSED] == pytest.approx((0, 0, 0))
    assert card.figures[POPULARITY][CLOSED_ENTROPY] == pytest.approx((0, 0, 0))
    assert card.figures["ours"][CLOSED][0] > 0


def test_a_difference_is_that_of_the_figures(card: Scorecard) -> None:
    ours, theirs = card.figures["ours"], card.figures[POPULARITY]
    gained = card.differences[POPULARITY]
    assert gained["R@10"][0] == pytest.approx(ours["R@10"][0] - theirs["R@10"][0])
    assert gained["perplexity"][0] == pytest.approx(
        ours["perplexity"][0] / theirs["perplexity"][0] - 1
    )


def test_two_answers_that_are_equal_differ_by_exactly_nothing() -> None:
    flows, z = sparse()
    ours = leave_origins_out(conditional_logit(z, ALIKE), flows)
    popular = leave_origins_out(popularity, flows)
    again = HeldOut(ours.origins, ours.probability.copy(), ours.movers)
    found = scorecard(
        {POPULARITY: popular, "ours": ours, "again": again},
        ours="ours",
        best=ceiling(popular, seed=1),
        fold=flows.fold,
        seed=2,
    )
    assert all(figure == (0, 0, 0) for figure in found.differences["again"].values())

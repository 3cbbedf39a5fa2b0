"""Moves between the shipped occupations: explained exactly, one-sided, and sensible."""

from __future__ import annotations

import numpy as np
import pytest
from tests.sample_market import tiny_market

from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.tier import TIERS, Tier
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket


@pytest.fixture(scope="module")
def model(shipped_market: LabourMarket) -> TransitionModel:
    return TransitionModel.for_market(shipped_market)


def test_every_occupation_has_an_answer(model: TransitionModel) -> None:
    assert np.isfinite(model.probability).all()
    assert np.allclose(model.probability.sum(axis=1), 1, atol=1e-4)
    assert not np.diag(model.probability).any()
    assert (model.probability + np.eye(len(model.probability)) > 0).all()


def test_terms_sum_exactly_to_the_score(model: TransitionModel) -> None:
    for origin, destination in ((0, 5), (40, 900), (700, 12)):
        move = model.move(origin, destination)
        assert move.score == sum(contribution for _, contribution, _ in move.terms)
        inside = {term.label: sum(part for _, part in term.parts) for term in move.terms[1:]}
        assert all(np.isclose(inside[label], value) for label, value, _ in move.terms[1:])


def test_the_score_is_what_the_probability_comes_from(model: TransitionModel) -> None:
    moves = [model.move(100, destination) for destination in (3, 200, 640)]
    odds = np.diff([np.log(move.probability) for move in moves])
    assert np.allclose(odds, np.diff([move.score for move in moves]), atol=1e-4)


def test_a_move_is_not_its_reverse(model: TransitionModel, shipped_market: LabourMarket) -> None:
    teller = shipped_market.occupation("43-3071.00")
    manager = shipped_market.occupation("11-3031.00")
    there, back = model.move(teller, manager), model.move(manager, teller)
    assert there.probability != back.probability
    (up,), (down,) = ([t.contribution for t in m.terms if t.label == "pay"] for m in (there, back))
    assert up != pytest.approx(down)


def test_it_managers_become_chief_executives_more_often_than_zoologists(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    origin = shipped_market.occupation("11-3021.00")
    chief = model.move(origin, shipped_market.occupation("11-1011.00"))
    zoologist = model.move(origin, shipped_market.occupation("19-1023.00"))
    assert chief.probability > 20 * zoologist.probability
    assert chief.tier in (Tier.CLOSE, Tier.REACHABLE)
    assert zoologist.tier == Tier.LONG_SHOT
    assert chief.fit_percentile > zoologist.fit_percentile
    assert chief.one_in < 200
    assert zoologist.one_in > 2000


@pytest.mark.parametrize(
    ("origin", "likelier", "less_likely"),
    [
        ("29-1141.00", "11-9111.00", "47-2111.00"),
        ("35-3031.00", "35-1012.00", "19-2012.00"),
        ("25-2021.00", "11-9032.00", "53-3032.00"),
        ("15-1252.00", "11-3021.00", "35-3031.00"),
        ("37-3011.00", "37-1012.00", "23-1011.00"),
        ("43-3031.00", "13-2011.00", "29-1141.00"),
    ],
)
def test_moves_that_anyone_would_order_are_ordered_so(
    model: TransitionModel,
    shipped_market: LabourMarket,
    origin: str,
    likelier: str,
    less_likely: str,
) -> None:
    start = shipped_market.occupation(origin)
    first, second = (
        model.move(start, shipped_market.occupation(code)) for code in (likelier, less_likely)
    )
    assert first.probability > second.probability
    assert first.fit_percentile > second.fit_percentile


def test_common_and_fitting_moves_are_two_lists_in_order(model: TransitionModel) -> None:
    nearby = model.nearby(5, limit=10)
    common = [move.probability for move in nearby.common]
    fitting = [move.fit_percentile for move in nearby.fitting]
    assert common == sorted(common, reverse=True)
    assert fitting == sorted(fitting, reverse=True)
    assert {move.destination for move in nearby.common} != {
        move.destination for move in nearby.fitting
    }
    assert all(move.destination != 5 for move in (*nearby.common, *nearby.fitting))


def test_tiers_follow_commonness(model: TransitionModel) -> None:
    order = np.argsort(-model.probability[17])[:-1]
    ranks = [TIERS.index(model.move(17, int(each)).tier) for each in order[::25]]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2, 3}


def test_staying_is_not_a_move(model: TransitionModel) -> None:
    with pytest.raises(NotFound, match="Staying"):
        model.move(3, 3)


def test_says_how_many_sampled_movers_stand_behind_an_origin(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    it_manager = shipped_market.occupation("11-3021.00")
    assert model.move(it_manager, 0).sampled_movers == 160


def test_an_occupation_divided_between_classes_has_its_part_of_the_leavers_of_each(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    analyst = shipped_market.occupation("13-2051.00")
    classes = np.flatnonzero(model.member[:, analyst])
    known = [model.parameters.sampled[number] for number in classes]
    assert known == pytest.approx([53.7, 14.0])
    move = model.move(analyst, 0)
    assert move.sampled_movers == round(model.own_sampled[analyst])
    assert model.own_sampled[analyst] == pytest.approx(
        (53.7 + 14.0) / 2, abs=1.5
    )  # without moves between the two


def test_occupations_in_no_survey_class_are_marked(model: TransitionModel) -> None:
    unclassed = np.flatnonzero(model.unclassed)
    assert len(unclassed)
    assert model.move(int(unclassed[0]), 5).borrowed
    assert not model.move(5, 0).borrowed


def test_moves_inside_one_survey_class_are_marked(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    marketing, sales = (shipped_market.occupation(code) for code in ("11-2021.00", "11-2022.00"))
    assert model.move(marketing, sales).within_class
    assert not model.move(marketing, 0).within_class


def test_the_leaner_set_answers_where_facts_are_missing() -> None:
    model = TransitionModel.for_market(tiny_market(onet=True))
    assert model.feature_set == "embedded"
    assert np.allclose(model.probability.sum(axis=1), 1, atol=1e-5)

"""Two nested stages on made-up moves: they learn, and they cannot see what they must not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.made_up_moves import made_up

from turnpoint.core.transition.evaluation.designs import leave_origins_out
from turnpoint.core.transition.evaluation.fitter import moved, seen
from turnpoint.core.transition.features import EMBEDDED, LIKENESS_SETS, OBSERVED
from turnpoint.core.transition.fitting import ClassFacts, fit_on, predict
from turnpoint.core.transition.paths import FactorMap
from turnpoint.core.transition.training import transition_fitter
from turnpoint.labour.flow import Flows

SIGNS = np.array([feature.sign for feature in (*EMBEDDED, *OBSERVED)])


@pytest.fixture(scope="module")
def known() -> tuple[Flows, ClassFacts]:
    """Made-up moves whose one telling feature is the overlap of activities."""
    flows, z = made_up(n=40)
    rng = np.random.default_rng(5)
    n = len(flows.classes)
    features = rng.normal(size=(len(EMBEDDED), n, n)).astype(np.float32)
    features[1] = z[0]
    likeness = rng.normal(size=(len(LIKENESS_SETS["embedded"]), n, n)).astype(np.float32)
    factors = rng.normal(size=(n, 3)).astype(np.float32)
    nothing = FactorMap((), np.zeros(0, np.float32), np.zeros((0, 3), np.float32))
    ones = np.ones(len(EMBEDDED))
    return flows, ClassFacts("embedded", features, 0 * ones, ones, likeness, nothing, factors)


def test_finds_what_moves_were_made_from_and_never_flips_a_sign(
    known: tuple[Flows, ClassFacts],
) -> None:
    flows, facts = known
    fitted = fit_on(facts, flows, np.flatnonzero(moved(flows)))
    assert (fitted.beta * SIGNS >= 0).all()
    assert fitted.beta[1] == pytest.approx(1.5, abs=0.4)
    assert fitted.beta[1] == np.abs(fitted.beta[: len(EMBEDDED)]).max()


def test_what_left_a_held_out_origin_changes_nothing_in_its_prediction(
    known: tuple[Flows, ClassFacts],
) -> None:
    flows, facts = known
    fitter = transition_fitter(facts)
    before = leave_origins_out(fitter, flows).probability
    movers = flows.movers.copy()
    row = int(np.flatnonzero(flows.fold == 2)[1])
    movers[row] = np.roll(movers[row], 7) * 3
    movers[row, row] = 0
    after = leave_origins_out(fitter, replace(flows, movers=movers)).probability
    same_fold = flows.fold == flows.fold[row]
    assert np.array_equal(before[same_fold], after[same_fold])
    assert not np.array_equal(before[~same_fold], after[~same_fold])


def test_rows_sum_to_one_and_staying_is_nothing(known: tuple[Flows, ClassFacts]) -> None:
    flows, facts = known
    training = np.flatnonzero(flows.fold != 0)
    test = np.flatnonzero(flows.fold == 0)
    found = predict(facts, fit_on(facts, seen(flows, training), training), test)
    assert np.allclose(found.sum(axis=1), 1)
    assert not found[np.arange(len(test)), test].any()
    assert not np.allclose(found[0, test[1]], found[1, test[0]])


def test_an_origin_that_may_be_learnt_from_is_drawn_towards_its_own_leavers(
    known: tuple[Flows, ClassFacts],
) -> None:
    flows, facts = known
    everyone = np.flatnonzero(moved(flows))
    cold = predict(facts, fit_on(facts, flows, everyone), everyone[:5])
    warm = transition_fitter(facts)(flows, everyone, everyone[:5])
    share = flows.movers[:5] / flows.movers[:5].sum(axis=1, keepdims=True)
    assert np.abs(warm - share).sum() < np.abs(cold - share).sum()


def test_a_destination_that_one_field_favours_gets_a_slope_of_its_own(
    known: tuple[Flows, ClassFacts],
) -> None:
    flows, facts = known
    favoured, field = 7, facts.factors[:, 1] > 0.5
    movers = flows.movers.copy()
    movers[field, favoured] *= 30
    movers[favoured, favoured] = 0
    everyone = np.flatnonzero(moved(flows))
    before, after = (
        fit_on(facts, each, everyone).drawn for each in (flows, replace(flows, movers=movers))
    )
    grown = (after - before)[2]
    assert after.shape == (1 + facts.factors.shape[1], len(flows.classes))
    assert int(grown.argmax()) == favoured

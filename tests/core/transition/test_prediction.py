"""Predictions between survey classes from the shipped parameters."""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.parameters import shipped
from turnpoint.core.transition.posterior import counts_of
from turnpoint.core.transition.prediction import predict_classes
from turnpoint.labour.market import LabourMarket


def test_every_class_has_an_answer_that_sums_to_one(shipped_market: LabourMarket) -> None:
    origins = np.array([0, 7, 300])
    found = predict_classes(shipped_market, shipped(), origins)
    assert found.shape == (3, len(shipped().classes))
    assert np.allclose(found.sum(axis=1), 1)
    assert not found[np.arange(3), origins].any()
    assert (np.sort(found, axis=1)[:, 1:] > 0).all()


def test_an_answer_does_not_depend_on_what_else_is_asked(shipped_market: LabourMarket) -> None:
    together = predict_classes(shipped_market, shipped(), np.array([3, 9]))
    alone = predict_classes(shipped_market, shipped(), np.array([9]))
    assert np.allclose(together[1:], alone)


def test_own_leavers_count_only_where_they_are_asked_for(shipped_market: LabourMarket) -> None:
    parameters = shipped()
    posterior = parameters.posterior()
    row = int(posterior.sampled.argmax())
    known = np.array([posterior.classes[row]])
    cold = predict_classes(shipped_market, parameters, known)[0]
    warm = predict_classes(shipped_market, parameters, known, own_moves=True)[0]
    counts = counts_of(posterior)[row]
    alpha = parameters.sets["embedded"].alpha
    assert np.isclose(warm.sum(), 1)
    assert np.allclose(warm, (counts + alpha * cold) / (counts.sum() + alpha))
    never_left = np.setdiff1d(np.arange(len(parameters.classes)), posterior.classes)[:3]
    assert np.allclose(
        predict_classes(shipped_market, parameters, never_left),
        predict_classes(shipped_market, parameters, never_left, own_moves=True),
    )

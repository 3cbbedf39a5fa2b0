"""Whether what is said to be likelier happens more often, and as often as said."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.conditional_logit import conditional_logit
from tests.made_up_moves import ALIKE, made_up

from turnpoint.core.transition.evaluation.calibration import (
    calibration,
    calibration_error,
    tenths,
)
from turnpoint.core.transition.evaluation.designs import HeldOut, leave_origins_out

EVERYBODY = np.full((1, 30), 1 / 30)


def test_what_is_said_to_be_likelier_happens_more_often() -> None:
    flows, z = made_up()
    groups = calibration(leave_origins_out(conditional_logit(z, ALIKE), flows))
    observed = [seen for _, seen in groups]
    assert observed == sorted(observed)
    assert np.allclose([p for p, _ in groups], observed, rtol=0.5)


def test_the_truth_has_no_error() -> None:
    flows, _ = made_up()
    share = flows.movers / flows.movers.sum(axis=1, keepdims=True)
    predicted, observed, _ = tenths(HeldOut(np.arange(30), share, flows.movers))
    assert calibration_error(predicted, observed, EVERYBODY) == pytest.approx(0, abs=1e-9)


def test_tenths_have_a_tenth_of_the_predicted_moves_each() -> None:
    flows, z = made_up()
    predicted, _, pairs = tenths(leave_origins_out(conditional_logit(z, ALIKE), flows))
    assert np.allclose(predicted.sum(axis=0), 3, atol=0.6)
    assert pairs.sum() == 900
    assert (np.diff(pairs.sum(axis=0)) < 0).all()


def test_a_tenth_too_many_in_every_tenth_is_an_error_of_a_tenth() -> None:
    predicted = np.full((30, 10), 0.01)
    assert calibration_error(predicted, 1.1 * predicted, EVERYBODY) == pytest.approx(math.log(1.1))

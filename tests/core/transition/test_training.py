"""From facts and moves to a fitted model: it learns, and it is as good as it is said to be."""

from __future__ import annotations

import numpy as np
from tests.conditional_logit import conditional_logit
from tests.made_up_moves import ALIKE, made_up

from turnpoint.core.transition.evaluation.baselines import popularity
from turnpoint.core.transition.evaluation.designs import leave_origins_out
from turnpoint.core.transition.evaluation.measures import by_origin
from turnpoint.core.transition.inflow import log_inflow


def test_the_model_foretells_moves_it_has_not_seen() -> None:
    flows, z = made_up()
    ours = by_origin(leave_origins_out(conditional_logit(z, ALIKE), flows)).mean(axis=0)
    popular = by_origin(leave_origins_out(popularity, flows)).mean(axis=0)
    assert ours[0] > popular[0] + 0.05
    assert ours[4] < popular[4] - 0.2


def test_an_origins_own_movers_are_left_out_of_its_inflow() -> None:
    flows, _ = made_up()
    origins = np.arange(30)
    own = log_inflow(flows, origins, own=True)
    assert np.isneginf(np.diag(own)).all()
    flows.movers[4] *= 50
    assert np.allclose(own[4], log_inflow(flows, origins, own=True)[4], equal_nan=True)

"""Posterior shares of where people went, and the counts behind them."""

from __future__ import annotations

import numpy as np
from tests.made_up_moves import made_up

from turnpoint.core.transition.evaluation.fitter import moved
from turnpoint.core.transition.posterior import counts_of, posterior_of
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED


def test_the_counts_behind_the_shares_are_those_that_were_seen() -> None:
    flows, _ = made_up(n=30)
    classes = np.flatnonzero(moved(flows))
    counts = counts_of(posterior_of(flows, classes))
    seen = flows.movers[classes] / MOVERS_TO_ONE_SAMPLED
    assert np.allclose(counts, np.where(seen > 0.02, seen, 0), atol=1e-9)


def test_shares_are_drawn_to_popularity_the_more_the_fewer_were_seen() -> None:
    flows, _ = made_up(n=30)
    classes = np.flatnonzero(moved(flows))
    posterior = posterior_of(flows, classes)
    assert np.allclose(posterior.share.sum(axis=1), 1)
    seen = flows.movers[classes] / flows.movers[classes].sum(axis=1, keepdims=True)
    apart = np.abs(posterior.share - seen).sum(axis=1) / np.abs(posterior.popularity - seen).sum(
        axis=1
    )
    order = np.argsort(posterior.sampled)
    assert apart[order[:5]].mean() > apart[order[-5:]].mean()

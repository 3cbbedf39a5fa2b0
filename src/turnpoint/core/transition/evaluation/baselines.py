"""What ours is printed beside: popularity, likenesses without popularity, and both together.

Each is a fitter. A likeness learns nothing from moves: it is computed from facts and ranked as it is,
as skill matchers do; it has no perplexity.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.evaluation.fitter import Array, Fitter, Rows
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.core.transition.profile import Floats
from turnpoint.labour.flow import Flows


def popularity(flows: Flows, training: Rows, test: Rows) -> Array:
    """Everybody goes where training movers went."""
    share = np.repeat(np.exp(log_inflow(flows, training))[None], len(test), axis=0)
    share[np.arange(len(test)), test] = 0
    return np.asarray(share / share.sum(axis=1, keepdims=True))


def likeness(score: Floats) -> Fitter:
    """A score of all pairs ``(o, d)`` that no move changes."""

    def fitter(flows: Flows, training: Rows, test: Rows) -> Array:
        return np.asarray(score[test], dtype=np.float64)

    return fitter

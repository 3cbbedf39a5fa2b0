"""Where people go, wherever they come from: the share of movers who enter each class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.gravity import Array, smoothed
from turnpoint.labour.flow import Flows

Rows = NDArray[np.int64]

PSEUDO_SHARE = 0.01
"""Movers spread over destinations by employment, as a share of all movers: nothing is impossible."""


def log_inflow(
    flows: Flows, training: Rows, *, own: bool = False, pseudo: float = PSEUDO_SHARE
) -> Array:
    """Log share of training movers entering each class, ``(d,)``.

    With ``own``, ``(training, d)``: each origin's own movers left out, as they are for an origin the
    model has not seen, and −inf on its own class.
    """
    movers = flows.movers[training]
    inflow = movers.sum(axis=0)
    if not own:
        return smoothed(inflow, flows.employment, pseudo)
    result = smoothed(inflow[None] - movers, flows.employment, pseudo)
    result[np.arange(len(training)), training] = -np.inf
    return result

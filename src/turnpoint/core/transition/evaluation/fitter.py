"""What is evaluated: a *fitter* learns from some origins and answers for others.

Every model and every baseline is one, so that all are held to the same rules. A fitter gets flows in
which the outflow of origins it must not learn from is blank (``seen``): it cannot leak what it cannot
read. Where a test origin is among the training origins (the warm design), the flows hold the half of
its own movers that may be learnt from.

Axes: ``o`` origin, ``d`` destination, both numbering ``flows.classes``; ``t`` test origin.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.flow import Flows

Array = NDArray[np.float64]
Rows = NDArray[np.int64]


class Fitter(Protocol):
    """``fitter(flows, training, test)`` gives a score or probability of every move, ``(t, d)``.

    Rows of probabilities sum to 1 with nothing on the origin itself; a mere score may be anything,
    and then has no perplexity and no calibration.
    """

    def __call__(self, flows: Flows, training: Rows, test: Rows) -> Array: ...


def seen(flows: Flows, training: Rows) -> Flows:
    """The flows as known from the training origins alone; of others nothing but their class."""
    known = np.zeros(len(flows.classes), dtype=bool)
    known[training] = True
    return replace(
        flows,
        movers=np.where(known[:, None], flows.movers, 0.0),
        sampled=np.where(known, flows.sampled, np.nan),
    )


def moved(flows: Flows) -> NDArray[np.bool_]:
    """Origins that anybody was seen leaving, ``(o,)``."""
    return np.asarray(flows.movers.sum(axis=1) > 0)

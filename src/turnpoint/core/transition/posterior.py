"""Where people from each observed class went, as posterior shares, and how popular destinations are.

Axes: ``t`` observed class (one whose leavers were sampled), ``d`` class as destination.
``share[t, d] = (n_td + a·p_d) / (n_t + a)``: the mean of a Dirichlet posterior whose prior is
popularity, worth ``a`` sampled movers. A class with few sampled movers says little.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED, Flows

Rows = NDArray[np.int64]

PRIOR_MOVERS = 8.0
PSEUDO_SHARE = 0.1
"""Movers spread over destinations by employment, beside those seen to enter. More than popularity on
its own would want: nearness and paths tell where to go among destinations that few were seen entering."""

FEWEST = 0.02
"""Sampled movers between two classes: the lightest person weighs five times as much."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """``classes``: ``(t,)`` numbers; ``sampled``: ``(t,)`` sampled movers; ``share``: ``(t, d)``.

    ``popularity``: ``(d,)`` share of all movers who enter ``d``.
    """

    classes: Rows
    sampled: Array
    share: Array
    popularity: Array

    def row(self, number: int) -> int | None:
        """The row of a class, ``None`` where nobody was seen to leave it."""
        found = np.flatnonzero(self.classes == number)
        return int(found[0]) if len(found) else None


def posterior_of(flows: Flows, training: Rows) -> Posterior:
    """What the moves out of the given classes say; nothing of any other class's leavers is read."""
    movers = flows.movers[training]
    popularity = np.exp(log_inflow(flows, training, pseudo=PSEUDO_SHARE))
    count = movers / MOVERS_TO_ONE_SAMPLED
    sampled = count.sum(axis=1)
    share = count + PRIOR_MOVERS * popularity
    share[np.arange(len(training)), training] = 0
    share /= share.sum(axis=1, keepdims=True)
    return Posterior(training, sampled, share, popularity)


def counts_of(posterior: Posterior) -> Array:
    """Sampled movers by destination, ``(t, d)``: the shares with the prior taken out again.

    What is left of rounding where nobody was seen, far below one person, counts as nobody.
    """
    classes, popularity = posterior.classes, posterior.popularity
    total = posterior.sampled + PRIOR_MOVERS * (1 - popularity[classes])
    counts = posterior.share * total[:, None] - PRIOR_MOVERS * popularity
    counts[np.arange(len(classes)), classes] = 0
    return np.where(counts > FEWEST, counts, 0.0)


def without(posterior: Posterior, number: int) -> Array:
    """Popularity as if nobody had been seen to leave the given class, ``(d,)``."""
    row = posterior.row(number)
    if row is None:
        return posterior.popularity
    total = posterior.sampled.sum()
    own = posterior.sampled[row] * posterior.share[row]
    rest = np.maximum(total * posterior.popularity - own, 0.05 * total * posterior.popularity)
    return np.asarray(rest / rest.sum())


def reverse_lift(posterior: Posterior, units: Rows) -> Array:
    """``log(share[d, i] / popularity[i])`` for moves ``d → i``, ``(i, d)``; 0 where unobserved.

    People who came the other way: it is about who enters ``i``, never about who leaves it.
    """
    result = np.zeros((len(units), posterior.share.shape[1]))
    with np.errstate(divide="ignore"):
        lift = np.log(posterior.share[:, units] / posterior.popularity[units])
    result[:, posterior.classes] = np.where(np.isfinite(lift), lift, 0).T
    return result

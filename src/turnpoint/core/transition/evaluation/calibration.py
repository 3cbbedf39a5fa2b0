"""Whether “about 1 in N” comes true: predicted beside observed shares, by tenth of predicted mass."""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.evaluation.designs import HeldOut


def calibration(held: HeldOut, groups: int = 10) -> tuple[tuple[float, float], ...]:
    """Predicted and observed share of movers, pairs ranked by prediction and cut in ten.

    Groups have equal predicted mass, so that each says how often “about 1 in N” came true.
    """
    share = held.movers / held.movers.sum(axis=1, keepdims=True)
    order = np.argsort(held.probability, axis=None)
    predicted, observed = held.probability.ravel()[order], share.ravel()[order]
    group = np.minimum((np.cumsum(predicted) / predicted.sum() * groups).astype(int), groups - 1)
    size = np.maximum(np.bincount(group, minlength=groups), 1)
    return tuple(
        (float(p), float(q))
        for p, q in zip(
            np.bincount(group, predicted, groups) / size,
            np.bincount(group, observed, groups) / size,
            strict=True,
        )
    )


def calibration_error(groups: tuple[tuple[float, float], ...]) -> float:
    """Mean over tenths of ``|log(observed / predicted)|``: .1 is a tenth too many or too few.

    Tenths have equal predicted mass, so a plain mean weighs every mover alike.
    """
    predicted, observed = np.array(groups).T
    return float(np.abs(np.log(np.maximum(observed, 1e-9) / np.maximum(predicted, 1e-9))).mean())

"""Moves between made-up classes, drawn from a model whose coefficient is known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.features import Feature
from turnpoint.labour.flow import Flows, SurveyClass

ALIKE = (Feature("alike", "alike", "alike", 1),)


def made_up(seed: int = 3, n: int = 30) -> tuple[Flows, NDArray[np.float32]]:
    """Moves with β = 1.5 on the one feature, ``z``: ``(1, n, n)``; five folds, three major groups."""
    rng = np.random.default_rng(seed)
    z = rng.normal(size=(1, n, n)).astype(np.float32)
    odds = np.exp(1.5 * z[0]) * rng.dirichlet(np.ones(n))
    np.fill_diagonal(odds, 0)
    movers = 1e5 * odds / odds.sum(axis=1, keepdims=True)
    classes = tuple(
        SurveyClass(f"{11 + 2 * (each % 3)}-{each:04}", (str(each),), "") for each in range(n)
    )
    return Flows(classes, movers, np.full(n, 50.0), np.arange(n) % 5, np.ones(n)), z

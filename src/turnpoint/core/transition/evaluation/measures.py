"""How well a ranking of destinations holds, origin by origin, so that a large one counts as one.

- ``R@k``: share of an origin's movers whose destination is among its ``k`` likeliest;
- ``AUC``: chance that an observed destination ranks above an unobserved one, ties counted as half;
- ``perplexity``: ``exp`` of the mean over origins of ``−Σ_j share_j log p_j``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.core.transition.evaluation.fitter import Array
from turnpoint.core.transition.evaluation.intervals import DRAWS, Figure, interval

MEASURES = ("R@10", "R@20", "R@50", "AUC", "perplexity")


def by_origin(held: HeldOut) -> Array:
    """Measures of each origin, ``(t, 5)``, the last as cross-entropy (NaN for a mere score)."""
    proper = is_probability(held.probability)
    rows = []
    for row, movers, origin in zip(held.probability, held.movers, held.origins, strict=True):
        other = np.arange(len(row)) != origin
        share = movers[other] / movers[other].sum()
        p = row[other]
        ranked = share[np.argsort(-p, kind="stable")]
        observed = share > 0
        entropy = np.nan
        if proper:
            with np.errstate(divide="ignore"):
                entropy = -float(share[observed] @ np.log(p[observed]))
        rows.append([*(ranked[:k].sum() for k in (10, 20, 50)), auc(p, observed), entropy])
    return np.array(rows)


def is_probability(score: Array) -> bool:
    return bool((score >= 0).all() and np.allclose(score.sum(axis=1), 1, atol=1e-6))


def summary(measured: Array, *, seed: int, draws: int = DRAWS) -> Mapping[str, Figure]:
    """Each measure's mean over origins with its interval; perplexity is ``exp`` of its mean.

    A score that is no probability has no perplexity.
    """
    return {
        name: interval(values, seed=seed, draws=draws, of=np.exp if name == "perplexity" else None)
        for name, values in zip(MEASURES, measured.T, strict=True)
        if not np.isnan(values).any()
    }


def auc(score: Array, observed: NDArray[np.bool_]) -> float:
    """Mann–Whitney, ties counted as half."""
    ranked = np.sort(score[~observed])
    below = np.searchsorted(ranked, score[observed], side="left")
    upto = np.searchsorted(ranked, score[observed], side="right")
    return float((below + upto).mean() / 2 / max(len(ranked), 1))

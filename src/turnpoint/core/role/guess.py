"""How the time of an occupation may be spent, where nobody has told: a guess until asked.

Shares are proportional to weights ``w`` (published importance, or how many detailed activities an
occupation has of a kind), as a Dirichlet prior of concentration ``c``: ``t_g ~ Beta(c p, c (1 − p))``
with ``p = w_g / Σ w``. What is stated is the middle 80% of it. Importances are no time shares; the
wide range is there to say so.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.stats import beta

from turnpoint.core.role.activity import Share

CONCENTRATION = 20.0
"""As sure as twenty days on which one looked what was done."""
COVERED = 0.8
LEAST_IMPORTANT = 2.0
"""On the publisher's scale from 1 to 5: below “somewhat important” nobody spends much time."""
LEADS = "4.A.4.b."
"""O*NET's heading of coordinating, developing, managing and advising others."""


def guessed_shares(weights: Mapping[str, float]) -> dict[str, Share]:
    """A range for each kind of activity. Weights are positive."""
    w = np.array(list(weights.values()), dtype=float)
    if len(w) < 2:
        return {name: Share(0.0, 1.0) for name in weights}
    p = w / w.sum()
    tail = (1 - COVERED) / 2
    a, b = CONCENTRATION * p, CONCENTRATION * (1 - p)
    low, high = beta.ppf(tail, a, b), beta.ppf(1 - tail, a, b)
    return {
        name: Share(float(low[number]), float(high[number])) for number, name in enumerate(weights)
    }


def leads(identifier: str) -> bool:
    """Whether an O*NET activity is leading others rather than doing it oneself."""
    return identifier.startswith(LEADS)

"""“Best if you care about …”: what the people who would choose an option care about more.

A criterion is named for an option if its central weight is above the criterion’s mean weight by
more than chance explains and by enough to speak of.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.preference.smaa import Acceptability

WORTH_SAYING = 1.1
"""Central weight over mean weight from which a criterion is named."""


def best_if_you_care_about(found: Acceptability) -> tuple[tuple[int, ...], ...]:
    """For each option the numbers of its criteria, the most telling first; empty if never first.

    An option that is first nearly everywhere has central weights near the mean, and no criterion
    is named: it is best whatever one cares about.
    """
    named: list[tuple[int, ...]] = []
    for central, share in zip(found.central, found.first, strict=True):
        if np.isnan(central).any():
            named.append(())
            continue
        # A weight between 0 and 1 with mean m has a deviation of at most sqrt(m (1 − m)).
        mean = found.mean_weight
        error = np.sqrt(mean * (1 - mean) / max(share * found.draws, 1))
        telling = (central > WORTH_SAYING * mean) & (central - mean > 2 * error)
        order = np.argsort(-central / np.maximum(mean, 1e-12), kind="stable")
        named.append(tuple(int(c) for c in order if telling[c]))
    return tuple(named)

"""Everything the reality check assumes rather than knows, in one value to show and to vary.

Each assumption carries its words, unit, bounds, plausible range and source, so that a page can print
it, offer it for editing, and vary one at a time. ``Assumptions()`` has the stated values.
"""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumed_pay import AssumedPay
from turnpoint.core.transition.assumed_requirements import AssumedRequirements
from turnpoint.core.transition.assumed_time import AssumedTime
from turnpoint.core.transition.assumption import (
    OBSERVED,
    OURS,
    Assumption,
    Stated,
    Theme,
    assumed,
)
from turnpoint.core.transition.exchange import Exchange


@dataclass(frozen=True)
class Assumptions(AssumedRequirements, AssumedPay, AssumedTime):
    """The stated assumptions of pay and readiness.

    ``exchange`` is what the person says one unit of their currency is worth; nothing is converted
    without it. Raises ``BadInput`` for a value out of its bounds.
    """

    exchange: Exchange | None = None


__all__ = ["OBSERVED", "OURS", "Assumption", "Assumptions", "Stated", "Theme", "assumed"]

"""How good a person’s predictions were, over all of their decisions."""

from __future__ import annotations

import math
from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import Outcome
from turnpoint.core.decision.forecast import Bin, Forecast, brier, log_loss, reliability


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """``log_loss`` is infinite where something was called impossible, or certain, and it was not."""

    count: int
    brier: float
    log_loss: float
    bins: tuple[Bin, ...]

    @property
    def certain_and_wrong(self) -> bool:
        return math.isinf(self.log_loss)

    @property
    def lines(self) -> list[tuple[str, int, int, int]]:
        """Each bin as a line: said between, how many, said on average, came true, in per cent."""
        return [
            (
                f"{each.low:.0%} to {each.high:.0%}",
                each.count,
                round(each.said * 100),
                round(each.happened * 100),
            )
            for each in self.bins
        ]


def track_record(*, owner: User) -> TrackRecord | None:
    """The record over every judged prediction; none where nothing was judged yet."""
    judged = Outcome.objects.filter(
        transition__owner=owner, transition__trashed_at__isnull=True, trashed_at__isnull=True
    ).values_list("prediction__chance", "came_true")
    forecasts = [Forecast(chance, came_true) for chance, came_true in judged]
    if not forecasts:
        return None
    return TrackRecord(
        len(forecasts), brier(forecasts), log_loss(forecasts), reliability(forecasts, bins=5)
    )

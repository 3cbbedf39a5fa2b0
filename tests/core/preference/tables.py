"""Small comparisons to ask things of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from turnpoint.core.preference.comparison import Comparison
from turnpoint.core.preference.effect import Effect, Ends, Exactly, Unknown
from turnpoint.core.preference.statement import Order, Statement
from turnpoint.core.preference.value import Criterion, Linear
from turnpoint.core.trajectory.interval import Interval

PAY = Criterion("pay", "Pay", Linear(40_000, 90_000), "euros a year")
COMMUTE = Criterion("commute", "Commute", Linear(90, 0), "minutes")
FRIENDS = Criterion("friends", "Evenings with friends", Linear(0, 8), "a month")


def table(
    rows: dict[str, tuple[Effect | float, ...]],
    criteria: Sequence[Criterion] = (PAY, COMMUTE, FRIENDS),
    statements: Sequence[Statement] = (),
) -> Comparison:
    """A comparison from rows of effects; a bare number is exact."""
    effects = {
        (option, criterion.key): Exactly(cell) if isinstance(cell, float | int) else cell
        for option, row in rows.items()
        for criterion, cell in zip(criteria, row, strict=True)
    }
    return Comparison(tuple(rows), tuple(criteria), effects, tuple(statements))


STAY_OR_GO = table(
    {
        "stay": (52_000, 20, 6),
        "go": (Interval(65_000, 72_000, 80_000), Ends(30, 45, 80), 2),
        "found": (Interval(40_000, 55_000, 120_000), 0, Unknown()),
    },
    statements=[Order((("pay",), ("friends",), ("commute",)))],
)


def random_table(seed: int, options: int = 4, criteria: int = 4) -> Comparison:
    """A table of intervals on scales of different directions and units."""
    rng = np.random.default_rng(seed)
    scales = [
        Criterion(f"c{j}", f"C{j}", Linear(*(rng.permutation([0.0, 10.0 ** rng.integers(0, 5)]))))
        for j in range(criteria)
    ]
    rows: dict[str, tuple[Effect | float, ...]] = {}
    for o in range(options):
        cells = []
        for scale in scales:
            ends = np.sort(rng.random(3)) * max(scale.value.ends)
            cells.append(Interval(*ends.tolist()) if rng.random() < 0.7 else Exactly(ends[1]))
        rows[f"o{o}"] = tuple(cells)
    return table(rows, scales)

"""A table of options and criteria, its draws, and what SMAA-2 says about it.

Every cell and every weight draws from a stream of its own name, and criteria are added up in the
order of their keys. So reordering options or criteria changes nothing at all, and adding an option
changes nothing between the others.

Axes: ``o`` option, ``c`` criterion, ``s`` draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference import effect as effects
from turnpoint.core.preference import streams, weights
from turnpoint.core.preference.effect import AtLevel, Drawn, Effect, Ends, Exactly, Place, Unknown
from turnpoint.core.preference.kernel import Kernel
from turnpoint.core.preference.smaa import Acceptability, smaa_of_blocks
from turnpoint.core.preference.statement import Statement
from turnpoint.core.preference.value import Criterion, Levels
from turnpoint.core.preference.weights import WeightSpace
from turnpoint.core.trajectory.interval import Interval
from turnpoint.errors import BadInput

Array = NDArray[np.float64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Options by key, criteria, the effect of each cell ``(option, criterion)``, and what was said.

    A cell that is missing is not known.
    """

    options: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    effects: Mapping[tuple[str, str], Effect] = field(hash=False)
    statements: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        for keys in (self.options, self.keys):
            twice = sorted({key for key in keys if keys.count(key) > 1})
            if twice:
                raise BadInput(f"“{twice[0]}” is there twice. Tell them apart.", where=twice[0])
        if not self.options or not self.criteria:
            raise BadInput("A comparison needs at least one option and one criterion.")
        for option, key in self.effects:
            if option not in self.options or key not in self.keys:
                raise BadInput(f"No such cell: “{option}” by “{key}”.", where=f"{option}, {key}")
        for option in self.options:
            for criterion in self.criteria:
                self._check(option, criterion)

    def _check(self, option: str, criterion: Criterion) -> None:
        effect = self.effect(option, criterion)
        if isinstance(effect, Exactly | Interval | Ends) and isinstance(criterion.value, Levels):
            raise BadInput(
                f"“{criterion.name}” has named levels. Choose one for “{option}”.",
                where=f"{option}, {criterion.key}",
            )
        if isinstance(effect, AtLevel):
            effects.levels_of(effect, criterion)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(criterion.key for criterion in self.criteria)

    @property
    def weight_space(self) -> WeightSpace:
        return WeightSpace(self.keys, self.statements)

    def effect(self, option: str, criterion: Criterion) -> Effect:
        return self.effects.get((option, criterion.key), Unknown())


def values_block(table: Comparison, *, seed: int, block: int, size: int) -> Floats:
    """What one block of effects is worth, 0 … 1, ``[o, c, s]``; one draw if all are certain."""
    sure = all(effects.certain(table.effect(o, c)) for o in table.options for c in table.criteria)
    size = 1 if sure else size
    value = np.empty((len(table.options), len(table.criteria), size), np.float32)
    for o, option in enumerate(table.options):
        for c, criterion in enumerate(table.criteria):
            effect = table.effect(option, criterion)
            place = Place(f"effect {option}\n{criterion.key}", seed, block, size)
            if isinstance(effect, Drawn) and len(effect.draws) < place.first + size:
                raise BadInput(
                    f"“{option}” has {len(effect.draws)} simulated futures for “{criterion.name}”, "
                    "fewer than the draws asked for.",
                    where=f"{option}, {criterion.key}",
                )
            again = block == 0 and not isinstance(effect, Drawn)
            value[o, c] = (_kept if again else _values)(effect, criterion, place)
    return value


def _values(effect: Effect, criterion: Criterion, place: Place) -> Floats:
    worth = criterion.value.of(effects.draw(effect, criterion, place))
    return np.asarray(worth, np.float32)


@lru_cache(maxsize=512)
def _kept(effect: Effect, criterion: Criterion, place: Place) -> Floats:
    """A cell of a first block, kept: a page asks for all of them again when one figure moves."""
    if effects.certain(effect):
        return _values(effect, criterion, replace(place, size=1))
    value = _values(effect, criterion, place)
    value.flags.writeable = False
    return value


def compare(
    table: Comparison,
    *,
    seed: int,
    draws: int = 10_000,
    threads: int | None = None,
    kernel: Kernel | None = None,
) -> Acceptability:
    """SMAA-2 on the table. Raises ``Contradiction`` if the statements clash."""
    ordered = tuple(sorted(table.criteria, key=lambda criterion: criterion.key))
    canonical = replace(table, criteria=ordered)
    sizes = streams.sizes(draws)
    fixed = values_block(canonical, seed=seed, block=0, size=sizes[0])

    def block(b: int) -> tuple[Floats, Floats]:
        weight = weights.draw_block(canonical.weight_space, seed=seed, block=b, size=sizes[b])
        if b == 0 or fixed.shape[2] == 1:
            return fixed, weight
        return values_block(canonical, seed=seed, block=b, size=sizes[b]), weight

    found = smaa_of_blocks(block, draws, threads=threads, kernel=kernel)
    back = [canonical.keys.index(key) for key in table.keys]
    return replace(found, central=found.central[:, back], mean_weight=found.mean_weight[back])

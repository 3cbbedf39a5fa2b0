"""A table of options and criteria, its draws, and what SMAA-2 says about it.

Every cell and every weight draws from a stream of its own name, and criteria are added up in the
order of their keys. So reordering options or criteria changes nothing at all, and adding an option
changes nothing between the others.

Axes: ``o`` option, ``c`` criterion, ``s`` draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
            effects.draw(effect, criterion, Place("", 0, 0, 1))

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(criterion.key for criterion in self.criteria)

    @property
    def weight_space(self) -> WeightSpace:
        return WeightSpace(self.keys, self.statements)

    def effect(self, option: str, criterion: Criterion) -> Effect:
        return self.effects.get((option, criterion.key), Unknown())


def effects_block(table: Comparison, *, seed: int, block: int, size: int) -> Floats:
    """One block of effects in the criteria’s units, ``[o, c, s]``; one draw if all are certain."""
    sure = all(effects.certain(table.effect(o, c)) for o in table.options for c in table.criteria)
    size = 1 if sure else size
    drawn = np.empty((len(table.options), len(table.criteria), size), np.float32)
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
            drawn[o, c] = effects.draw(effect, criterion, place)
    return drawn


def valued(table: Comparison, drawn: Floats) -> Floats:
    """Effects ``[o, c, s]`` in units → values in 0 … 1."""
    value = np.empty_like(drawn)
    for c, criterion in enumerate(table.criteria):
        value[:, c] = criterion.value.of(drawn[:, c])
    return value


@dataclass(frozen=True, slots=True)
class Draws:
    """Draws held in memory: ``effect[o, c, s]`` in units, ``value[o, c, s]``, ``weight[c, s]``."""

    effect: Floats
    value: Floats
    weight: Floats

    @property
    def score(self) -> Floats:
        """``[o, s]``."""
        return np.asarray(np.einsum("ocs,cs->os", self.value, self.weight))


def draw(table: Comparison, *, seed: int, draws: int) -> Draws:
    """All draws at once, for questions that look at the same draws many times."""
    sizes = streams.sizes(draws)
    weight = weights.draw(table.weight_space, seed=seed, draws=draws)
    parts = [effects_block(table, seed=seed, block=b, size=size) for b, size in enumerate(sizes)]
    drawn = parts[0] if parts[0].shape[2] == 1 else np.concatenate(parts, axis=2)
    drawn = np.broadcast_to(drawn, (*drawn.shape[:2], draws))
    return Draws(drawn, valued(table, drawn), weight)


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
    fixed = valued(canonical, effects_block(canonical, seed=seed, block=0, size=sizes[0]))

    def block(b: int) -> tuple[Floats, Floats]:
        weight = weights.draw_block(canonical.weight_space, seed=seed, block=b, size=sizes[b])
        if b == 0 or fixed.shape[2] == 1:
            return fixed, weight
        drawn = effects_block(canonical, seed=seed, block=b, size=sizes[b])
        return valued(canonical, drawn), weight

    found = smaa_of_blocks(block, draws, threads=threads, kernel=kernel)
    back = [canonical.keys.index(key) for key in table.keys]
    return replace(found, central=found.central[:, back], mean_weight=found.mean_weight[back])

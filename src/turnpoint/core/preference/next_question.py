"""The next trade-off to ask: the one whose answer leaves the choice least open.

Van Valkenhoef & Tervonen (2016), Omega 64. A question sets a step on one criterion against a step on
another. On the weights drawn so far each answer keeps some draws; the expected choice entropy after
it is the mean of the entropies of what is kept. Only what is wanted is asked for here, so effects
stand at their expected values: what will happen is found out elsewhere.

Axes: ``o`` option, ``c`` criterion, ``s`` draw, ``q`` question.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference.comparison import Comparison, Floats
from turnpoint.core.preference.value import Criterion, Levels

Array = NDArray[np.float64]

CLEAR = 0.9
OPEN_ENOUGH = 0.02
"""A question whose answer is this sure beforehand is not asked."""
CUTS = 0.3, 0.5, 0.7
LOOKED_AT = 4_096


class Enough(StrEnum):
    """Why no further question is needed."""

    CLEAR = (
        "were all to come as expected, one option is first in more than nine tenths of what you "
        "may want"
    )
    UNCHANGED = "no answer you could give would change which option is first"


@dataclass(frozen=True, slots=True)
class Step:
    """An improvement in real units: ``start`` to ``end`` of a criterion, worth ``value``."""

    criterion: str
    start: float
    end: float
    value: float


@dataclass(frozen=True, slots=True)
class Question:
    """Would you rather have ``first`` or ``second``? ``bits`` now, and expected after an answer."""

    first: Step
    second: Step
    chance_of_first: float
    bits_now: float
    bits_after: float


def next_question(table: Comparison, value: Floats, weight: Floats) -> Question | Enough:
    """The question to ask next, or why none is needed, from ``value[o, c, s]`` and ``weight[c, s]``."""
    wanted = weight[:, :LOOKED_AT].astype(np.float64)
    score = value.mean(axis=2, dtype=np.float64) @ wanted
    first = (score >= score.max(axis=0)).astype(np.float64)
    first /= first.sum(axis=0)
    shares = first.mean(axis=1)
    if shares.max() > CLEAR:
        return Enough.CLEAR
    pairs = list(_candidates(table, wanted))
    if not pairs:
        return Enough.UNCHANGED
    keys = table.keys
    a = np.array([pair[0].value * wanted[keys.index(pair[0].criterion)] for pair in pairs])
    b = np.array([pair[1].value * wanted[keys.index(pair[1].criterion)] for pair in pairs])
    yes = (a >= b).astype(np.float64)
    chance = yes.mean(axis=1)
    kept = first @ yes.T / first.shape[1]
    lost = shares[:, None] - kept
    leader = int(shares.argmax())
    changes = (kept.argmax(axis=0) != leader) | (lost.argmax(axis=0) != leader)
    real = (chance > OPEN_ENOUGH) & (chance < 1 - OPEN_ENOUGH)
    if not (changes & real).any():
        return Enough.UNCHANGED
    after = np.where(real, _bits(kept) + _bits(lost), np.inf)
    best = int(after.argmin())
    return Question(
        *pairs[best], float(chance[best]), float(_bits(shares[:, None])[0]), float(after[best])
    )


def _bits(part: Array) -> Array:
    """``Σ_o p_o log2 (P / p_o)`` of parts ``[o, q]`` that sum to ``P``: entropy times its chance."""
    total = part.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(part > 0, part * (np.log2(total) - np.log2(part)), 0.0)
    return np.asarray(terms.sum(axis=0))


def _candidates(table: Comparison, weight: Array) -> Iterator[tuple[Step, Step]]:
    """Part of the way on the weightier of two criteria against all the way on the other."""
    asked = [criterion for criterion in table.criteria if not criterion.value.makes_no_difference]
    for one, other in combinations(sorted(asked, key=lambda c: c.key), 2):
        ratio = weight[table.keys.index(other.key)] / np.maximum(
            weight[table.keys.index(one.key)], 1e-12
        )
        seen = set()
        for cut in np.quantile(ratio, CUTS):
            small, large, share = (one, other, cut) if cut <= 1 else (other, one, 1 / cut)
            part, whole = _part(small, float(share)), _part(large, 1.0)
            if part is not None and whole is not None and (part, whole) not in seen:
                seen.add((part, whole))
                yield part, whole


def _part(criterion: Criterion, share: float) -> Step | None:
    """The step from the worst to about ``share`` of the value, to a figure a person would say."""
    function = criterion.value
    worst, best = function.ends
    end = best if share >= 1 else function.at(share)
    if not isinstance(function, Levels) and share < 1:
        grain = _round_step(abs(best - worst) / 20)
        end = round(end / grain) * grain
        end = min(max(end, min(worst, best)), max(worst, best))
    gained = float(function.of(end)) - float(function.of(worst))
    return Step(criterion.key, float(worst), float(end), gained) if gained > 0 else None


def _round_step(size: float) -> float:
    """The largest of 1, 2, 5 × 10ⁿ that is at most ``size``."""
    power = 10.0 ** math.floor(math.log10(size))
    return max(power * each for each in (1, 2, 5) if power * each <= size * (1 + 1e-12))

"""Told apart or not: three tests that popularity alone should not pass.

- *Popularity-matched*: an observed destination against those never observed from that origin that
  are as popular. Popularity alone is right in half of the cases.
- *Balanced accuracy*: is a destination one that was observed or not, both kinds weighing alike, with a
  cut-off on the score chosen on the other folds (as Dawson, Williams and Rizoiu, 2021).
- *Direction*: of two occupations, which way is a mover likelier to go? Pairs are counted where enough
  people were seen and the observed lean is larger than its standard error.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.core.transition.evaluation.fitter import Array, Rows
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED

Mask = NDArray[np.bool_]

CALIPER = 0.1
"""How far log popularity may differ in a matched pair."""
LEAST_SEEN = 5.0
"""Sampled movers between two occupations, both ways together, for their direction to be asked."""
TIE = 1e-5
"""Scores nearer to each other than this, relatively, are equal: symmetric ones differ by rounding."""


def matched_accuracy(held: HeldOut, popularity: Array) -> Array:
    """Share of matched comparisons won, ties counted as half, ``(t,)``; NaN without any match.

    ``popularity``: ``(t, d)``, as known from training origins. Every observed destination counts as
    one, however many never observed ones are as popular.
    """
    found = np.full(len(held.origins), np.nan)
    with np.errstate(divide="ignore"):
        known = np.log(popularity)
    for row, (score, movers) in enumerate(zip(held.probability, held.movers, strict=True)):
        possible = np.arange(len(score)) != held.origins[row]
        seen, unseen = np.flatnonzero(movers > 0), np.flatnonzero((movers == 0) & possible)
        match = np.abs(known[row, seen][:, None] - known[row, unseen][None]) <= CALIPER
        won = _wins(score[seen][:, None], score[unseen][None])
        matches = match.sum(axis=1)
        if matches.any():
            share = (won * match).sum(axis=1)[matches > 0] / matches[matches > 0]
            found[row] = share.mean()
    return found


def balanced_accuracy(held: HeldOut, fold: Rows) -> Array:
    """Mean of the shares of observed and of unobserved destinations told right, ``(t,)``.

    ``fold``: ``(t,)``; the cut-off for a fold is the best one on the others.
    """
    seen = held.movers > 0
    unseen = ~seen
    unseen[np.arange(len(seen)), held.origins] = False
    found = np.zeros(len(seen))
    for number in np.unique(fold):
        inside, other = fold == number, fold != number
        cutoff = _best_cutoff(held.probability[other], seen[other], unseen[other])
        above = held.probability[inside] >= cutoff
        hits = _share(above, seen[inside])
        found[inside] = (hits + _share(~above, unseen[inside])) / 2
    return found


def direction(held: HeldOut) -> tuple[Array, Array]:
    """Pairs whose direction is told right, and pairs asked, ``(t,)`` each; a pair is half each end's.

    Both ends are test origins; the observed lean compares their shares of movers.
    """
    people = held.movers / MOVERS_TO_ONE_SAMPLED
    total = people.sum(axis=1)
    between = people[:, held.origins]
    share = between / total[:, None]
    lean = share - share.T
    pooled = (between + between.T) / (total[:, None] + total[None])
    error = np.sqrt(pooled * (1 - pooled) * (1 / total[:, None] + 1 / total[None]))
    asked = (between + between.T >= LEAST_SEEN) & (np.abs(lean) > error)
    said = held.probability[:, held.origins]
    won = np.where(lean > 0, _wins(said, said.T), _wins(said.T, said))
    return (won * asked).sum(axis=1) / 2, asked.sum(axis=1) / 2


def _wins(one: Array, other: Array) -> Array:
    """1 where ``one`` is larger, 0 where smaller, ½ where they are equal but for rounding."""
    equal = np.abs(one - other) <= TIE * np.maximum(np.abs(one), np.abs(other))
    return np.where(equal, 0.5, one > other)


def _best_cutoff(score: Array, seen: Mask, unseen: Mask) -> float:
    """The cut-off with the best balanced accuracy, each origin weighing alike."""
    weight = seen / np.maximum(seen.sum(axis=1, keepdims=True), 1)
    weight = weight - unseen / np.maximum(unseen.sum(axis=1, keepdims=True), 1)
    order = np.argsort(-score, axis=None, kind="stable")
    best = int(np.argmax(np.cumsum(weight.ravel()[order])))
    return float(score.ravel()[order[best]])


def _share(right: Mask, asked: Mask) -> Array:
    return np.asarray((right & asked).sum(axis=1) / np.maximum(asked.sum(axis=1), 1))

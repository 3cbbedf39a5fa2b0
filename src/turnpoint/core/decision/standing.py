"""Which options are best, in how much of what the person may want and of what may happen.

Shares are shares of preference space (and, where effects are uncertain, of futures), not chances of
being right. Wants and world are also told apart: ``wanting`` varies only the weights, ``happening``
only the effects.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from turnpoint.core.decision.share import Share, counted, share
from turnpoint.core.decision.worlds import Floats, Worlds
from turnpoint.core.preference.emphasis import best_if_you_care_about
from turnpoint.core.preference.smaa import Acceptability

SURELY = 0.95
"""From this share of futures on an option counts as dominated."""
MOST_CARES = 2
LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Dominated:
    """``option`` is no better than ``by`` on any criterion in ``share`` of the futures."""

    option: str
    by: str
    share: Share


@dataclass(frozen=True, slots=True)
class OptionStanding:
    """``places[r]`` is the share of draws on place ``r``; ``cares`` are the criteria that matter more
    than usual where this option is first (“best if you care about …”), and ``weights`` all of them.
    ``confidence`` is the share of futures in which it is first for such a person. ``regret`` is the
    points, of 100, that choosing it costs beside the best of each draw."""

    option: str
    places: tuple[Share, ...]
    wanting: Share
    happening: Share
    cares: tuple[str, ...]
    weights: tuple[float, ...]
    confidence: Share
    score: float
    regret: float
    bad_regret: float

    @property
    def first(self) -> Share:
        """The share of draws in which it is first."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """``wins[i][k]`` is the share of draws in which option ``i`` lies above ``k``, in the order of
    the file. ``open_bits`` is the entropy of the choice: 0 where it is settled."""

    options: tuple[OptionStanding, ...]
    wins: tuple[tuple[Share, ...], ...]
    dominated: tuple[Dominated, ...]
    mean_weights: tuple[float, ...]
    open_bits: float

    @property
    def leader(self) -> OptionStanding:
        """The option that is first in most draws."""
        return max(self.options, key=lambda each: each.first.value)

    def of(self, option: str) -> OptionStanding:
        """The standing of an option."""
        return next(each for each in self.options if each.option == option)


def standing(worlds: Worlds, found: Acceptability) -> Standing:
    """What SMAA says, in the terms of the file."""
    mean = found.mean_weight
    ahead = _Ahead.of(worlds)
    return Standing(
        options=tuple(
            _option(worlds, found, ahead, o, cares)
            for o, cares in enumerate(best_if_you_care_about(found))
        ),
        wins=tuple(
            tuple(share(w, e) for w, e in zip(wins, errors, strict=True))
            for wins, errors in zip(found.wins, found.wins_error, strict=True)
        ),
        dominated=tuple(dominated(worlds)),
        mean_weights=tuple(map(float, mean)),
        open_bits=found.choice_entropy.value,
    )


@dataclass(frozen=True, slots=True)
class _Ahead:
    """``regret[o, s]``, and the shares ``[o]`` in which each is first as only wants, or only the world,
    vary."""

    regret: Floats
    wanting: Floats
    happening: Floats

    @classmethod
    def of(cls, worlds: Worlds) -> _Ahead:
        score = worlds.score
        firsts = (_firsts(each) for each in (worlds.wanted_score, worlds.mean_score))
        return cls(score.max(axis=0) - score, *firsts)


def _firsts(score: Floats) -> Floats:
    return np.asarray((score >= score.max(axis=0)).mean(axis=1))


def _option(
    worlds: Worlds, found: Acceptability, ahead: _Ahead, o: int, cares: tuple[int, ...]
) -> OptionStanding:
    regret, draws = ahead.regret[o], worlds.closely
    return OptionStanding(
        option=worlds.file.options[o].key,
        places=tuple(share(b, e) for b, e in zip(found.rank[o], found.rank_error[o], strict=True)),
        wanting=counted(float(ahead.wanting[o]), draws),
        happening=counted(float(ahead.happening[o]), draws),
        cares=tuple(worlds.file.criteria[c].key for c in cares[:MOST_CARES]),
        weights=tuple(map(float, found.central[o])),
        confidence=share(found.confidence[o], found.confidence_error[o]),
        score=float(100 * worlds.score[o].mean(dtype=np.float64)),
        regret=float(100 * regret.mean(dtype=np.float64)),
        bad_regret=float(100 * np.quantile(regret, 0.95)),
    )


def dominated(worlds: Worlds) -> list[Dominated]:
    """Options that another is at least as good as on every criterion, in nearly every future."""
    keys = [option.key for option in worlds.file.options]
    mean, value = worlds.mean_value, worlds.value[:, :, :LOOKED_AT]
    found = []
    for i, low in enumerate(value):
        rivals = [
            (float((value[k] >= low).all(axis=0).mean()), -k)
            for k in range(len(value))
            if (mean[k] >= mean[i] - 1e-9).all() and (mean[k] > mean[i] + 1e-9).any()
        ]
        shared, k = max(rivals, default=(0.0, 0))
        if shared >= SURELY:
            found.append(Dominated(keys[i], keys[-k], counted(shared, value.shape[2])))
    return found

"""Continuity: how much of the time a person loves another role would keep.

With ``s[a]`` the present share of time, ``t[a]`` the share in the other role, love
``ℓ = max(e, 0)/2`` and drain ``d = max(−e, 0)/2`` of enjoyment ``e ∈ [−2, 2]``:

- kept love ``K = Σ ℓ min(s, t) / Σ ℓ s``, lost ``1 − K``; the same for drain;
- gained love ``Σ ℓ max(t − s, 0)`` in hours of a week; the same for drain;
- mean enjoyment ``E(t) = Σ t e``, and the share of time spent leading, or on what is repeatable.

Where ``t`` is known only within bounds, each is the exact extent over every ``t`` within them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.role.activity import Activity, Share
from turnpoint.core.role.allocation import Allocation, Array, Extent
from turnpoint.errors import BadInput

WEEK = 40.0
"""Hours of a week, unless the person says otherwise."""
WHOLE = 1e-6


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a feeling a move keeps and adds.

    ``now`` is the feeling-weighted share of present time. ``kept`` and ``lost`` are shares of it,
    ``None`` where there is nothing to keep; ``gained`` and ``there``, all of the feeling in the other
    role, are in feeling-weighted hours of a week. ``likely`` is what is kept where every open share is
    met as high as any other between its least and its greatest.
    """

    now: float
    kept: Extent | None
    lost: Extent | None
    gained: Extent
    there: Extent
    likely: float | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A share of time of one kind: now, there, and how much of the present time says which."""

    now: Extent
    there: Extent


@dataclass(frozen=True, slots=True)
class Question:
    """An activity whose share would tell most: how far the answer could move ``K`` and ``E``."""

    activity: int
    moves_kept: float
    moves_enjoyment: float


@dataclass(frozen=True, slots=True)
class Continuity:
    """One role beside another.

    ``enjoyment_now`` and ``enjoyment_there`` are means from −2 to 2. ``questions`` has the widest
    first. ``unrated`` is the share of present time whose enjoyment nobody has said; it counts
    neither as love nor as drain. ``shares`` are those there, as narrow as the others allow.
    """

    love: Kept
    drain: Kept
    enjoyment_now: Extent
    enjoyment_there: Extent
    leading: Kind
    repeatable: Kind
    questions: tuple[Question, ...]
    unrated: float
    shares: tuple[Share, ...]


def continuity(
    activities: Sequence[Activity],
    present: Sequence[float],
    other: Sequence[Share],
    *,
    hours: float = WEEK,
) -> Continuity:
    """Hold a role against another. One entry per activity of either, in the same order.

    Raises ``BadInput`` where present shares do not sum to 1 or the others cannot.
    """
    s = np.asarray(present, dtype=float)
    if (s < 0).any() or abs(s.sum() - 1) > WHOLE:
        message = f"The shares of your time come to {s.sum():.0%}; they have to come to 100%."
        raise BadInput(message)
    ways = Allocation.of(s.tolist(), other)
    felt = np.array([activity.felt for activity in activities])
    return Continuity(
        love=_kept(ways, np.array([each.love for each in activities]), activities, hours),
        drain=_kept(ways, np.array([each.drain for each in activities]), activities, hours),
        enjoyment_now=Extent(float(s @ felt[:, 0]), float(s @ felt[:, 1])),
        enjoyment_there=_mean(ways, felt),
        leading=_kind(ways, [activity.leading for activity in activities]),
        repeatable=_kind(ways, [activity.repeatable for activity in activities]),
        questions=_questions(ways, activities, felt),
        unrated=float(sum(s[a] for a, each in enumerate(activities) if each.enjoyment is None)),
        shares=tuple(
            Share(*pair) for pair in zip(ways.low.tolist(), ways.high.tolist(), strict=True)
        ),
    )


def _said(activities: Sequence[Activity]) -> NDArray[np.bool_]:
    return np.array([activity.enjoyment is not None for activity in activities])


def _kept(ways: Allocation, feeling: Array, activities: Sequence[Activity], hours: float) -> Kept:
    """``feeling[a]``: its least and greatest."""
    known = np.where(_said(activities), feeling[:, 0], 0.0)
    now = float(known @ ways.present)
    none = np.zeros_like(known)
    # What is new may be felt in any way; what is done already but not rated is left out.
    most = np.where(_said(activities) | (ways.present == 0), feeling[:, 1], 0.0)
    gained = Extent(ways.extent(none, known).low * hours, ways.extent(none, most).high * hours)
    there = Extent(ways.extent(known, known).low * hours, ways.extent(most, most).high * hours)
    if now <= 0:
        return Kept(0.0, None, None, gained, there, None)
    low, high = ways.extent(known, none)
    kept = Extent(min(max(low / now, 0.0), 1.0), min(max(high / now, 0.0), 1.0))
    likely = float(known @ np.minimum(ways.middle, ways.present)) / now
    lost = Extent(1 - kept.high, 1 - kept.low)
    return Kept(now, kept, lost, gained, there, min(max(likely, kept.low), kept.high))


def _mean(ways: Allocation, felt: Array) -> Extent:
    low, high = felt.T
    return Extent(ways.extent(low, low).low, ways.extent(high, high).high)


def _kind(ways: Allocation, of_kind: Sequence[bool | None]) -> Kind:
    """The share of time that is of a kind; what nobody has said may be of it or not."""
    surely = np.array([each is True for each in of_kind], dtype=float)
    maybe = np.array([each is not False for each in of_kind], dtype=float)
    now = Extent(float(ways.present @ surely), float(ways.present @ maybe))
    return Kind(now, Extent(ways.extent(surely, surely).low, ways.extent(maybe, maybe).high))


def _questions(
    ways: Allocation, activities: Sequence[Activity], felt: Array
) -> tuple[Question, ...]:
    """How far each open share could move the answer: between its least and its greatest."""
    known = np.where(_said(activities), np.maximum(felt[:, 0], 0) / 2, 0.0)
    now, none = float(known @ ways.present), np.zeros(len(known))
    found = []
    for number in np.flatnonzero(ways.high - ways.low > WHOLE).tolist():
        least = ways.knowing(number, float(ways.low[number]))
        most = ways.knowing(number, float(ways.high[number]))
        kept = _moved(least.extent(known, none), most.extent(known, none)) / now if now else 0.0
        enjoyment = _moved(_mean(least, felt), _mean(most, felt))
        found.append(Question(number, kept, enjoyment))
    return tuple(sorted(found, key=lambda each: (-each.moves_kept, -each.moves_enjoyment)))


def _moved(one: Extent, other: Extent) -> float:
    return max(abs(one.low - other.low), abs(one.high - other.high))

"""The smallest change on the person's side that lifts a move into a nearer tier.

Two kinds of change that the model can see: skills and fields of knowledge raised to the level the
destination asks (one, then two), and a role held first. Raised levels change ``gap`` and ``surplus`` alone,
which are sums over elements, so that all single raises and all pairs are scored at once, exactly:

``Δ_j = β_gap Σ_e need_je ([L_je − new_e]₊ − [L_je − old_e]₊) + β_surplus Σ_e need_e ([new_e − L_je]₊ − [old_e − L_je]₊)``

The smallest is the one of the fewest raises, then of the least importance × level. What is found is held
against the person once more, as the reality check would, before it is said.

Axes: ``e`` element, ``c`` change, ``j`` destination.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

import numpy as np

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.move import TransitionModel, predict_rows
from turnpoint.core.transition.origin import Origin
from turnpoint.core.transition.person import HeldRole, Person
from turnpoint.core.transition.person_origin import declared_levels, origin_of, role_weights
from turnpoint.core.transition.score import own_term
from turnpoint.core.transition.tier import TIERS, Tier, reach, tier_at
from turnpoint.core.transition.wording import listed
from turnpoint.labour.market import LabourMarket

FEATURE = {"skills": "skill", "knowledge": "knowledge"}
LEAST = 0.05
"""A level this much lower than asked is the level asked, on a scale from 0 to 7."""
PAIRED = 12
"""Pairs are made of the raises that bring the move nearest."""
CHECKED = 2
"""How many changes of a kind are held against the person before giving up."""
STEP_YEARS = 2.0
"""How long a role between is taken to be held."""
FIRST_STEP = (Tier.CLOSE, Tier.REACHABLE)


class Raise(NamedTuple):
    """A skill or field of knowledge, by id: from what the person has to what the work asks, on 0 to
    7; ``size`` is importance (0 to 1) × levels."""

    id: str
    name: str
    have: float
    need: float
    size: float


@dataclass(frozen=True, slots=True)
class Stone:
    """A role held first: the number of its occupation, and for how many years."""

    occupation: int
    title: str
    years: float


@dataclass(frozen=True, slots=True)
class Lift:
    """What brings a move from its tier to a nearer one. ``learn`` is empty and ``stone`` ``None``
    where nothing of the kind was found; ``rated`` is false where no levels are loaded."""

    tier: Tier
    learn: tuple[Raise, ...]
    learnt: Tier | None
    stone: Stone | None
    stepped: Tier | None
    rated: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asking:
    """One question: whose move, from where, where to."""

    model: TransitionModel
    market: LabourMarket
    person: Person
    assumed: Assumptions
    origin: Origin
    to: int

    @property
    def tier(self) -> Tier:
        return tier_at(float(self.origin.reached[self.to]), self.model.ground.chosen.cutoffs)

    def applied(self, person: Person) -> Tier:
        """The tier of the move for another person, as a reality check would say it."""
        return origin_of(self.model, self.market, person, self.assumed).move(self.to).tier


def lift_of(
    model: TransitionModel, market: LabourMarket, person: Person, assumed: Assumptions, to: int
) -> Lift | None:
    """The smallest change of each kind; ``None`` where the move is close already."""
    origin = origin_of(model, market, person, assumed)
    asking = _Asking(model, market, person, assumed, origin, to)
    if asking.tier == Tier.CLOSE:
        return None
    raises, changes = _raises(asking)
    learn, learnt = _learn(asking, raises, changes)
    stone, stepped = _stone(asking)
    rated = bool(_slopes(model))
    found = Lift(asking.tier, learn, learnt, stone, stepped, rated, ())
    return replace(found, sentences=tuple(_said(found)))


def raised(person: Person, learn: tuple[Raise, ...]) -> Person:
    """The person after learning."""
    return replace(person, skills={**person.skills, **{each.id: each.need for each in learn}})


def stepped_on(person: Person, stone: Stone) -> Person:
    """The person after the role between; every earlier role lies so much further back."""
    before = (replace(role, years_since=role.years_since + stone.years) for role in person.roles)
    return replace(person, roles=(HeldRole(stone.occupation, stone.years), *before))


def _slopes(model: TransitionModel) -> dict[str, float]:
    along = model.ground.along
    return {
        feature.name: float(beta / scale)
        for feature, beta, scale in zip(along.features, along.beta, along.scale, strict=True)
        if feature.name.endswith(("_gap", "_surplus"))
    }


def _raises(asking: _Asking) -> tuple[list[Raise], Array]:
    """Every single raise, the smallest first, with what it adds to the score, ``(c, j)``."""
    model, market, slope = asking.model, asking.market, _slopes(asking.model)
    profiles, n = model.profiles, len(model.profiles)
    weight = role_weights(asking.person, n, asking.assumed)
    declared = declared_levels(market, asking.person)
    found: list[tuple[Raise, Array]] = []
    for domain, name in FEATURE.items():
        if f"{name}_gap" not in slope and f"{name}_surplus" not in slope:
            continue
        level, need = profiles.level[domain], np.maximum(profiles.importance[domain] - 1, 0)
        have = weight @ level
        for (where, column), own in declared.items():
            have[column] = own if where == domain else have[column]
        total = np.maximum(need.sum(axis=1, keepdims=True), 1e-6)
        here = np.maximum(weight @ profiles.importance[domain] - 1, 0)
        here = here / max(float(here.sum()), 1e-6)
        for e in np.flatnonzero(level[asking.to] > have + LEAST).tolist():
            old, new, asked = float(have[e]), float(level[asking.to, e]), level[:, e]
            gap = np.maximum(asked - new, 0) - np.maximum(asked - old, 0)
            spare = np.maximum(new - asked, 0) - np.maximum(old - asked, 0)
            change = slope.get(f"{name}_gap", 0.0) * (need[:, e] / total[:, 0]) * gap
            change = change + slope.get(f"{name}_surplus", 0.0) * float(here[e]) * spare
            element = market.ratings[domain].elements[e]
            size = float(need[asking.to, e]) / 4 * (new - old)
            found.append((Raise(element.id, element.name, old, new, size), change))
    found.sort(key=lambda each: each[0].size)
    return [each for each, _ in found], np.array([change for _, change in found]).reshape(-1, n)


def _reached(asking: _Asking, changes: Array) -> Array:
    """How far down the destination stands after each change, ``(c,)``."""
    origin, model = asking.origin, asking.model
    lift = (origin.lift - origin.parts[-1])[None] + changes.astype(np.float32)
    staying = np.full(len(lift), origin.occupation)
    if origin.own:
        before = predict_rows(lift, model.log_inflow, staying)
        lift = lift + own_term(model.ground, before, origin.member[:, None])[0]
    return np.asarray(reach(predict_rows(lift, model.log_inflow, staying))[:, asking.to])


def _learn(
    asking: _Asking, raises: list[Raise], changes: Array
) -> tuple[tuple[Raise, ...], Tier | None]:
    """The smallest single raise that lifts, else the smallest pair."""
    if not raises:
        return (), None
    cutoff = asking.model.ground.chosen.cutoffs[TIERS.index(asking.tier) - 1]
    reached = _reached(asking, changes)
    singles: list[tuple[int, ...]] = [
        (each,) for each in np.flatnonzero(reached <= cutoff).tolist()
    ]
    found = _holding(asking, raises, singles)
    if found[0]:
        return found
    nearest = np.argsort(reached, kind="stable")[:PAIRED].tolist()
    pairs = list(combinations(sorted(nearest), 2))
    if not pairs:
        return (), None
    together = np.array([changes[list(pair)].sum(axis=0) for pair in pairs])
    lifting = [pairs[row] for row in np.flatnonzero(_reached(asking, together) <= cutoff)]
    lifting.sort(key=lambda pair: sum(raises[each].size for each in pair))
    return _holding(asking, raises, list(lifting))


def _holding(
    asking: _Asking, raises: list[Raise], sets: list[tuple[int, ...]]
) -> tuple[tuple[Raise, ...], Tier | None]:
    """The first that lifts when it is applied."""
    for each in sets[:CHECKED]:
        learn = tuple(raises[number] for number in each)
        tier = asking.applied(raised(asking.person, learn))
        if TIERS.index(tier) < TIERS.index(asking.tier):
            return learn, tier
    return (), None


def _stone(asking: _Asking) -> tuple[Stone | None, Tier | None]:
    """The likeliest role between that lifts: near from here, and nearer to the destination."""
    model, origin, cutoffs = asking.model, asking.origin, asking.model.ground.chosen.cutoffs
    near = origin.reached <= cutoffs[len(FIRST_STEP) - 1]
    nearer = model.reached[:, asking.to] <= cutoffs[TIERS.index(asking.tier) - 1]
    allowed = near & nearer
    allowed[[asking.to, origin.occupation]] = False
    both = np.where(allowed, origin.probability * model.probability[:, asking.to], 0)
    for number in np.argsort(-both, kind="stable")[:CHECKED].tolist():
        if not both[number]:
            break
        stone = Stone(number, asking.market.occupations[number].title, STEP_YEARS)
        tier = asking.applied(stepped_on(asking.person, stone))
        if TIERS.index(tier) < TIERS.index(asking.tier):
            return stone, tier
    return None, None


def _said(found: Lift) -> Iterator[str]:
    if found.learn and found.learnt:
        raises = [f"“{each.name}” from {each.have:.1f} to {each.need:.1f}" for each in found.learn]
        yield f"Raising {listed(raises)} (of 7) would make it {_a(found.learnt)}."
    elif found.rated:
        yield f"No one skill or field of knowledge, and no two of those that help most, lift it from “{found.tier}”."
    else:
        yield "Whether learning something would lift it cannot be said without O*NET’s skills."
    if found.stone and found.stepped:
        yield (
            f"{found.stone.years:.0f} years as “{found.stone.title}” first would make it "
            f"{_a(found.stepped)}."
        )
    else:
        yield "None of the likeliest roles between, held for two years first, lifts it."


def _a(tier: Tier) -> str:
    return f"{tier}" if tier in FIRST_STEP else f"a {tier}"

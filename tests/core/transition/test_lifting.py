"""The smallest change that lifts a tier: it does lift when it is applied, and nothing smaller does."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.lifting import Lift, Raise, lift_of, raised, stepped_on
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person
from turnpoint.core.transition.person_origin import declared_levels, origin_of
from turnpoint.core.transition.tier import TIERS, Tier
from turnpoint.labour.market import LabourMarket

ASSUMED = Assumptions()


@pytest.fixture(scope="module")
def model(shipped_market: LabourMarket) -> TransitionModel:
    return TransitionModel.for_market(shipped_market)


@pytest.fixture(scope="module")
def rated(full_market: LabourMarket) -> TransitionModel:
    return TransitionModel.for_market(full_market)


def tier_of(model: TransitionModel, market: LabourMarket, person: Person, to: int) -> Tier:
    return origin_of(model, market, person, ASSUMED).move(to).tier


def just_beyond(model: TransitionModel, origin: int) -> Iterator[int]:
    """The destinations that miss a nearer tier by the least."""
    reached = model.reached[origin].copy()
    reached[origin] = 2
    for cutoff in model.ground.chosen.cutoffs:
        yield int(np.where(reached > cutoff, reached, 2).argmin())


def test_a_close_move_needs_no_lift(model: TransitionModel, shipped_market: LabourMarket) -> None:
    person = Person((HeldRole(17, 3),))
    nearest = int(model.probability[17].argmax())
    assert lift_of(model, shipped_market, person, ASSUMED, nearest) is None


def test_a_role_between_lifts_when_it_is_held(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    found = 0
    for origin in (17, 300, 640):
        person = Person((HeldRole(origin, 3),))
        for to in just_beyond(model, origin):
            lift = lift_of(model, shipped_market, person, ASSUMED, to)
            assert lift is not None
            if lift.stone is not None and lift.stepped is not None:
                found += 1
                after = stepped_on(person, lift.stone)
                assert after.roles[1].years_since == lift.stone.years
                assert tier_of(model, shipped_market, after, to) == lift.stepped
                assert TIERS.index(lift.stepped) < TIERS.index(lift.tier)
    assert found


def test_says_that_learning_cannot_be_told_without_ratings(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    person = Person((HeldRole(17, 3),))
    lift = lift_of(model, shipped_market, person, ASSUMED, int(model.probability[17].argsort()[5]))
    assert lift is not None
    assert not lift.rated
    assert "without O*NET" in lift.sentences[0]


@pytest.mark.shared
def test_what_is_learnt_lifts_and_nothing_smaller_does(
    rated: TransitionModel, full_market: LabourMarket
) -> None:
    found = 0
    for origin in (17, 300, 640):
        element = full_market.ratings["skills"].elements[0].id
        usual = float(rated.profiles.level["skills"][origin, 0])
        person = Person((HeldRole(origin, 3),), skills={element: usual})
        for to in just_beyond(rated, origin):
            lift = lift_of(rated, full_market, person, ASSUMED, to)
            if lift is None or not lift.learn:
                continue
            found += 1
            assert tier_of(rated, full_market, raised(person, lift.learn), to) == lift.learnt
            for smaller in _smaller(rated, full_market, person, to, lift):
                assert tier_of(rated, full_market, raised(person, (smaller,)), to) == lift.tier
    assert found


def _smaller(
    model: TransitionModel, market: LabourMarket, person: Person, to: int, lift: Lift
) -> list[Raise]:
    """Single raises smaller than what was found, a few of them."""
    own = declared_levels(market, person)
    every = []
    for domain in ("skills", "knowledge"):
        need, have = model.profiles.level[domain][to], model.profiles.level[domain][person.origin]
        weight = np.maximum(model.profiles.importance[domain][to] - 1, 0) / 4
        for e, element in enumerate(market.ratings[domain].elements):
            had = own.get((domain, e), float(have[e]))
            size = float(weight[e]) * (float(need[e]) - had)
            if need[e] > had + 0.05:
                every.append(Raise(element.id, element.name, had, float(need[e]), size))
    whole = sum(each.size for each in lift.learn)
    below = [each for each in every if len(lift.learn) > 1 or each.size < whole - 1e-6]
    return sorted(below, key=lambda each: -each.size)[:4]

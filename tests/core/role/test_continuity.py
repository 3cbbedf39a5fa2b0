"""How much of what one loves a move would keep: laws, and small cases by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.role.activity import UNKNOWN, Activity, Share
from turnpoint.core.role.allocation import Allocation, Bend, cheapest
from turnpoint.core.role.continuity import continuity
from turnpoint.errors import BadInput

FEELINGS = st.sampled_from([-2.0, -1.0, 0.0, 1.0, 2.0])
PATIENTS = Activity("Seeing patients", 2, leading=False, repeatable=False)
LETTERS = Activity("Writing letters", -1, leading=False, repeatable=True)
TEAM = Activity("Leading a team", None, leading=True, repeatable=True)


def exactly(*shares: float) -> list[Share]:
    return [Share(share, share) for share in shares]


@st.composite
def roles(draw: st.DrawFn) -> tuple[list[Activity], list[float], list[Share]]:
    size = draw(st.integers(2, 6))
    weights = draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    weights[0] += 1
    shares = [weight / sum(weights) for weight in weights]
    activities = [Activity(f"activity {number}", draw(FEELINGS)) for number in range(size)]
    ends = [sorted(draw(st.tuples(st.floats(0, 1), st.floats(0, 1)))) for _ in range(size)]
    low = [each[0] / size for each in ends]
    return (
        activities,
        shares,
        [Share(low[i], max(ends[i][1], low[i])) for i in range(size - 1)] + [Share(0, 1)],
    )


def test_a_promotion_keeps_what_its_time_keeps() -> None:
    found = continuity([PATIENTS, LETTERS, TEAM], [0.6, 0.4, 0], exactly(0.15, 0.25, 0.6))
    assert found.love.kept == pytest.approx((0.25, 0.25))
    assert found.love.lost == pytest.approx((0.75, 0.75))
    assert found.drain.kept == pytest.approx((0.625, 0.625))
    assert found.leading.now == pytest.approx((0, 0))
    assert found.leading.there == pytest.approx((0.6, 0.6))
    assert found.repeatable.there == pytest.approx((0.85, 0.85))
    # Nobody knows yet how leading a team feels: from none of those hours to all of them.
    assert found.love.gained == pytest.approx((0, 24))
    assert found.enjoyment_now == pytest.approx((0.8, 0.8))
    assert found.enjoyment_there == pytest.approx((0.05 - 1.2, 0.05 + 1.2))


def test_asks_first_what_would_tell_most() -> None:
    found = continuity(
        [PATIENTS, LETTERS, TEAM], [0.6, 0.4, 0], [UNKNOWN, Share(0.2, 0.3), UNKNOWN]
    )
    assert found.questions[0].activity == 0
    assert found.questions[0].moves_kept == pytest.approx(1)


def test_says_when_there_is_nothing_to_keep() -> None:
    found = continuity([LETTERS, TEAM], [1, 0], exactly(0, 1))
    assert found.love.kept is None
    assert found.drain.lost == pytest.approx((1, 1))


def test_leaves_out_present_time_that_nobody_has_rated_and_says_how_much() -> None:
    found = continuity([PATIENTS, TEAM], [0.5, 0.5], exactly(0.5, 0.5))
    assert found.unrated == pytest.approx(0.5)
    assert found.love.kept == pytest.approx((1, 1))


@given(roles())
def test_shares_of_love_stay_between_none_and_all(role: tuple) -> None:
    found = continuity(*role)
    for feeling in (found.love, found.drain):
        assert -1e-9 <= feeling.gained.low <= feeling.gained.high + 1e-9
        if feeling.kept and feeling.lost:
            assert 0 <= feeling.kept.low <= feeling.kept.high <= 1
            assert feeling.kept.low + feeling.lost.high == pytest.approx(1)


@given(roles())
def test_what_is_likely_lies_within_the_range_and_shares_within_their_bounds(role: tuple) -> None:
    activities, shares, other = role
    found = continuity(activities, shares, other)
    ways = Allocation.of(shares, other)
    assert ways.middle.sum() == pytest.approx(1)
    assert (ways.middle >= ways.low - 1e-9).all()
    assert (ways.middle <= ways.high + 1e-9).all()
    if found.love.kept is not None and found.love.likely is not None:
        assert found.love.kept.low <= found.love.likely <= found.love.kept.high
    for one, said in zip(found.shares, other, strict=True):
        assert said.low - 1e-9 <= one.low <= one.high + 1e-9 <= said.high + 2e-9


@given(roles())
def test_kept_and_lost_are_all_that_is_loved_and_with_what_is_new_no_more_than_the_week(
    role: tuple,
) -> None:
    activities, shares, _ = role
    t = shares[::-1]
    love = continuity(activities, shares, exactly(*t), hours=40).love
    loved = 40 * sum(s * each.love[0] for s, each in zip(shares, activities, strict=True))
    if love.kept is None or love.lost is None:
        assert loved == 0
    else:
        assert (love.kept.low + love.lost.low) * 40 * love.now == pytest.approx(loved)
        assert love.there.low == pytest.approx(40 * love.now * love.kept.low + love.gained.low)
    assert love.there.high <= 40 + 1e-9


@given(roles())
def test_the_same_role_keeps_everything_and_gains_nothing(role: tuple) -> None:
    activities, shares, _ = role
    found = continuity(activities, shares, exactly(*shares))
    assert found.love.kept is None or found.love.kept == pytest.approx((1, 1))
    assert found.love.gained == pytest.approx((0, 0), abs=1e-9)


@given(roles(), st.data())
def test_more_of_a_loved_activity_never_keeps_less(role: tuple, data: st.DataObject) -> None:
    activities, shares, _ = role
    other = data.draw(st.lists(st.integers(1, 9), min_size=len(shares), max_size=len(shares)))
    t = np.array(other) / sum(other)
    loved = [a for a, each in enumerate(activities) if (each.enjoyment or 0) > 0]
    giving = [a for a in range(len(t)) if (activities[a].enjoyment or 0) <= 0]
    if not loved or not giving:
        return
    more = t.copy()
    taken = more[giving[0]] / 2
    more[giving[0]] -= taken
    more[loved[0]] += taken
    before = continuity(activities, shares, exactly(*t)).love.kept
    after = continuity(activities, shares, exactly(*more)).love.kept
    assert before is None or (after is not None and after.low >= before.low - 1e-9)


@given(roles(), st.floats(0.05, 0.95))
def test_telling_two_activities_of_equal_enjoyment_apart_changes_nothing(
    role: tuple, part: float
) -> None:
    activities, shares, _ = role
    whole = continuity(activities, shares, exactly(*reversed(shares)))
    split = continuity(
        [activities[0], *activities],
        [shares[0] * part, shares[0] * (1 - part), *shares[1:]],
        exactly(shares[-1] * part, shares[-1] * (1 - part), *reversed(shares[:-1])),
    )
    assert split.love == whole.love or split.love.kept == pytest.approx(whole.love.kept)
    assert split.enjoyment_there == pytest.approx(whole.enjoyment_there, abs=1e-9)


@given(roles(), st.data())
def test_an_answer_never_widens_what_is_open(role: tuple, data: st.DataObject) -> None:
    activities, shares, other = role
    ways = Allocation.of(shares, other)
    number = data.draw(st.integers(0, len(shares) - 1))
    told = data.draw(st.floats(0, 1)) * (ways.high[number] - ways.low[number]) + ways.low[number]
    before = continuity(activities, shares, other)
    after = continuity(
        activities, shares, [*other[:number], Share(told, told), *other[number + 1 :]]
    )
    for one, two in ((before.love.kept, after.love.kept), (before.drain.kept, after.drain.kept)):
        if one and two:
            assert one.low - 1e-6 <= two.low <= two.high <= one.high + 1e-6


@given(
    st.lists(
        st.tuples(*[st.integers(0, 4)] * 2, *[st.integers(-3, 3)] * 2), min_size=1, max_size=4
    ),
    st.data(),
)
def test_the_least_is_that_of_trying_everything(parts: list, data: st.DataObject) -> None:
    """On whole numbers an optimum lies on whole numbers, so all of them can be tried."""
    amount = data.draw(st.integers(0, sum(part[0] + part[1] for part in parts)))
    tried = min(
        sum(
            part[2] * min(spent, part[0]) + part[3] * max(spent - part[0], 0)
            for part, spent in zip(parts, each, strict=True)
        )
        for each in itertools.product(*(range(part[0] + part[1] + 1) for part in parts))
        if sum(each) == amount
    )
    assert cheapest([Bend(*map(float, part)) for part in parts], amount) == pytest.approx(tried)


def test_refuses_time_that_does_not_add_up() -> None:
    with pytest.raises(BadInput, match="come to 90%"):
        continuity([PATIENTS, LETTERS], [0.5, 0.4], exactly(0.5, 0.5))
    with pytest.raises(BadInput, match="at least 120%"):
        continuity([PATIENTS, LETTERS], [0.5, 0.5], exactly(0.6, 0.6))
    with pytest.raises(BadInput, match="at most 80%"):
        continuity([PATIENTS, LETTERS], [0.5, 0.5], exactly(0.4, 0.4))
    with pytest.raises(BadInput, match="from −2 to 2"):
        Activity("Flying", 3)

"""The way back beside the way there: two moves, and what makes one of them the rarer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import LAWYER, WAITER, tiny_market

from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.reverse import reverse_of
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket

TINY = tiny_market()
MODEL = TransitionModel.for_market(TINY)
pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])


@given(pairs)
def test_both_ways_swap_roles(pair: tuple[int, int]) -> None:
    one, other = (reverse_of(MODEL, TINY, *each) for each in (pair, pair[::-1]))
    assert (one.there, one.back) == (other.back, other.there)
    assert {(each.label, each.there, each.back) for each in one.differing} == {
        (each.label, each.back, each.there) for each in other.differing
    }


@given(pairs)
def test_what_differs_sums_to_how_much_commoner_one_way_is(pair: tuple[int, int]) -> None:
    found = reverse_of(MODEL, TINY, *pair)
    ratio = np.log(found.there.probability / found.back.probability)
    assert np.isclose(sum(each.difference for each in found.differing), ratio, atol=1e-5)
    sizes = [abs(each.difference) for each in found.differing]
    assert sizes == sorted(sizes, reverse=True)


def test_says_which_way_is_the_rarer_and_why(shipped_market: LabourMarket) -> None:
    model = TransitionModel.for_market(shipped_market)
    lawyer, teacher = (shipped_market.occupation(code) for code in ("23-1011.00", "25-1112.00"))
    there = reverse_of(model, shipped_market, lawyer, teacher)
    back = reverse_of(model, shipped_market, teacher, lawyer)
    assert there.there.probability < there.back.probability
    assert there.sentence.startswith("There is the rarer way")
    assert "fewer people enter that work than this work" in there.sentence
    assert back.sentence.startswith("Back is the rarer way")
    assert "fewer people enter that work than this work" not in back.sentence


def test_staying_has_no_way_back() -> None:
    with pytest.raises(NotFound, match="Staying"):
        reverse_of(MODEL, TINY, LAWYER, LAWYER)
    assert reverse_of(MODEL, TINY, LAWYER, WAITER).sentence

"""Assumptions can be shown, varied, and not set to nonsense."""

from __future__ import annotations

import pytest

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.errors import BadInput


def test_every_assumption_has_words_unit_range_and_source() -> None:
    for term in Assumptions().described():
        assert term.label
        assert term.unit
        assert term.source
        assert term.low <= term.default <= term.high


def test_one_can_be_varied_and_the_rest_stay() -> None:
    varied = Assumptions().varied(rank_kept=0.8)
    assert varied.rank_kept == 0.8
    assert varied.one("rank_kept").default == 0.6
    assert varied.climb == Assumptions().climb


def test_refuses_a_value_out_of_its_range() -> None:
    with pytest.raises(BadInput, match="give 0 to 1"):
        Assumptions(rank_kept=1.5)


def test_refuses_a_value_that_is_not_a_number() -> None:
    with pytest.raises(BadInput):
        Assumptions(rank_kept=float("nan"))


def test_refuses_a_name_there_is_none_of() -> None:
    with pytest.raises(BadInput, match="no assumption called “rho”"):
        Assumptions().varied(rho=0.5)

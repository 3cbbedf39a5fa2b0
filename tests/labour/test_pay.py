"""Pay by place, with the fallback in words."""

from __future__ import annotations

import math

import pytest

from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.wage import NATIONAL

ABILENE, TEXAS, CALIFORNIA = "0010180", "4800000", "0600000"


def test_gives_published_national_figures(shipped_market: LabourMarket) -> None:
    cell = shipped_market.pay(shipped_market.occupation("11-3021"))
    assert cell is not None
    assert cell.percentiles == (107550, 138060, 175140, 220730, 297510)
    assert (cell.employment, cell.mean, cell.fallback) == (670570, 192160, "")


def test_names_the_wider_occupation_bls_publishes_instead(shipped_market: LabourMarket) -> None:
    cell = shipped_market.pay(shipped_market.occupation("13-1021"), ABILENE)
    assert cell is not None
    assert cell.soc == "13-1020"
    assert "within “Buyers and Purchasing Agents” (13-1020)" in cell.fallback


def test_widens_from_metro_to_state_to_nation(shipped_market: LabourMarket) -> None:
    wages = shipped_market.wages
    assert wages is not None
    kinds = set()
    for number in range(len(shipped_market.occupations)):
        cell = shipped_market.pay(number, ABILENE)
        if cell is not None:
            kinds.add(cell.area.kind)
            assert (cell.area.code == ABILENE) == ("Abilene" not in cell.fallback)
            assert cell.area.code in {ABILENE, TEXAS, NATIONAL}
    assert kinds == {"metro", "state", "nation"}


def test_invents_no_yearly_pay_where_bls_publishes_hourly_only(
    shipped_market: LabourMarket,
) -> None:
    cell = shipped_market.pay(shipped_market.occupation("27-2011"), CALIFORNIA)
    assert cell is not None
    assert all(math.isnan(value) for value in cell.percentiles)
    assert cell.hourly is not None
    assert cell.hourly[2] == pytest.approx(29.05)
    assert "California" in cell.fallback


def test_marks_values_that_are_only_known_to_be_at_least_so_high(
    shipped_market: LabourMarket,
) -> None:
    wages = shipped_market.wages
    assert wages is not None
    assert wages.top_coded.any()
    assert wages.percentiles[wages.top_coded].min() == 239200


def test_bls_publishes_pay_for_all_but_two_shipped_occupations(
    shipped_market: LabourMarket,
) -> None:
    without = [
        known.title
        for number, known in enumerate(shipped_market.occupations)
        if shipped_market.pay(number) is None
    ]
    assert without == ["Legislators", "Fishing and Hunting Workers"]


def test_an_unknown_area_is_answered_with_the_nearest(shipped_market: LabourMarket) -> None:
    with pytest.raises(NotFound, match=r"0010180 \(Abilene, TX\)"):
        shipped_market.pay(0, "0010181")


def test_percentiles_never_fall(shipped_market: LabourMarket) -> None:
    wages = shipped_market.wages
    assert wages is not None
    steps = wages.percentiles[:, 1:] - wages.percentiles[:, :-1]
    assert not (steps < 0).any()

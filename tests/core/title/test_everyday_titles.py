"""Floors under what ``benchmarks/titles.py`` measures, so that no change makes it quietly worse."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.titles import accuracy, everyday, not_in_vocabulary

from turnpoint.core.title.index import title_index
from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket


def test_the_list_is_long_and_covers_all_kinds_of_work() -> None:
    titles = everyday()
    assert len(titles) >= 150
    assert len({each.title.casefold() for each in titles}) == len(titles)
    assert len({code[:2] for each in titles for code in each.codes}) >= 22
    assert len(everyday("held out")) == len(titles) // 2


def test_most_everyday_titles_are_found_with_the_shipped_facts(
    shipped_market: LabourMarket,
) -> None:
    index = title_index(shipped_market)
    first, five = accuracy(shipped_market, index, everyday("held out"))
    assert first >= 0.88
    assert five >= 0.95
    first, five = accuracy(shipped_market, index, not_in_vocabulary(everyday("held out")))
    assert first >= 0.80
    assert five >= 0.90


@pytest.mark.shared
def test_most_everyday_titles_are_found_with_onet(
    mirror: Path, wage_facts: Path, tmp_path: Path
) -> None:
    (tmp_path / "oews.npz").hardlink_to(wage_facts / "oews.npz")
    install("onet", None, tmp_path, mirror=mirror)
    market = LabourMarket.load(tmp_path)
    first, five = accuracy(market, title_index(market), everyday("held out"))
    assert first >= 0.82
    assert five >= 0.95

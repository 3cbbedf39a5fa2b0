from __future__ import annotations

import pytest

from turnpoint.core.title.index import TitleIndex, title_index
from turnpoint.core.title.suggest import suggest
from turnpoint.labour.market import LabourMarket


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> tuple[LabourMarket, TitleIndex]:
    market = LabourMarket.load(tmp_path_factory.mktemp("no-facts"))
    return market, title_index(market)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soft", "15-1252.00"),
        ("software dev", "15-1252.00"),
        ("regis", "29-1141.00"),
        ("solic", "23-1011.00"),
        ("human res", "11-3121.00"),
        ("waitre", "35-3031.00"),
        ("chief ex", "11-1011.00"),
    ],
)
def test_offers_what_the_letters_so_far_begin(
    embedded: tuple[LabourMarket, TitleIndex], text: str, code: str
) -> None:
    market, index = embedded
    offered = [market.occupations[each.occupation].code for each in suggest(index, text)]
    assert code in offered[:4]


def test_offers_each_occupation_once_and_as_many_as_asked(
    embedded: tuple[LabourMarket, TitleIndex],
) -> None:
    for text in ("m", "manager", "teach"):
        offered = [each.occupation for each in suggest(embedded[1], text, limit=8)]
        assert len(offered) == len(set(offered)) == 8


@pytest.mark.parametrize("text", ["", "  ", "\x00", "!!", "xqzvkj", "the", "a" * 10_000])
def test_offers_nothing_where_nothing_begins_so(
    embedded: tuple[LabourMarket, TitleIndex], text: str
) -> None:
    assert suggest(embedded[1], text) == ()

from __future__ import annotations

import datetime as dt

import pytest

from turnpoint.apps.profiles.partial_date import PartialDate, read_partial_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014", PartialDate(2014)),
        ("2014-02", PartialDate(2014, 2)),
        ("2014-02-28", PartialDate(2014, 2)),
        ("2014-02-28T10:00:00.000Z", PartialDate(2014, 2)),
        (" 2/2014 ", PartialDate(2014, 2)),
        ("Mar 2024", PartialDate(2024, 3)),
        ("Sept. 2024", PartialDate(2024, 9)),
        ("march, 2024", PartialDate(2024, 3)),
        ("28 March 2024", PartialDate(2024, 3)),
        ("Mar 28, 2024", PartialDate(2024, 3)),
    ],
)
def test_reads_dates_as_people_and_exports_write_them(text: str, date: PartialDate) -> None:
    assert read_partial_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2014-13",
        "2014-00",
        "9999",
        "0001-01",
        "-5",
        "Marzipan 2014",
        "20140228",
        "٢٠١٤x",
    ],
)
def test_says_what_is_not_a_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|year"):
        read_partial_date(text)


def test_is_written_as_it_is_read() -> None:
    for date in (PartialDate(2014), PartialDate(2014, 12)):
        assert read_partial_date(date.iso()) == date
        assert read_partial_date(str(date)) == date


def test_counts_years() -> None:
    assert PartialDate(2014, 2).years_before(dt.date(2016, 8, 1)) == 2.5
    assert PartialDate(2014).years_before(dt.date(2014, 7, 1)) == pytest.approx(0.04, abs=0.01)

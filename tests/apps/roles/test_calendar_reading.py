"""Calendars as programs write them, and as they should not: read in bounded time, or answered in words."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest

from turnpoint.apps.roles.calendar_lines import MOST_EVENTS
from turnpoint.apps.roles.calendar_reading import CalendarRead, bounded, read_calendar
from turnpoint.errors import BadFile, BadInput

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = dt.date(2026, 11, 22)
"""A Sunday; two weeks back begin on Sunday 8 November."""


def event(*lines: str, uid: str = "1", title: str = "Standup") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"))


def calendar(*parts: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", "")).encode()


def read(*parts: str, weeks: int = 2, address: str = "") -> CalendarRead:
    return read_calendar(calendar(*parts), today=TODAY, weeks=weeks, zone=BERLIN, address=address)


def minutes(found: CalendarRead) -> dict[str, int]:
    return {group.title: round(group.minutes) for group in found.tally.groups}


ONE = ("DTSTART;TZID=Europe/Berlin:20261110T090000", "DTEND;TZID=Europe/Berlin:20261110T100000")
SINCE_MARCH = (
    "DTSTART;TZID=Europe/Berlin:20260302T090000",
    "DTEND;TZID=Europe/Berlin:20260302T093000",
)


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 10),
        ("RRULE:FREQ=WEEKLY", 2),
        ("RRULE:FREQ=DAILY;UNTIL=20261110T080000Z", 3),
        ("RRULE:FREQ=DAILY;UNTIL=20261109", 2),
        ("RRULE:FREQ=DAILY;COUNT=254", 3),
        ("RRULE:FREQ=DAILY;INTERVAL=10", 1),
        ("RRULE:FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=MO,FR", 2),
        ("RRULE:FREQ=MONTHLY;BYDAY=2TU", 1),
        ("RRULE:FREQ=DAILY\r\nEXDATE;TZID=Europe/Berlin:20261109T090000,20261110T090000", 12),
        ("RRULE:FREQ=DAILY\r\nEXDATE:20261109T080000Z", 13),
        ("RDATE;TZID=Europe/Berlin:20261112T090000,20271112T090000", 1),
        ("RDATE;VALUE=PERIOD:20261112T090000Z/PT1H", 1),
    ],
)
def test_repeats_as_the_rule_says_and_never_beyond_the_window(rule: str, times: int) -> None:
    (group,) = read(event(*SINCE_MARCH, rule)).tally.groups
    assert (group.times, round(group.minutes)) == (times, 30 * times)


def test_nine_oclock_stays_nine_oclock_when_the_clocks_change() -> None:
    """Clocks went back on 25 October; an event just before midnight would else change its day."""
    late = ("DTSTART;TZID=Europe/Berlin:20261001T233000", "DURATION:PT30M")
    found = read(event(*late, "RRULE:FREQ=DAILY;UNTIL=20261108T223000Z"), weeks=2)
    assert (found.tally.groups[0].times, found.tally.days) == (1, 1)


def test_an_occurrence_that_was_moved_or_cancelled_is_not_where_it_was() -> None:
    series = event(*SINCE_MARCH, "RRULE:FREQ=WEEKLY")
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261109T090000",
        "DTSTART;TZID=Europe/Berlin:20261111T140000",
        "DTEND;TZID=Europe/Berlin:20261111T160000",
        title="Standup, long",
    )
    gone = event("RECURRENCE-ID:20261116T080000Z", *ONE[:1], "DURATION:PT30M", "STATUS:CANCELLED")
    found = read(series, moved, gone)
    assert minutes(found) == {"Standup, long": 120}
    assert found.tally.absent == {"cancelled": 1}


def test_leaves_out_what_takes_no_time_of_ones_own() -> None:
    found = read(
        event(*ONE),
        event("DTSTART;VALUE=DATE:20261110", "DTEND;VALUE=DATE:20261112", uid="2"),
        event(*ONE, "STATUS:CANCELLED", uid="3"),
        event(*ONE, "TRANSP:TRANSPARENT", uid="4"),
        event(*ONE, "X-MICROSOFT-CDO-BUSYSTATUS:FREE", uid="5"),
        event(*ONE, "ATTENDEE;PARTSTAT=DECLINED;CN=Ada:mailto:Ada@example.org", uid="6"),
        event(*ONE, "ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org", uid="7", title="Talk"),
        event("DTSTART:20261110T090000Z", uid="8"),
        address="ada@example.org",
    )
    assert minutes(found) == {"Standup": 30, "Talk": 30}
    assert found.notes == ("Left out: 1 all-day, 1 cancelled, 1 declined by you, 2 shown as free.",)


def test_time_that_lies_over_each_other_counts_once() -> None:
    over = ("DTSTART:20261110T083000Z", "DURATION:PT1H")
    assert minutes(read(event(*ONE), event(*over, uid="2", title="Call"))) == {
        "Call": 45,
        "Standup": 45,
    }


def test_titles_that_differ_in_case_and_spaces_are_one_group() -> None:
    twice = read(event(*ONE), event("DTSTART:20261111T090000Z", "DURATION:PT1H", title="stand  UP"))
    assert len(twice.tally.groups) == 2
    same = read(
        event(*ONE), event("DTSTART:20261111T090000Z", "DURATION:PT1H", title="STANDUP ", uid="2")
    )
    assert minutes(same) == {"Standup": 120}


OUTLOOK = "\r\n".join(
    (
        "BEGIN:VTIMEZONE",
        "TZID:Customized Time Zone",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    )
)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Customized Time Zone", 9),  # 20:00 in the east of America is past midnight in Berlin
        ("Eastern Standard Time", 9),
        ("/example.org/America/New_York", 9),
        ("America/New_York", 9),
    ],
)
def test_reads_zones_by_every_kind_of_name(zone: str, day: int) -> None:
    at = event(f'DTSTART;TZID="{zone}":202611{day - 2:02}T200000', "DURATION:PT1H")
    found = read(OUTLOOK, at)
    assert minutes(found) == {"Standup": 60}
    assert found.notes == ()


def test_a_zone_of_one_file_is_not_remembered_for_the_next() -> None:
    at = event("DTSTART;TZID=Customized Time Zone:20261110T090000", "DURATION:PT1H")
    assert read(OUTLOOK, at).notes == ()
    assert "“Customized Time Zone” is not known here" in read(at).notes[0]


@pytest.mark.parametrize(
    "rule", ["RRULE:FREQ=SECONDLY", "RRULE:FREQ=YEARLY;BYEASTER=0", "TZOFFSETTO:rubbish"]
)
def test_a_zone_that_is_not_plain_is_read_on_ones_own_clock_and_the_page_says_so(
    rule: str,
) -> None:
    wrong = OUTLOOK.replace("RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", rule)
    found = read(wrong, event("DTSTART;TZID=Customized Time Zone:20261110T090000", "DURATION:PT1H"))
    assert minutes(found) == {"Standup": 60}
    assert "read on your own clock" in found.notes[0]


def test_floating_times_are_on_ones_own_clock() -> None:
    found = read(event("DTSTART:20261108T000000", "DTEND:20261108T010000"))
    assert (minutes(found), found.notes) == ({"Standup": 60}, ())


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:rubbish",),
        ("SUMMARY:no dates",),
        ("DTSTART:20261399T000000", "DURATION:PT1H"),
        ("DTSTART:20261110T090000Z", "DTEND:nonsense"),
        ("DTSTART:20261110T090000Z", "DURATION:P1Y"),
    ],
)
def test_a_broken_event_breaks_no_other(lines: tuple[str, ...]) -> None:
    assert minutes(read(event(*lines, uid="2"), event(*ONE)))["Standup"] >= 60


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8;BYMINUTE=1,2,3,4,5,6,7,8,9;BYSECOND=1,2,3,4,5,6",
    ],
)
def test_rules_that_no_work_follows_end_in_bounded_time(rule: str) -> None:
    began = time.monotonic()
    found = read(
        event("DTSTART:19700101T090000Z", "DURATION:PT1M", f"RRULE:{rule}", uid="2"), event(*ONE)
    )
    assert minutes(found)["Standup"] >= 60
    assert time.monotonic() - began < 20


def test_many_endless_rules_are_answered_with_a_sentence() -> None:
    endless = [
        event(
            "DTSTART:19800101T090000Z",
            "DURATION:PT1M",
            "RRULE:FREQ=DAILY;COUNT=19000",
            uid=str(number),
        )
        for number in range(100)
    ]
    began = time.monotonic()
    with pytest.raises(BadInput, match="Export a shorter period"):
        read(*endless)
    assert time.monotonic() - began < 20


def test_ten_years_of_a_full_calendar_are_read_at_once() -> None:
    """What lies outside the window is not even parsed."""
    day = dt.datetime(2016, 11, 25, 9, tzinfo=dt.UTC)
    parts = [
        event(
            f"DTSTART:{day + dt.timedelta(hours=4 * number):%Y%m%dT%H%M%SZ}",
            "DURATION:PT1H",
            "DESCRIPTION:" + "long " * 40,
            uid=str(number),
        )
        for number in range(21_900)
    ]
    content = calendar(*parts)
    assert 5_000_000 < len(content) < 10_000_000
    began = time.monotonic()
    found = read_calendar(content, today=TODAY, weeks=2, zone=BERLIN)
    assert found.tally.groups[0].times == pytest.approx(84, abs=2)
    assert time.monotonic() - began < 10


def test_more_events_than_anybody_has_are_answered_with_a_sentence() -> None:
    with pytest.raises(BadFile, match="more than 20,000 events"):
        read(*[event(*ONE)] * (MOST_EVENTS + 1))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04", b"<html>", b"BEGIN:VCARD"])
def test_what_is_no_calendar_is_answered_with_a_sentence(content: bytes) -> None:
    with pytest.raises(BadFile, match="no calendar file"):
        read_calendar(content, today=TODAY, weeks=2, zone=BERLIN)


def test_a_file_of_fifty_megabytes_is_not_even_read() -> None:
    with pytest.raises(BadFile, match="50 MB; a calendar is read up to 10 MB"):
        bounded(None, 50_000_000)
    with pytest.raises(BadFile, match="empty"):
        bounded(b"", 0)

"""A plan on a calendar, and a skill over time: what they say, and that something is drawn."""

from __future__ import annotations

import datetime as dt
import re

from turnpoint.charts.plan_timeline import Bar, plan_timeline
from turnpoint.charts.skill_levels import skill_levels
from turnpoint.core.planning.assessment import Assessment, Source, Strength

BEGINS = dt.date(2026, 11, 1)
BARS = (
    Bar("Talks", dt.date(2026, 12, 1), dt.date(2027, 3, 1), True, 2.0, "nothing", "Sales to 3.5"),
    Bar("Course", dt.date(2027, 2, 1), dt.date(2027, 6, 1), False, 3.0, "$680", "Biology to 4"),
)


def test_a_plan_says_how_full_it_gets_and_draws_bars_of_some_length() -> None:
    chart = plan_timeline(BARS, BEGINS)
    assert chart is not None
    assert chart.sentence == (
        "2 opportunities, 1 where you work now and 1 elsewhere; the last is done by the end of "
        "May 2027. The fullest month is February 2027, at 5 hours a week."
    )
    assert chart.rows[1] == ("Course", "February 2027", "May 2027", "3", "$680", "Biology to 4")
    widths = re.findall(
        r'<path d="M[\d.]+,[\d.]+h([\d.]+)v[^>]*fill="var\(--(?:accent|warm)\)"', chart.svg
    )
    assert len(widths) == 4
    assert all(float(width) > 50 for width in widths)


def test_an_empty_plan_draws_nothing() -> None:
    assert plan_timeline((), BEGINS) is None


def test_a_skill_over_time_says_where_it_stands_to_what_is_wanted() -> None:
    said = [
        Assessment(1, dt.date(2026, 5, 1), 2.0, Source.SELF, Strength.SAID),
        Assessment(2, dt.date(2026, 10, 1), 3.0, Source.PEER, Strength.SEEN, "Talks.", "Tom"),
    ]
    by, today = dt.date(2028, 5, 1), dt.date(2026, 11, 22)
    chart = skill_levels("Sales", said, 4.0, by, today)
    assert chart is not None
    assert chart.sentence == (
        "Sales: 2 on 1 May 2026 and 3 on 1 October 2026; 1 short of the 4 wanted by 1 May 2028."
    )
    assert [row[1] for row in chart.rows] == ["2", "3"]
    assert skill_levels("Sales", [], 4.0, by, today) is None

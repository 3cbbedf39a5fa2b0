"""The second future of those sample people who have written one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from turnpoint.apps.destinations.hypothesis import Hypothesis

OTHER_FUTURES: Mapping[str, Hypothesis] = {
    "theo": Hypothesis(
        statement="I lead the workshop that repairs what the clinics depend on.",
        title="head of medical equipment repair",
        area_code="0033460",
        place="Minneapolis, Minnesota",
        occupation_code="49-1011.00",
        by=dt.date(2029, 9, 1),
        why="People beside me, a bench, and something that works at the end of the day.",
        pay_floor=Decimal(80000),
        hours_per_week=Decimal(42),
        flexibility="Thursdays end at five.",
        confidence=30,
        least_sure="Whether a workshop of that size exists outside the big hospitals.",
    ),
    "ruth": Hypothesis(
        statement="I run a public garden: its people, its gates and its ponds.",
        title="director of a public garden",
        area_code="0038900",
        place="Portland, Oregon",
        occupation_code="11-1021.00",
        by=dt.date(2029, 11, 1),
        why="I can lead, and I would like to do it outdoors. The pond at home could stay a pond.",
        pay_floor=Decimal(95000),
        hours_per_week=Decimal(32),
        flexibility="Fridays off.",
        confidence=25,
        least_sure="Whether one such job in Oregon comes up in any year.",
    ),
}
"""A second destination, beside the one they head for."""

"""Triggers that keep what was headed for readable: it takes no change, and goes with its destination."""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers
from turnpoint.apps.destinations.ledger_triggers import ALONE, CHANGED, DESTINATION

HEADING = "destinations_heading"
THERE = f"EXISTS (SELECT 1 FROM {DESTINATION} WHERE id = OLD.destination_id)"  # noqa: S608  # constants above

TRIGGERS = Triggers(
    refusals={
        "heading_stays": Refusal("UPDATE", HEADING, "1 = 1", CHANGED),
        "heading_goes_not_alone": Refusal("DELETE", HEADING, THERE, ALONE),
    },
    followers={
        "headings_follow": Follower(
            DESTINATION,
            f"DELETE FROM {HEADING} WHERE destination_id = OLD.id",  # noqa: S608  # constants above
        )
    },
)
create = TRIGGERS.create
drop = TRIGGERS.drop

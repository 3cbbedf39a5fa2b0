"""Triggers that keep revisions as they were saved, for SQLite and PostgreSQL.

A revision and its dreams refuse UPDATE; they refuse DELETE as long as the destination is there; a
revision takes no more dreams than it was saved with. When a destination is deleted, its revisions
go with it, by trigger: Django would delete them first, and so be refused.
"""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers

DESTINATION = "destinations_destination"
REVISION = "destinations_destinationrevision"
DREAM = "destinations_revisiondream"

CHANGED = "A revision stays as it was saved."
ALONE = "A revision cannot be removed without its destination."
SEALED = "A saved revision takes no further dreams."

TRIGGERS = Triggers(
    refusals={
        "revision_stays": Refusal("UPDATE", REVISION, "1 = 1", CHANGED),
        "dream_stays": Refusal("UPDATE", DREAM, "1 = 1", CHANGED),
        "revision_goes_not_alone": Refusal(
            "DELETE",
            REVISION,
            f"EXISTS (SELECT 1 FROM {DESTINATION} WHERE id = OLD.destination_id)",  # noqa: S608  # constants above
            ALONE,
        ),
        "dream_goes_not_alone": Refusal(
            "DELETE",
            DREAM,
            f"EXISTS (SELECT 1 FROM {REVISION} WHERE id = OLD.revision_id)",  # noqa: S608  # constants above
            ALONE,
        ),
        "dreams_are_sealed": Refusal(
            "INSERT",
            DREAM,
            f"NEW.position >= (SELECT dream_count FROM {REVISION} WHERE id = NEW.revision_id)",  # noqa: S608  # constants above
            SEALED,
        ),
    },
    followers={
        "revisions_follow": Follower(
            DESTINATION,
            f"DELETE FROM {REVISION} WHERE destination_id = OLD.id",  # noqa: S608  # constants above
        ),
        "dreams_follow": Follower(
            REVISION,
            f"DELETE FROM {DREAM} WHERE revision_id = OLD.id",  # noqa: S608  # constants above
        ),
    },
)
create = TRIGGERS.create
drop = TRIGGERS.drop

"""Triggers that keep the revisions of a role statement as they were saved.

A revision refuses UPDATE, and DELETE as long as its statement is there. When a statement is deleted,
with its role or its person, the revisions go with it by trigger: Django would delete them first, and
so be refused.
"""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers

STATEMENT = "roles_rolestatement"
REVISION = "roles_statementrevision"

CHANGED = "A revision stays as it was saved."
ALONE = "A revision cannot be removed without its statement."

TRIGGERS = Triggers(
    refusals={
        "statement_revision_stays": Refusal("UPDATE", REVISION, "1 = 1", CHANGED),
        "statement_revision_goes_not_alone": Refusal(
            "DELETE",
            REVISION,
            f"EXISTS (SELECT 1 FROM {STATEMENT} WHERE id = OLD.statement_id)",  # noqa: S608  # constants above
            ALONE,
        ),
    },
    followers={
        "statement_revisions_follow": Follower(
            STATEMENT,
            f"DELETE FROM {REVISION} WHERE statement_id = OLD.id",  # noqa: S608  # constants above
        ),
    },
)
create = TRIGGERS.create
drop = TRIGGERS.drop

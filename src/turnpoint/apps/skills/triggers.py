"""Triggers that keep assessments and accepted plans as they were written.

An assessment refuses UPDATE, and DELETE as long as its skill is there. An accepted plan refuses any
UPDATE but that of the trash, and DELETE as long as the plan it belongs to is there. Both go with
what they hang on, by trigger: Django would delete them first, and so be refused.
"""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers

TARGET = "skills_skilltarget"
ASSESSMENT = "skills_skillassessment"
FRAME = "skills_planframe"
ACCEPTED = "skills_acceptedplan"

SAID = "An assessment stays as it was written."
SAID_ALONE = "An assessment cannot be removed without its skill."
ACCEPTED_ONCE = "An accepted plan stays as it was accepted."
KEPT = ("frame_id", "number", "accepted_at", "content", "inputs", "stamp")

TRIGGERS = Triggers(
    refusals={
        "assessment_stays": Refusal("UPDATE", ASSESSMENT, "1 = 1", SAID),
        "assessment_goes_not_alone": Refusal(
            "DELETE",
            ASSESSMENT,
            f"EXISTS (SELECT 1 FROM {TARGET} WHERE id = OLD.target_id)",  # noqa: S608  # constants above
            SAID_ALONE,
        ),
        "accepted_plan_stays": Refusal(
            "UPDATE",
            ACCEPTED,
            " OR ".join(f"NEW.{name} <> OLD.{name}" for name in KEPT),
            ACCEPTED_ONCE,
        ),
        "accepted_plan_goes_not_alone": Refusal(
            "DELETE",
            ACCEPTED,
            f"EXISTS (SELECT 1 FROM {FRAME} WHERE id = OLD.frame_id)",  # noqa: S608  # constants above
            ACCEPTED_ONCE,
        ),
    },
    followers={
        "assessments_follow": Follower(
            TARGET,
            f"DELETE FROM {ASSESSMENT} WHERE target_id = OLD.id",  # noqa: S608  # constants above
        ),
        "accepted_plans_follow": Follower(
            FRAME,
            f"DELETE FROM {ACCEPTED} WHERE frame_id = OLD.id",  # noqa: S608  # constants above
        ),
    },
)

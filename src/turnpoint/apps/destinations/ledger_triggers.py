"""Triggers that keep the ledger as it was written, for SQLite and PostgreSQL.

No row of it takes an UPDATE, and none goes before what it belongs to. A prediction is sealed by the
first result; a conclusion needs a result, and names a revision of the same destination only. When a
destination is deleted, its uncertainties go with it, and so on down: Django would delete them
first, and so be refused.
"""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers

APP = "destinations"
DESTINATION, REVISION = f"{APP}_destination", f"{APP}_destinationrevision"
UNCERTAINTY, EXPERIMENT = f"{APP}_uncertainty", f"{APP}_experiment"
RESULT, CONCLUSION = f"{APP}_experimentresult", f"{APP}_experimentconclusion"
BELONGS = {
    "uncertainty": (DESTINATION, "destination_id"),
    "uncertaintystatement": (UNCERTAINTY, "uncertainty_id"),
    "experiment": (UNCERTAINTY, "uncertainty_id"),
    "experimentplan": (EXPERIMENT, "experiment_id"),
    "experimentresult": (EXPERIMENT, "experiment_id"),
    "experimentconclusion": (EXPERIMENT, "experiment_id"),
}
"""Each table, and what its rows go with."""

CHANGED = "What is written in the ledger stays as it was."
ALONE = "What is written in the ledger goes only with its destination."
PREDICTED = "A prediction stays as it was made once there is a result."
NOTHING_YET = "There is no result yet to conclude anything from."
ELSEWHERE = "A conclusion names a revision of its own destination."

HAS_RESULT = f"EXISTS (SELECT 1 FROM {RESULT} WHERE experiment_id = NEW.experiment_id)"  # noqa: S608  # constants above
OWN_REVISION = (
    f"EXISTS (SELECT 1 FROM {REVISION} r, {EXPERIMENT} e, {UNCERTAINTY} u "  # noqa: S608  # constants above
    "WHERE r.id = NEW.revision_id AND e.id = NEW.experiment_id "
    "AND u.id = e.uncertainty_id AND r.destination_id = u.destination_id)"
)


def _refusals() -> dict[str, Refusal]:
    found = {
        "plan_is_sealed": Refusal("INSERT", f"{APP}_experimentplan", HAS_RESULT, PREDICTED),
        "conclusion_has_result": Refusal("INSERT", CONCLUSION, f"NOT {HAS_RESULT}", NOTHING_YET),
        "conclusion_at_home": Refusal(
            "INSERT", CONCLUSION, f"NEW.revision_id IS NOT NULL AND NOT {OWN_REVISION}", ELSEWHERE
        ),
    }
    for name, (parent, key) in BELONGS.items():
        there = f"EXISTS (SELECT 1 FROM {parent} WHERE id = OLD.{key})"  # noqa: S608  # constants above
        found[f"{name}_stays"] = Refusal("UPDATE", f"{APP}_{name}", "1 = 1", CHANGED)
        found[f"{name}_goes_not_alone"] = Refusal("DELETE", f"{APP}_{name}", there, ALONE)
    return found


def _followers() -> dict[str, Follower]:
    return {
        f"{name}_follows": Follower(parent, f"DELETE FROM {APP}_{name} WHERE {key} = OLD.id")  # noqa: S608  # constants above
        for name, (parent, key) in BELONGS.items()
    }


TRIGGERS = Triggers(_refusals(), _followers())
create = TRIGGERS.create
drop = TRIGGERS.drop

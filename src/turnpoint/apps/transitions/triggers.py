"""Triggers that keep a decision as it was recorded, and staying among the options.

A decision and what it was recorded with refuse UPDATE, and DELETE as long as the transition is
there. Only when keys are rotated are sealed words written anew, and then they keep their length and
the time they were first sealed. A recorded decision takes no further predictions or days to look back. Options and decisions
go with their transition, by trigger: Django would delete them first, and so be refused.
"""

from __future__ import annotations

from turnpoint.apps.accounts.sealing import rewritten
from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers

TRANSITION = "transitions_transition"
OPTION = "transitions_option"
DECISION = "transitions_decision"
KEPT = ("prediction", "reviewday", "addition")
PLAIN = {
    "decision": "id transition_id number recorded_at option_id option_name prediction_count day_count",
    "prediction": "id decision_id position chance due option",
    "reviewday": "id decision_id position on",
    "addition": "id decision_id written_at",
}
SEALED_WORDS = {
    "decision": "reasons assumed signals file answers",
    "prediction": "statement",
    "reviewday": "",
    "addition": "text",
}

CHANGED = "A decision stays as it was recorded."
ALONE = "A decision cannot be removed without its transition."
SEALED = "A recorded decision takes no further predictions or days to look back."
STAYING = "Staying is always an option, and cannot be removed."

HAS_TRANSITION = f"EXISTS (SELECT 1 FROM {TRANSITION} WHERE id = OLD.transition_id)"  # noqa: S608  # constants above
HAS_DECISION = f"EXISTS (SELECT 1 FROM {DECISION} WHERE id = OLD.decision_id)"  # noqa: S608  # constants above
COUNTED = {"prediction": "prediction_count", "reviewday": "day_count"}


def _changed(name: str) -> str:
    """Whether anything differs but the key that words are sealed with."""
    plain = (f'NEW."{each}" <> OLD."{each}"' for each in PLAIN[name].split())
    return " OR ".join((*plain, *map(rewritten, SEALED_WORDS[name].split())))


def _refusals() -> dict[str, Refusal]:
    found = {
        "staying_stays": Refusal("DELETE", OPTION, f"OLD.slot = 0 AND {HAS_TRANSITION}", STAYING),
        "staying_keeps_its_place": Refusal(
            "UPDATE", OPTION, "OLD.slot = 0 AND NEW.slot <> 0", STAYING
        ),
        "decision_stays": Refusal("UPDATE", DECISION, _changed("decision"), CHANGED),
        "decision_goes_not_alone": Refusal("DELETE", DECISION, HAS_TRANSITION, ALONE),
    }
    for name in KEPT:
        table = f"transitions_{name}"
        found[f"{name}_stays"] = Refusal("UPDATE", table, _changed(name), CHANGED)
        found[f"{name}_goes_not_alone"] = Refusal("DELETE", table, HAS_DECISION, ALONE)
    for name, count in COUNTED.items():
        full = f"NEW.position >= (SELECT {count} FROM {DECISION} WHERE id = NEW.decision_id)"  # noqa: S608  # constants above
        found[f"{name}_is_sealed"] = Refusal("INSERT", f"transitions_{name}", full, SEALED)
    return found


def _followers() -> dict[str, Follower]:
    found = {
        "options_follow": Follower(
            TRANSITION,
            f"DELETE FROM {OPTION} WHERE transition_id = OLD.id",  # noqa: S608  # constants above
        ),
        "decisions_follow": Follower(
            TRANSITION,
            f"DELETE FROM {DECISION} WHERE transition_id = OLD.id",  # noqa: S608  # constants above
        ),
    }
    for name in KEPT:
        action = f"DELETE FROM transitions_{name} WHERE decision_id = OLD.id"  # noqa: S608  # constants above
        found[f"{name}s_follow"] = Follower(DECISION, action)
    return found


TRIGGERS = Triggers(_refusals(), _followers())

"""Triggers that keep an agreement as it was proposed and an examination as it was signed.

Of an agreement only the two signatures are added, once each. Sealed words may be sealed anew when
keys are rotated, so that what they are compared by are the columns beside them.
"""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Refusal, Triggers

AGREEMENT = "facilitation_agreement"
EXAMINATION = "facilitation_examination"
SAID = "engagement_id version roles confidentiality limits told retention_days proposed_at"
SIGNATURES = ("signed_by_person_at", "signed_by_facilitator_at")
EXAMINED = "engagement_id version signed_by signed_at"

PROPOSED = "An agreement stays as it was proposed. Propose another version."
SIGNED = "An examination stays as it was signed. Sign another version."


def _changed(columns: str) -> str:
    return " OR ".join(f"NEW.{each} <> OLD.{each}" for each in columns.split())


def _unsigned(column: str) -> str:
    return f"(OLD.{column} IS NOT NULL AND (NEW.{column} IS NULL OR NEW.{column} <> OLD.{column}))"


TRIGGERS = Triggers(
    {
        "agreement_stays": Refusal("UPDATE", AGREEMENT, _changed(SAID), PROPOSED),
        "agreement_stays_signed": Refusal(
            "UPDATE", AGREEMENT, " OR ".join(_unsigned(each) for each in SIGNATURES), PROPOSED
        ),
        "examination_stays": Refusal("UPDATE", EXAMINATION, _changed(EXAMINED), SIGNED),
    },
    {},
)

"""Triggers that keep grants, receipts and the access log as they were written.

A grant refuses every change but its end, once; its parts refuse any change and any addition.
Receipts and the access log refuse a change and a removal. Only the keys to people may become empty,
when an account is erased; the access log then goes with its owner.
"""

from __future__ import annotations

from turnpoint.apps.accounts.triggers import Follower, Refusal, Triggers

USER = "accounts_user"
GRANT = "accounts_grant"
PART = "accounts_grantedpart"
RECEIPT = "accounts_grantreceipt"
RECORD = "accounts_accessrecord"

AGREED = "A grant stays as it was given. Withdraw it and give another one."
SEALED = "A grant takes no further parts. Give another one."
OVER = "A grant that ended cannot begin again. Give another one."
LINKED = "A private link opens the question for one person, and nothing else does."
KEPT = "What is on record stays as it was written."


def _changed(columns: str) -> str:
    return " OR ".join(f"NEW.{each} <> OLD.{each}" for each in columns.split())


def _other(column: str) -> str:
    """An empty key was filled, or a full one changed or emptied."""
    return f"COALESCE(NEW.{column}, 0) <> COALESCE(OLD.{column}, 0)"


def _replaced(column: str) -> str:
    """The key names another one; that it becomes empty is allowed."""
    return f"COALESCE(NEW.{column}, OLD.{column}, 0) <> COALESCE(OLD.{column}, 0)"


TERMS = "owner_id link_digest link_name purpose may_comment may_ask part_count given_at until"
ENDED = "OLD.ended_at IS NOT NULL AND (NEW.ended_at IS NULL OR NEW.ended_at <> OLD.ended_at)"
RECEIVED = "grant_number event at owner_name receiver_name parts may purpose until"
READ = "owner_id reader_name grant_number part at"


def _of_its_grant(condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {GRANT} g WHERE g.id = NEW.grant_id AND {condition})"  # noqa: S608  # constants above


TRIGGERS = Triggers(
    {
        "grant_stays": Refusal(
            "UPDATE", GRANT, f"{_changed(TERMS)} OR {_other('receiver_id')}", AGREED
        ),
        "grant_ends_once": Refusal("UPDATE", GRANT, ENDED, OVER),
        "granted_part_stays": Refusal("UPDATE", PART, "1 = 1", AGREED),
        "granted_part_is_sealed": Refusal(
            "INSERT", PART, _of_its_grant("NEW.position >= g.part_count"), SEALED
        ),
        "granted_part_fits_its_grant": Refusal(
            "INSERT",
            PART,
            _of_its_grant("(NEW.part = 'household') <> (g.link_digest <> '')"),
            LINKED,
        ),
        "grant_receipt_stays": Refusal(
            "UPDATE",
            RECEIPT,
            f"{_changed(RECEIVED)} OR {_replaced('owner_id')} OR {_replaced('receiver_id')}",
            KEPT,
        ),
        "grant_receipt_goes_after_both": Refusal(
            "DELETE", RECEIPT, "OLD.owner_id IS NOT NULL OR OLD.receiver_id IS NOT NULL", KEPT
        ),
        "access_record_stays": Refusal(
            "UPDATE",
            RECORD,
            f"{_changed(READ)} OR {_other('object_id')} OR {_replaced('reader_id')}",
            KEPT,
        ),
        "access_record_goes_with_its_owner": Refusal(
            "DELETE",
            RECORD,
            f"EXISTS (SELECT 1 FROM {USER} WHERE id = OLD.owner_id)",  # noqa: S608  # constants above
            KEPT,
        ),
    },
    {
        "access_records_follow": Follower(
            USER,
            f"DELETE FROM {RECORD} WHERE owner_id = OLD.id",  # noqa: S608  # constants above
        )
    },
)

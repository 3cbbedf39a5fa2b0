"""What is stored about people, what they share, and who read it."""

from turnpoint.apps.accounts.models.grant import (
    OF_ONE_OBJECT,
    OF_THE_PERSON,
    Grant,
    GrantedPart,
    Part,
)
from turnpoint.apps.accounts.models.invitation import Invitation
from turnpoint.apps.accounts.models.record import AccessRecord, GrantEvent, GrantReceipt
from turnpoint.apps.accounts.models.user import SignInLink, User

__all__ = [
    "OF_ONE_OBJECT",
    "OF_THE_PERSON",
    "AccessRecord",
    "Grant",
    "GrantEvent",
    "GrantReceipt",
    "GrantedPart",
    "Invitation",
    "Part",
    "SignInLink",
    "User",
]

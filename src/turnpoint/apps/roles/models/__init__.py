"""What is stored of a role, and what can never be stored."""

from turnpoint.apps.roles.models.activity import Change, Piece, RoleActivity, RoleWeek
from turnpoint.apps.roles.models.other import OtherActivity, OtherRole

__all__ = [
    "Change",
    "OtherActivity",
    "OtherRole",
    "Piece",
    "RoleActivity",
    "RoleWeek",
]

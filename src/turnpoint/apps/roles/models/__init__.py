"""What is stored of a role, and what can never be stored."""

from turnpoint.apps.roles.models.activity import Change, Piece, RoleActivity, RoleWeek
from turnpoint.apps.roles.models.other import OtherActivity, OtherRole
from turnpoint.apps.roles.models.ranking import ChosenSet, Ranking
from turnpoint.apps.roles.models.statement import RoleStatement, StatementRevision
from turnpoint.apps.roles.models.time import CalendarTime, CalendarTotal, LogEntry

__all__ = [
    "CalendarTime",
    "CalendarTotal",
    "Change",
    "ChosenSet",
    "LogEntry",
    "OtherActivity",
    "OtherRole",
    "Piece",
    "Ranking",
    "RoleActivity",
    "RoleStatement",
    "RoleWeek",
    "StatementRevision",
]

"""What a person says their role is: every saving is a revision, written once.

``save`` refuses a second time, and triggers in the database (``triggers.py``) refuse any change, and
any removal before the statement itself goes.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles.stated import LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, Came, Stated
from turnpoint.errors import Conflict

WRITTEN_ONCE = "A revision stays as it was saved. Save the statement again to change it."
TOO_LONG = f"The line on a customs form has room for {LONGEST_LINE} characters."


class RoleStatement(models.Model):
    """That a role was stated; what it says is in its revisions."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    held = models.OneToOneField(HeldRole, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"statement {self.pk}"


class StatementRevision(models.Model):
    """What a role statement said when it was saved."""

    statement = models.ForeignKey(
        RoleStatement, on_delete=models.DO_NOTHING, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    line = models.CharField(max_length=LONGEST_LINE, error_messages={"max_length": TOO_LONG})
    paragraph = models.TextField(max_length=LONGEST_TEXT, blank=True)
    came = models.CharField(
        max_length=7, blank=True, choices=[(each, each) for each in Came if each]
    )
    values = models.TextField(max_length=LONGEST_TEXT, blank=True)
    regrets = models.TextField(max_length=LONGEST_TEXT, blank=True)
    changed = models.CharField(max_length=LONGEST_NOTE, blank=True)

    class Meta:
        ordering = ("statement_id", "number")
        constraints = (
            models.UniqueConstraint(
                name="statement_revision_number", fields=("statement", "number")
            ),
            models.CheckConstraint(name="statement_revision_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="statement_revision_line", condition=~Q(line="")),
            models.CheckConstraint(
                name="statement_revision_line_fits",
                condition=LessThanOrEqual(Length("line"), LONGEST_LINE),
                violation_error_message=TOO_LONG,
            ),
            models.CheckConstraint(
                name="statement_revision_came", condition=Q(came__in=[each.value for each in Came])
            ),
        )

    def __str__(self) -> str:
        return self.line

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise Conflict(WRITTEN_ONCE)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise Conflict(WRITTEN_ONCE)

    def stated(self) -> Stated:
        """What this revision says, as a value."""
        return Stated(
            line=self.line,
            paragraph=self.paragraph,
            came=Came(self.came),
            values=self.values,
            regrets=self.regrets,
        )

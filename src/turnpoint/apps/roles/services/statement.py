"""Saying what one’s role is. Every saving is a revision; nothing that was said is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import statement_queries as queries
from turnpoint.apps.roles.models import RoleStatement, StatementRevision
from turnpoint.apps.roles.stated import Stated
from turnpoint.errors import BadInput, Conflict


@transaction.atomic
def state_role(
    *,
    owner: User,
    held: HeldRole,
    base: int,
    said: Stated,
    changed: str = "",
    saved_at: dt.datetime | None = None,
) -> StatementRevision:
    """Say what a role is, or say it again; the same words add nothing and give the present revision.

    ``base`` is the number of the revision that was looked at, 0 for none; ``saved_at`` is for what
    was written elsewhere before. Raises ``BadInput``, and ``Conflict`` where another one was saved
    since.
    """
    held = HeldRole.objects.select_for_update().get(pk=held.pk, owner=owner)
    said = _trimmed(said)
    now = queries.latest(owner=owner, held=held)
    if now is not None and now.stated() == said:
        return now
    number = now.number if now else 0
    if number != base:
        raise Conflict(
            f"Revision {number} was saved while you were writing. Nothing was overwritten, and what "
            "you typed is still here: look at both, then save again to keep yours as the next one."
        )
    statement, _ = RoleStatement.objects.get_or_create(owner=owner, held=held)
    row = StatementRevision(
        statement=statement,
        number=number + 1,
        saved_at=saved_at or timezone.now(),
        changed=changed.strip(),
        **asdict(said),
    )
    _check(row)
    row.save(force_insert=True)
    return row


@transaction.atomic
def state_again(*, owner: User, held: HeldRole, number: int) -> StatementRevision:
    """Say again what an earlier revision said, as a new revision."""
    old = queries.revision(owner=owner, held=held, number=number)
    now = queries.latest(owner=owner, held=held)
    note = f"As in revision {number} again."
    base = now.number if now else 0
    return state_role(owner=owner, held=held, base=base, said=old.stated(), changed=note)


def _trimmed(said: Stated) -> Stated:
    """Without space around the words, and with one kind of line end."""
    line, paragraph, values, regrets = (
        text.replace("\r\n", "\n").strip()
        for text in (said.line, said.paragraph, said.values, said.regrets)
    )
    return Stated(line, paragraph, said.came, values, regrets)


def _check(row: StatementRevision) -> None:
    for field in row._meta.concrete_fields:
        if "\0" in str(getattr(row, field.attname)):
            raise BadInput("A text holds a character that cannot be stored.", where=field.name)
    try:
        row.full_clean(validate_unique=False)
    except ValidationError as error:
        where, messages = next(iter(error.message_dict.items()))
        raise BadInput(messages[0], where="" if where == NON_FIELD_ERRORS else where) from error

"""Taking a file over: keep it for a look, accept what was chosen, undo the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import asdict
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import occupation as find_occupation
from turnpoint.apps.profiles.kinds import KINDS
from turnpoint.apps.profiles.models import AcceptedImport, Entry, HeldRole, PendingImport, Profile
from turnpoint.apps.profiles.queries import profile
from turnpoint.apps.profiles.resume import json_resume, linkedin, queries
from turnpoint.apps.profiles.resume.preview import Proposal, Row, State
from turnpoint.apps.profiles.services import in_words
from turnpoint.errors import BadFile, Conflict, NotFound

KEPT_FOR = dt.timedelta(hours=24)


@transaction.atomic
def hold_import(*, owner: User, file_name: str, content: bytes) -> PendingImport:
    """Read a file and keep what was recognised for a day, so that the person can look at it.

    Nothing of the profile changes. Raises ``BadFile`` for a file that cannot be read.
    """
    name = PurePath(file_name).name[:200] or "the file"
    read = linkedin.read if content[:4] in linkedin.SIGNATURES else json_resume.read
    recognised = read(content, name)
    if not recognised.entries:
        raise BadFile(f"Nothing about you was found in {name}.", where=name)
    now = timezone.now()
    PendingImport.objects.filter(expires_at__lt=now).delete()
    return PendingImport.objects.create(
        owner=owner, file_name=name, recognised=recognised.to_json(), expires_at=now + KEPT_FOR
    )


@transaction.atomic
def accept_import(
    *,
    owner: User,
    pending_id: UUID,
    keep: Collection[str] | None = None,
    occupations: Mapping[str, str] | None = None,
) -> AcceptedImport:
    """Take over the entries whose keys are in ``keep``; without it, those that are suggested.

    ``occupations`` gives the occupation code of new roles by key. What was there is remembered, so
    that ``undo_import`` can bring it back.
    """
    preview = queries.preview(owner=owner, pending_id=pending_id)
    chosen = [
        proposal
        for proposal in preview.proposals
        if proposal.state is not State.SAME
        and (proposal.suggested if keep is None else proposal.key in keep)
    ]
    before = [
        _take(owner, proposal, (occupations or {}).get(proposal.key, "")) for proposal in chosen
    ]
    PendingImport.objects.filter(owner=owner, pk=pending_id).delete()
    return AcceptedImport.objects.create(
        owner=owner, source=preview.source, file_name=preview.file_name, before=before
    )


def _take(owner: User, proposal: Proposal, occupation: str) -> dict[str, Any]:
    """Write one proposal, and say what has to be written to undo it."""
    entry, state = proposal.entry, proposal.state
    row = proposal.row or KINDS[entry.slug].model(owner=owner)
    values: dict[str, Any] = asdict(entry) if state is State.NEW else {}
    for change in proposal.changes:
        values |= change.values
    record = {
        "slug": entry.slug,
        "state": state,
        "was": {name: getattr(row, name) for name in values},
        "now": values,
        "imported": row.imported,
        "import_key": getattr(row, "import_key", ""),
    }
    for name, value in values.items():
        setattr(row, name, value)
    row.imported = asdict(entry)
    if isinstance(row, Entry):
        row.import_key, row.trashed_at = proposal.key, None
    if isinstance(row, HeldRole) and state is State.NEW:
        code = occupation and find_occupation(occupation).code
        row.occupation_code = row.occupation_code or code
        row.pay_currency = row.pay_currency if row.pay else profile(owner=owner).currency
    _save(row)
    return record | {"id": row.pk}


def _save(row: Row) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        message = (
            f"“{row}” cannot take over what the file says: {in_words(error)} "
            "Nothing was imported. Untick it, or change it by hand first."
        )
        raise Conflict(message) from error
    row.save()


@transaction.atomic
def undo_import(*, owner: User, import_id: int) -> AcceptedImport:
    """Remove what an import added and put back what it changed, save what was changed since."""
    accepted = AcceptedImport.objects.filter(
        owner=owner, pk=import_id, undone_at__isnull=True
    ).first()
    if accepted is None:
        raise NotFound("There is no such import to undo; perhaps it was undone before.")
    for record in accepted.before:
        _put_back(owner, record)
    accepted.undone_at = timezone.now()
    accepted.save(update_fields=["undone_at"])
    return accepted


def _put_back(owner: User, record: Mapping[str, Any]) -> None:
    model = KINDS[record["slug"]].model if record["slug"] in KINDS else Profile
    row: Row | None = model._default_manager.filter(owner=owner, pk=record["id"]).first()
    if row is None:
        return
    if isinstance(row, Entry) and record["state"] != State.CHANGED:
        # Without ``imported``, the file is known to have been undone and is offered again as new.
        row.trashed_at = timezone.now()
        row.imported = {} if record["state"] == State.NEW else row.imported
    else:
        for name, value in record["was"].items():
            if getattr(row, name) == record["now"][name]:
                setattr(row, name, value)
        row.imported = record["imported"]
        if isinstance(row, Entry):
            row.import_key = record["import_key"]
    row.save()

"""What a person does with a destination: one function, one thing, one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries
from turnpoint.apps.destinations.heading import note_place
from turnpoint.apps.destinations.hypothesis import MOST_DREAMS, Hypothesis
from turnpoint.apps.destinations.models import (
    AssumptionSet,
    Destination,
    DestinationDraft,
    DestinationRevision,
    RevisionDream,
)
from turnpoint.apps.destinations.storing import hold, store
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.errors import BadInput, Conflict


@transaction.atomic
def write_destination(
    *, owner: User, said: Hypothesis, changed: str = "", saved_at: dt.datetime | None = None
) -> Destination:
    """Write a new destination; it becomes the active one where none is.

    ``saved_at`` is for what was written elsewhere before. Raises ``BadInput``.
    """
    moment = saved_at or timezone.now()
    nothing_active = not Destination.objects.filter(owner=owner, active=True).exists()
    written = Destination.objects.create(owner=owner, created_at=moment, active=nothing_active)
    _save(written, 1, said, changed, moment)
    note_place(written, moment)
    return written


@transaction.atomic
def revise_destination(
    *,
    owner: User,
    destination_id: int,
    base: int,
    said: Hypothesis,
    changed: str = "",
    saved_at: dt.datetime | None = None,
) -> DestinationRevision:
    """Save a destination again; the same content adds nothing and gives the present revision.

    ``base`` is the number of the revision that was revised. Raises ``Conflict`` where another one
    was saved since, and ``BadInput``.
    """
    destination = hold(owner, destination_id)
    now = queries.latest(owner=owner, destination=destination)
    if now.hypothesis() == said:
        return now
    if now.number != base:
        raise Conflict(
            f"Revision {now.number} was saved while you were writing on revision {base}. "
            "Nothing was overwritten, and what you typed is still here: look at both, then save "
            "again to keep yours as the next revision."
        )
    return _save(destination, now.number + 1, said, changed, saved_at or timezone.now())


@transaction.atomic
def restore_revision(*, owner: User, destination_id: int, number: int) -> DestinationRevision:
    """Say again what an earlier revision said, as a new revision."""
    destination = hold(owner, destination_id)
    now = queries.latest(owner=owner, destination=destination)
    old = queries.revision(owner=owner, destination=destination, number=number)
    said = old.hypothesis()
    if now.hypothesis() == said:
        return now
    note = f"As in revision {number} again."
    return _save(destination, now.number + 1, said, note, timezone.now())


@transaction.atomic
def activate(*, owner: User, destination_id: int, aside: int | None = None) -> Destination:
    """Make this the one destination to head for; it leaves the archive.

    ``aside`` is one to lay aside in the same step, as it was before one headed for it.
    """
    destination = hold(owner, destination_id)
    others = Destination.objects.filter(owner=owner, active=True).exclude(pk=destination.pk)
    for other in others.select_for_update():
        other.active = False
        other.save(update_fields=["active"])
        note_place(other)
    destination.active, destination.archived_at = True, None
    destination.save(update_fields=["active", "archived_at"])
    note_place(destination)
    if aside is not None and aside != destination.pk:
        archive(owner=owner, destination_id=aside)
    return destination


@transaction.atomic
def archive(*, owner: User, destination_id: int) -> Destination:
    """Lay a destination aside; ``unarchive`` and ``activate`` take it up again."""
    destination = hold(owner, destination_id)
    destination.active = False
    destination.archived_at = destination.archived_at or timezone.now()
    destination.save(update_fields=["active", "archived_at"])
    note_place(destination)
    return destination


@transaction.atomic
def unarchive(*, owner: User, destination_id: int) -> Destination:
    """Take a destination up again; it becomes the active one where none is."""
    destination = hold(owner, destination_id)
    others = Destination.objects.filter(owner=owner, active=True).exclude(pk=destination.pk)
    destination.archived_at = None
    destination.active = not others.exists()
    destination.save(update_fields=["active", "archived_at"])
    note_place(destination)
    return destination


@transaction.atomic
def remove(*, owner: User, destination_id: int) -> Destination:
    """Move a destination to the trash; ``restore`` brings it back."""
    destination = hold(owner, destination_id)
    destination.active, destination.trashed_at = False, timezone.now()
    destination.save(update_fields=["active", "trashed_at"])
    note_place(destination)
    return destination


@transaction.atomic
def restore(*, owner: User, destination_id: int) -> Destination:
    """Bring a destination back from the trash; active where none is and it was not laid aside."""
    destination = hold(owner, destination_id, trashed=True)
    others = Destination.objects.filter(owner=owner, active=True).exists()
    destination.trashed_at = None
    destination.active = not others and destination.archived_at is None
    destination.save(update_fields=["active", "trashed_at"])
    note_place(destination)
    return destination


@transaction.atomic
def keep_draft(*, owner: User, answers: Mapping[str, str], reached: int) -> DestinationDraft:
    """Keep what was typed in the guided flow, over what was kept of the same answers before."""
    draft, _ = DestinationDraft.objects.select_for_update().get_or_create(owner=owner)
    draft.answers = draft.answers | dict(answers)
    draft.reached = max(draft.reached, reached)
    draft.save()
    return draft


@transaction.atomic
def replace_draft(*, owner: User, answers: Mapping[str, str], reached: int) -> DestinationDraft:
    """Put a draft back as it was."""
    draft, _ = DestinationDraft.objects.update_or_create(
        owner=owner, defaults={"answers": dict(answers), "reached": reached}
    )
    return draft


@transaction.atomic
def drop_draft(*, owner: User) -> None:
    """Forget the unfinished guided flow."""
    DestinationDraft.objects.filter(owner=owner).delete()


@transaction.atomic
def assume(*, owner: User, destination_id: int, assumed: Assumptions) -> AssumptionSet:
    """Assume something else for a destination; the same as before adds nothing."""
    destination = hold(owner, destination_id)
    now = queries.assumption_set(owner=owner, destination=destination)
    if queries.assumptions_of(now) == assumed:
        return now
    rate = assumed.exchange
    kept = AssumptionSet(
        destination=destination,
        number=now.number + 1,
        saved_at=timezone.now(),
        changed=dict(assumed.changed),
        exchange_currency=rate.currency if rate else "",
        exchange_dollars=rate.dollars if rate else None,
        exchange_said_on=rate.said_on if rate else None,
    )
    kept.save(force_insert=True)
    return kept


@transaction.atomic
def assume_again(*, owner: User, destination_id: int, number: int) -> AssumptionSet:
    """Assume again what an earlier set said; ``number`` 0 stands for the stated values."""
    destination = hold(owner, destination_id)
    assumed = Assumptions()
    if number:
        old = queries.assumption_set(owner=owner, destination=destination, number=number)
        assumed = queries.assumptions_of(old)
    return assume(owner=owner, destination_id=destination_id, assumed=assumed)


def _save(
    destination: Destination, number: int, said: Hypothesis, changed: str, moment: dt.datetime
) -> DestinationRevision:
    if len(said.dreams) > MOST_DREAMS:
        message = f"A destination holds at most {MOST_DREAMS} dreams and constraints."
        raise BadInput(message, where="dreams")
    answers = {each.name: getattr(said, each.name) for each in fields(said)}
    dreams = answers.pop("dreams")
    revision = DestinationRevision(
        destination=destination,
        number=number,
        saved_at=moment,
        changed=changed,
        dream_count=len(dreams),
        **answers,
    )
    store(revision)
    for position, dream in enumerate(dreams):
        row = RevisionDream(
            revision=revision,
            position=position,
            kind=dream.kind.value,
            text=dream.text,
            by=dream.by,
        )
        store(row)
    return revision

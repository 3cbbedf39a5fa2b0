"""Reading destinations. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.destinations.comparison import Difference, compare
from turnpoint.apps.destinations.models import (
    AssumptionSet,
    Destination,
    DestinationDraft,
    DestinationRevision,
)
from turnpoint.apps.occupations.queries import area_name, market
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.exchange import Exchange
from turnpoint.errors import BadInput, NotFound

NOT_YOURS = "There is no such destination among yours. It may have been removed since."


@dataclass(frozen=True, slots=True)
class Written:
    """A destination and what it says now."""

    destination: Destination
    latest: DestinationRevision


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions, the earlier one first, and every answer that differs."""

    before: DestinationRevision
    after: DestinationRevision
    differences: tuple[Difference, ...]


def destination(*, owner: User, destination_id: int, trashed: bool = False) -> Destination:
    """One destination. Raises ``NotFound`` for anybody else’s, and for a removed one."""
    found = Destination.objects.filter(
        owner=owner, pk=destination_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


@once
def destinations(*, owner: User) -> tuple[Written, ...]:
    """What is written, the active one first, then the newest; archived ones last."""
    rows = DestinationRevision.objects.filter(
        destination__owner=owner, destination__trashed_at__isnull=True
    )
    latest = {
        each.destination_id: each for each in rows.order_by("number").select_related("destination")
    }
    return tuple(
        sorted(
            (Written(each.destination, each) for each in latest.values()),
            key=lambda each: (
                not each.destination.active,
                each.destination.archived_at is not None,
                -each.latest.saved_at.timestamp(),
            ),
        )
    )


@once
def active(*, owner: User) -> Written | None:
    """The destination the person is heading for now, where there is one."""
    found = next((each for each in destinations(owner=owner) if each.destination.active), None)
    if found is not None:
        prefetch_related_objects([found.latest], "dreams")
    return found


def revisions(*, owner: User, destination: Destination) -> tuple[DestinationRevision, ...]:
    """Every revision with its dreams, the first one first."""
    return tuple(
        DestinationRevision.objects.filter(destination=destination, destination__owner=owner)
        .order_by("number")
        .prefetch_related("dreams")
    )


@once
def latest(*, owner: User, destination: Destination) -> DestinationRevision:
    """What a destination says now."""
    found = (
        DestinationRevision.objects.filter(destination=destination, destination__owner=owner)
        .order_by("number")
        .prefetch_related("dreams")
        .last()
    )
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


def revision(*, owner: User, destination: Destination, number: int) -> DestinationRevision:
    """One revision by its number. Raises ``NotFound``, saying how many there are."""
    found = (
        DestinationRevision.objects.filter(
            destination=destination, destination__owner=owner, number=number
        )
        .prefetch_related("dreams")
        .first()
    )
    if found is None:
        raise NotFound(f"This destination has no revision {number}.")
    return found


def comparison(*, owner: User, destination: Destination, first: int, second: int) -> Comparison:
    """Two revisions compared, the earlier one first whichever way round they were asked for."""
    if first == second:
        raise BadInput("Choose two different revisions to compare.", where="to")
    before, after = (
        revision(owner=owner, destination=destination, number=number)
        for number in sorted((first, second))
    )
    return Comparison(before, after, differences(before, after))


def differences(before: DestinationRevision, after: DestinationRevision) -> tuple[Difference, ...]:
    """Every answer in which two revisions differ, codes by their names."""
    return compare(
        before.hypothesis(), after.hypothesis(), occupation=_occupation_name, area=_place_name
    )


def assumption_set(*, owner: User, destination: Destination, number: int = 0) -> AssumptionSet:
    """One set of what the person assumes, the latest for ``number`` 0; unsaved where there is none.

    Raises ``NotFound`` for a number that there is none of.
    """
    kept = AssumptionSet.objects.filter(destination=destination, destination__owner=owner)
    found = kept.filter(number=number).first() if number else kept.order_by("number").last()
    if found is None and number:
        raise NotFound(f"This destination has no set of assumptions {number}.")
    return found or AssumptionSet(destination=destination, number=0)


def assumptions(*, owner: User, destination: Destination) -> Assumptions:
    """What the reality check of a destination assumes: the stated values, and what was changed."""
    return assumptions_of(assumption_set(owner=owner, destination=destination))


def assumptions_of(kept: AssumptionSet) -> Assumptions:
    """A kept set as a value. What a later release no longer knows or allows counts as stated."""
    assumed = Assumptions()
    for name, value in kept.changed.items():
        with suppress(BadInput):
            assumed = assumed.varied(**{name: value})
    if kept.exchange_dollars is None or kept.exchange_said_on is None:
        return assumed
    rate = Exchange(kept.exchange_currency, kept.exchange_dollars, kept.exchange_said_on)
    return replace(assumed, exchange=rate)


def _occupation_name(code: str) -> str:
    facts = market()
    return facts.occupations[facts.index[code]].title if code in facts.index else code


def _place_name(code: str) -> str:
    return area_name(code) or code


def draft(*, owner: User) -> DestinationDraft | None:
    """The unfinished guided flow, where there is one."""
    return DestinationDraft.objects.filter(owner=owner).first()

"""What a ledger says beside the hypothesis: which destination was headed for, and what was assumed."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from turnpoint.apps.destinations.comparison import compared
from turnpoint.apps.destinations.experiments.entry import Entry
from turnpoint.apps.destinations.models import AssumptionSet, Destination, Heading, Place
from turnpoint.apps.destinations.queries import assumptions_of
from turnpoint.core.transition.assumptions import Assumptions

BACK = "Taken up again"
TITLES = {
    (None, Place.AHEAD): "Heading for it",
    (Place.BESIDE, Place.AHEAD): "Heading for it",
    (None, Place.BESIDE): "Written beside another",
    (Place.AHEAD, Place.BESIDE): "Heading for another",
    (Place.REMOVED, Place.AHEAD): "Brought back, and heading for it",
    (Place.REMOVED, Place.BESIDE): "Brought back",
    (Place.REMOVED, Place.ASIDE): "Brought back, still laid aside",
    (Place.ASIDE, Place.AHEAD): "Taken up again, and heading for it",
    (Place.ASIDE, Place.BESIDE): BACK,
}
"""What happened, by where it stood before and after."""


def headed(destination: Destination) -> Iterator[Entry]:
    """Every change of whether this was the one to head for."""
    before: Place | None = None
    for each in Heading.objects.filter(destination=destination):
        now = Place(each.place)
        yield Entry(
            at=each.at,
            anchor=f"heading-{each.number}",
            title=TITLES.get((before, now), now.label.capitalize()),
            words="",
            address=reverse("destinations:list"),
        )
        before = now


def assumed(destination: Destination) -> Iterator[Entry]:
    """Every change of what its reality check assumes, against what was assumed before."""
    before = Assumptions()
    for each in AssumptionSet.objects.filter(destination=destination):
        now = assumptions_of(each)
        address = reverse("destinations:read", args=[destination.pk])
        yield Entry(
            at=each.saved_at,
            anchor=f"assumptions-{each.number}",
            title="Assumed otherwise" if _changed(each) else "Assumed as stated again",
            words="",
            address=f"{address}#assumptions",
            differences=compared(_said(before, now), _said(now, before)),
        )
        before = now


def _changed(kept: AssumptionSet) -> bool:
    return bool(kept.changed or kept.exchange_currency)


def _said(assumed: Assumptions, beside: Assumptions) -> dict[str, str]:
    """Each assumption that either of the two changes, in words."""
    terms = [assumed.one(name) for name in sorted({*assumed.changed, *beside.changed})]
    rate = {"Exchange rate": assumed.exchange.sentence if assumed.exchange else ""}
    return {term.label: term.said(term.value) for term in terms} | rate

"""Who sits where: the one way to an engagement, for either of the two.

The person reads their own as long as they want. The facilitator reads it while it runs, and only the
agreement until both have signed. ``seat`` answers anybody else, and a former facilitator from the
second it ended, with what an engagement that is not there gets: ``NotFound``.
"""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.facilitation.models import Agreement, Engagement
from turnpoint.errors import Conflict, NotFound

MINE, LED = "mine", "led"
NO_SUCH = "There is no such engagement, or it has ended."


@dataclass(frozen=True, slots=True)
class Seat:
    """One of the two chairs of an engagement, taken by somebody who may sit there now."""

    engagement: Engagement
    side: str
    agreement: Agreement | None

    @property
    def is_person(self) -> bool:
        return self.side == MINE

    @property
    def runs(self) -> bool:
        return self.engagement.ended_at is None

    @property
    def other(self) -> str:
        """The name of whoever sits opposite."""
        given = self.engagement
        return given.facilitator_name if self.is_person else given.owner.shown_name

    def running(self) -> Seat:
        """This seat, where something may be written. Raises ``Conflict`` before and after that."""
        if not self.runs:
            raise Conflict("This engagement has ended. What was said stays yours to read.")
        if self.agreement is None:
            raise Conflict("Both sign the agreement first; everything else comes after it.")
        return self


def seat(*, sitting: User, side: str, engagement_id: int) -> Seat:
    """The chair of ``sitting`` on ``side``. Raises ``NotFound`` where there is none for them."""
    rows = Engagement.objects.select_related("owner", "facilitator")
    if side == MINE:
        found = rows.filter(pk=engagement_id, owner=sitting).first()
    elif side == LED:
        found = rows.filter(
            pk=engagement_id, facilitator=sitting, ended_at__isnull=True, owner__is_active=True
        ).first()
    else:
        found = None
    if found is None:
        raise NotFound(NO_SUCH)
    return Seat(found, side, in_force(found))


def in_force(engagement: Engagement) -> Agreement | None:
    """The latest version that both have signed."""
    return (
        engagement.agreements.filter(
            signed_by_person_at__isnull=False, signed_by_facilitator_at__isnull=False
        )
        .order_by("-version")
        .first()
    )

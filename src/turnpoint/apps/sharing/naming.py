"""What a part is called on a page: its kind, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from turnpoint.apps.accounts.grant_services import Piece
from turnpoint.apps.accounts.models import GrantedPart, Part, User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.facilitation import queries as facilitation
from turnpoint.apps.transitions import queries as transitions


@dataclass(frozen=True, slots=True)
class Offer:
    """Something a person can share: its piece, what kind it is, and what it says."""

    piece: Piece
    words: str

    @property
    def value(self) -> str:
        """As a form sends it."""
        number = self.piece.object_id
        return self.piece.part.value if number is None else f"{self.piece.part.value}:{number}"

    @property
    def label(self) -> str:
        kind = self.piece.part.label.capitalize()
        if self.piece.part == Part.NOTES:
            return f"{kind}, with {self.words}"
        return f"{kind}: “{self.words}”" if self.words else kind


def offers(*, owner: User) -> tuple[Offer, ...]:
    """Everything of the owner’s that can be shared, each by itself."""
    whole = tuple(Offer(Piece(part), "") for part in (Part.PROFILE, Part.ROLE, Part.PLAN))
    written = destinations.destinations(owner=owner)
    aims = tuple(
        Offer(Piece(part, each.destination.pk), each.latest.statement)
        for each in written
        for part in (Part.DESTINATION, Part.REALITY)
    )
    decisions = tuple(
        Offer(Piece(Part.TRANSITION, each.pk), each.question)
        for each in transitions.transitions(owner=owner)
    )
    sessions = tuple(
        Offer(Piece(Part.NOTES, each.pk), each.facilitator_name)
        for each in facilitation.to_share(owner=owner)
    )
    return whole + aims + decisions + sessions


def named(parts: Iterable[GrantedPart], *, owner: User) -> tuple[str, ...]:
    """The parts of a grant in the owner’s words, as far as these are still there."""
    known = {each.piece: each.label for each in offers(owner=owner)}
    return tuple(
        known.get(Piece(Part(each.part), each.object_id), Part(each.part).label.capitalize())
        for each in parts
    )

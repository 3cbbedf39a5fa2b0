"""What the reality check of the active destination asks for and nobody has taken as a target yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.queries import Written
from turnpoint.apps.destinations.reality import Lacking, reality
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.skills.models import LONGEST_NAME, Origin, SkillTarget
from turnpoint.core.planning.level import anchor
from turnpoint.core.transition.gaps import RATED, Gaps, Standing
from turnpoint.labour.skill import Element

LEAST_WEIGHT = 0.01
USUAL_LEVEL = 4.0
"""Wanted of an activity where no level is published: ordinary work, done alone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One skill to take as a target. ``shown`` is what the roles held show; ``None`` where unknown."""

    element_id: str
    name: str
    origin: str
    required: float
    shown: float | None
    weight: float
    gap: float
    by: dt.date
    why: str
    destination: Destination

    @property
    def percent(self) -> int:
        """How much it counts."""
        return round(100 * self.weight)


def offers(*, owner: User, today: dt.date) -> tuple[Offer, ...]:
    """What is missing and not yet wanted, the widest gap first; none without a destination."""
    active = destinations.active(owner=owner)
    if active is None:
        return ()
    found = reality(
        owner=owner,
        said=active.latest.hypothesis(),
        today=today,
        assumptions=destinations.assumptions(owner=owner, destination=active.destination),
    )
    if isinstance(found, Lacking):
        return ()
    wanted = SkillTarget.objects.filter(owner=owner, trashed_at__isnull=True)
    taken = {(name.casefold()) for name in wanted.values_list("name", flat=True)}
    gaps = found.check.gaps
    missing = [*_rated(gaps, active, today)] or [*_activities(gaps, active, today)]
    return tuple(each for each in _once(missing) if each.name.casefold() not in taken)


def _rated(gaps: Gaps, active: Written, today: dt.date) -> Iterator[Offer]:
    rows = [
        (row, domain.domain)
        for domain in gaps.rated
        for row in domain.rows
        if row.standing is Standing.MISSING
    ]
    for row, domain in sorted(rows, key=lambda each: -each[0].gap):
        yield Offer(
            element_id=row.id,
            name=row.name if domain == "skills" else f"{row.name} (knowledge)",
            origin=Origin.ONET,
            required=round(row.need, 1),
            shown=None if row.have is None else round(row.have, 1),
            weight=max(round(row.weight, 2), LEAST_WEIGHT),
            gap=row.gap,
            by=_by(active, today),
            why=f"asked at {row.need:.1f}: {anchor(row.need)}; your roles show {row.have or 0:.1f}",
            destination=active.destination,
        )


def _activities(gaps: Gaps, active: Written, today: dt.date) -> Iterator[Offer]:
    """Where nothing is rated: activities, by how much of the work is new."""
    rows = [row for row in gaps.activities.rows if row.new > 0] if gaps.activities else []
    most = max((row.new for row in rows), default=1.0)
    for row in rows:
        if row.standing is not Standing.MISSING:
            continue
        yield Offer(
            element_id=row.id,
            name=row.name[:LONGEST_NAME],
            origin=Origin.ONET,
            required=USUAL_LEVEL,
            shown=None,
            weight=max(round(row.new / most, 2), LEAST_WEIGHT),
            gap=row.new,
            by=_by(active, today),
            why=f"{row.new:.0%} of the work, and new to you; the level of 4 is a start, not a fact",
            destination=active.destination,
        )


def _once(found: list[Offer]) -> Iterator[Offer]:
    """A skill and a field of knowledge of one name keep apart; the rest go by their plain name."""
    plain = [each.name.removesuffix(" (knowledge)") for each in found]
    for each, name in zip(found, plain, strict=True):
        yield each if plain.count(name) > 1 else replace(each, name=name)


def _by(active: Written, today: dt.date) -> dt.date:
    """The destination’s own date; two years from now where that has passed."""
    if active.latest.by > today:
        return active.latest.by
    return dt.date(today.year + 2, today.month, 1)


def origin_of(name: str) -> dict[str, Any]:
    """Where a skill typed by hand comes from: O*NET’s rated skills, ESCO’s, or one’s own words."""
    wanted, facts = name.casefold(), market()
    for element in _elements():
        if element.name.casefold() == wanted:
            return {"origin": Origin.ONET, "element_id": element.id}
    for label, uri in zip(facts.competences.labels, facts.competences.uris, strict=True):
        if label.casefold() == wanted:
            return {"origin": Origin.ESCO, "element_id": uri.rpartition("/")[2][:64]}
    return {"origin": Origin.OWN, "element_id": ""}


def suggestions(*, owner: User) -> tuple[str, ...]:
    """Names to choose from while typing: O*NET’s, and ESCO’s of the destination’s occupation."""
    facts, names = market(), [element.name for element in _elements()]
    active = destinations.active(owner=owner)
    code = active.latest.occupation_code if active else ""
    if code in facts.index:
        names += [label for label, _ in facts.competences.of(facts.index[code])]
    return tuple(dict.fromkeys(names))


def _elements() -> Iterator[Element]:
    for domain in RATED:
        ratings = market().ratings.get(domain)
        yield from ratings.elements if ratings else ()

"""What somebody sees of a part that is shared with them: to read, with nothing to press in it.

Each page is made from an ``Opened`` and the queries every other page uses. Private notes, money and
what people at home said are not part of a shared transition; notes under “mine alone”, and what a
facilitator wrote, are not part of shared session notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from turnpoint.apps.accounts.access import Opened
from turnpoint.apps.accounts.models import Part
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.page import said_of
from turnpoint.apps.destinations.reality import Lacking, reality
from turnpoint.apps.facilitation import queries as facilitation
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.plans import queries as plans
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import page as roles
from turnpoint.apps.transitions import answer_tables as tables
from turnpoint.apps.transitions import queries as transitions
from turnpoint.apps.transitions.answers import Asked, quickly
from turnpoint.apps.transitions.cell_links import CellLinks
from turnpoint.apps.transitions.effect_cells import said_briefly
from turnpoint.core.decision.answers import Unanswerable
from turnpoint.core.decision.said_standing import places
from turnpoint.labour.preparation import EDUCATION_LEVELS


@dataclass(frozen=True, slots=True)
class Page:
    """A template, and what it shows."""

    template: str
    context: dict[str, Any]


def profile(opened: Opened) -> Page:
    owner, known = opened.owner, market()
    level = profiles.education_level(owner=owner)
    context = {
        "profile": profiles.profile(owner=owner),
        "level": EDUCATION_LEVELS[level - 1].capitalize() if level else "",
        "roles": [
            (role, known.occupations[known.index[role.occupation_code]].title)
            if role.occupation_code in known.index
            else (role, "")
            for role in profiles.held_roles(owner=owner)
        ],
        "groups": [
            ("Education", "education", profiles.education(owner=owner)),
            ("Skills", "skills", profiles.skills(owner=owner)),
            ("Languages", "languages", profiles.languages(owner=owner)),
            ("Certificates and licences", "certifications", profiles.certifications(owner=owner)),
        ],
    }
    return Page("profile", context)


def role(opened: Opened) -> Page:
    return Page("role", {"page": roles.role(owner=opened.owner)})


def destination(opened: Opened) -> Page:
    found = destinations.destination(owner=opened.owner, destination_id=opened.number)
    latest = destinations.latest(owner=opened.owner, destination=found)
    return Page("destination", said_of(found, latest))


def reality_check(opened: Opened) -> Page:
    owner = opened.owner
    found = destinations.destination(owner=owner, destination_id=opened.number)
    latest = destinations.latest(owner=owner, destination=found)
    checked = reality(
        owner=owner,
        said=latest.hypothesis(),
        today=timezone.localdate(),
        assumptions=destinations.assumptions(owner=owner, destination=found),
    )
    known = None if isinstance(checked, Lacking) else checked
    return Page("reality", said_of(found, latest) | {"reality": known, "read_only": True})


def plan(opened: Opened) -> Page:
    return Page("plan", {"page": plans.plan(owner=opened.owner)})


def transition(opened: Opened) -> Page:
    owner, today = opened.owner, timezone.localdate()
    found = transitions.checked(owner=owner, transition_id=opened.number, today=today)
    rows = found.rows
    context: dict[str, Any] = {
        "transition": rows.transition,
        "rows": rows,
        "table": [
            (
                criterion,
                [
                    said_briefly(rows.effects.get((option.pk, criterion.pk)))
                    for option in rows.options
                ],
            )
            for criterion in rows.criteria
        ],
        "recorded": transitions.decision(owner=owner, transition_id=opened.number),
    }
    try:
        known = quickly(Asked(owner.pk, rows.transition.pk, found.file, today)).answers
    except Unanswerable:
        return Page("transition", context)
    links = CellLinks(rows, known)
    context["places"] = tables.places(known, links)
    context["sentences"] = [
        "".join(text for text, _ in words) for words in tables.in_words(places(known), links)
    ]
    return Page("transition", context)


def notes(opened: Opened) -> Page:
    found = facilitation.notes_to_read(owner=opened.owner, engagement_id=opened.number)
    return Page("notes", {"engagement": found.engagement, "notes": found.notes})


PAGES: dict[Part, Callable[[Opened], Page]] = {
    Part.PROFILE: profile,
    Part.ROLE: role,
    Part.DESTINATION: destination,
    Part.REALITY: reality_check,
    Part.PLAN: plan,
    Part.TRANSITION: transition,
    Part.NOTES: notes,
}
"""How each part is shown. A part without a page cannot be read."""

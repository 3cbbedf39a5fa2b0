"""Writing the sample people into a workspace, through the same services a page calls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.queries import sample_people
from turnpoint.apps.accounts.services import make_sample_person
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.routes import services as routes
from turnpoint.interfaces.samples.amara import AMARA
from turnpoint.interfaces.samples.days import give_days
from turnpoint.interfaces.samples.deciding import give_decisions
from turnpoint.interfaces.samples.developing import give_plan
from turnpoint.interfaces.samples.facilitating import give_facilitator
from turnpoint.interfaces.samples.lately import give_lately
from turnpoint.interfaces.samples.learning import give_skills
from turnpoint.interfaces.samples.maren import MAREN
from turnpoint.interfaces.samples.person import SamplePerson
from turnpoint.interfaces.samples.quarters import give_quarters
from turnpoint.interfaces.samples.role_parts import ROLES, take_apart
from turnpoint.interfaces.samples.ruth import RUTH
from turnpoint.interfaces.samples.theo import THEO
from turnpoint.interfaces.samples.wondering import follow_up, imagine

WEEKS_BETWEEN = dt.timedelta(weeks=3)
"""Time between two revisions of a sample person’s destination."""

SINCE_PINNED = dt.timedelta(weeks=1)

PEOPLE = (RUTH, MAREN, THEO, AMARA)


def fill() -> Iterator[str]:
    """Make every sample person and their facilitator, each in one transaction; yields each name."""
    for person in PEOPLE:
        with transaction.atomic():
            owner = make_sample_person(
                username=person.username, name=person.name, sample_line=person.line
            )
            _describe(owner, person)
            take_apart(owner, ROLES[person.username])
            written = _hope(owner, person)
            _pin(owner, person, written)
            give_skills(owner=owner, destination=written, today=timezone.localdate())
            give_plan(owner=owner, today=timezone.localdate())
            give_days(owner=owner, destination=written, today=timezone.localdate())
            give_quarters(owner=owner, destination=written, today=timezone.localdate())
            give_decisions(owner=owner, username=person.username, today=timezone.localdate())
            give_lately(owner=owner, today=timezone.localdate())
        yield person.name
    with transaction.atomic():
        made = {each.username: each for each in sample_people()}
        ines = give_facilitator(ruth=made["ruth"], theo=made["theo"], amara=made["amara"])
    yield ines.first_name


def _describe(owner: User, person: SamplePerson) -> None:
    profiles.save_profile(owner=owner, **person.profile)
    for role in person.roles:
        profiles.add_role(owner=owner, **role)
    for education in person.education:
        profiles.add_education(owner=owner, **education)
    for skill in person.skills:
        profiles.add_skill(owner=owner, **skill)
    for language in person.languages:
        profiles.add_language(owner=owner, **language)


def _hope(owner: User, person: SamplePerson) -> Destination:
    """Write the destination as it was saved over the last weeks, one revision after another."""
    first, *later = person.revisions
    now = timezone.now()
    written = destinations.write_destination(
        # Early enough for whatever was asked of it, also where it was never revised.
        owner=owner,
        said=first,
        saved_at=now - WEEKS_BETWEEN * (len(person.revisions) + 1),
    )
    moments = [now - WEEKS_BETWEEN * left for left in range(len(later), 0, -1)]
    today = timezone.localdate()
    revised = list(zip(moments, later, strict=True))
    follow_up(owner=owner, destination=written, later=revised, today=today)
    imagine(owner=owner, today=today)
    return written


def _pin(owner: User, person: SamplePerson, written: Destination) -> None:
    """Pin the routes they thought about a week ago."""
    for path in person.routes:
        routes.pin_route(
            owner=owner,
            destination_id=written.pk,
            path=",".join(path),
            pinned_at=timezone.now() - SINCE_PINNED,
        )

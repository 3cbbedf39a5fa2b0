"""A destination as a brief prints it: the person's words, and the reality check as its page has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries
from turnpoint.apps.destinations.experiments.queries import questions
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.reality import Lacking, reality
from turnpoint.apps.destinations.wording import said_day, said_floor, said_hours, said_month
from turnpoint.apps.profiles.queries import profile
from turnpoint.reports.brief import Brief, Drawing, Line

LACKING = {
    Lacking.OCCUPATION: "The destination names no published occupation yet, so no figure speaks to it.",
    Lacking.PERSON: "No role is written down yet, so there is nothing to hold the destination against.",
}


def brief(*, owner: User, destination: Destination, today: dt.date) -> Brief:
    """The brief of a destination as it stands today, with the person’s assumptions, without routes."""
    revision = queries.latest(owner=owner, destination=destination)
    said = revision.hypothesis()
    assumptions = queries.assumptions(owner=owner, destination=destination)
    found = reality(owner=owner, said=said, today=today, assumptions=assumptions)
    described = Brief(
        person=profile(owner=owner).name,
        statement=said.statement,
        by=said_month(said.by),
        subtitle=_subtitle(said, revision.number, timezone.localdate(revision.saved_at)),
        dated=said_day(today),
        day=today,
        said=tuple(_said(said)),
        open=tuple(_open(owner, destination, said)),
    )
    if isinstance(found, Lacking):
        return replace(described, lacking=LACKING[found])
    charts = (
        ("Skills, by what is missing", found.skills or found.activities),
        ("Months to be ready", replace(found.readiness, source="")),
        ("Pay, against staying", found.outlook),
    )
    return replace(
        described,
        check=found.check,
        place=found.place,
        charts=tuple(Drawing(heading, chart) for heading, chart in charts if chart),
    )


def _open(owner: User, destination: Destination, said: Hypothesis) -> Iterator[str]:
    """What is not known yet, each question with what is planned to find out."""
    asked = [each for each in questions(owner=owner, destination=destination) if each.open]
    if said.least_sure and said.least_sure not in {each.now.question for each in asked}:
        yield said.least_sure
    for each in asked:
        plan = each.next.plan if each.next else None
        tried = f" Next: {plan.what}, by {said_day(plan.due)}." if plan else ""
        yield f"{each.now.question}{tried}"


def _subtitle(said: Hypothesis, revision: int, saved: dt.date) -> str:
    business = "as my own business" if said.own_business else ""
    sure = "" if said.confidence is None else f"{said.confidence}% sure"
    work = ", ".join(filter(None, (said.title, business)))
    return " · ".join(filter(None, (work, f"revision {revision} of {said_day(saved)}", sure)))


def _said(said: Hypothesis) -> Iterator[Line]:
    hours = "; ".join(filter(None, (said_hours(said), said.flexibility)))
    lines = (
        Line("Why", said.why),
        Line("Where", said.place),
        Line("Pay, at least", said_floor(said)),
        Line("Hours", hours),
    )
    yield from (line for line in lines if line.text)
    for dream in said.dreams:
        label = f"By {said_month(dream.by)}" if dream.by else str(dream.kind).capitalize()
        yield Line(label, dream.text)

"""What the page of a destination shows: the person’s own words, and the facts held against them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries
from turnpoint.apps.destinations.assumption_form import AssumptionForm, form_of
from turnpoint.apps.destinations.experiments.queries import questions
from turnpoint.apps.destinations.hypothesis import LONGEST_LINE, months_between
from turnpoint.apps.destinations.models import Destination, DestinationRevision
from turnpoint.apps.destinations.reality import Lacking, Reality, reality
from turnpoint.apps.destinations.wording import said_floor, said_hours


def said_of(destination: Destination, revision: DestinationRevision) -> dict[str, Any]:
    """What one revision says, for a template."""
    said = revision.hypothesis()
    return {
        "destination": destination,
        "revision": revision,
        "said": said,
        "floor": said_floor(said),
        "hours": said_hours(said),
        "dated": any(dream.by for dream in said.dreams),
        "passed": months_between(timezone.localdate(), revision.by) < 0,
    }


def page_of(
    owner: User, destination: Destination, form: AssumptionForm | None = None
) -> dict[str, Any]:
    """Everything on the page of a destination.

    ``form`` is what was typed; where it has problems, the figures stay as they were.
    """
    revision = queries.latest(owner=owner, destination=destination)
    kept = queries.assumptions(owner=owner, destination=destination)
    said = revision.hypothesis()
    found = reality(owner=owner, said=said, today=timezone.localdate(), assumptions=kept)
    if form is None:
        form = form_of(kept, "" if isinstance(found, Lacking) else found.foreign_currency)
    shown: dict[str, Any] = {"lacking": None, "reality": None}
    shown["lacking" if isinstance(found, Lacking) else "reality"] = found
    unknown = _unknown(owner, destination, revision)
    return said_of(destination, revision) | shown | unknown | _assumed(form, found)


def _unknown(
    owner: User, destination: Destination, revision: DestinationRevision
) -> dict[str, Any]:
    """What is not known yet; ``prompt`` is what it says it is least sure of, where nothing is asked."""
    asked = questions(owner=owner, destination=destination)
    still = [each for each in asked if each.open]
    said = {statement.question for each in asked for statement in each.statements}
    least = revision.least_sure[:LONGEST_LINE]
    return {
        "open_questions": still,
        "closed_count": len(asked) - len(still),
        "prompt": "" if still or least in said else least,
    }


def _assumed(form: AssumptionForm, found: Reality | Lacking) -> dict[str, Any]:
    if isinstance(found, Lacking):
        return {"form": form}
    every = frozenset(each.term.name for each in form.fields)
    touched = {each.term.name for each in form.fields if each.term.changed or each.problem}
    idle = found.varied.idle - touched
    return {"form": form, "playing": form.themes(every - idle), "idle": form.themes(idle)}

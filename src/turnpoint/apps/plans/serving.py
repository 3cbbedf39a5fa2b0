"""What a thing of a day, or a goal, can serve: one of the person’s own pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.experiments.queries import mine as experiments
from turnpoint.apps.plans.models import LONGEST_SERVES, Goal, GoalState, Serving
from turnpoint.apps.plans.quarter import Quarter
from turnpoint.apps.routes.queries import every_pinned
from turnpoint.apps.skills.accepted import in_force
from turnpoint.apps.skills.models import SkillTarget
from turnpoint.apps.transitions.models import Status
from turnpoint.apps.transitions.queries import unsettled, written
from turnpoint.errors import BadInput


@dataclass(frozen=True, slots=True)
class Serves:
    """One thing to serve. ``key`` is its kind and number, as a form sends it."""

    kind: str
    id: int
    words: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def title(self) -> str:
        return KINDS[self.kind][1]

    def columns(self) -> dict[str, Any]:
        """What a row keeps of it: the words as they are now, and the way there."""
        return {"serves": self.words[:LONGEST_SERVES], f"{self.kind}_id": self.id}


KINDS = {
    "goal": ("Goals of this quarter", "goal"),
    "experiment": ("Experiments", "experiment"),
    "target": ("Skills you want", "skill you want"),
    "destination": ("Destinations", "destination"),
    "transition": ("Transitions", "transition"),
    "finding": ("Questions to settle", "question to settle"),
    "route": ("Next steps of pinned routes", "next step of a pinned route"),
    "opportunity": ("The plan you follow", "opportunity of the plan you follow"),
}
"""What can be served: the heading of the kind, and what one of it is called."""

LINKED = tuple(kind for kind in KINDS if kind != "goal")
"""What every ``Serving`` can lead to; only things of a day or a week serve a goal."""


def servable(*, owner: User, goals: bool = True) -> tuple[Serves, ...]:
    """Everything of the person’s that something done today may serve; a goal serves no other."""
    found = _goals(owner) if goals else []
    tried = [trial for question in experiments(owner=owner) for trial in question.trials]
    found += [Serves("experiment", each.row.pk, each.plan.what) for each in tried if each.waiting]
    wanted = SkillTarget.objects.filter(owner=owner, trashed_at__isnull=True)
    found += [Serves("target", *each) for each in wanted.values_list("pk", "name")]
    headed = destinations.destinations(owner=owner)
    found += [
        Serves("destination", each.destination.pk, each.latest.statement)
        for each in headed
        if each.destination.archived_at is None
    ]
    open_ones = [row for row in written(owner=owner) if row.status == Status.OPEN]
    found += [Serves("transition", row.pk, row.question) for row in open_ones]
    found += [Serves("finding", row.pk, row.text) for row in unsettled(owner=owner)]
    found += [Serves("route", each.id, each.first.title) for each in every_pinned(owner=owner)]
    plan = in_force(owner=owner)
    due = plan.next(timezone.localdate()) if plan is not None else ()
    found += [Serves("opportunity", each.opportunity, each.name) for each in due]
    return tuple(found)


def _goals(owner: User) -> list[Serves]:
    now = Quarter.of(timezone.localdate())
    rows = Goal.objects.filter(
        owner=owner,
        year=now.year,
        quarter=now.number,
        state=GoalState.OPEN,
        trashed_at__isnull=True,
    )
    return [Serves("goal", *each) for each in rows.order_by("slot").values_list("pk", "text")]


def aims(*, owner: User, key: str, words: str = "", goals: bool = True) -> dict[str, Any]:
    """The columns of what a form says it serves: a thing of one’s own, or words."""
    if key:
        return chosen(owner=owner, key=key, goals=goals).columns()
    return {"serves": " ".join(words.split())[:LONGEST_SERVES]}


NOTHING: dict[str, Any] = {"serves": ""} | {f"{kind}_id": None for kind in LINKED}
"""The columns of something that serves nothing in particular."""


def key_of(row: Serving) -> str:
    """What something serves, as a form sends it; nothing for what is only words."""
    for kind in KINDS:
        if number := getattr(row, f"{kind}_id", None):
            return f"{kind}:{number}"
    return ""


def itself(row: Serving) -> str:
    """What serves a thing of the same words: “the experiment”; else the words as they are."""
    kind = key_of(row).partition(":")[0]
    return f"the {KINDS[kind][1]}" if kind else row.serves


def chosen(*, owner: User, key: str, goals: bool = True) -> Serves:
    """The thing a form names. Raises ``BadInput`` for anybody else’s, and for one that is gone."""
    known = servable(owner=owner, goals=goals)
    found = next((each for each in known if each.key == key), None)
    if found is None:
        message = "What this should serve is not there any more. Choose another, or none."
        raise BadInput(message, where="serves")
    return found

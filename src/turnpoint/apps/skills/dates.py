"""Dates of skills for the calendar: when each is wanted, and when things of the plan begin and end."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from turnpoint.apps.accounts.calendar_dates import DatedThing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills.accepted import in_force
from turnpoint.apps.skills.models import SkillTarget


def dates(*, owner: User) -> tuple[DatedThing, ...]:
    """The dates by which skills are wanted, and those of the plan that is followed."""
    rows = SkillTarget.objects.filter(owner=owner, trashed_at__isnull=True).order_by("by", "pk")
    found = [
        DatedThing(
            uid=f"skill-{row.pk}-wanted",
            starts=row.by,
            title=f"Wanted by now: {row.name} at {row.required:g}",
            address=reverse("skills:read", args=[row.pk]),
        )
        for row in rows
    ]
    plan = in_force(owner=owner)
    for each in plan.items if plan is not None else ():
        if plan is None or each.gone or each.done:
            continue
        address = reverse("skills:accepted", args=[plan.row.number])
        key = f"opportunity-{each.opportunity}"
        found.append(
            DatedThing(
                f"{key}-begins",
                each.start,
                f"Begin: {each.name}",
                address,
                alarm=dt.timedelta(days=7),
            )
        )
        found.append(DatedThing(f"{key}-ends", each.end, f"Should be done: {each.name}", address))
    return tuple(found)

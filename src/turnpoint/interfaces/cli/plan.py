"""``turnpoint plan``: what to take up and when, as the page of the plan finds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    prepare_database,
    prepare_facts,
    start_django,
    whose,
)

if TYPE_CHECKING:
    # Django’s models can be loaded only once the data folder has been chosen.
    from turnpoint.apps.skills.drafting import Draft
    from turnpoint.apps.skills.plan_page import PlanShown
    from turnpoint.apps.skills.solving import Found


@click.command()
@click.option("--person", metavar="NAME", help="A sample person of the demo (ruth, maren, …).")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@data_dir_option
def plan(*, person: str | None, as_json: bool, data_dir: Path | None) -> None:
    """Find what to take up and when, for the skills you want, within your hours and money.

    Skills, opportunities and limits are those of the pages; a plan made by hand is checked and
    shown as it is. Nothing is stored. Exit code 1: what is pinned cannot be kept to.
    """
    choose_data_folder(data_dir, demo=person is not None)
    start_django()
    prepare_database()
    prepare_facts()
    from django.utils import timezone

    from turnpoint.apps.accounts.time_zone import zone_of
    from turnpoint.apps.skills.drafting import draft
    from turnpoint.apps.skills.plan_page import shown
    from turnpoint.apps.skills.solving import solve

    owner = whose(person)
    timezone.activate(zone_of(owner.time_zone) or timezone.get_default_timezone())
    made = draft(owner=owner, today=timezone.localdate())
    found = solve(made) if made.by_hand is None else None
    page = shown(made, found.plan.taken if found else made.by_hand or (), found)
    click.echo(
        json.dumps(values(made, page, found), ensure_ascii=False, indent=2)
        if as_json
        else "\n".join(lines(made, page, found))
    )


def lines(made: Draft, page: PlanShown, found: Found | None) -> list[str]:
    said = [
        f"{line.start:%B %Y} to {line.last:%B %Y}: {line.known.row.name}, "
        f"{line.known.row.hours:g} hours a week ({line.leads})"
        for line in page.lines
    ] or ["Nothing that is written down brings any of these skills in time within these limits."]
    said += ["", *page.breaches] if page.breaches else []
    said += ["", *filter(None, [page.proof])]
    said += [each.words for each in (found.more if found else ()) if each.words]
    for each in page.outcomes:
        when = f"by {each.month:%B %Y}" if each.month else "as it is"
        said.append(f"{each.row.name}: {each.level:g} of {each.row.required:g}, {when}")
    return said


def values(made: Draft, page: PlanShown, found: Found | None) -> dict[str, Any]:
    return {
        "inputs": made.inputs,
        "by_hand": made.by_hand is not None,
        "hours": made.limits.hours,
        "budget": made.limits.budget,
        "currency": made.currency,
        "months": made.limits.months,
        "plan": [
            {
                "opportunity": line.known.row.name,
                "start": f"{line.start:%Y-%m}",
                "until": f"{line.last:%Y-%m}",
                "hours": line.known.row.hours,
                "cost": float(line.known.row.cost),
                "pinned": line.pinned,
                "leads": {row.name: level for row, level in line.known.levels},
            }
            for line in page.lines
        ],
        "skills": [
            {
                "skill": each.row.name,
                "level": each.level,
                "required": each.row.required,
                "month": f"{each.month:%Y-%m}" if each.month else None,
                "met": each.met,
            }
            for each in page.outcomes
        ],
        "breaches": list(page.breaches),
        "value": found.plan.value if found else None,
        "bound": found.plan.bound if found else None,
        "gap": found.plan.gap if found else None,
        "proof": page.proof,
        "holds_back": [each.words for each in (found.more if found else ()) if each.words],
    }

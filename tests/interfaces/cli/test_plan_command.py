"""``turnpoint plan`` says what the page says."""

from __future__ import annotations

import json

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills.drafting import draft, month_after
from turnpoint.apps.skills.plan_page import shown
from turnpoint.apps.skills.services import opportunities, targets
from turnpoint.apps.skills.solving import solve
from turnpoint.interfaces.cli.plan import lines, values


def test_gives_the_plan_its_proof_and_what_holds_it_back(ada: User) -> None:
    today = timezone.localdate()
    wanted = targets.want(
        owner=ada, name="Biology", required=4, weight=0.5, by=month_after(today, 12)
    )
    opportunities.add(
        owner=ada, name="Course", kind="course", hours=3, length=2, levels={wanted.pk: 4.0}
    )
    made = draft(owner=ada, today=today)
    found = solve(made)
    page = shown(made, found.plan.taken, found)
    told = json.loads(json.dumps(values(made, page, found)))
    assert told["plan"][0]["opportunity"] == "Course"
    assert told["plan"][0]["start"] == f"{today:%Y-%m}"
    assert told["skills"][0]["met"]
    assert told["gap"] < 1e-3
    said = "\n".join(lines(made, page, found))
    assert "Course, 3 hours a week (Biology to 4)" in said
    assert "that is proven" in said

"""Emptying the database after a test that really committed.

Django then empties table by table in any order. A revision of a destination refuses to go before
its destination or role statement, a decision before its transition: so those go first, and take the
rest along. The access log goes with the people, and receipts when they are nobody’s any more.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _what_others_stay_with_goes_first(request: pytest.FixtureRequest) -> Iterator[None]:
    marker = request.node.get_closest_marker("django_db")
    if {"transactional_db", "live_server"} & set(request.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    ):
        request.getfixturevalue("transactional_db")
        yield
        from turnpoint.apps.accounts.models import GrantReceipt, User
        from turnpoint.apps.destinations.models import Destination
        from turnpoint.apps.roles.models import RoleStatement
        from turnpoint.apps.skills.models import PlanFrame, SkillTarget
        from turnpoint.apps.transitions.models import Transition

        RoleStatement.objects.all().delete()
        Destination.objects.all().delete()
        Transition.objects.all().delete()
        SkillTarget.objects.all().delete()
        PlanFrame.objects.all().delete()
        User.objects.all().delete()
        GrantReceipt.objects.all().delete()
    else:
        yield

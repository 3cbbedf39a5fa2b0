from __future__ import annotations

import datetime as dt

from django.utils import timezone
from tests.apps.archive.workspaces import MAKERS, make

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import queries, services

REMOVED = sorted(name for name in MAKERS if "removed" in name or "unpinned" in name)


def in_trash(owner: User) -> int:
    return queries.counted(owner=owner).in_trash


def test_keeps_for_thirty_days_what_was_removed(ada: User) -> None:
    make(ada, REMOVED)
    assert in_trash(ada) >= len(REMOVED) - 2
    before = queries.counted(owner=ada)
    assert services.empty_trash() == 0
    assert queries.counted(owner=ada) == before


def test_then_lets_it_go_for_good_and_only_that(ada: User, bob: User) -> None:
    make(ada, [*REMOVED, "a_destination"])
    make(bob, ["a_destination", "a_removed_role"])
    kept = queries.counted(owner=ada).all - in_trash(ada)
    long_ago = timezone.now() - queries.KEPT_FOR - dt.timedelta(minutes=1)
    for table in queries.with_trash():
        table.rows(ada).filter(trashed_at__isnull=False).update(trashed_at=long_ago)
    before = queries.counted(owner=bob)
    assert services.empty_trash() > 0
    assert in_trash(ada) == 0
    assert 0 < queries.counted(owner=ada).all <= kept
    assert queries.counted(owner=bob) == before

"""What a person does with occupations."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations import queries
from turnpoint.apps.occupations.models import SavedOccupation
from turnpoint.errors import NotFound
from turnpoint.labour.occupation import Occupation


@transaction.atomic
def save_occupation(*, owner: User, code: str) -> Occupation:
    """Keep an occupation on the person’s list. Raises ``NotFound`` for a code there is not."""
    known = queries.occupation(code)
    SavedOccupation.objects.update_or_create(
        owner=owner, code=known.code, defaults={"trashed_at": None}
    )
    return known


@transaction.atomic
def unsave_occupation(*, owner: User, code: str) -> Occupation:
    """Take an occupation from the list; saving it again brings it back with its date."""
    known = queries.occupation(code)
    saved = SavedOccupation.objects.filter(owner=owner, code=known.code, trashed_at__isnull=True)
    if not saved.update(trashed_at=timezone.now()):
        raise NotFound(f"“{known.title}” is not on your list.")
    return known

"""Reading what a person said about their role. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles.beside import Beside, beside
from turnpoint.apps.roles.models import OtherActivity, OtherRole, RoleActivity, RoleWeek
from turnpoint.errors import NotFound

NOT_YOURS = "There is no such thing in your role. It may have been removed since."
NO_ROLE = "Say in your profile what your job is; then it can be taken apart here."


def held_role(*, owner: User) -> HeldRole:
    """The present role. Raises ``NotFound`` where none is said."""
    found = profiles.present_role(owner=owner)
    if found is None:
        raise NotFound(NO_ROLE)
    return found


def week(*, owner: User, held: HeldRole) -> RoleWeek:
    """The week of a role; one that is not stored yet where nothing was said."""
    found = RoleWeek.objects.filter(owner=owner, held=held, trashed_at__isnull=True).first()
    return found or RoleWeek(owner=owner, held=held)


@once
def activities(*, owner: User, held: HeldRole) -> tuple[RoleActivity, ...]:
    """The activities of a role, as they were said."""
    return tuple(RoleActivity.objects.filter(owner=owner, held=held, trashed_at__isnull=True))


def activity(*, owner: User, activity_id: int) -> RoleActivity:
    """One activity. Raises ``NotFound`` for anybody else’s."""
    found = (
        RoleActivity.objects.select_related("held")
        .filter(owner=owner, pk=activity_id, trashed_at__isnull=True)
        .first()
    )
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


def others(*, owner: User, held: HeldRole) -> tuple[OtherRole, ...]:
    """The roles that stand beside one’s own."""
    return tuple(OtherRole.objects.filter(owner=owner, held=held, trashed_at__isnull=True))


def other(*, owner: User, other_id: int) -> OtherRole:
    """One role beside one’s own. Raises ``NotFound`` for anybody else’s."""
    found = (
        OtherRole.objects.select_related("held")
        .filter(owner=owner, pk=other_id, trashed_at__isnull=True)
        .first()
    )
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


def activities_there(*, owner: User, other: OtherRole) -> tuple[OtherActivity, ...]:
    """What is said or guessed of the time of another role."""
    return tuple(OtherActivity.objects.filter(owner=owner, other=other, trashed_at__isnull=True))


def activity_there(*, owner: User, other_id: int, there_id: int) -> OtherActivity:
    """One activity that is new in another role. Raises ``NotFound`` for anybody else’s."""
    found = OtherActivity.objects.filter(
        owner=owner,
        pk=there_id,
        other_id=other_id,
        other__trashed_at__isnull=True,
        trashed_at__isnull=True,
        activity__isnull=True,
    ).first()
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


def continuity_of(*, owner: User, other_id: int) -> Beside | None:
    """How much of the time a person loves a role beside theirs would keep.

    ``None`` where no time is said of the present role. Raises ``NotFound`` for anybody else’s.
    """
    found = other(owner=owner, other_id=other_id)
    return beside(
        week(owner=owner, held=found.held),
        activities(owner=owner, held=found.held),
        found,
        activities_there(owner=owner, other=found),
    )


def all_beside(*, owner: User, held: HeldRole) -> tuple[Beside, ...]:
    """Every role beside the present one; none where no time is said."""
    found = (continuity_of(owner=owner, other_id=row.pk) for row in others(owner=owner, held=held))
    return tuple(each for each in found if each is not None)

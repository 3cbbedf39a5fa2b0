"""“Time I love kept” as a criterion: what the roles beside one’s own say of each option."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import queries as roles
from turnpoint.apps.roles.beside import Beside
from turnpoint.apps.roles.models import OtherRole
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Criterion, LovedTime, Option
from turnpoint.errors import BadInput

MOVED = 0.5
"""Percent from which on a figure counts as changed."""
NOTHING_LOVED = (
    "No time you love is said of your role yet, so none can be kept. Say under Role where your time "
    "goes and how it feels."
)


@dataclass(frozen=True, slots=True)
class Share:
    """Loved time kept, in percent. ``of`` is the role it is kept in, ``None`` for the present one."""

    low: float
    likely: float
    high: float
    of: OtherRole | None

    @property
    def spelt(self) -> str:
        low, likely, high = (f"{each:.0f}" for each in (self.low, self.likely, self.high))
        return f"{low} %" if low == high else f"{low} to {high} %, likely {likely} %"

    @property
    def named(self) -> str:
        return f"continuity of “{self.of}”" if self.of else "my role as it is"


@dataclass(frozen=True, slots=True)
class Line:
    """An option, what was taken for it, and what the same role says now."""

    option: Option
    taken: LovedTime | None
    now: Share | None

    @property
    def chosen(self) -> str:
        """The value of its choice: a role’s key, ``mine``, or nothing."""
        if self.taken is None:
            return "mine" if self.option.stays else ""
        return str(self.taken.other_id) if self.taken.other_id else "mine"

    @property
    def changed(self) -> bool:
        """Whether the role says something else by now than what was taken."""
        if self.taken is None or self.now is None:
            return False
        pairs = zip(self.figures, (self.now.low, self.now.likely, self.now.high), strict=True)
        return any(abs(one - other) >= MOVED for one, other in pairs)

    @property
    def figures(self) -> tuple[float, ...]:
        return (self.taken.low, self.taken.likely, self.taken.high) if self.taken else ()


@dataclass(frozen=True, slots=True)
class LovedTimePage:
    """Every option with what was taken, and the roles that can be taken from."""

    lines: tuple[Line, ...]
    offered: tuple[Share, ...]

    @property
    def changed(self) -> bool:
        return any(line.changed for line in self.lines)


def share(*, owner: User, other: OtherRole | None) -> Share:
    """What of loved time a role keeps; all of it for the present one.

    Raises ``BadInput`` where nothing is loved yet, ``NotFound`` for anybody else’s.
    """
    if other is None:
        return Share(100.0, 100.0, 100.0, None)
    found = roles.continuity_of(owner=owner, other_id=other.pk)
    kept = _kept(found)
    if kept is None:
        raise BadInput(NOTHING_LOVED)
    return kept


def _kept(found: Beside | None) -> Share | None:
    love = found.found.love if found else None
    if found is None or love is None or love.kept is None or love.likely is None:
        return None
    low, likely, high = (
        round(100 * each, 1) for each in (love.kept.low, love.likely, love.kept.high)
    )
    return Share(low, likely, high, found.other)


def offered(*, owner: User) -> tuple[Share, ...]:
    """What every role beside the present one would keep; none where nothing is loved."""
    held = profiles.present_role(owner=owner)
    found = roles.all_beside(owner=owner, held=held) if held else ()
    return tuple(each for each in map(_kept, found) if each is not None)


def taken_for(*, owner: User, transition_id: int) -> tuple[LovedTime, ...]:
    """What was taken from roles in a transition."""
    return tuple(
        LovedTime.objects.filter(
            criterion__transition__owner=owner,
            criterion__transition_id=transition_id,
            criterion__trashed_at__isnull=True,
            option__trashed_at__isnull=True,
        ).select_related("other", "option", "criterion")
    )


def loved_time_page(*, owner: User, criterion: Criterion) -> LovedTimePage:
    """The page of the criterion: what was taken, and what the roles say now."""
    found = queries.rows(owner=owner, transition_id=criterion.transition_id)
    known = offered(owner=owner)
    taken = {
        row.option_id: row
        for row in taken_for(owner=owner, transition_id=criterion.transition_id)
        if row.criterion_id == criterion.pk
    }
    by_key = {each.of.pk: each for each in known if each.of}
    mine = Share(100.0, 100.0, 100.0, None)
    lines = []
    for option in found.options:
        row = taken.get(option.pk)
        now = None if row is None else by_key.get(row.other_id) if row.other_id else mine
        lines.append(Line(option, row, now))
    return LovedTimePage(tuple(lines), known)

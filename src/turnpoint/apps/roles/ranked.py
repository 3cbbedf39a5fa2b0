"""A ranking as it stands: rows → ``core.role.best_worst`` → what its page shows."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.models import ChosenSet, Ranking, RoleActivity
from turnpoint.charts.chart import Chart
from turnpoint.charts.ranking import utility_chart
from turnpoint.core.role.best_worst import (
    FEWEST,
    Choice,
    Standing,
    Utilities,
    next_set,
    standing,
    utilities,
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A ranking under way. Activities that were removed since are left out, with their sets."""

    row: Ranking
    items: tuple[RoleActivity, ...]
    choices: tuple[ChosenSet, ...]
    utilities: Utilities
    standing: Standing
    shown: tuple[RoleActivity, ...]

    @property
    def number(self) -> int:
        return len(self.choices) + 1

    @property
    def most(self) -> int:
        return self.standing.most_sets

    @property
    def settled(self) -> bool:
        return self.standing.settled and len(self.choices) * 4 >= len(self.items)

    @property
    def done(self) -> bool:
        """By the rule: the ends are sure, or 1.25 sets an activity were answered."""
        return self.settled or len(self.choices) >= self.most

    @property
    def chart(self) -> Chart:
        names = [row.name for row in self.items]
        return utility_chart(names, self.utilities, sets=len(self.choices))


def ranking_row(*, owner: User, held: HeldRole) -> Ranking | None:
    return Ranking.objects.filter(owner=owner, held=held, trashed_at__isnull=True).first()


def ranked(*, owner: User, held: HeldRole) -> Ranked | None:
    """The ranking of a role; ``None`` where none was begun or too few of its activities are left."""
    row = ranking_row(owner=owner, held=held)
    if row is None:
        return None
    known = {each.pk: each for each in queries.activities(owner=owner, held=held)}
    items = tuple(known[key] for key in row.items if key in known)
    if len(items) < FEWEST:
        return None
    place = {each.pk: number for number, each in enumerate(items)}
    rows = tuple(ChosenSet.objects.filter(owner=owner, ranking=row, trashed_at__isnull=True))
    choices = [
        Choice(tuple(place[key] for key in each.shown), place[each.best_id], place[each.worst_id])
        for each in rows
        if all(key in place for key in each.shown)
    ]
    found = utilities(len(items), choices)
    following = next_set(len(items), choices, seed=row.seed)
    return Ranked(
        row=row,
        items=items,
        choices=rows,
        utilities=found,
        standing=standing(found, seed=row.seed),
        shown=tuple(items[number] for number in following),
    )

"""Reading skills and what was said of them. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills.models import SkillAssessment, SkillTarget
from turnpoint.core.planning import assessment as core
from turnpoint.core.planning.level import anchor
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill as it stands today. ``current`` is what tells its level; ``None`` where nobody said."""

    row: SkillTarget
    said: tuple[core.Assessment, ...]
    current: core.Assessment | None

    @property
    def id(self) -> int:
        return int(self.row.pk)

    @property
    def level(self) -> float:
        """By the rule; else what the roles held show; else nothing yet."""
        if self.current is not None and self.current.level is not None:
            return self.current.level
        return self.row.shown or 0.0

    @property
    def looks(self) -> str:
        """The level in words."""
        return anchor(self.level)

    @property
    def aim(self) -> str:
        """The level wanted in words."""
        return anchor(self.row.required)

    @property
    def met(self) -> bool:
        return self.level >= self.row.required - 1e-6

    @property
    def gap(self) -> float:
        return self.row.weight * max(self.row.required - self.level, 0.0)

    @property
    def percent(self) -> int:
        """How much it counts."""
        return round(100 * self.row.weight)


def target(*, owner: User, target_id: int, trashed: bool = False) -> SkillTarget:
    """One skill wanted. Raises ``NotFound`` for anybody else’s."""
    found = SkillTarget.objects.filter(
        owner=owner, pk=target_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound("This is not among the skills you want. It may have been removed since.")
    return found


def assessment(*, owner: User, assessment_id: int) -> SkillAssessment:
    """One thing that was said of a skill. Raises ``NotFound`` for anybody else’s."""
    found = (
        SkillAssessment.objects.filter(
            target__owner=owner, target__trashed_at__isnull=True, pk=assessment_id
        )
        .select_related("target", "corrects")
        .first()
    )
    if found is None:
        raise NotFound("Nothing like this was said of a skill of yours.")
    return found


def skills(*, owner: User, today: dt.date) -> tuple[Skill, ...]:
    """The skills wanted, the widest gap first, those that are there last."""
    rows = SkillTarget.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(sorted(_skills(rows, today), key=lambda each: (-each.gap, each.row.name)))


def skill(*, owner: User, target_id: int, today: dt.date) -> Skill:
    """One skill as it stands."""
    return _skills([target(owner=owner, target_id=target_id)], today)[0]


def _skills(rows: Iterable[SkillTarget], today: dt.date) -> list[Skill]:
    known = list(rows)
    said: dict[int, list[core.Assessment]] = {row.pk: [] for row in known}
    for each in SkillAssessment.objects.filter(target__in=known).order_by("pk"):
        said[each.target_id].append(value(each))
    return [Skill(row, tuple(said[row.pk]), core.current(said[row.pk], today)) for row in known]


def value(row: SkillAssessment) -> core.Assessment:
    """A stored assessment as the model receives it."""
    return core.Assessment(
        number=row.pk,
        on=row.on,
        level=row.level,
        source=core.Source(row.source),
        strength=core.Strength(row.strength),
        evidence=row.evidence,
        who=row.who,
        corrects=row.corrects_id,
    )

"""One role beside another: rows → ``core.role.continuity`` → what a page says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.apps.roles.models import OtherActivity, OtherRole, RoleActivity, RoleWeek
from turnpoint.core.role.activity import UNKNOWN, Activity, Share
from turnpoint.core.role.continuity import Continuity, continuity

SOMETHING_ELSE = "Something else"
TELLS = 0.01
"""An answer that moves kept love by less than this is not worth a question."""
FEELS = {-2: "drains me", -1: "rather not", 0: "neither", 1: "like it", 2: "love it"}
MOST_QUESTIONS = 5
WORTH_ASKING_FOR = 0.02
"""Share of time from which on something is worth a place in a negotiation."""


@dataclass(frozen=True, slots=True)
class Line:
    """One activity: its time now and there, in the unit of the week.

    ``own`` and ``there`` are the keys of its rows; both are ``None`` for “something else”.
    """

    name: str
    activity: Activity
    now: float
    share: Share
    said: bool
    own: int | None
    there: int | None
    whole: float

    @property
    def low(self) -> float:
        return self.share.low * self.whole

    @property
    def high(self) -> float:
        return self.share.high * self.whole

    @property
    def now_shown(self) -> str:
        return f"{round(self.now * self.whole, 1):g}"

    @property
    def feels(self) -> str:
        """How it feels today, in words."""
        felt = self.activity.enjoyment
        return "" if felt is None else FEELS[round(felt)]

    @property
    def unknown(self) -> bool:
        return self.share == UNKNOWN


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the employer, and by how many percent of loved time its answer may move."""

    text: str
    moves: float


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page shows of one role beside the present one.

    ``notes`` say in words where what was typed had to be read in proportion.
    """

    other: OtherRole
    week: RoleWeek
    lines: tuple[Line, ...]
    found: Continuity
    questions: tuple[Asked, ...]
    negotiate: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def guessed(self) -> bool:
        """Whether anything rests on a guess from the facts."""
        return any(not line.said and not line.unknown for line in self.lines)


def beside(
    week: RoleWeek,
    mine: Sequence[RoleActivity],
    other: OtherRole,
    there: Sequence[OtherActivity],
) -> Beside | None:
    """``None`` where no time of the present role is said."""
    total = sum(row.time for row in mine)
    if total <= 0:
        return None
    lines, notes = _lines(week, mine, there, total)
    found = continuity(
        [line.activity for line in lines],
        [line.now for line in lines],
        [line.share for line in lines],
        hours=week.hours,
    )
    return Beside(
        other=other,
        week=week,
        lines=tuple(lines),
        found=found,
        questions=_questions(lines, found, week),
        negotiate=_negotiate(lines, week),
        notes=notes,
    )


def _lines(
    week: RoleWeek, mine: Sequence[RoleActivity], there: Sequence[OtherActivity], total: float
) -> tuple[list[Line], tuple[str, ...]]:
    stored = {row.activity_id: row for row in there if row.activity_id}
    lines = [_own(row, stored.get(row.pk), row.time / total, week.whole) for row in mine]
    lines += [_new(row, week.whole) for row in there if not row.activity_id]
    notes = []
    if abs(total - week.whole) > 0.005 * week.whole:
        notes.append(
            f"Your own times come to {total:g} of {week.whole:g}; they are read in proportion."
        )
    least = sum(line.share.low for line in lines)
    if least > 1:
        lines = [_scaled(line, 1 / least) for line in lines]
        notes.append(
            f"Over there the times come to at least {least * week.whole:.0f} of {week.whole:g}; "
            "they are read in proportion."
        )
    elif sum(line.share.high for line in lines) < 1 or any(not line.share.known for line in lines):
        rest = Activity(SOMETHING_ELSE)
        lines.append(Line(rest.name, rest, 0.0, UNKNOWN, False, None, None, week.whole))
    return lines, tuple(notes)


def _own(row: RoleActivity, stored: OtherActivity | None, now: float, whole: float) -> Line:
    share, said = _share(stored)
    feels = None if row.enjoyment is None else float(row.enjoyment)
    about = Activity(row.name, feels, row.leading, row.repeatable)
    return Line(row.name, about, now, share, said, row.pk, stored.pk if stored else None, whole)


def _new(row: OtherActivity, whole: float) -> Line:
    share, said = _share(row)
    feels = None if row.enjoyment is None else float(row.enjoyment)
    about = Activity(row.name, feels, row.leading, row.repeatable)
    return Line(row.name, about, 0.0, share, said, None, row.pk, whole)


def _share(row: OtherActivity | None) -> tuple[Share, bool]:
    if row is None or row.low is None or row.high is None:
        return UNKNOWN, False
    return Share(row.low, row.high), row.said


def _scaled(line: Line, by: float) -> Line:
    share = Share(line.share.low * by, min(1.0, line.share.high * by))
    return Line(
        line.name, line.activity, line.now, share, line.said, line.own, line.there, line.whole
    )


def _questions(lines: Sequence[Line], found: Continuity, week: RoleWeek) -> tuple[Asked, ...]:
    asked = []
    for each in found.questions:
        moves = max(each.moves_kept, each.moves_enjoyment / 4)
        line = lines[each.activity]
        if line.name == SOMETHING_ELSE and line.own is line.there is None:
            text = "What else would I spend my time on there, and how many hours of a week?"
        else:
            text = f"How many hours of a usual week would go to “{line.name}”?"
        if moves >= TELLS:
            asked.append(Asked(text, 100 * moves))
    return tuple(asked[:MOST_QUESTIONS])


def _negotiate(lines: Sequence[Line], week: RoleWeek) -> tuple[str, ...]:
    """Loved time that might go, the most of it first; then drains that would grow."""
    loved = [
        (line.activity.love[0] * (line.now - line.share.low), line)
        for line in lines
        if line.activity.enjoyment is not None and line.activity.love[0] > 0
    ]
    said = [
        f"Keep “{line.name}”: {line.now * week.hours:.0f} hours a week today, "
        f"perhaps {line.share.low * week.hours:.0f} there."
        for gap, line in sorted(loved, key=lambda each: -each[0])
        if gap > WORTH_ASKING_FOR
    ]
    drains = [
        (line.activity.drain[0] * line.share.high, line)
        for line in lines
        if line.activity.enjoyment is not None and line.activity.drain[0] > 0
    ]
    said += [
        f"Hand on “{line.name}”, or cap it at {line.now * week.hours:.0f} hours a week."
        for weight, line in sorted(drains, key=lambda each: -each[0])
        if weight > WORTH_ASKING_FOR and line.share.high > line.now
    ]
    return tuple(said[:MOST_QUESTIONS])

"""What to find out first: each open question with what an answer is worth and costs, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from turnpoint.core.decision.file import DecisionFile, Question
from turnpoint.core.decision.information import Information
from turnpoint.core.decision.price import Price
from turnpoint.core.decision.share import Share
from turnpoint.core.decision.turning import Turning

MOST = 12
WORTH_ASKING = 0.03
"""Points of 100 below which a figure nobody asked about is left out."""

NEAR = 0.001
"""What ``Information.nearly`` may be off by, and far more."""


@dataclass(frozen=True, slots=True)
class Finding:
    """``points`` of 100 is what an answer is worth, ``money`` the same in the file’s currency (where
    a criterion is money), ``changes`` the chance that it changes which option is best. ``by`` is the
    day to begin, so that the answer comes before the deadline and every point of no return that it
    bears on; ``late`` says that this day lies before the file was opened. ``own`` questions were
    asked in the file, others are cells that are uncertain."""

    key: str
    text: str
    cells: tuple[str, ...]
    ask: str
    cost: float
    days: int
    points: float
    money: float | None
    changes: Share
    by: date | None
    late: bool
    own: bool

    @property
    def pays(self) -> bool | None:
        """Whether an answer is worth more than it costs; ``None`` where neither can be compared."""
        return None if self.money is None else self.money > self.cost


def find_out(
    file: DecisionFile, known: Information, price: Price | None, turnings: Sequence[Turning]
) -> tuple[Finding, ...]:
    """The questions, the most valuable first: those of the file, and what no question covers."""
    about = [(each, variables(known, each.about)) for each in file.questions]
    covered = {variable for _, found in about for variable in found}
    worths = [(each, *known.worth(found), True) for each, found in about]
    for variable in _promising(known, [each for each in known.moves if each not in covered]):
        points, changes = known.worth((variable,))
        if points >= WORTH_ASKING:
            worths.append((_question(file, known, variable), points, changes, False))
    worths.sort(key=lambda each: -each[1])
    return tuple(
        _finding(file, price, turnings, question, (points, changes), own=own)
        for question, points, changes, own in worths[:MOST]
    )


def _promising(known: Information, open_: Sequence[str]) -> list[str]:
    """Those that may be worth asking, and may be among the ``MOST`` that are worth the most."""
    moves = {variable: known.moves[variable] for variable in open_}
    alone = {each: known.nearly(moved[0]) for each, moved in moves.items() if len(moved) == 1}
    most = sorted(alone.values(), reverse=True)[:MOST]
    least = max(WORTH_ASKING, most[-1] if len(most) == MOST else 0.0) - NEAR
    return [each for each in moves if alone.get(each, known.world) >= least]


def variables(known: Information, cells: Iterable[str]) -> tuple[str, ...]:
    """The variables that stand at these cells, or at cells within them."""
    wanted = tuple(cells)
    return tuple(
        variable
        for variable, places in known.cells.items()
        if any(_within(place, cell) for place in (*places, variable) for cell in wanted)
    )


def _within(place: str, cell: str) -> bool:
    return place == cell or place.startswith(f"{cell}.") or cell.startswith(f"{place}.")


def _question(file: DecisionFile, known: Information, variable: str) -> Question:
    cells = known.cells[variable]
    return Question(variable, asked(file, cells[0]), cells, days=0)


def asked(file: DecisionFile, cell: str) -> str:
    """A question in words for a cell that has none."""
    part, option, rest = [*cell.split(".", 2), "", ""][:3]
    if part == "effects":
        criterion = file.criterion(rest)
        name = (criterion.name or criterion.key) if criterion else rest
        return f"“{name}”: how will it be with “{named(file, option)}”?"
    if part == "options":
        what = rest.removeprefix("money.").replace("_", " ").split(".")[0]
        return f"“{named(file, option)}”: what will its {what} be?"
    return f"What will your {option.replace('_', ' ')} be?"


def named(file: DecisionFile, key: str) -> str:
    """The name of an option."""
    option = file.option(key)
    return (option.name or option.key) if option else key


def _finding(
    file: DecisionFile,
    price: Price | None,
    turnings: Sequence[Turning],
    question: Question,
    worth: tuple[float, Share],
    *,
    own: bool,
) -> Finding:
    points, changes = worth
    last = _last_day(file, question.about, turnings)
    by = last - timedelta(days=question.days) if last else None
    return Finding(
        key=question.key,
        text=question.text,
        cells=question.about,
        ask=question.ask,
        cost=question.cost,
        days=question.days,
        points=points,
        money=points * price.lump if price else None,
        changes=changes,
        by=by,
        late=bool(by and file.opened and by < file.opened),
        own=own,
    )


def _last_day(file: DecisionFile, cells: Iterable[str], turnings: Sequence[Turning]) -> date | None:
    """The deadline, or the first day of a point of no return that comes before it."""
    options = {cell.split(".")[1] for cell in cells if cell.count(".") > 1}
    points = [each.point for each in turnings if each.option in options]
    days = [point.earliest for point in points if point]
    return min([*days, *([file.deadline] if file.deadline else [])], default=None)

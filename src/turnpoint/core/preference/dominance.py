"""Options that another is at least as good as in everything, whatever one wants.

Under the stated ranges: one option dominates another if, by every criterion, the worst it is said
to bring is worth at least the best that the other is said to bring, and more by at least one. A
variable both cells name is the same in both. Criteria that make no difference decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.preference.comparison import Comparison
from turnpoint.core.preference.effect import AtLevel, Drawn, Effect, Ends, Exactly, Unknown
from turnpoint.core.preference.value import Criterion, Levels
from turnpoint.core.trajectory.interval import Interval


@dataclass(frozen=True, slots=True)
class Dominated:
    """``option`` is at most as good as ``by`` in everything."""

    option: str
    by: str


def reach(effect: Effect, criterion: Criterion) -> tuple[float, float]:
    """The least and the most that an effect may be worth within its stated range."""
    function = criterion.value
    match effect:
        case Exactly():
            figures = [effect.value]
        case Interval() | Ends():
            figures = [effect.low, effect.high]
        case Drawn():
            figures = [float(effect.draws.min()), float(effect.draws.max())]
        case AtLevel() if isinstance(function, Levels):
            figures = [float(function.number(name)) for name in effect.names]
        case Unknown() if isinstance(function, Levels):
            figures = [float(number) for number in range(len(function.names))]
        case _:
            figures = list(function.ends)
    worth = [float(function.of(figure)) for figure in figures]
    return min(worth), max(worth)


def _same_variable(one: Effect, other: Effect) -> bool:
    return isinstance(one, Interval) and one == other and bool(one.variable)


def dominates(table: Comparison, one: str, other: str) -> bool:
    """Whether ``one`` dominates ``other`` under the stated ranges."""
    better = False
    for criterion in table.criteria:
        mine, theirs = table.effect(one, criterion), table.effect(other, criterion)
        if _same_variable(mine, theirs):
            continue
        least, most = reach(mine, criterion)[0], reach(theirs, criterion)[1]
        if least < most:
            return False
        better |= least > most
    return better


def dominated(table: Comparison) -> tuple[Dominated, ...]:
    """Each dominated option with the first option, in the order of the table, that dominates it."""
    found = []
    for option in table.options:
        by = next((o for o in table.options if o != option and dominates(table, o, option)), None)
        if by is not None:
            found.append(Dominated(option, by))
    return tuple(found)

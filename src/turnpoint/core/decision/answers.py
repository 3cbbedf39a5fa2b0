"""A decision file, answered: everything its pages, its report and the command line show.

Two uncertainties stay apart throughout: what I want (preferences) and what will happen (the world).
There is no verdict. The same stamp gives the same figures, bit for bit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from turnpoint.core.decision.as_comparison import statements
from turnpoint.core.decision.check import in_the_way, problems
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.find_out import Finding, find_out
from turnpoint.core.decision.flips import Flips, flips
from turnpoint.core.decision.information import information
from turnpoint.core.decision.preferences import UNSAID
from turnpoint.core.decision.price import Price, price
from turnpoint.core.decision.problem import Problem
from turnpoint.core.decision.runway import Runway, runways
from turnpoint.core.decision.searching import QuitOrSearch, Search, quit_or_search, searches
from turnpoint.core.decision.stamp import Stamp, stamp
from turnpoint.core.decision.standing import Standing, standing
from turnpoint.core.decision.turning import Turning, turnings
from turnpoint.core.decision.worlds import Progress, Worlds, acceptability, imagine
from turnpoint.core.preference.statement import Order, Said, Swings
from turnpoint.core.preference.weights import Contradiction
from turnpoint.errors import BadInput

DRAWS = 10_000
MOST_DRAWS = 1_000_000
SEED = 2026


class Unanswerable(BadInput):
    """Cells without which no answer can be given; ``problems`` has the sentence of each."""

    def __init__(self, found: tuple[Problem, ...]) -> None:
        super().__init__(
            "\n".join(f"{each.where}: {each.sentence}" for each in found), where=found[0].where
        )
        self.problems = found


@dataclass(frozen=True, slots=True)
class Answers:
    """``standing``, ``flips`` and ``findings`` need criteria, and preferences that do not contradict
    one another; ``problems`` says so, with every warning. ``world`` and ``wants`` are what it would
    be worth, in points of 100, to know all that will happen and to know exactly what one wants."""

    file: DecisionFile
    stamp: Stamp
    problems: tuple[Problem, ...]
    standing: Standing | None
    flips: Flips | None
    runways: tuple[Runway, ...]
    searches: tuple[Search, ...]
    quit_or_search: QuitOrSearch | None
    turnings: tuple[Turning, ...]
    findings: tuple[Finding, ...]
    price: Price | None
    world: float
    wants: float


def answer(
    file: DecisionFile,
    *,
    seed: int = SEED,
    draws: int = DRAWS,
    today: date | None = None,
    progress: Progress | None = None,
) -> Answers:
    """Answer a file. ``today`` is looked at for the deadline’s warning only, never for a figure.

    Raises ``Unanswerable`` where a cell is wrong, and ``BadInput`` for too many or too few draws.
    """
    if not 100 <= draws <= MOST_DRAWS:
        raise BadInput(f"Ask for 100 to {MOST_DRAWS:,} draws, not {draws:,}.", where="draws")
    if seed < 0:
        raise BadInput("A seed is a whole number, 0 or more.", where="seed")
    found = problems(file, today=today)
    if wrong := in_the_way(found):
        raise Unanswerable(wrong)
    made = stamp(file, seed=seed, draws=draws)
    try:
        worlds = imagine(file, seed=seed, draws=draws)
    except Contradiction as clash:
        told = (*found, *(_clash(file, clash)))
        bare = replace(file, criteria=(), effects=(), preferences=UNSAID)
        return _money_only(file, made, told, imagine(bare, seed=seed, draws=draws))
    if not file.criteria:
        return _money_only(file, made, found, worlds)
    return _answers(worlds, made, found, progress)


def _answers(
    worlds: Worlds, made: Stamp, found: tuple[Problem, ...], progress: Progress | None
) -> Answers:
    file = worlds.file
    at, known = price(worlds), information(worlds)
    back, money = turnings(file, worlds, at), runways(worlds)
    smaa = acceptability(worlds, seed=made.seed, draws=made.draws, progress=progress)
    return Answers(
        file=file,
        stamp=made,
        problems=found,
        standing=standing(worlds, smaa),
        flips=flips(worlds),
        runways=money,
        searches=searches(file, money),
        quit_or_search=quit_or_search(file),
        turnings=back,
        findings=find_out(file, known, at, back),
        price=at,
        world=known.world,
        wants=known.wants,
    )


def _money_only(
    file: DecisionFile, made: Stamp, found: tuple[Problem, ...], worlds: Worlds
) -> Answers:
    """What can be said without criteria, or while preferences contradict one another."""
    money = runways(worlds)
    return Answers(
        file=file,
        stamp=made,
        problems=found,
        standing=None,
        flips=None,
        runways=money,
        searches=searches(file, money),
        quit_or_search=quit_or_search(file),
        turnings=turnings(file, worlds, None),
        findings=(),
        price=None,
        world=0.0,
        wants=0.0,
    )


def _clash(file: DecisionFile, clash: Contradiction) -> list[Problem]:
    """Each statement of a contradiction, at its cell, with what it clashes with."""
    found = []
    for one in clash.statements:
        others = "; ".join(f"“{each.words}”" for each in clash.statements if each is not one)
        said = f"“{one.words}” cannot be true together with {others or 'itself'}; change one."
        found.append(Problem(_cell(file, one), said))
    return found


def _cell(file: DecisionFile, one: Said) -> str:
    if isinstance(one.statement, Order):
        return "preferences.ranking"
    if isinstance(one.statement, Swings):
        return "preferences.swings"
    trades = [each for each in statements(file) if not isinstance(each, Order | Swings)]
    return f"preferences.trade_offs.{trades.index(one.statement) + 1}"

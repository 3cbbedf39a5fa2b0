"""What-if: where the options would stand if a figure were another, without reckoning all the rest.

The same draws as ``answers.answer`` makes of the same file, and so the same standing and flip
points to the last bit; money, the way back and what to find out are left out, so that a page can
move a figure and see at once what it does. ``tilt`` moves weights: all that was said still holds,
and each criterion’s share is multiplied in every draw, ``w_c′ = t_c w_c / Σ_k t_k w_k``.
"""

from __future__ import annotations

from datetime import date

from turnpoint.core.decision.answers import Answers, Unanswerable
from turnpoint.core.decision.check import in_the_way, problems
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.flips import flips
from turnpoint.core.decision.problem import Problem
from turnpoint.core.decision.stamp import MODEL, Stamp
from turnpoint.core.decision.standing import standing
from turnpoint.core.decision.worlds import Progress, Tilt, acceptability, imagine


def try_out(
    file: DecisionFile,
    *,
    seed: int,
    draws: int,
    today: date | None = None,
    tilt: Tilt = (),
    progress: Progress | None = None,
) -> Answers:
    """Standing and flips only, and no hash: what is tried is not stored. Raises ``Unanswerable`` for a wrong cell, and where no criterion
    says what matters; ``Contradiction`` where preferences clash."""
    found = problems(file, today=today)
    if wrong := in_the_way(found):
        raise Unanswerable(wrong)
    if not file.criteria:
        raise Unanswerable((Problem("criteria", "Nothing says yet what matters."),))
    worlds = imagine(file, seed=seed, draws=draws, tilt=tilt)
    smaa = acceptability(worlds, seed=seed, draws=draws, progress=progress)
    return Answers(
        file=file,
        stamp=Stamp(MODEL, file.facts, seed, draws, ""),
        problems=found,
        standing=standing(worlds, smaa),
        flips=flips(worlds),
        runways=(),
        searches=(),
        quit_or_search=None,
        turnings=(),
        findings=(),
        price=None,
        world=0.0,
        wants=0.0,
    )

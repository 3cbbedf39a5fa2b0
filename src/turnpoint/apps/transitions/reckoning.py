"""Answering a decision file: what is reckoned, and drawn, wherever it is done."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from turnpoint.apps.transitions.answer_charts import Charts, charts_of
from turnpoint.core.decision.answers import SEED, Answers, answer
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.trial import try_out
from turnpoint.core.decision.worlds import Tilt
from turnpoint.core.trajectory.simulate import make_ready

At = Callable[[float], None]
DRAWN_FROM = 0.7
"""The share of a refinement that is drawing futures; the rest is drawing charts."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file, and how often to draw. Of a trial only the standing is asked for, with ``tilt``."""

    file: DecisionFile
    today: dt.date
    draws: int
    trial: bool = False
    tilt: Tilt = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers, with charts where these are drawn already."""

    answers: Answers
    charts: Charts | None = None


def reckon(task: Task, at: At | None = None) -> Answers:
    """The answers. Raises ``Unanswerable`` where a cell is wrong."""
    file, draws, today = task.file, task.draws, task.today
    if task.trial:
        return try_out(file, seed=SEED, draws=draws, today=today, tilt=task.tilt, progress=at)
    return answer(file, seed=SEED, draws=draws, today=today, progress=at)


def refine(task: Task, at: At) -> Answered:
    """The answers and, but of a trial, their charts; ``at`` is told how far it is, 0 to 1."""
    at(0.02)
    if task.trial:
        return Answered(reckon(task, at))
    found = reckon(task, lambda share: at(DRAWN_FROM * share))
    drawn = charts_of(found, lambda share: at(DRAWN_FROM + (1 - DRAWN_FROM) * share))
    return Answered(found, drawn)


def prepare() -> None:
    """Make the compiled months ready beside the first refinement, where they can be had."""
    if find_spec("numba") is not None:
        threading.Thread(target=make_ready, name="compiling", daemon=True).start()

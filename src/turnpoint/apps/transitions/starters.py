"""Criteria to begin with: what people often weigh, in our words, each with ends to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Starter:
    """``said`` is what ``services.criteria.add_criterion`` takes."""

    key: str
    group: str
    said: Mapping[str, Any]
    scale: str = field(default="")


def _levels(*names: str) -> list[dict[str, Any]]:
    last = len(names) - 1
    return [{"name": name, "worth": round(place / last, 4)} for place, name in enumerate(names)]


def _scale(unit: str, worst: float, best: float) -> dict[str, Any]:
    better = "more" if best > worst else "less"
    return {"unit": unit, "worst": worst, "best": best, "better": better}


def _named(*names: str) -> dict[str, Any]:
    return {"shape": "levels", "levels": _levels(*names)}


def _starter(key: str, group: str, name: str, said: dict[str, Any]) -> Starter:
    if said.get("shape") == "levels":
        names = [each["name"] for each in said["levels"]]
        scale = f"{names[0]} … {names[-1]}"
    else:
        scale = f"{said['worst']:,g} … {said['best']:,g} {said['unit']}"
    return Starter(key, group, {"name": name, **said}, scale)


MONEY, WORK, HOME, SELF = "Money", "The work", "Home", "Myself"
STARTERS = (
    _starter(
        "pay",
        MONEY,
        "Pay after three years",
        {**_scale("a year", 40_000, 120_000), "measure": "pay_36"},
    ),
    _starter(
        "cushion",
        MONEY,
        "The thinnest month",
        {**_scale("in the account", 0, 40_000), "measure": "lowest_cash"},
    ),
    _starter(
        "security",
        MONEY,
        "How safe the income is",
        _named("could end any month", "for a year or two", "as good as certain"),
    ),
    _starter("loved", WORK, "Time on work I love", _scale("% of the week", 10, 80)),
    _starter(
        "learning",
        WORK,
        "What I learn toward where I want to be",
        _named("nothing new", "some of it", "just what I need next"),
    ),
    _starter(
        "say",
        WORK,
        "How much I decide myself",
        _named("told what and how", "told what", "I choose both"),
    ),
    _starter(
        "people",
        WORK,
        "The people I would work with",
        _named("I would avoid them", "fine", "I look forward to them"),
    ),
    _starter("hours", HOME, "Hours of work", _scale("hours a week", 60, 32)),
    _starter("commute", HOME, "Commute", _scale("minutes a day", 120, 0)),
    _starter("away", HOME, "Nights away", _scale("nights a month", 12, 0)),
    _starter(
        "partner",
        HOME,
        "What it means for my partner’s work",
        _named("has to start again", "loses some months", "nothing changes", "gets better"),
    ),
    _starter(
        "children",
        HOME,
        "Time with the children",
        _named("weekends", "some evenings", "most evenings", "every evening"),
    ),
    _starter("near", HOME, "Being near people I love", _scale("hours’ travel", 8, 0)),
    _starter(
        "place",
        HOME,
        "The place itself",
        _named("I would put up with it", "fine", "I would choose it"),
    ),
    _starter(
        "health", SELF, "Sleep and health", _named("it wears me down", "as now", "I get well")
    ),
    _starter(
        "meaning",
        SELF,
        "What it is good for",
        _named("nothing much", "somebody’s day", "what I care about most"),
    ),
    _starter(
        "back", SELF, "How easily I could turn back", _named("not at all", "at a price", "easily")
    ),
)


def starters(keys: list[str]) -> list[Starter]:
    """The starters of those keys, in our order."""
    return [each for each in STARTERS if each.key in keys]

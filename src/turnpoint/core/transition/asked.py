"""What the work asks for before and after hire, in months, and who says so.

From O*NET's incumbents where they are loaded, else BLS's typical requirements, else an assumption
by group of occupations, which says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.assumptions import OURS, Assumptions
from turnpoint.core.transition.derivation import Input, Kind, Range
from turnpoint.core.transition.provenance import assumed, published, replacement, source_of
from turnpoint.core.transition.track import guessed, quartiles, scaled
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.preparation import EXPERIENCE_MONTHS, TRAINING_MONTHS

NOTHING = Range(0.0, 0.0, 0.0)
RELATED_EXPERIENCE = {
    "none": ("", NOTHING),
    "less than 5 years": ("experience_under_five", Range(12.0, 30.0, 48.0)),
    "5 years or more": ("experience_five", Range(60.0, 60.0, 84.0)),
}
ON_THE_JOB = {
    "none": ("", NOTHING),
    "short-term on-the-job training": ("training_short", Range(0.0, 0.5, 1.0)),
    "moderate-term on-the-job training": ("training_moderate", Range(1.0, 6.0, 12.0)),
    "long-term on-the-job training": ("training_long", Range(12.0, 18.0, 24.0)),
    "apprenticeship": ("apprenticeship", Range(36.0, 48.0, 60.0)),
    "internship/residency": ("residency", Range(12.0, 24.0, 48.0)),
}
"""BLS's words: the assumption that says the likely months, and the months as stated.

Short is up to 1, moderate 1 to 12, long over 12.
"""

PROFESSIONS = ("13", "15", "17", "19", "21", "23", "25", "27", "29")
SUPERVISED = ("33", "35", "37", "39", "41", "43", "45", "47", "49", "51", "53")

Asked = tuple[Range, Kind, tuple[str, str]]


def asked_experience(market: LabourMarket, occupation: int, assumptions: Assumptions) -> Asked:
    """Related experience the work asks for: O*NET, else BLS, else an assumption by SOC group."""
    soc = market.occupations[occupation].soc
    outlook = market.outlook.get(soc)
    found = _published(
        market,
        market.preparation.experience[occupation],
        EXPERIENCE_MONTHS,
        _in_months(outlook.related_experience, RELATED_EXPERIENCE, assumptions)
        if outlook
        else None,
    )
    if found:
        return found
    likely = assumptions.group_experience_profession if soc[:2] in PROFESSIONS else 0.0
    if soc[:2] == "11":
        likely = assumptions.group_experience_manager
    if soc[:2] in SUPERVISED and soc[3] == "1" and soc[4:] < "2000":
        likely = assumptions.group_experience_supervisor
    return guessed(likely, assumptions.guess_spread), Kind.ASSUMPTION, (_group(soc), "")


def asked_training(market: LabourMarket, occupation: int, assumptions: Assumptions) -> Asked:
    """Training after hire: O*NET, else BLS, else an assumption by SOC group."""
    soc = market.occupations[occupation].soc
    outlook = market.outlook.get(soc)
    found = _published(
        market,
        market.preparation.on_the_job[occupation],
        TRAINING_MONTHS,
        _in_months(outlook.training, ON_THE_JOB, assumptions) if outlook else None,
    )
    if found:
        return found
    crafts = soc[:2] in ("47", "49", "51")
    likely = assumptions.group_training_craft if crafts else assumptions.group_training
    return guessed(likely, assumptions.guess_spread), Kind.ASSUMPTION, (_group(soc), "")


def _in_months(
    words: str, known: Mapping[str, tuple[str, Range]], assumed: Assumptions
) -> Range | None:
    """BLS's words as months; ``None`` for words it does not use."""
    name, as_stated = known.get(words.strip().lower(), ("?", NOTHING))
    if name == "?":
        return None
    return scaled(as_stated, getattr(assumed, name)) if name else as_stated


def _published(
    market: LabourMarket,
    shares: NDArray[np.float32],
    midpoints: Sequence[float],
    typical: Range | None,
) -> Asked | None:
    if np.isfinite(shares).all() and shares.sum() > 0:
        return quartiles(midpoints, shares.tolist()), Kind.FACT, source_of(market, "onet")
    return (typical, Kind.FACT, source_of(market, "bls-ep")) if typical is not None else None


def said_of(market: LabourMarket, kind: Kind) -> tuple[str, str]:
    """The command that would replace an assumption, and what its sentence begins with."""
    if kind is Kind.FACT:
        return "", ""
    command, words = replacement(market)
    return command, f"Assumed from the group of occupations. {words} "


def _group(soc: str) -> str:
    return f"{OURS} for the SOC group {soc[:2]}"


def months_input(name: str, value: float, kind: Kind, source: tuple[str, str]) -> Input:
    """A published or an assumed number of months as an input of a formula."""
    if kind is Kind.FACT:
        return published(name, value, "months", source)
    return assumed(name, value, "months", source[0])

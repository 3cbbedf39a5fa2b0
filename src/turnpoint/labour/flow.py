"""Observed moves between classes of occupations: who went where, as a survey saw it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOVERS_TO_ONE_SAMPLED = 1800.0
"""Weighted workers to one sampled person in the ASEC-based network, about."""

NO_FOLD = -1


@dataclass(frozen=True, slots=True)
class SurveyClass:
    """One class of occupations (a node of the network): SOC 2010 codes it holds, and its title."""

    code: str
    soc2010: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Flows:
    """Year-to-year moves between classes, axes ``o`` origin and ``d`` destination.

    ``movers``: ``(o, d)`` weighted workers who changed class; 0 is *unobserved*, not impossible.
    ``sampled``: ``(o,)`` sampled movers behind an origin, NaN where unknown. ``fold``: ``(o,)`` the
    published fold of origins that are evaluated, else ``NO_FOLD``. ``employment``: ``(o,)``.
    ``notes``: what of the file was left out or put together, a sentence each.
    """

    classes: tuple[SurveyClass, ...]
    movers: NDArray[np.float64]
    sampled: NDArray[np.float64]
    fold: NDArray[np.int64]
    employment: NDArray[np.float64]
    notes: tuple[str, ...] = ()

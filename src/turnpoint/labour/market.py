"""The labour market at one vintage: every fact that is loaded, as the models receive it.

Frozen and NumPy-backed; the same object serves pages, command line and notebooks, and needs no
database. Occupations are numbered ``0 … n−1``; every array's occupation axis uses that number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import NotFound
from turnpoint.labour.activity import Activities
from turnpoint.labour.competence import Competences
from turnpoint.labour.facts import Manifest
from turnpoint.labour.occupation import Occupation, Titles
from turnpoint.labour.outlook import Outlook
from turnpoint.labour.preparation import Preparation
from turnpoint.labour.skill import Ratings
from turnpoint.labour.task import Statements
from turnpoint.labour.wage import NATIONAL, WageCell, Wages


@dataclass(frozen=True, slots=True)
class LabourMarket:
    """All facts about work that are loaded.

    ``ratings`` maps a domain (``skills``, ``knowledge``, ``abilities``, ``work_activities``,
    ``work_context``, ``interests``, ``work_values``, ``work_styles``) to its ratings and lacks the
    domains that no loaded source has. ``related``: ``(pairs, 2)`` occupation, related occupation, in
    the publisher's order. ``outlook`` is by six-digit SOC. ``wages`` is ``None`` only in a market
    loaded without OEWS.
    """

    occupations: tuple[Occupation, ...]
    index: Mapping[str, int]
    titles: Titles
    activities: Activities
    ratings: Mapping[str, Ratings]
    preparation: Preparation
    related: NDArray[np.int32]
    tasks: Statements
    technologies: Statements
    competences: Competences
    wages: Wages | None
    outlook: Mapping[str, Outlook]
    manifests: Mapping[str, Manifest]

    @classmethod
    def load(cls, folder: Path) -> LabourMarket:
        """Compose the market from the embedded tables and the fact files in ``folder``.

        Raises ``BadFile`` where a fact file is there and cannot be read.
        """
        raise NotImplementedError

    def occupation(self, code: str) -> int:
        """The number of an O*NET-SOC code (``11-3021.00`` or ``11-3021``).

        Raises ``NotFound`` with the nearest codes named.
        """
        raise NotImplementedError

    def pay(self, occupation: int, area: str = NATIONAL) -> WageCell | None:
        """Pay and employment of an occupation at a place.

        Falls back from metro area to state to nation, and from a detailed to the broad occupation,
        and says so in ``fallback``. ``None`` where BLS publishes nothing for it anywhere.
        """
        raise NotImplementedError


__all__ = ["LabourMarket", "NotFound"]

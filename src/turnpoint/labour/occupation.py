"""Occupations: classes of jobs in O*NET-SOC 2019, and the titles people use for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Occupation:
    """``code`` is the O*NET-SOC 2019 code (``11-3021.00``); ``description`` may be empty."""

    code: str
    title: str
    description: str = ""

    @property
    def soc(self) -> str:
        """The six-digit SOC 2018 code, which wages and projections are published by."""
        return self.code[:7]

    @property
    def major_group(self) -> str:
        return self.code[:2]


class TitleKind(IntEnum):
    """Where a title comes from, from the most to the least official."""

    OCCUPATION = 0
    REPORTED = 1
    ALTERNATE = 2
    ABBREVIATION = 3
    ESCO = 4
    ESCO_ALTERNATE = 5


@dataclass(frozen=True, slots=True)
class Titles:
    """Job titles and the occupations they are used for, as columns.

    ``occupation``: ``(titles,)`` index of the market’s occupations; ``kind``: ``(titles,)`` values
    of ``TitleKind``. One text may stand for several occupations.
    """

    texts: tuple[str, ...]
    occupation: NDArray[np.int32]
    kind: NDArray[np.int8]


MAJOR_GROUPS = {
    "11": "Management",
    "13": "Business and financial operations",
    "15": "Computer and mathematical",
    "17": "Architecture and engineering",
    "19": "Life, physical and social science",
    "21": "Community and social service",
    "23": "Legal",
    "25": "Education and libraries",
    "27": "Arts, design, entertainment, sports and media",
    "29": "Healthcare practitioners and technicians",
    "31": "Healthcare support",
    "33": "Protective service",
    "35": "Food preparation and serving",
    "37": "Cleaning and maintenance of buildings and grounds",
    "39": "Personal care and service",
    "41": "Sales",
    "43": "Office and administrative support",
    "45": "Farming, fishing and forestry",
    "47": "Construction and extraction",
    "49": "Installation, maintenance and repair",
    "51": "Production",
    "53": "Transport and moving of goods",
    "55": "Military",
}
"""The major groups of SOC 2018, by the first two digits of a code."""

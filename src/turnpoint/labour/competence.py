"""Essential and optional skills as ESCO names them, by O*NET-SOC occupation through a crosswalk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Competences:
    """ESCO's skills of the occupations it could be matched to, as columns sorted by occupation.

    ``occupation`` and ``skill``: ``(rows,)``; ``essential``: ``(rows,)``; ``skill`` indexes
    ``labels`` and ``uris``.
    """

    labels: tuple[str, ...]
    uris: tuple[str, ...]
    occupation: NDArray[np.int32]
    skill: NDArray[np.int32]
    essential: NDArray[np.bool_]

    def of(self, occupation: int) -> tuple[tuple[str, bool], ...]:
        """Labels of one occupation's skills and whether each is essential, essential ones first."""
        start, stop = np.searchsorted(self.occupation, [occupation, occupation + 1])
        rows = sorted(range(int(start), int(stop)), key=lambda row: not self.essential[row])
        return tuple((self.labels[self.skill[row]], bool(self.essential[row])) for row in rows)


NO_COMPETENCES = Competences(
    (), (), np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.bool_)
)

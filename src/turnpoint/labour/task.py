"""What people do in an occupation, in sentences, and with which tools (O*NET)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Statements:
    """Sentences or names by occupation, as columns sorted by occupation.

    ``occupation``: ``(rows,)``; ``core``: ``(rows,)`` true for core tasks (or hot technologies).
    """

    texts: tuple[str, ...]
    occupation: NDArray[np.int32]
    core: NDArray[np.bool_]

    def of(self, occupation: int) -> tuple[tuple[str, bool], ...]:
        """The statements of one occupation, core ones first."""
        start, stop = np.searchsorted(self.occupation, [occupation, occupation + 1])
        rows = sorted(range(int(start), int(stop)), key=lambda row: not self.core[row])
        return tuple((self.texts[row], bool(self.core[row])) for row in rows)


NO_STATEMENTS = Statements((), np.zeros(0, np.int32), np.zeros(0, np.bool_))

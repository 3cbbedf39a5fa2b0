"""Work activities at O*NET’s three levels: 41 generalized, intermediate, detailed (DWA).

An identifier carries its parents: DWA ``4.A.2.a.4.I07.D09`` belongs to IWA ``4.A.2.a.4.I07`` and to
GWA ``4.A.2.a.4``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Activities:
    """Which detailed activities an occupation has.

    ``occupation`` and ``detailed``: ``(pairs,)`` integer arrays, a row per occupation and detailed
    activity, sorted by occupation; ``detailed`` indexes ``detailed_ids``. Names map identifiers to
    the publisher's words: those of the 41 generalized activities are always there, the others only
    where O*NET is loaded.
    """

    occupation: NDArray[np.int32]
    detailed: NDArray[np.int32]
    detailed_ids: tuple[str, ...]
    names: Mapping[str, str]

    def of(self, occupation: int) -> tuple[str, ...]:
        """Identifiers of the detailed activities of one occupation."""
        start, stop = np.searchsorted(self.occupation, [occupation, occupation + 1])
        return tuple(self.detailed_ids[i] for i in self.detailed[start:stop])

    def generalized(self, occupation: int) -> dict[str, int]:
        """Detailed activities per generalized activity of one occupation, most first."""
        counts: dict[str, int] = {}
        for identifier in self.of(occupation):
            parent = generalized_of(identifier)
            counts[parent] = counts.get(parent, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def intermediate_of(detailed_id: str) -> str:
    return detailed_id.rsplit(".", 1)[0]


def generalized_of(detailed_id: str) -> str:
    return detailed_id.rsplit(".", 2)[0]

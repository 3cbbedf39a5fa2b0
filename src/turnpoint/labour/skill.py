"""Ratings of what work asks for: skills, knowledge, abilities, activities, interests and so on.

``value[o, e]``: rating of element ``e`` for occupation ``o``, NaN where the publisher has none or
says it should be suppressed or is not relevant.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Element:
    """One rated descriptor: O*NET's ``2.B.1.a``, its name and description."""

    id: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Ratings:
    """One rated domain (``skills``, ``knowledge``, ``interests``, …) over all occupations.

    ``importance`` (1 to 5 on O*NET's IM scale; for interests OI 1 to 7; for work values EX 1 to 7;
    for work context the publisher's own scale) and ``level`` (0 to 7 on O*NET's LV scale; all NaN
    where the domain has no levels): shape ``(occupations, elements)``, float32. ``n`` is the number
    of raters and ``standard_error`` that of the importance; NaN where not given. ``not_relevant``
    is true where the publisher marks the *level* as not relevant.
    """

    domain: str
    elements: tuple[Element, ...]
    importance: NDArray[np.float32]
    level: NDArray[np.float32]
    n: NDArray[np.float32]
    standard_error: NDArray[np.float32]
    not_relevant: NDArray[np.bool_]
    scale: tuple[float, float] = (1.0, 5.0)

    def rated(self) -> NDArray[np.bool_]:
        """Which occupations have any rating, shape ``(occupations,)``."""
        rated: NDArray[np.bool_] = np.any(np.isfinite(self.importance), axis=1)
        return rated

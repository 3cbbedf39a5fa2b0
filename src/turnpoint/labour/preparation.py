"""How people get ready for an occupation: job zone, education, experience, training, licences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EDUCATION_LEVELS = (
    "less than high school",
    "high school diploma",
    "post-secondary certificate",
    "some college courses",
    "associate’s degree",
    "bachelor’s degree",
    "post-baccalaureate certificate",
    "master’s degree",
    "post-master’s certificate",
    "first professional degree",
    "doctoral degree",
    "post-doctoral training",
)
"""O*NET's required level of education, category 1 to 12 (scale RL)."""

EXPERIENCE_MONTHS = (0.0, 0.5, 2.0, 4.5, 9.0, 18.0, 36.0, 60.0, 84.0, 108.0, 120.0)
"""Midpoints in months of O*NET's related work experience, category 1 to 11 (scale RW)."""

TRAINING_MONTHS = (0.0, 0.5, 2.0, 4.5, 9.0, 18.0, 36.0, 84.0, 120.0)
"""Midpoints in months of O*NET’s training on the job, category 1 to 9 (OJ); 120 is over ten years."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the people in an occupation needed, by occupation ``o``; NaN or 0 where unknown.

    ``job_zone``: ``(o,)`` 1 to 5, 0 unknown. ``education``: ``(o, 12)`` shares of incumbents by
    required level. ``experience``: ``(o, 11)``, ``on_site``: ``(o, 9)`` and ``on_the_job``:
    ``(o, 9)`` shares by category. Shares of a row sum to 1 where known.
    """

    job_zone: NDArray[np.int8]
    education: NDArray[np.float32]
    experience: NDArray[np.float32]
    on_site: NDArray[np.float32]
    on_the_job: NDArray[np.float32]


def unknown_preparation(occupations: int) -> Preparation:
    """Nothing known of any of so many occupations."""

    def shares(categories: int) -> NDArray[np.float32]:
        return np.full((occupations, categories), np.nan, dtype=np.float32)

    return Preparation(
        job_zone=np.zeros(occupations, dtype=np.int8),
        education=shares(len(EDUCATION_LEVELS)),
        experience=shares(len(EXPERIENCE_MONTHS)),
        on_site=shares(len(TRAINING_MONTHS)),
        on_the_job=shares(len(TRAINING_MONTHS)),
    )

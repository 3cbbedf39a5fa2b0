"""O*NET's job zones and the shares of incumbents by education, experience and training."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.sources.onet.rows import Release

SHARES = {
    "RL": ("education", 12),
    "RW": ("experience", 11),
    "PT": ("on_site", 9),
    "OJ": ("on_the_job", 9),
}
"""Scales of the table, the market's names for them, and their numbers of categories."""

WHOLE = (0.9, 1.1)
"""Shares of one occupation must come to about one, or the distribution counts as unknown."""


def read_job_zones(release: Release) -> list[tuple[int, int]]:
    """Occupation and job zone."""
    sheet = release.sheet("job zones")
    if sheet is None:
        return []
    found = []
    for line, occupation, (zone,) in release.by_occupation(sheet, "Job Zone"):
        value = sheet.number(zone, line, "Job Zone", 1, 5)
        if np.isfinite(value):
            found.append((occupation, int(value)))
    return found


def read_shares(release: Release) -> dict[str, list[tuple[int, int, float]]]:
    """By scale: occupation, category from 0, share; NaN where O*NET recommends to suppress it."""
    found: dict[str, list[tuple[int, int, float]]] = {scale: [] for scale in SHARES}
    sheet = release.sheet("education, training, and experience")
    if sheet is None:
        return found
    columns = ("Scale ID", "Category", "Data Value", "?Recommend Suppress")
    for line, occupation, cells in release.by_occupation(sheet, *columns):
        scale, category, value, suppress = cells
        if scale in SHARES:
            place = sheet.number(category, line, "Category", 1, SHARES[scale][1])
            share = sheet.number(value, line, "Data Value", 0, 100) / 100
            if np.isfinite(place):
                number = int(place) - 1
                found[scale].append((occupation, number, np.nan if suppress == "Y" else share))
    return found


def pack_preparation(
    zones: list[tuple[int, int]],
    shares: dict[str, list[tuple[int, int, float]]],
    rank: NDArray[np.int32],
) -> tuple[dict[str, NDArray[Any]], int]:
    """The arrays, and how many distributions were left out for a suppressed category.

    A distribution with a suppressed category is unknown: to share out the rest would make up what
    O*NET asks not to rely on.
    """
    job_zone = np.zeros(len(rank), dtype=np.int8)
    for occupation, zone in zones:
        job_zone[rank[occupation]] = zone
    arrays: dict[str, NDArray[Any]] = {"preparation.job_zone": job_zone}
    left_out = 0
    for scale, (name, categories) in SHARES.items():
        table = np.zeros((len(rank), categories), dtype=np.float32)
        for occupation, category, share in shares[scale]:
            table[rank[occupation], category] = share
        total = table.sum(axis=1, keepdims=True)
        left_out += int(np.isnan(total).sum())
        whole = (total >= WHOLE[0]) & (total <= WHOLE[1])
        known = np.where(whole, total, np.float32(np.nan))
        arrays[f"preparation.{name}"] = (table / known).astype(np.float32)
    return arrays, left_out

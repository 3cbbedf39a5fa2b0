"""O*NET's rated domains: importance and level, number of raters, standard error."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.facts import pack_texts
from turnpoint.labour.sources.onet.rows import Release

LEVEL = "LV"
DOMAINS: dict[str, tuple[str, ...]] = {
    "skills": ("IM",),
    "knowledge": ("IM",),
    "abilities": ("IM",),
    "work activities": ("IM",),
    "work context": ("CX", "CT"),
    "interests": ("OI",),
    "work values": ("EX",),
    "work styles": ("IM", "WI"),
}
"""Tables and the scales that hold their mean rating; other scales are shares or ranks."""

SCALES = {
    "IM": (1.0, 5.0),
    "LV": (0.0, 7.0),
    "CX": (1.0, 5.0),
    "CT": (1.0, 3.0),
    "OI": (1.0, 7.0),
    "EX": (1.0, 7.0),
    "WI": (-3.0, 3.0),
}
"""O*NET's scales (Scales Reference): lowest and highest rating."""

MAX_RATERS = 1_000_000


@dataclass(slots=True)
class Domain:
    """One table's ratings while they are read: a column per quantity, a row per rating."""

    elements: dict[str, tuple[int, str]] = field(default_factory=dict)
    means: list[tuple[int, int, float, float, float]] = field(default_factory=list)
    levels: list[tuple[int, int, float]] = field(default_factory=list)
    not_relevant: list[tuple[int, int]] = field(default_factory=list)
    suppressed: int = 0
    scale: tuple[float, float] = (1.0, 5.0)


def read_ratings(release: Release) -> dict[str, Domain]:
    """Every rated domain the release has, under the market's name for it."""
    found = {}
    for stem in DOMAINS:
        if (domain := _read_domain(release, stem)) is not None:
            found[stem.replace(" ", "_")] = domain
    return found


def _read_domain(release: Release, stem: str) -> Domain | None:
    sheet = release.sheet(stem)
    if sheet is None:
        return None
    domain, wanted = Domain(), (*DOMAINS[stem], LEVEL)
    columns = ("Element ID", "?Element Name", "Scale ID", "Data Value", "?N", "?Standard Error")
    rows = release.by_occupation(sheet, *columns, "?Recommend Suppress", "?Not Relevant")
    for line, occupation, cells in rows:
        identifier, name, scale, value, raters, error, suppress, irrelevant = cells
        if scale not in wanted:
            continue
        low, high = SCALES[scale]
        rating = sheet.number(value, line, "Data Value", low, high)
        element, _ = domain.elements.setdefault(identifier, (len(domain.elements), name))
        if suppress == "Y":
            domain.suppressed += 1
            rating = nan
        if scale == LEVEL:
            if irrelevant == "Y":
                domain.not_relevant.append((occupation, element))
                rating = nan
            domain.levels.append((occupation, element, rating))
        else:
            n = sheet.number(raters, line, "N", 0, MAX_RATERS)
            spread = sheet.number(error, line, "Standard Error", 0, high - low)
            domain.means.append((occupation, element, rating, n, spread))
            if scale not in ("CX", "CT"):
                domain.scale = (low, high)
    if domain.suppressed:
        release.notes.append(
            f"{stem.capitalize()}: {domain.suppressed:,} ratings left out, as O*NET recommends."
        )
    return domain


def pack_domain(
    name: str,
    domain: Domain,
    rank: NDArray[np.int32],
    model: dict[str, tuple[str, str]],
) -> dict[str, NDArray[Any]]:
    """The arrays of one domain, as ``turnpoint.labour.skill`` reads them back."""
    prefix, shape = f"ratings.{name}", (len(rank), len(domain.elements))
    importance, n, error, level = (np.full(shape, nan, dtype=np.float32) for _ in range(4))
    not_relevant = np.zeros(shape, dtype=np.bool_)
    if domain.means:
        means = np.array(domain.means, dtype=np.float64)
        cell = rank[means[:, 0].astype(np.int32)], means[:, 1].astype(np.int32)
        importance[cell], n[cell], error[cell] = means[:, 2], means[:, 3], means[:, 4]
    if domain.levels:
        levels = np.array(domain.levels, dtype=np.float64)
        level[rank[levels[:, 0].astype(np.int32)], levels[:, 1].astype(np.int32)] = levels[:, 2]
    for occupation, element in domain.not_relevant:
        not_relevant[rank[occupation], element] = True
    identifiers = list(domain.elements)
    names = [model.get(key, ("", ""))[0] or domain.elements[key][1] or key for key in identifiers]
    texts = pack_texts(f"{prefix}.id", identifiers) | pack_texts(f"{prefix}.name", names)
    texts |= pack_texts(
        f"{prefix}.description", [model.get(key, ("", ""))[1] for key in identifiers]
    )
    return texts | {
        f"{prefix}.importance": importance,
        f"{prefix}.level": level,
        f"{prefix}.n": n,
        f"{prefix}.standard_error": error,
        f"{prefix}.not_relevant": not_relevant,
        f"{prefix}.scale": np.array(domain.scale, dtype=np.float32),
    }

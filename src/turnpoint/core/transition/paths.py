"""Paths between fields: ``u_i (W v_j + d_j)``, where people from one kind of work are seen to go.

``u`` and ``v`` are the leading factors of what jobs are made of (groups of the SOC, pay, industries,
work activities, ratings): principal components of the facts alone, with every block of columns weighing
the same. ``W`` is fitted with a ridge, so that it says something only where many moves agree; ``u``
has a constant in front, whose row of ``W`` says which destinations draw more, or fewer, people than
inflow and nearness tell. ``d`` is what of it holds for one destination alone, under the same ridge.

Axes: ``u`` unit, ``c`` column of the facts, ``r`` factor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from turnpoint.core.transition.profile import Floats, Profiles

RANK = 25


@dataclass(frozen=True, slots=True)
class FactorMap:
    """From facts to factors: ``(facts − centre) @ weight``, with ``weight`` ``(c, r)``.

    ``columns`` name the facts; one that a market lacks is taken to be at its centre.
    """

    columns: tuple[str, ...]
    centre: Floats
    weight: Floats


def blocks(profiles: Profiles, names: tuple[str, ...]) -> Iterator[tuple[Floats, tuple[str, ...]]]:
    """The columns of each block, ``(u, c)``, and what they are called."""
    for name in names:
        values, columns = _block(profiles, name)
        yield values, tuple(f"{name}:{column}" for column in columns)


def _block(profiles: Profiles, name: str) -> tuple[Floats, tuple[str, ...]]:
    match name:
        case "field":
            majors = sorted({code[:2] for code in profiles.soc})
            rows = [[code[:2] == major for major in majors] for code in profiles.soc]
            return np.array(rows, dtype=np.float32), tuple(majors)
        case "pay":
            return profiles.log_pay[:, None], ("log",)
        case "zone":
            return profiles.job_zone[:, None], ("zone",)
        case "industry":
            return np.sqrt(profiles.staffing["three"]), profiles.columns["industry"]
        case "generalized":
            return profiles.activities[2], profiles.columns["generalized"]
        case _:
            return profiles.importance[name], profiles.columns[name]


RATED = frozenset({"skills", "knowledge", "interests", "work_context", "abilities"})


def factor_map(profiles: Profiles, names: tuple[str, ...], rank: int = RANK) -> FactorMap:
    """The leading factors of the given units, the same whatever the signs of the eigenvectors."""
    centres, scales, scaled = [], [], []
    columns: list[str] = []
    for (facts, called), name in zip(blocks(profiles, names), names, strict=True):
        values = facts.astype(np.float64)
        centre = values.mean(axis=0)
        spread = values.std(axis=0) if name in RATED else np.ones(values.shape[1])
        moved = (values - centre) / np.maximum(spread, 1e-6)
        size = np.sqrt((moved**2).sum() / len(moved) * len(names))
        scale = 1 / np.maximum(spread, 1e-6) / max(float(size), 1e-9)
        centres.append(centre)
        scales.append(scale)
        scaled.append((values - centre) * scale)
        columns += called
    together = np.concatenate(scaled, axis=1)
    _, vectors = np.linalg.eigh(together.T @ together)
    leading = vectors[:, ::-1][:, :rank]
    leading = leading * np.sign(
        leading[np.abs(leading).argmax(axis=0), np.arange(leading.shape[1])]
    )
    weight = np.concatenate(scales)[:, None] * leading
    return FactorMap(
        tuple(columns),
        np.concatenate(centres).astype(np.float32),
        weight.astype(np.float32),
    )


def factors(profiles: Profiles, names: tuple[str, ...], given: FactorMap) -> Floats:
    """``(u, r)`` factors of any units under a fitted map."""
    place = {column: number for number, column in enumerate(given.columns)}
    result = np.zeros((len(profiles), given.weight.shape[1]), dtype=np.float32)
    for values, called in blocks(profiles, names):
        known = [number for number, column in enumerate(called) if column in place]
        row = [place[called[number]] for number in known]
        result += (values[:, known] - given.centre[row]) @ given.weight[row]
    return result


def leaving(found: Floats) -> Floats:
    """Factors of origins: a constant in front."""
    return np.concatenate([np.ones((len(found), 1), np.float32), found], axis=1)

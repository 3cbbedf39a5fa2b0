"""How near two jobs are: features ``x[k, i, j]`` of a move from origin ``i`` to destination ``j``.

Overlaps are cosines and coverages of IDF-weighted work activities at O*NET's three levels; the
industry mix is compared by the cosine of square-rooted employment shares (the Bhattacharyya
coefficient) and by co-staffing lift, ``log(0.3 + Σ_s p_is p_js / p_s)``. Gaps, cuts and rises are
one-sided, so a move and its reverse differ.

Units are *measured* once, against the scale of a population, and compared as often as asked: a person
is measured against the occupations' scale, and so is what their occupation is in all that they share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.features import Feature
from turnpoint.core.transition.profile import Floats, Profiles

Rows = NDArray[np.int64]

LIFT_FLOOR = 0.3
"""Keeps the logarithm of the lift finite for two jobs that share no industry."""

RATED = {
    "skills": "skill",
    "knowledge": "knowledge",
    "interests": "interest",
    "work_context": "setting",
    "abilities": "ability",
}
"""What the likeness of a rated domain is called."""
LIFTED = {"industry_lift": "four", "fine_lift": "fine", "owner_lift": "owner"}
"""The depth of industries behind each lift."""


class Scale(NamedTuple):
    """What units are measured against, of a population: the mean of its ``generalized`` activities
    ``(a,)``; by rated domain the ``mean``, ``spread`` and ``least`` importance ``(e,)``."""

    generalized: Floats
    mean: Mapping[str, Floats]
    spread: Mapping[str, Floats]
    least: Mapping[str, Floats]


def scale_of(*populations: Profiles) -> Scale:
    """The scale of all units of the given populations together."""
    rated = {
        domain: np.concatenate([each.importance[domain] for each in populations])
        for domain in populations[0].importance
    }
    return Scale(
        generalized=np.concatenate([each.activities[2] for each in populations]).mean(axis=0),
        mean={domain: values.mean(axis=0) for domain, values in rated.items()},
        spread={domain: np.maximum(values.std(axis=0), 1e-6) for domain, values in rated.items()},
        least={domain: values.min(axis=0) for domain, values in rated.items()},
    )


class Graded(NamedTuple):
    """Levels of a rated domain ``(u, e)``, and how much each ``need``s of all it asks, rows summing
    to 1."""

    level: Floats
    need: Floats


@dataclass(frozen=True, slots=True)
class Measured:
    """Units ready to be compared, one row each.

    ``norms``: lengths of detailed and intermediate activities and of title words; ``general`` and
    ``rated``: rows of length 1, standardised; ``root``: square-rooted shares of industries;
    ``whole``: shares of all employment at each depth; ``graded`` by the name of its gap.
    """

    profiles: Profiles
    norms: tuple[Floats, Floats, Floats]
    general: Floats
    covering: Floats
    root: Floats
    rated: Mapping[str, Floats]
    graded: Mapping[str, Graded]


def measured(profiles: Profiles, scale: Scale) -> Measured:
    """Units against the scale of a population, their own or another."""
    detailed, intermediate, generalized = profiles.activities
    standard = {
        domain: (values - scale.mean[domain]) / scale.spread[domain]
        for domain, values in profiles.importance.items()
        if domain in RATED
    }
    graded = {
        RATED[domain]: Graded(profiles.level[domain], _need(profiles.importance[domain] - 1))
        for domain in ("skills", "knowledge")
        if domain in standard
    }
    if "work_context" in standard:
        above = profiles.importance["work_context"] - scale.least["work_context"]
        graded["setting"] = Graded(standard["work_context"], _need(above))
    return Measured(
        profiles=profiles,
        norms=(_norm(detailed), _norm(intermediate), _norm(profiles.titles)),
        general=_unit(generalized - scale.generalized),
        covering=np.maximum((generalized**2).sum(axis=1), 1e-6),
        root=np.sqrt(profiles.staffing["four"]),
        rated={RATED[domain]: _unit(values) for domain, values in standard.items()},
        graded=graded,
    )


def picked(units: Measured, rows: Rows) -> Measured:
    """Some of the units; the same ones, uncopied, where all are asked for in their order."""
    profiles = units.profiles
    if np.array_equal(rows, np.arange(len(profiles))):
        return units
    detailed, intermediate, generalized = profiles.activities
    few = replace(
        profiles,
        soc=tuple(profiles.soc[row] for row in rows.tolist()),
        activities=(detailed[rows], intermediate[rows], generalized[rows]),
        staffing={depth: values[rows] for depth, values in profiles.staffing.items()},
        log_pay=profiles.log_pay[rows],
        employment=profiles.employment[rows],
        importance={name: values[rows] for name, values in profiles.importance.items()},
        level={name: values[rows] for name, values in profiles.level.items()},
        job_zone=profiles.job_zone[rows],
        titles=profiles.titles[rows],
        related=profiles.related[rows] if profiles.related.size else profiles.related,
    )
    first, second, third = units.norms
    return Measured(
        profiles=few,
        norms=(first[rows], second[rows], third[rows]),
        general=units.general[rows],
        covering=units.covering[rows],
        root=units.root[rows],
        rated={name: values[rows] for name, values in units.rated.items()},
        graded={name: Graded(a[rows], b[rows]) for name, (a, b) in units.graded.items()},
    )


def similarity(profiles: Profiles, features: tuple[Feature, ...], origins: Rows) -> Floats:
    """Features of moves from ``origins`` to every unit, ``(features, origins, u)``."""
    units = measured(profiles, scale_of(profiles))
    return compared(picked(units, origins), units, features)


def compared(origins: Measured, units: Measured, features: tuple[Feature, ...]) -> Floats:
    """Features of moves from ``origins`` to ``units``, ``(features, i, j)``.

    Both are measured against one scale; ``related`` of the origins is to those units.
    """
    wanted = {feature.name for feature in features}
    found: dict[str, Floats] = {}
    for names, facet in FACETS:
        found |= facet(origins, units, wanted) if wanted & names else {}
    return np.stack([found[feature.name].astype(np.float32) for feature in features])


def _norm(values: Floats) -> Floats:
    return np.asarray(np.maximum(np.linalg.norm(values, axis=1), 1e-6))


def _unit(values: Floats) -> Floats:
    return np.asarray(values / _norm(values)[:, None])


def _need(importance: Floats) -> Floats:
    need = np.maximum(importance, 0)
    return np.asarray(need / np.maximum(need.sum(axis=1, keepdims=True), 1e-6))


def _cosine(i: Measured, j: Measured, place: int) -> Floats:
    """Of detailed (0) or intermediate activities (1), or of title words (2)."""
    one, other = (
        each.profiles.titles if place == 2 else each.profiles.activities[place] for each in (i, j)
    )
    # A matrix times its own transpose is summed in another order, and rounds otherwise.
    one = one.copy() if one is other else one
    return np.asarray(one @ other.T / i.norms[place][:, None] / j.norms[place])


def _detailed(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    return {"detailed_overlap": np.maximum(_cosine(i, j, 0), 0)}


def _general(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    """Covered: how much of the destination's activities the origin already has, 0 to 1."""
    shared = i.profiles.activities[2] @ j.profiles.activities[2].T
    return {
        "intermediate_overlap": np.sqrt(np.maximum(_cosine(i, j, 1), 0)),
        "generalized_likeness": i.general @ j.general.T,
        "generalized_covered": np.sqrt(np.minimum(shared / j.covering, 1)),
    }


def _industry(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    found = {"industry_mix": i.root @ j.root.T}
    for name, depth in LIFTED.items():
        whole = np.maximum(j.profiles.industry[depth], 1e-9)
        shares = i.profiles.staffing[depth] / whole
        found[name] = np.log(LIFT_FLOOR + shares @ j.profiles.staffing[depth].T)
    return found


def _pay(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    change = j.profiles.log_pay[None] - i.profiles.log_pay[:, None]
    cut, rise = np.maximum(-change, 0), np.maximum(change, 0)
    return {"pay_cut": cut, "pay_rise": rise, "pay_apart": cut + rise}


def _titles(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    return {"title_likeness": _cosine(i, j, 2)}


def _field(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for name, width in (("same_major", 2), ("same_minor", 4)):
        one, other = (np.array([code[:width] for code in each.profiles.soc]) for each in (i, j))
        found[name] = (one[:, None] == other[None]).astype(np.float32)
    return found


def _likenesses(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    return {
        f"{name}_likeness": i.rated[name] @ j.rated[name].T
        for name in i.rated
        if f"{name}_likeness" in wanted
    }


def _gaps(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    """Mean level missing and left over, weighted by importance in the destination (the origin)."""
    found: dict[str, Floats] = {}
    for name, (missing, left) in GAPS.items():
        if not wanted & {missing, left}:
            continue
        here, there = i.graded[name], j.graded[name]
        gap = np.empty((len(here.level), len(there.level)), dtype=np.float32)
        surplus = np.empty_like(gap)
        for row, (level, need) in enumerate(zip(here.level, here.need, strict=True)):
            change = there.level - level
            gap[row] = np.einsum("ue,ue->u", np.maximum(change, 0), there.need)
            surplus[row] = np.maximum(-change, 0) @ need
        found |= {missing: gap, left: surplus}
    return found


GAPS = {
    "skill": ("skill_gap", "skill_surplus"),
    "knowledge": ("knowledge_gap", "knowledge_surplus"),
    "setting": ("setting_new", "setting_left"),
}


def _preparation(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    change = j.profiles.job_zone[None] - i.profiles.job_zone[:, None]
    return {"zone_down": np.maximum(-change, 0), "zone_apart": np.abs(change)}


def _path(i: Measured, j: Measured, wanted: set[str]) -> dict[str, Floats]:
    return {"related": i.profiles.related}


Facet = Callable[[Measured, Measured, set[str]], dict[str, Floats]]
FACETS: tuple[tuple[frozenset[str], Facet], ...] = (
    (frozenset({"detailed_overlap"}), _detailed),
    (
        frozenset({"intermediate_overlap", "generalized_likeness", "generalized_covered"}),
        _general,
    ),
    (frozenset({"title_likeness"}), _titles),
    (frozenset({"industry_mix", *LIFTED}), _industry),
    (frozenset({"pay_cut", "pay_rise", "pay_apart"}), _pay),
    (frozenset({"same_major", "same_minor"}), _field),
    (frozenset(f"{name}_likeness" for name in RATED.values()), _likenesses),
    (frozenset(name for pair in GAPS.values() for name in pair), _gaps),
    (frozenset({"zone_down", "zone_apart"}), _preparation),
    (frozenset({"related"}), _path),
)

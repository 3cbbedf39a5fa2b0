"""How near two jobs are: features ``x[k, i, j]`` of a move from origin ``i`` to destination ``j``.

Overlaps are cosines and coverages of IDF-weighted work activities at O*NET's three levels; the
industry mix is compared by the cosine of square-rooted employment shares (the Bhattacharyya
coefficient) and by co-staffing lift, ``log(0.3 + Σ_s p_is p_js / p_s)``. Gaps, cuts and rises are
one-sided, so a move and its reverse differ.
"""

from __future__ import annotations

from collections.abc import Callable

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


def similarity(profiles: Profiles, features: tuple[Feature, ...], origins: Rows) -> Floats:
    """Features of moves from ``origins`` to every unit, shape ``(features, origins, u)``."""
    wanted = {feature.name for feature in features}
    found: dict[str, Floats] = {}
    for names, facet in FACETS:
        found |= facet(profiles, origins) if wanted & names else {}
    return np.stack([found[feature.name].astype(np.float32) for feature in features])


def _detailed(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    return {"detailed_overlap": _overlap(profiles.activities[0], origins)}


def _general(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    _, intermediate, generalized = profiles.activities
    return {
        "intermediate_overlap": np.sqrt(_overlap(intermediate, origins)),
        "generalized_likeness": _cosine(generalized - generalized.mean(axis=0), origins),
        "generalized_covered": np.sqrt(_covered(generalized, origins)),
    }


def _overlap(values: Floats, origins: Rows) -> Floats:
    return np.maximum(_cosine(values, origins), 0)


def _cosine(values: Floats, origins: Rows) -> Floats:
    unit = values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-6)
    return np.asarray(unit[origins] @ unit.T)


def _covered(values: Floats, origins: Rows) -> Floats:
    """How much of the destination's activities the origin already has, 0 to 1."""
    size = np.maximum((values**2).sum(axis=1), 1e-6)
    return np.asarray(np.minimum(values[origins] @ values.T / size, 1))


def _industry(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    root = np.sqrt(profiles.staffing["four"])
    found = {"industry_mix": root[origins] @ root.T}
    for name, depth in (
        ("industry_lift", "four"),
        ("fine_lift", "fine"),
        ("owner_lift", "owner"),
    ):
        shares, whole = profiles.staffing[depth], np.maximum(profiles.industry[depth], 1e-9)
        found[name] = np.log(LIFT_FLOOR + (shares[origins] / whole) @ shares.T)
    return found


def _pay(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    change = profiles.log_pay[None] - profiles.log_pay[origins][:, None]
    cut, rise = np.maximum(-change, 0), np.maximum(change, 0)
    return {"pay_cut": cut, "pay_rise": rise, "pay_apart": cut + rise}


def _titles(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    return {"title_likeness": _cosine(profiles.titles, origins)}


def _field(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for name, width in (("same_major", 2), ("same_minor", 4)):
        _, group = np.unique([code[:width] for code in profiles.soc], return_inverse=True)
        found[name] = (group[origins][:, None] == group[None]).astype(np.float32)
    return found


def _ratings(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for domain, name in RATED.items():
        if domain not in profiles.importance:
            continue
        importance = profiles.importance[domain]
        found[f"{name}_likeness"] = _cosine(_standardised(importance), origins)
        if name in ("skill", "knowledge"):
            gap, surplus = _gaps(importance - 1, profiles.level[domain], origins)
            found |= {f"{name}_gap": gap, f"{name}_surplus": surplus}
        if name == "setting":
            above = importance - importance.min(axis=0)
            gap, surplus = _gaps(above, _standardised(importance), origins)
            found |= {"setting_new": gap, "setting_left": surplus}
    return found


def _standardised(values: Floats) -> Floats:
    return np.asarray((values - values.mean(axis=0)) / np.maximum(values.std(axis=0), 1e-6))


def _gaps(importance: Floats, level: Floats, origins: Rows) -> tuple[Floats, Floats]:
    """Mean level missing and left over, weighted by importance in the destination (the origin)."""
    need = np.maximum(importance, 0)
    need = need / np.maximum(need.sum(axis=1, keepdims=True), 1e-6)
    gap = np.empty((len(origins), len(level)), dtype=np.float32)
    surplus = np.empty_like(gap)
    for row, origin in enumerate(origins):
        change = level - level[origin]
        gap[row] = np.einsum("ue,ue->u", np.maximum(change, 0), need)
        surplus[row] = np.maximum(-change, 0) @ need[origin]
    return gap, surplus


def _preparation(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    change = profiles.job_zone[None] - profiles.job_zone[origins][:, None]
    return {"zone_down": np.maximum(-change, 0), "zone_apart": np.abs(change)}


def _path(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    return {"related": profiles.related[origins]} if profiles.related.size else {}


FACETS: tuple[tuple[frozenset[str], Callable[[Profiles, Rows], dict[str, Floats]]], ...] = (
    (frozenset({"detailed_overlap"}), _detailed),
    (
        frozenset({"intermediate_overlap", "generalized_likeness", "generalized_covered"}),
        _general,
    ),
    (frozenset({"title_likeness"}), _titles),
    (frozenset({"industry_mix", "industry_lift", "fine_lift", "owner_lift"}), _industry),
    (frozenset({"pay_cut", "pay_rise", "pay_apart"}), _pay),
    (frozenset({"same_major", "same_minor"}), _field),
    (
        frozenset(
            [f"{name}_likeness" for name in RATED.values()]
            + ["skill_gap", "skill_surplus", "knowledge_gap", "knowledge_surplus"]
            + ["setting_new", "setting_left"]
        ),
        _ratings,
    ),
    (frozenset({"zone_down", "zone_apart"}), _preparation),
    (frozenset({"related"}), _path),
)

"""How near two jobs are: features ``x[k, i, j]`` of a move from origin ``i`` to destination ``j``.

Overlaps are cosines and coverages of IDF-weighted work activities at O*NET's three levels; the
industry mix is compared by the cosine of square-rooted employment shares (the Bhattacharyya
coefficient) and by co-staffing lift, ``log(0.3 + Σ_s p_is p_js / p_s)``. Gaps, cuts and rises are
one-sided, so a move and its reverse differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.profile import Floats, Profiles

Rows = NDArray[np.int64]

LIFT_FLOOR = 0.3
"""Keeps the logarithm of the lift finite for two jobs that share no industry."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: ``sign`` is +1 for a similarity (β ≥ 0) and −1 for a distance (β ≤ 0)."""

    name: str
    label: str
    group: str
    sign: int


WORK, FIELD, INDUSTRY, PAY = "work content", "field of work", "industry", "pay"
SKILLS, KNOWLEDGE, INTERESTS = "skills", "knowledge", "interests"
PREPARATION, PATH = "preparation", "common path"

EMBEDDED = (
    Feature("detailed_overlap", "detailed activities shared", WORK, 1),
    Feature("detailed_covered", "detailed activities of the new job done already", WORK, 1),
    Feature("intermediate_overlap", "kinds of activity shared", WORK, 1),
    Feature("generalized_likeness", "alike in what stands out in the work", WORK, 1),
    Feature("generalized_covered", "general activities of the new job done already", WORK, 1),
    Feature("industry_mix", "employed by the same industries", INDUSTRY, 1),
    Feature("industry_lift", "work side by side in the same industries", INDUSTRY, 1),
    Feature("pay_cut", "pays less", PAY, -1),
    Feature("pay_rise", "pays more", PAY, -1),
    Feature("same_major", "same major group", FIELD, 1),
    Feature("same_minor", "same minor group", FIELD, 1),
    Feature("same_broad", "same broad occupation", FIELD, 1),
)

ONET = (
    Feature("skill_likeness", "skills asked for alike", SKILLS, 1),
    Feature("skill_gap", "skills to learn", SKILLS, -1),
    Feature("skill_surplus", "skills left unused", SKILLS, -1),
    Feature("knowledge_likeness", "knowledge asked for alike", KNOWLEDGE, 1),
    Feature("knowledge_gap", "knowledge to learn", KNOWLEDGE, -1),
    Feature("knowledge_surplus", "knowledge left unused", KNOWLEDGE, -1),
    Feature("interest_likeness", "interests served alike", INTERESTS, 1),
    Feature("zone_up", "more preparation needed", PREPARATION, -1),
    Feature("zone_down", "less preparation needed", PREPARATION, -1),
    Feature("related", "named as related by O*NET", PATH, 1),
)

FEATURE_SETS: Mapping[str, tuple[Feature, ...]] = {"onet": EMBEDDED + ONET, "embedded": EMBEDDED}
"""From the richest to the leanest."""


def feature_set_of(profiles: Profiles) -> str:
    """The richest feature set that the loaded facts allow."""
    rated = {"skills", "knowledge", "interests"} <= set(profiles.importance)
    return "onet" if rated and profiles.related.size and profiles.job_zone.any() else "embedded"


def similarity(profiles: Profiles, features: tuple[Feature, ...], origins: Rows) -> Floats:
    """Features of moves from ``origins`` to every unit, shape ``(features, origins, u)``."""
    wanted = {feature.name for feature in features}
    found: dict[str, Floats] = {}
    for names, facet in FACETS:
        found |= facet(profiles, origins) if wanted & names else {}
    return np.stack([found[feature.name].astype(np.float32) for feature in features])


def _detailed(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    detailed = profiles.activities[0]
    return {
        "detailed_overlap": _overlap(detailed, origins),
        "detailed_covered": _covered(detailed, origins),
    }


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
    shares, whole = profiles.staffing, np.maximum(profiles.industry, 1e-9)
    lift = (shares[origins] / whole) @ shares.T
    root = np.sqrt(shares)
    return {"industry_mix": root[origins] @ root.T, "industry_lift": np.log(LIFT_FLOOR + lift)}


def _pay(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    change = profiles.log_pay[None] - profiles.log_pay[origins][:, None]
    return {"pay_cut": np.maximum(-change, 0), "pay_rise": np.maximum(change, 0)}


def _field(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for name, width in (("same_major", 2), ("same_minor", 4), ("same_broad", 6)):
        _, group = np.unique([code[:width] for code in profiles.soc], return_inverse=True)
        found[name] = (group[origins][:, None] == group[None]).astype(np.float32)
    return found


def _ratings(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for domain, name in (
        ("skills", "skill"),
        ("knowledge", "knowledge"),
        ("interests", "interest"),
    ):
        if domain not in profiles.importance:
            continue
        found[f"{name}_likeness"] = _cosine(_standardised(profiles.importance[domain]), origins)
        if name != "interest":
            gap, surplus = _gaps(profiles.importance[domain], profiles.level[domain], origins)
            found |= {f"{name}_gap": gap, f"{name}_surplus": surplus}
    return found


def _standardised(values: Floats) -> Floats:
    return np.asarray((values - values.mean(axis=0)) / np.maximum(values.std(axis=0), 1e-6))


def _gaps(importance: Floats, level: Floats, origins: Rows) -> tuple[Floats, Floats]:
    """Mean level missing and left over, weighted by importance in the destination (the origin)."""
    need = np.maximum(importance - 1, 0)
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
    return {"zone_up": np.maximum(change, 0), "zone_down": np.maximum(-change, 0)}


def _path(profiles: Profiles, origins: Rows) -> dict[str, Floats]:
    return {"related": profiles.related[origins]} if profiles.related.size else {}


FACETS: tuple[tuple[frozenset[str], Callable[[Profiles, Rows], dict[str, Floats]]], ...] = (
    (frozenset({"detailed_overlap", "detailed_covered"}), _detailed),
    (
        frozenset({"intermediate_overlap", "generalized_likeness", "generalized_covered"}),
        _general,
    ),
    (frozenset({"industry_mix", "industry_lift"}), _industry),
    (frozenset({"pay_cut", "pay_rise"}), _pay),
    (frozenset({"same_major", "same_minor", "same_broad"}), _field),
    (frozenset(feature.name for feature in ONET[:7]), _ratings),
    (frozenset({"zone_up", "zone_down"}), _preparation),
    (frozenset({"related"}), _path),
)

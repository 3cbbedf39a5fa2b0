"""The features the model compares jobs by, which way each may count, and the sets they form.

A *move feature* is one of ``Σ_k β_k z_kij``; a *likeness* is symmetric and says how alike two origins
are, so that people who left one tell something about the other (``neighbours``). A set is what a
given stock of facts allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from turnpoint.core.transition.profile import Profiles


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: ``sign`` is +1 for a similarity (β ≥ 0) and −1 for a distance (β ≤ 0)."""

    name: str
    label: str
    group: str
    sign: int


WORK, FIELD, INDUSTRY, PAY = "work content", "field of work", "industry", "pay"
SKILLS, KNOWLEDGE, INTERESTS = "skills", "knowledge", "interests"
PREPARATION, PATH, TITLES = "preparation", "common path", "job titles"
SETTING, ABILITIES, PEOPLE = "work setting", "abilities", "people before you"

EMBEDDED = (
    Feature("detailed_overlap", "detailed activities shared", WORK, 1),
    Feature("intermediate_overlap", "kinds of activity shared", WORK, 1),
    Feature("generalized_likeness", "alike in what stands out in the work", WORK, 1),
    Feature("generalized_covered", "general activities of the new job done already", WORK, 1),
    Feature("title_likeness", "words of the job titles shared", TITLES, 1),
    Feature("industry_mix", "employed by the same industries", INDUSTRY, 1),
    Feature("industry_lift", "work side by side in the same industries", INDUSTRY, 1),
    Feature("fine_lift", "work side by side in the same branches", INDUSTRY, 1),
    Feature("owner_lift", "work side by side in public or private institutions", INDUSTRY, 1),
    Feature("pay_cut", "pays less", PAY, -1),
    Feature("pay_rise", "pays more", PAY, -1),
    Feature("same_minor", "same minor group", FIELD, 1),
)

ONET = (
    Feature("skill_gap", "skills to learn", SKILLS, -1),
    Feature("skill_surplus", "skills left unused", SKILLS, -1),
    Feature("knowledge_likeness", "knowledge asked for alike", KNOWLEDGE, 1),
    Feature("knowledge_gap", "knowledge to learn", KNOWLEDGE, -1),
    Feature("knowledge_surplus", "knowledge left unused", KNOWLEDGE, -1),
    Feature("interest_likeness", "interests served alike", INTERESTS, 1),
    Feature("zone_down", "less preparation needed", PREPARATION, -1),
    Feature("related", "named as related by O*NET", PATH, 1),
)

CONTEXT = (
    Feature("setting_likeness", "the setting of the work alike", SETTING, 1),
    Feature("setting_new", "conditions of work that would be new", SETTING, -1),
    Feature("setting_left", "conditions of work left behind", SETTING, -1),
    Feature("ability_likeness", "abilities asked for alike", ABILITIES, 1),
)

OBSERVED = (
    Feature("neighbours", "people from jobs like yours went there", PEOPLE, 1),
    Feature("reverse", "people came from there to your job", PEOPLE, 1),
    Feature("reverse_neighbours", "people came from jobs like it to your job", PEOPLE, 1),
)
"""What the moves of others add; always the last features of a set."""

PATHS = "paths between fields"
"""The group of the term ``u_i (W v_j + d_j)``."""

FEATURE_SETS: Mapping[str, tuple[Feature, ...]] = {
    "onet+context": EMBEDDED + ONET + CONTEXT,
    "onet": EMBEDDED + ONET,
    "embedded": EMBEDDED,
}
"""From the richest to the leanest."""

_LIKENESS = (
    *(each for each in EMBEDDED if not each.name.startswith(("pay_", "generalized_covered"))),
    Feature("same_major", "same major group", FIELD, 1),
    Feature("pay_apart", "pay apart", PAY, -1),
)
_RATED = (
    Feature("skill_likeness", "skills asked for alike", SKILLS, 1),
    Feature("knowledge_likeness", "knowledge asked for alike", KNOWLEDGE, 1),
    Feature("interest_likeness", "interests served alike", INTERESTS, 1),
    Feature("zone_apart", "preparation apart", PREPARATION, -1),
)
LIKENESS_SETS: Mapping[str, tuple[Feature, ...]] = {
    "onet+context": _LIKENESS + _RATED + (CONTEXT[0], CONTEXT[-1]),
    "onet": _LIKENESS + _RATED,
    "embedded": _LIKENESS,
}
"""What makes two origins alike, by the same sets."""

FACTOR_BLOCKS: Mapping[str, tuple[str, ...]] = {
    "onet+context": (
        *("field", "pay", "industry", "generalized", "skills", "knowledge", "interests", "zone"),
        *("work_context", "abilities"),
    ),
    "onet": (
        *("field", "pay", "industry", "generalized", "skills", "knowledge", "interests", "zone"),
    ),
    "embedded": ("field", "pay", "industry", "generalized"),
}
"""What the factors of the paths between fields are made of."""


def feature_set_of(profiles: Profiles) -> str:
    """The richest feature set that the loaded facts allow."""
    has = set(profiles.importance)
    rated = {"skills", "knowledge", "interests"} <= has
    if not (rated and profiles.related.size and profiles.job_zone.any()):
        return "embedded"
    return "onet+context" if {"work_context", "abilities"} <= has else "onet"

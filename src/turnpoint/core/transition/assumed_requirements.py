"""What is assumed about what work asks for: publishers' words as months, and groups' usual demands."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumption import LEVEL, OURS, Stated, Theme, Two, stated

READING = OURS + ", our reading of a word that BLS leaves open"
GROUP = OURS + ", where neither O*NET nor BLS says what the occupation asks for"


def _word(default: float, label: str, *, between: Two, plausible: Two) -> float:
    return stated(
        Theme.WORDS,
        default,
        label,
        "months",
        between=between,
        plausible=plausible,
        source=READING,
    )


def _group(default: float, label: str, *, plausible: Two) -> float:
    return stated(
        Theme.GROUPS,
        default,
        label,
        "months",
        between=(0.0, 120.0),
        plausible=plausible,
        source=GROUP,
    )


def _level(default: float, label: str, *, plausible: Two) -> float:
    return stated(
        Theme.GROUPS,
        default,
        label,
        LEVEL,
        between=(1.0, 12.0),
        plausible=plausible,
        source=GROUP,
    )


@dataclass(frozen=True)
class AssumedRequirements(Stated):
    """The likely months of a word or a group; their low and high keep the proportion they had."""

    experience_under_five: float = _word(
        30.0, "“Less than 5 years” of experience", between=(0.0, 60.0), plausible=(12.0, 48.0)
    )
    experience_five: float = _word(
        60.0, "“5 years or more” of experience", between=(60.0, 120.0), plausible=(60.0, 84.0)
    )
    training_short: float = _word(
        0.5, "“Short-term” training on the job", between=(0.0, 1.0), plausible=(0.25, 1.0)
    )
    training_moderate: float = _word(
        6.0, "“Moderate-term” training on the job", between=(1.0, 12.0), plausible=(3.0, 12.0)
    )
    training_long: float = _word(
        18.0, "“Long-term” training on the job", between=(12.0, 48.0), plausible=(12.0, 24.0)
    )
    apprenticeship: float = _word(
        48.0, "An apprenticeship", between=(12.0, 84.0), plausible=(36.0, 60.0)
    )
    residency: float = _word(
        24.0, "An internship or residency", between=(3.0, 84.0), plausible=(12.0, 48.0)
    )
    group_experience_manager: float = _group(
        48.0, "Experience asked of managers", plausible=(24.0, 84.0)
    )
    group_experience_supervisor: float = _group(
        36.0, "Experience asked of first-line supervisors", plausible=(12.0, 60.0)
    )
    group_experience_profession: float = _group(
        12.0, "Experience asked in the professions", plausible=(0.0, 36.0)
    )
    group_training_craft: float = _group(
        6.0, "Training on the job in crafts, repair and production", plausible=(3.0, 18.0)
    )
    group_training: float = _group(3.0, "Training on the job in other work", plausible=(1.0, 12.0))
    group_level_profession: float = _level(
        6.0, "Education asked of managers and in the professions", plausible=(5.0, 8.0)
    )
    group_level_repair: float = _level(
        3.0, "Education asked in installation and repair", plausible=(2.0, 5.0)
    )
    group_level_service: float = _level(
        1.0, "Education asked in food, grounds and farm work", plausible=(1.0, 2.0)
    )
    group_level: float = _level(2.0, "Education asked in other work", plausible=(1.0, 3.0))

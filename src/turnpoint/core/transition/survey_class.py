"""Which survey class an occupation belongs to, and how much of a class each occupation is.

The moves were observed between 520 classes of SOC-2010 codes; people look for O*NET-SOC 2019
occupations. ``share[c, u]`` says how much of class ``c`` is occupation ``u`` (rows sum to 1), by
employment; an occupation that the crosswalk puts in several classes is divided evenly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from turnpoint.core.transition.profile import Floats, Profiles, aggregate
from turnpoint.labour.flow import SurveyClass

ClassesOf = Mapping[str, tuple[int, ...]]
"""Classes of an O*NET-SOC 2019 code."""


def classes_of(classes: Sequence[SurveyClass], crosswalk: Sequence[tuple[str, str]]) -> ClassesOf:
    """Classes of every O*NET-SOC 2019 code, by its codes of 2010.

    A class names six-digit codes of SOC 2010, or broad or minor groups, which hold what no class names itself.
    """
    by_soc = {code: number for number, item in enumerate(classes) for code in item.soc2010}
    found: dict[str, set[int]] = {}
    for old, new in crosswalk:
        soc = old[:7]
        number = by_soc.get(soc, by_soc.get(f"{soc[:6]}0", by_soc.get(f"{soc[:4]}000")))
        if number is not None:
            found.setdefault(new, set()).add(number)
    return {code: tuple(sorted(numbers)) for code, numbers in sorted(found.items())}


def membership(codes: Sequence[str], of: ClassesOf, classes: int) -> Floats:
    """How much of occupation ``u`` is in class ``c``: ``(classes, u)``, columns sum to 1 or 0."""
    result = np.zeros((classes, len(codes)), dtype=np.float32)
    for unit, code in enumerate(codes):
        numbers = of.get(code, ())
        result[list(numbers), unit] = 1 / max(len(numbers), 1)
    return result


def shares(member: Floats, profiles: Profiles, classes: Sequence[SurveyClass]) -> Floats:
    """``share[c, u]``, rows sum to 1.

    A class none of whose occupations is described is taken to be like the nearest SOC group.
    """
    weighted = member * profiles.employment
    for number in np.flatnonzero(~weighted.any(axis=1)).tolist():
        for width in (6, 4, 2):
            group = classes[number].code[:width]
            alike = np.array([code.startswith(group) for code in profiles.soc])
            if alike.any():
                weighted[number] = alike * profiles.employment
                break
    total = weighted.sum(axis=1, keepdims=True)
    share = np.zeros_like(weighted)
    np.divide(weighted, total, out=share, where=total > 0)
    return share


def nearest_classed(profiles: Profiles, member: Floats) -> Floats:
    """``member`` with each unclassed occupation in the class of the one nearest by activities."""
    result = member.copy()
    values = np.concatenate(profiles.activities, axis=1)
    values = values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-6)
    classed = np.flatnonzero(member.any(axis=0))
    unclassed = np.flatnonzero(~member.any(axis=0))
    if len(unclassed) and len(classed):
        nearest = classed[(values[unclassed] @ values[classed].T).argmax(axis=1)]
        result[:, unclassed] = member[:, nearest]
    return result


def class_profiles(
    profiles: Profiles,
    classes: Sequence[SurveyClass],
    of: Mapping[str, tuple[int, ...]],
    codes: Sequence[str],
) -> Profiles:
    """What a job of each class is made of: the mean of its occupations, ``codes``, by employment."""
    share = shares(membership(codes, of, len(classes)), profiles, classes)
    return aggregate(profiles, share, tuple(item.code for item in classes))

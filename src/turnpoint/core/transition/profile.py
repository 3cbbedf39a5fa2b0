"""What a job is made of, as the transition model compares it.

Axes: ``u`` unit (an occupation, or a survey class of several occupations), ``a`` activity,
``s`` industry, ``e`` rated element. A class is the employment-weighted mean of its occupations, so
that the model can be fitted on the survey's classes and used on occupations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.industry_mix import DEPTHS, industry_mixes
from turnpoint.core.transition.title_words import title_words
from turnpoint.labour.activity import generalized_of, intermediate_of
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.skill import Ratings
from turnpoint.labour.wage import Wages

Floats = NDArray[np.float32]

MEDIAN = 2
RATED = ("skills", "knowledge", "interests", "work_context", "abilities")


@dataclass(frozen=True, slots=True)
class Profiles:
    """The compared facts of each unit.

    ``soc``: SOC code of each unit. ``activities``: detailed, intermediate and generalized activities
    ``(u, a)``, each column scaled by the square root of its inverse document frequency.
    ``staffing``: ``(u, s)`` shares of employment by industry at each depth (``industry_mix``), zero
    where unknown; ``industry``: ``(s,)`` shares of all employment. ``log_pay`` and ``employment``:
    ``(u,)``. ``importance`` and ``level``: ``(u, e)`` by rated domain, gaps filled from the nearest
    SOC group. ``job_zone``: ``(u,)``. ``titles``: ``(u, words)``. ``related``: ``(u, u)``, how much of
    the row's related occupations is the column; empty where unknown. ``columns``: what the columns of
    ``generalized`` activities, three-digit ``industry`` and each rated domain are called.
    """

    soc: tuple[str, ...]
    activities: tuple[Floats, Floats, Floats]
    staffing: Mapping[str, Floats]
    industry: Mapping[str, Floats]
    log_pay: Floats
    employment: Floats
    importance: Mapping[str, Floats]
    level: Mapping[str, Floats]
    job_zone: Floats
    titles: Floats
    related: Floats
    columns: Mapping[str, tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.soc)


def profiles_of(market: LabourMarket) -> Profiles:
    """The compared facts of every occupation of the market, aligned with ``market.occupations``."""
    soc = tuple(occupation.soc for occupation in market.occupations)
    rated = {name: market.ratings[name] for name in RATED if name in market.ratings}
    staffing, industry, log_pay, employment = _pay_and_staffing(market)
    zone = market.preparation.job_zone.astype(np.float32)
    zone[zone == 0] = np.nan
    return Profiles(
        soc=soc,
        activities=_activities(market),
        staffing=staffing,
        industry=industry,
        log_pay=log_pay,
        employment=employment,
        importance={name: filled(ratings.importance, soc) for name, ratings in rated.items()},
        level={name: filled(_levels(ratings), soc) for name, ratings in rated.items()},
        job_zone=filled(zone[:, None], soc)[:, 0],
        titles=title_words(market),
        related=_related(market),
        columns=_columns(market),
    )


def _columns(market: LabourMarket) -> Mapping[str, tuple[str, ...]]:
    families = sorted({generalized_of(name) for name in market.activities.detailed_ids})
    found = {"generalized": tuple(families), "industry": ()}
    if market.wages is not None:
        found["industry"] = industry_mixes(market.wages)["three"][1]
    for name in RATED:
        if name in market.ratings:
            found[name] = tuple(called(each.name) for each in market.ratings[name].elements)
    return found


def called(name: str) -> str:
    """An element's name as every release writes it: letters alone, small."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


def aggregate(profiles: Profiles, weight: Floats, soc: tuple[str, ...]) -> Profiles:
    """Profiles of classes, ``weight``: ``(classes, u)`` rows summing to 1, named by ``soc``."""
    weighed = np.flatnonzero(weight.any(axis=0))
    part = weight[:, weighed]

    def mean(values: Floats) -> Floats:
        return np.asarray(part @ values[weighed], dtype=np.float32)

    detailed, intermediate, generalized = profiles.activities
    member = (weight > 0).astype(np.float32)
    related = profiles.related
    if related.size:
        related = np.minimum(weight @ related @ member.T, 1).astype(np.float32)
    return replace(
        profiles,
        soc=soc,
        activities=(mean(detailed), mean(intermediate), mean(generalized)),
        staffing={depth: mean(values) for depth, values in profiles.staffing.items()},
        log_pay=mean(profiles.log_pay),
        employment=np.asarray(member @ profiles.employment, dtype=np.float32),
        importance={name: mean(values) for name, values in profiles.importance.items()},
        level={name: mean(values) for name, values in profiles.level.items()},
        job_zone=mean(profiles.job_zone),
        titles=mean(profiles.titles),
        related=related,
    )


def filled(values: Floats, soc: tuple[str, ...]) -> Floats:
    """``values`` ``(u, e)`` with gaps filled by the mean of the nearest SOC group that has any.

    Broad, then minor, then major group, then everything; 0 where nobody has any.
    """
    result = np.array(values, dtype=np.float32)
    for width in (6, 4, 2, 0):
        gaps = np.isnan(result)
        if not gaps.any():
            break
        _, group = np.unique([code[:width] for code in soc], return_inverse=True)
        member = (group[None] == np.arange(group.max() + 1)[:, None]).astype(np.float32)
        known = member @ np.isfinite(values)
        total = member @ np.nan_to_num(values)
        mean = np.divide(total, known, out=np.full_like(total, np.nan), where=known > 0)
        result[gaps] = mean[group][gaps]
    return np.nan_to_num(result)


def _levels(ratings: Ratings) -> Floats:
    """Levels, 0 where the publisher says that the element is not relevant to the work."""
    return np.where(ratings.not_relevant, np.float32(0), ratings.level)


def _activities(market: LabourMarket) -> tuple[Floats, Floats, Floats]:
    activities = market.activities
    detailed = np.zeros((len(market.occupations), len(activities.detailed_ids)), dtype=np.float32)
    detailed[activities.occupation, activities.detailed] = 1
    parents = (
        [intermediate_of(name) for name in activities.detailed_ids],
        [generalized_of(name) for name in activities.detailed_ids],
    )
    intermediate, generalized = (_by_parent(detailed, names) for names in parents)
    return _rare_first(detailed), _rare_first(intermediate), _rare_first(generalized)


def _by_parent(detailed: Floats, parents: list[str]) -> Floats:
    """Square-rooted counts by parent: a second activity of a kind says less than the first."""
    _, column = np.unique(parents, return_inverse=True)
    membership = np.zeros((len(parents), int(column.max(initial=-1)) + 1), dtype=np.float32)
    membership[np.arange(len(parents)), column] = 1
    return np.asarray(np.sqrt(detailed @ membership))


def _rare_first(values: Floats) -> Floats:
    """Columns scaled by √idf, so that a product of two rows weighs rare activities more."""
    holders = np.maximum((values > 0).sum(axis=0), 1)
    return np.asarray(values * np.sqrt(np.log(len(values) / holders)), dtype=np.float32)


def _related(market: LabourMarket) -> Floats:
    if not len(market.related):
        return np.zeros((0, 0), dtype=np.float32)
    related = np.zeros((len(market.occupations),) * 2, dtype=np.float32)
    related[market.related[:, 0], market.related[:, 1]] = 1
    return related


def _pay_and_staffing(
    market: LabourMarket,
) -> tuple[Mapping[str, Floats], Mapping[str, Floats], Floats, Floats]:
    """Staffing shares and industry shares by depth, log median pay and employment."""
    n = len(market.occupations)
    soc = tuple(occupation.soc for occupation in market.occupations)
    if market.wages is None:
        nothing = {depth: np.zeros((n, 0), np.float32) for depth in DEPTHS}
        nobody = {depth: np.zeros(0, np.float32) for depth in DEPTHS}
        return nothing, nobody, np.zeros(n, np.float32), np.ones(n, np.float32)
    wages = market.wages
    row = np.array([_published(wages, code) for code in soc])
    jobs, percentiles = wages.national()
    log_pay = np.where(row >= 0, np.log(percentiles[row, MEDIAN]), np.nan)
    employment = _employment(soc, np.where(row >= 0, jobs[row], np.nan), row, market)
    staffing, industry = {}, {}
    for depth, (mix, _) in industry_mixes(wages).items():
        held = np.where(row[:, None] >= 0, mix[row], 0)
        total = held.sum(axis=1, keepdims=True)
        shares = np.divide(held, total, out=np.zeros_like(held), where=total > 0)
        staffing[depth] = shares
        industry[depth] = (employment @ shares / max(float(employment.sum()), 1.0)).astype(
            np.float32
        )
    return staffing, industry, filled(log_pay[:, None], soc)[:, 0], employment


def _published(wages: Wages, code: str) -> int:
    """OEWS row of a SOC code, or of the one it is published under; −1 where there is none."""
    return wages.soc_index.get(wages.published_soc(code), -1)


def _employment(
    soc: tuple[str, ...], jobs: Floats, row: NDArray[np.int64], market: LabourMarket
) -> Floats:
    """Jobs per occupation: a SOC row's jobs are shared among the occupations it stands for.

    OEWS does not split a SOC code among its O*NET occupations: the general one (``.00``) is taken to
    hold as much as its specialities together. Unknown employment is the median one.
    """
    general = np.array([occupation.code.endswith(".00") for occupation in market.occupations])
    key = np.where(row >= 0, row, -1 - np.arange(len(row)))
    shared = np.zeros(len(row), dtype=np.float32)
    for value in np.unique(key):
        members = np.flatnonzero(key == value)
        special = int((~general[members]).sum())
        share = np.where(general[members], max(special, 1) / max(int(general[members].sum()), 1), 1)
        shared[members] = jobs[members] * share / share.sum()
    return np.where(np.isfinite(shared), shared, np.nanmedian(shared)).astype(np.float32)

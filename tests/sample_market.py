"""A labour market small enough to reckon by hand: eight occupations, three places, made-up figures.

Occupations are numbered as in ``SAMPLES``. ``tiny_market()`` has activities and wages only, as a
first start has; ``onet=True`` adds ratings, job zones and preparation, ``projections=True`` adds
typical entry requirements.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from turnpoint.labour.activity import Activities, generalized_of
from turnpoint.labour.competence import NO_COMPETENCES
from turnpoint.labour.facts import Manifest
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation, TitleKind, Titles
from turnpoint.labour.outlook import Outlook
from turnpoint.labour.preparation import Preparation, unknown_preparation
from turnpoint.labour.skill import Element, Ratings
from turnpoint.labour.task import NO_STATEMENTS
from turnpoint.labour.wage import ALL_INDUSTRIES, NATIONAL, Area, Wages

NAN = float("nan")
STATE, METRO = "5300000", "0042660"
AREAS = (
    Area(NATIONAL, "United States", "nation"),
    Area(STATE, "Washington", "state", STATE),
    Area(METRO, "Seattle-Tacoma-Bellevue, WA", "metro", STATE),
)

SAMPLES: Mapping[str, str] = {
    "11-1021.00": "General and Operations Managers",
    "11-3021.00": "Computer and Information Systems Managers",
    "15-1232.00": "Computer User Support Specialists",
    "23-1011.00": "Lawyers",
    "29-1141.00": "Registered Nurses",
    "35-3031.00": "Waiters and Waitresses",
    "37-1012.00": "First-Line Supervisors of Landscaping Workers",
    "37-3011.00": "Landscaping and Groundskeeping Workers",
}
MANAGER, IT_MANAGER, SUPPORT, LAWYER, NURSE, WAITER, SUPERVISOR, GARDENER = range(8)

DETAILED: Mapping[int, tuple[str, ...]] = {
    MANAGER: ("4.A.4.b.4.I01.D01", "4.A.4.c.1.I01.D01", "4.A.2.b.1.I01.D01", "4.A.4.a.2.I01.D01"),
    IT_MANAGER: ("4.A.4.b.4.I01.D01", "4.A.4.c.1.I01.D02", "4.A.3.b.1.I01.D01"),
    SUPPORT: ("4.A.3.b.1.I01.D01", "4.A.4.a.3.I01.D01"),
    LAWYER: ("4.A.2.a.3.I01.D01", "4.A.4.a.7.I01.D01"),
    NURSE: ("4.A.4.a.5.I01.D01", "4.A.1.a.1.I01.D01"),
    WAITER: ("4.A.4.a.8.I01.D01",),
    SUPERVISOR: ("4.A.4.b.4.I01.D01", "4.A.4.b.4.I02.D01", "4.A.3.a.1.I01.D01"),
    GARDENER: ("4.A.3.a.1.I01.D01", "4.A.3.a.3.I01.D01"),
}

PERCENTILES = np.array(
    [
        [48_000, 68_000, 104_000, 164_000, 239_200],
        [108_000, 137_000, 175_000, 224_000, 239_200],
        [39_000, 47_000, 61_000, 78_000, 99_000],
        [72_000, 98_000, 152_000, 218_000, NAN],
        [66_000, 78_000, 94_000, 108_000, 135_000],
        [20_000, 26_000, 34_000, 46_000, 62_000],
        [40_000, 47_000, 58_000, 73_000, 90_000],
        [30_000, 35_000, 39_000, 46_000, 54_000],
    ],
    dtype=np.float32,
)
"""National annual pay; the last of the two managers is top-coded, that of lawyers is missing."""


def tiny_market(*, onet: bool = False, projections: bool = False) -> LabourMarket:
    """The eight occupations with what a first start knows, and on request with what may be added."""
    occupations = tuple(Occupation(code, title) for code, title in SAMPLES.items())
    return LabourMarket(
        occupations=occupations,
        index={occupation.code: number for number, occupation in enumerate(occupations)},
        titles=Titles(
            tuple(SAMPLES.values()),
            np.arange(8, dtype=np.int32),
            np.full(8, TitleKind.OCCUPATION, np.int8),
        ),
        activities=_activities(),
        ratings=_ratings() if onet else {},
        preparation=_preparation() if onet else unknown_preparation(8),
        related=np.zeros((0, 2), np.int32),
        tasks=NO_STATEMENTS,
        technologies=NO_STATEMENTS,
        competences=NO_COMPETENCES,
        wages=_wages(),
        outlook=_outlook() if projections else {},
        manifests={
            name: _manifest(name, vintage)
            for name, vintage, there in (
                ("oews", "May 2025", True),
                ("onet", "O*NET 29.3", onet),
                ("bls-ep", "2024–34", projections),
            )
            if there
        },
    )


def _manifest(source: str, vintage: str) -> Manifest:
    return Manifest(source, source, vintage, "made up", "made up", "0" * 64, "2026-01-01")


def _activities() -> Activities:
    identifiers = sorted({each for row in DETAILED.values() for each in row})
    pairs = [(number, identifiers.index(each)) for number, row in DETAILED.items() for each in row]
    return Activities(
        occupation=np.array([pair[0] for pair in pairs], np.int32),
        detailed=np.array([pair[1] for pair in pairs], np.int32),
        detailed_ids=tuple(identifiers),
        names={generalized_of(each): f"Activity {generalized_of(each)}" for each in identifiers},
    )


def _wages() -> Wages:
    """The nation has all eight; the metro area has only the first three, a tenth dearer."""
    socs = tuple(code[:7] for code in SAMPLES)
    metro = 2 * len(socs)
    return Wages(
        vintage="May 2025",
        areas=AREAS,
        industries=(ALL_INDUSTRIES,),
        industry_names=("All industries",),
        socs=socs,
        soc_names=tuple(SAMPLES.values()),
        key=np.array([*range(8), *range(metro, metro + 3)], np.int64),
        employment=np.full(11, 10_000, np.float32),
        mean=np.concatenate([PERCENTILES[:, 2], PERCENTILES[:3, 2] * 1.1]),
        percentiles=np.concatenate([PERCENTILES, PERCENTILES[:3] * np.float32(1.1)]),
        top_coded=np.concatenate([PERCENTILES, PERCENTILES[:3]]) == 239_200,
        hourly_cell=np.zeros(0, np.int64),
        hourly=np.zeros((0, 5), np.float32),
        area_index={area.code: index for index, area in enumerate(AREAS)},
        soc_index={soc: index for index, soc in enumerate(socs)},
        industry_index={ALL_INDUSTRIES: 0},
    )


LEVELS: Mapping[str, tuple[tuple[str, str], tuple[tuple[float, ...], ...]]] = {
    "skills": (
        ("2.A.1.a", "Reading Comprehension"),
        ((4.5,), (4.5,), (3.5,), (5.5,), (4.2,), (2.5,), (3.2,), (2.0,)),
    ),
    "knowledge": (
        ("2.C.8.b", "Law and Government"),
        ((3.2,), (2.5,), (1.2,), (6.5,), (2.8,), (1.0,), (2.0,), (1.0,)),
    ),
}


def _ratings() -> dict[str, Ratings]:
    """One skill and one field of knowledge; importance follows level."""
    ratings = {}
    for domain, ((identifier, name), rows) in LEVELS.items():
        level = np.array(rows, np.float32)
        ratings[domain] = Ratings(
            domain=domain,
            elements=(Element(identifier, name, f"What {name.lower()} means."),),
            importance=(1 + level * 4 / 7).astype(np.float32),
            level=level,
            n=np.full_like(level, 20),
            standard_error=np.full_like(level, 0.2),
            not_relevant=np.zeros_like(level, dtype=bool),
        )
    return ratings


def _preparation() -> Preparation:
    education = np.zeros((8, 12), np.float32)
    for number, shares in {
        MANAGER: {2: 0.25, 5: 0.25, 6: 0.5},
        IT_MANAGER: {2: 0.1, 5: 0.27, 6: 0.4, 8: 0.23},
        SUPPORT: {2: 0.4, 5: 0.4, 6: 0.2},
        LAWYER: {10: 1.0},
        NURSE: {5: 0.45, 6: 0.55},
        WAITER: {1: 0.6, 2: 0.4},
        SUPERVISOR: {2: 0.8, 5: 0.2},
        GARDENER: {1: 0.5, 2: 0.5},
    }.items():
        for level, share in shares.items():
            education[number, level - 1] = share
    return Preparation(
        job_zone=np.array([4, 4, 3, 5, 3, 1, 2, 1], np.int8),
        education=education,
        experience=_category(11, (7, 8, 4, 5, 1, 1, 7, 1)),
        on_site=_category(9, (1,) * 8),
        on_the_job=_category(9, (4, 5, 3, 3, 3, 2, 4, 2)),
    )


def _category(
    width: int, chosen: tuple[int, ...]
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """All incumbents of an occupation in one category (1-based)."""
    shares = np.zeros((len(chosen), width), np.float32)
    shares[np.arange(len(chosen)), np.array(chosen) - 1] = 1
    return shares


def _outlook() -> dict[str, Outlook]:
    none = "None"
    entry = {
        MANAGER: ("Bachelor's degree", "5 years or more", none),
        IT_MANAGER: ("Bachelor's degree", "5 years or more", none),
        SUPPORT: ("Some college, no degree", none, "Moderate-term on-the-job training"),
        LAWYER: ("Doctoral or professional degree", none, none),
        NURSE: ("Bachelor's degree", none, none),
        WAITER: ("No formal educational credential", none, "Short-term on-the-job training"),
        SUPERVISOR: ("High school diploma or equivalent", "Less than 5 years", none),
        GARDENER: ("No formal educational credential", none, "Short-term on-the-job training"),
    }
    socs = [code[:7] for code in SAMPLES]
    return {
        socs[number]: Outlook(socs[number], "2024–34", 10_000, 10_500, 5.0, 900, *words)
        for number, words in entry.items()
    }

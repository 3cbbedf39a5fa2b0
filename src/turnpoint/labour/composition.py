"""How the facts of several sources become one market: one numbering of occupations for all.

The market numbers occupations in the order of their codes. A fact file numbers its own; ``places``
maps these numbers to the market's. Both orders are by code, so rows stay sorted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour import tables
from turnpoint.labour.activity import Activities
from turnpoint.labour.facts import FactFile
from turnpoint.labour.occupation import Occupation, TitleKind, Titles
from turnpoint.labour.outlook import Outlook
from turnpoint.labour.preparation import Preparation, unknown_preparation
from turnpoint.labour.skill import Element, Ratings
from turnpoint.labour.soc import published_under
from turnpoint.labour.sources import bls_ep
from turnpoint.labour.task import NO_STATEMENTS, Statements

DOMAINS = (
    "skills",
    "knowledge",
    "abilities",
    "work_activities",
    "work_context",
    "interests",
    "work_values",
    "work_styles",
)
SHARES = ("education", "experience", "on_site", "on_the_job")
NO_PAIRS: NDArray[np.int32] = np.zeros((0, 2), dtype=np.int32)

Places = NDArray[np.int32]


def occupations(onet: FactFile | None) -> tuple[Occupation, ...]:
    """All occupations of the shipped table and of O*NET, in the order of their codes."""
    known = {code: Occupation(code, title) for code, title in tables.occupations()}
    if onet is not None:
        columns = (onet.texts("code"), onet.texts("title"), onet.texts("description"))
        for code, title, description in zip(*columns, strict=True):
            shipped = known.get(code, Occupation(code, code))
            known[code] = Occupation(code, title or shipped.title, description)
    return tuple(known[code] for code in sorted(known))


def places_of(onet: FactFile, index: Mapping[str, int]) -> Places:
    """``places[number in the file]``: number in the market."""
    return np.array([index[code] for code in onet.texts("code")], dtype=np.int32)


def _spread(values: NDArray[Any], places: Places, size: int, empty: object) -> NDArray[Any]:
    """Rows of a file's occupations as rows of the market's."""
    if len(places) == size:
        return values
    full = np.full((size, *values.shape[1:]), empty, dtype=values.dtype)
    full[places] = values
    return full


def ratings(onet: FactFile, places: Places, size: int) -> dict[str, Ratings]:
    return {
        domain: _domain(onet, domain, places, size)
        for domain in DOMAINS
        if f"ratings.{domain}.importance" in onet.arrays
    }


def _domain(onet: FactFile, domain: str, places: Places, size: int) -> Ratings:
    prefix = f"ratings.{domain}"
    texts = (onet.texts(f"{prefix}.{name}") for name in ("id", "name", "description"))

    def column(name: str, empty: object) -> NDArray[Any]:
        return _spread(onet.arrays[f"{prefix}.{name}"], places, size, empty)

    low, high = onet.arrays[f"{prefix}.scale"].tolist()
    return Ratings(
        domain=domain,
        elements=tuple(Element(*fields) for fields in zip(*texts, strict=True)),
        importance=column("importance", np.nan),
        level=column("level", np.nan),
        n=column("n", np.nan),
        standard_error=column("standard_error", np.nan),
        not_relevant=column("not_relevant", False),
        scale=(low, high),
    )


def preparation(onet: FactFile | None, places: Places, size: int) -> Preparation:
    if onet is None:
        return unknown_preparation(size)
    shares = {
        name: _spread(onet.arrays[f"preparation.{name}"], places, size, np.nan) for name in SHARES
    }
    zones = _spread(onet.arrays["preparation.job_zone"], places, size, 0)
    return Preparation(job_zone=zones, **shares)


def statements(onet: FactFile | None, name: str, places: Places) -> Statements:
    if onet is None or f"{name}.occupation" not in onet.arrays:
        return NO_STATEMENTS
    return Statements(
        texts=onet.texts(f"{name}.text"),
        occupation=places[onet.arrays[f"{name}.occupation"]],
        core=onet.arrays[f"{name}.core"].astype(np.bool_),
    )


def related(onet: FactFile | None, places: Places) -> NDArray[np.int32]:
    return NO_PAIRS if onet is None else places[onet.arrays["related"]]


def activities(index: Mapping[str, int], onet: FactFile | None, places: Places) -> Activities:
    """O*NET's detailed activities where loaded, else the shipped ones; names of all levels."""
    names = tables.generalized_names()
    if onet is not None:
        given = zip(onet.texts("activity.name.id"), onet.texts("activity.name.text"), strict=True)
        names |= dict(given)
        if "activity.occupation" in onet.arrays:
            return Activities(
                occupation=places[onet.arrays["activity.occupation"]],
                detailed=onet.arrays["activity.detailed"],
                detailed_ids=onet.texts("activity.id"),
                names=names,
            )
    pairs = tables.activity_pairs()
    identifiers = sorted({detailed for _, detailed in pairs})
    number = {identifier: i for i, identifier in enumerate(identifiers)}
    return Activities(
        occupation=np.array([index[code] for code, _ in pairs], dtype=np.int32),
        detailed=np.array([number[detailed] for _, detailed in pairs], dtype=np.int32),
        detailed_ids=tuple(identifiers),
        names=names,
    )


Part = tuple[Sequence[str], NDArray[np.int32], NDArray[np.int8]]
"""Texts, occupations and kinds of the titles of one source."""


def own_titles(known: Sequence[Occupation]) -> Part:
    count = len(known)
    kinds = np.full(count, TitleKind.OCCUPATION, dtype=np.int8)
    return [each.title for each in known], np.arange(count, dtype=np.int32), kinds


def onet_titles(onet: FactFile, places: Places) -> Part:
    kinds = onet.arrays["titles.kind"]
    return onet.texts("titles.text"), places[onet.arrays["titles.occupation"]], kinds


def projection_titles(file: FactFile, known: Sequence[Occupation]) -> Part:
    """BLS's alternate titles, for each occupation that its SOC code covers."""
    socs = file.texts("soc")
    row = {soc: number for number, soc in enumerate(socs)}
    covered: dict[int, list[int]] = {}
    for number, occupation in enumerate(known):
        published = published_under(occupation.soc, row)
        if published and occupation.code.endswith(".00"):
            covered.setdefault(row[published], []).append(number)
    texts: list[str] = []
    numbers: list[int] = []
    given = zip(file.texts("titles.text"), file.arrays["titles.soc"].tolist(), strict=True)
    for text, soc in given:
        for number in covered.get(soc, ()):
            texts.append(text)
            numbers.append(number)
    kinds = np.full(len(texts), TitleKind.ALTERNATE, dtype=np.int8)
    return texts, np.array(numbers, dtype=np.int32), kinds


def joined(parts: Sequence[Part]) -> Titles:
    return Titles(
        texts=tuple(text for texts, _, _ in parts for text in texts),
        occupation=np.concatenate([numbers for _, numbers, _ in parts]),
        kind=np.concatenate([kinds for _, _, kinds in parts]),
    )


def outlook(file: FactFile | None, known: Sequence[Occupation]) -> dict[str, Outlook]:
    """Projections by the SOC code of every occupation they cover, and by their own."""
    if file is None:
        return {}
    published = bls_ep.outlooks(file)
    found = dict(published)
    for occupation in known:
        if code := published_under(occupation.soc, published):
            found[occupation.soc] = published[code]
    return found

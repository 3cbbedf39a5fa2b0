"""O*NET's words by occupation: job titles, tasks, technologies, activities, related occupations."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.facts import pack_texts
from turnpoint.labour.occupation import TitleKind
from turnpoint.labour.sheet import ABSENT
from turnpoint.labour.sources.onet.rows import Release

Words = list[tuple[int, str, int]]
"""Occupation, text, and the kind of title or whether it is core."""


def read_titles(release: Release) -> Words:
    """Reported and alternate titles and their abbreviations."""
    found: Words = []
    if (sheet := release.sheet("sample of reported titles")) is not None:
        for _, occupation, (title,) in release.by_occupation(sheet, "Reported Job Title"):
            found.append((occupation, title.strip(), TitleKind.REPORTED))
    if (sheet := release.sheet("alternate titles")) is not None:
        rows = release.by_occupation(sheet, "Alternate Title", "?Short Title")
        for _, occupation, (title, short) in rows:
            found.append((occupation, title.strip(), TitleKind.ALTERNATE))
            if short.strip() not in ABSENT:
                found.append((occupation, short.strip(), TitleKind.ABBREVIATION))
    return found


def read_tasks(release: Release) -> Words:
    sheet = release.sheet("task statements")
    if sheet is None:
        return []
    rows = release.by_occupation(sheet, "Task", "?Task Type")
    return [(number, task.strip(), int(kind == "Core")) for _, number, (task, kind) in rows]


def read_technologies(release: Release) -> Words:
    sheet = release.sheet("technology skills")
    if sheet is None:
        return []
    rows = release.by_occupation(sheet, ("Example", "T2 Example"), "?Hot Technology")
    return [(number, name.strip(), int(hot == "Y")) for _, number, (name, hot) in rows]


def read_related(release: Release) -> list[tuple[int, float, int]]:
    """Occupation, place in the publisher's order, related occupation."""
    sheet = release.sheet("related occupations")
    if sheet is None:
        return []
    found = []
    columns = (("Related O*NET-SOC Code", "related_onetsoc_code"), ("?Index", "Related Index"))
    for line, occupation, (related, index) in release.by_occupation(sheet, *columns):
        place = sheet.number(index or "0", line, "Index", 0, 10_000)
        found.append((occupation, place, release.codes.of(related.strip())))
    return found


def read_activities(release: Release) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """Pairs of occupation and detailed activity, and names of activities by identifier."""
    names: dict[str, str] = {}
    pairs: set[tuple[int, str]] = set()
    if (sheet := release.sheet("tasks to dwas")) is not None:
        for _, occupation, (detailed, title) in release.by_occupation(
            sheet, "DWA ID", "?DWA Title"
        ):
            pairs.add((occupation, detailed.strip()))
            if title:
                names[detailed.strip()] = title.strip()
    for level in ("IWA", "DWA"):
        if (sheet := release.sheet(f"{level.lower()} reference")) is not None:
            for _, (identifier, title) in sheet.rows(f"{level} ID", f"{level} Title"):
                names[identifier.strip()] = title.strip()
    return sorted(pairs), names


def read_model(release: Release) -> dict[str, tuple[str, str]]:
    """Name and description of every element of the content model, by identifier."""
    sheet = release.sheet("content model reference")
    if sheet is None:
        return {}
    rows = sheet.rows("Element ID", "Element Name", "?Description")
    return {key.strip(): (name.strip(), text.strip()) for _, (key, name, text) in rows}


def pack_words(
    prefix: str, words: Words, rank: NDArray[np.int32], extra: str
) -> dict[str, NDArray[Any]]:
    """Texts by occupation without repeats, in the publisher's order within each occupation."""
    kept: dict[tuple[int, str], int] = {}
    for occupation, text, kind in words:
        if text and text not in ABSENT:
            kept.setdefault((int(rank[occupation]), text), kind)
    rows = sorted(((*key, kind) for key, kind in kept.items()), key=lambda row: row[0])
    return pack_texts(f"{prefix}.text", [text for _, text, _ in rows]) | {
        f"{prefix}.occupation": np.array([number for number, _, _ in rows], dtype=np.int32),
        f"{prefix}.{extra}": np.array([kind for _, _, kind in rows], dtype=np.int8),
    }


def pack_related(
    related: list[tuple[int, float, int]], rank: NDArray[np.int32]
) -> dict[str, NDArray[Any]]:
    rows = sorted((rank[first], place, rank[second]) for first, place, second in related)
    pairs = np.array([(first, second) for first, _, second in rows], dtype=np.int32)
    return {"related": pairs.reshape(-1, 2)}


def pack_activities(
    pairs: list[tuple[int, str]], names: dict[str, str], rank: NDArray[np.int32]
) -> dict[str, NDArray[Any]]:
    """Nothing where the release has no pairs, so that the shipped ones stay in use."""
    arrays = pack_texts("activity.name.id", names) | pack_texts(
        "activity.name.text", names.values()
    )
    if not pairs:
        return arrays
    identifiers = sorted({detailed for _, detailed in pairs})
    number = {identifier: place for place, identifier in enumerate(identifiers)}
    table = np.array(
        sorted((rank[occupation], number[detailed]) for occupation, detailed in pairs), np.int32
    )
    return (
        arrays
        | pack_texts("activity.id", identifiers)
        | {"activity.occupation": table[:, 0].copy(), "activity.detailed": table[:, 1].copy()}
    )

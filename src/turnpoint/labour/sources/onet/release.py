"""One O*NET release, from its tables to a fact file's arrays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from turnpoint.errors import BadFile
from turnpoint.labour import tables
from turnpoint.labour.archive import Entry
from turnpoint.labour.facts import pack_texts
from turnpoint.labour.progress import Progress, silent
from turnpoint.labour.sources.onet.preparation import (
    pack_preparation,
    read_job_zones,
    read_shares,
)
from turnpoint.labour.sources.onet.ratings import DOMAINS, pack_domain, read_ratings
from turnpoint.labour.sources.onet.rows import Release
from turnpoint.labour.sources.onet.words import (
    pack_activities,
    pack_related,
    pack_words,
    read_activities,
    read_model,
    read_related,
    read_tasks,
    read_technologies,
    read_titles,
)
from turnpoint.labour.sources.reading import Reading, by_stem

NAME = "onet"
SUFFIXES = (".txt", ".csv", ".tsv", ".xlsx")
OTHERS = (
    "occupation data",
    "content model reference",
    "job zones",
    "education, training, and experience",
    "sample of reported titles",
    "alternate titles",
    "task statements",
    "tasks to dwas",
    "dwa reference",
    "iwa reference",
    "related occupations",
    "technology skills",
)
WANTED = (*DOMAINS, *OTHERS)

FIRST_USABLE = (25, 1)
"""The first release on the occupations of 2019 (O*NET-SOC 2019)."""
KNOWN_SHARE = 0.5
RECOGNISED_FROM = 3

NAMED = re.compile(r"(?:db|onet|o\*net)[\s_-]*(\d{2})[._](\d)", re.IGNORECASE)
STATED = re.compile(r"O\*NET\S*\s+(\d+)\.(\d+)\s+Database", re.IGNORECASE)
DATED = re.compile(r"([A-Z][a-z]+ \d{4}) Release")


def read(found: Sequence[Entry], progress: Progress = silent) -> Reading:
    """Read a release. Raises ``BadFile`` for a table that is not what its name says."""
    by_name = by_stem(found, SUFFIXES)
    named = {stem: entry for stem, entry in by_name.items() if stem in WANTED}
    if not named:
        raise BadFile(
            "No O*NET table is here (such as “Skills.txt” or “Occupation Data.xlsx”). Give the "
            "folder or zip of a release from onetcenter.org; a zip inside a zip is not opened."
        )
    vintage = _vintage(found, by_name.get("read me"))
    release = Release(named, progress)
    described = _read_occupations(release)
    arrays, left_out = _read_tables(release)
    if left_out:
        release.notes.append(
            f"Education, training and experience: {left_out:,} distributions left out, "
            "since O*NET recommends to suppress part of them."
        )
    _check_taxonomy(release)
    codes = release.codes.ordered()
    arrays |= pack_texts("code", codes)
    arrays |= pack_texts("title", [described.get(code, ("", ""))[0] for code in codes])
    arrays |= pack_texts("description", [described.get(code, ("", ""))[1] for code in codes])
    progress(len(named), len(named), "Read O*NET")
    return Reading(
        arrays=arrays,
        vintage=vintage,
        tables=tuple(sorted(release.used)),
        missing=tuple(stem for stem in WANTED if stem not in named),
        rows=release.rows,
        notes=tuple(release.notes),
    )


def recognise(found: Sequence[Entry]) -> tuple[int, ...] | None:
    """How good a release is here, to choose the best of several; ``None`` where there is none.

    A release with skills and knowledge comes before a newer one without.
    """
    by_name = by_stem(found, SUFFIXES)
    if len(set(by_name) & set(WANTED)) < RECOGNISED_FROM:
        return None
    rated = sum(stem in by_name for stem in ("skills", "knowledge"))
    stated = re.match(r"(\d+)\.(\d+)", _vintage(found, by_name.get("read me")))
    return (rated, *map(int, stated.groups())) if stated else (rated, 0, 0)


def _read_occupations(release: Release) -> dict[str, tuple[str, str]]:
    """Title and description by code; the release's own list where it has one."""
    sheet = release.sheet("occupation data")
    if sheet is None:
        return {}
    numbers = {}
    for _, number, (title, text) in release.by_occupation(sheet, "Title", "?Description"):
        numbers[number] = (title.strip(), text.strip())
    return {code: numbers[number] for code, number in release.codes.numbers.items()}


def _read_tables(release: Release) -> tuple[dict[str, NDArray[Any]], int]:
    model = read_model(release)
    ratings = read_ratings(release)
    zones, shares = read_job_zones(release), read_shares(release)
    titles, tasks, tools = read_titles(release), read_tasks(release), read_technologies(release)
    related = read_related(release)
    pairs, names = read_activities(release)
    rank = release.codes.rank()
    arrays: dict[str, NDArray[Any]] = {}
    for name, domain in ratings.items():
        arrays |= pack_domain(name, domain, rank, model)
    prepared, left_out = pack_preparation(zones, shares, rank)
    arrays |= prepared
    arrays |= pack_words("titles", titles, rank, "kind")
    arrays |= pack_words("tasks", tasks, rank, "core")
    arrays |= pack_words("technologies", tools, rank, "core")
    arrays |= pack_related(related, rank)
    arrays |= pack_activities(pairs, names, rank)
    return arrays, left_out


def _vintage(found: Sequence[Entry], read_me: Entry | None) -> str:
    """As the release's own “Read Me” says, else as the names of its files or folders do."""
    if read_me is not None and read_me.size < 100_000:
        text = read_me.read().decode("utf-8", errors="replace")
        if stated := STATED.search(text):
            dated = DATED.search(text)
            return _checked(stated, f", {dated.group(1)}" if dated else "")
    for entry in found:
        if named := NAMED.search(entry.within):
            return _checked(named, "")
    return "unknown release"


def _checked(match: re.Match[str], dated: str) -> str:
    version = int(match.group(1)), int(match.group(2))
    if version < FIRST_USABLE:
        raise BadFile(
            f"This is O*NET {version[0]}.{version[1]}, which lists the occupations of 2010. "
            "Turnpoint needs release 25.1 or a newer one."
        )
    return f"{version[0]}.{version[1]}{dated}"


def _check_taxonomy(release: Release) -> None:
    shipped = {code[:7] for code, _ in tables.occupations()}
    met = release.codes.numbers
    if sum(code[:7] in shipped for code in met) < KNOWN_SHARE * len(met):
        raise BadFile(
            "Most occupation codes of this release are none of O*NET-SOC 2019, which Turnpoint "
            "uses. Give release 25.1 or a newer one."
        )

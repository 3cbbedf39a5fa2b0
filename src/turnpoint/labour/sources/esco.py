"""ESCO: occupations, their labels, and their essential and optional skills (European Commission).

The classification and the relations are two downloads; a folder may hold both, as zips or unpacked,
and a crosswalk from ESCO to O*NET-SOC beside them. Without a crosswalk, or where it is silent, an
ESCO occupation belongs to the O*NET occupations that share one of its titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import BadFile
from turnpoint.labour import tables
from turnpoint.labour.archive import Entry
from turnpoint.labour.facts import pack_texts
from turnpoint.labour.progress import Progress, silent
from turnpoint.labour.sheet import Sheet, open_sheet
from turnpoint.labour.sources.reading import ONET_CODE, Reading

NAME = "esco"
VERSION = re.compile(r"\bv?(\d+\.\d+(?:\.\d+)?)\b")
OCCUPATIONS = re.compile(r"occupations( \w\w)?")
SKILLS = re.compile(r"skills( \w\w)?")
RELATIONS = re.compile(r"occupationskillrelations( \w\w)?")
CROSSWALK = re.compile(r"(?=.*(onet|o\*net))(?=.*(esco|crosswalk|occupations)).*")
URI_COLUMNS = ("concept_uri", "ESCO or ISCO URI", "ESCO URI", "conceptUri", "?uri")
CODE_COLUMNS = ("onet_code", "O*NET Id", "O*NET-SOC Code", "O*NET-SOC 2019 Code")
TRANSLATION = re.compile(r".*2010.to.2019.*")
OCCUPATION_URI = "/esco/occupation/"


@dataclass(slots=True)
class Classification:
    """ESCO while it is read; occupations and skills are numbered in the order of the files."""

    occupations: dict[str, int] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    isco: list[str] = field(default_factory=list)
    alternates: list[tuple[int, str]] = field(default_factory=list)
    skills: dict[str, int] = field(default_factory=dict)
    skill_labels: list[str] = field(default_factory=list)
    relations: list[tuple[int, int, bool]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(found: Sequence[Entry], progress: Progress = silent) -> Reading:
    """Read a release. Raises ``BadFile`` where the occupations are not there."""
    esco = Classification()
    steps = ((OCCUPATIONS, _occupations), (SKILLS, _skills), (RELATIONS, _relations))
    used, missing, rows = [], [], 0
    for done, (pattern, step) in enumerate(steps):
        entry = _pick(found, pattern)
        if entry is None:
            missing.append(pattern.pattern.split("(")[0])
            continue
        progress(done, len(steps) + 1, f"Reading {entry.name}")
        sheet = open_sheet(entry)
        rows += step(esco, sheet)
        esco.notes.extend(sheet.notes)
        used.append(entry.name)
    if not esco.occupations:
        raise BadFile(
            "ESCO’s “occupations_en.csv” is not here. Give the folder or zip of its classification "
            "(and of its relations) from esco.ec.europa.eu, as CSV in English."
        )
    crosswalk = _pick(found, CROSSWALK)
    if crosswalk is not None:
        _crosswalk(esco, open_sheet(crosswalk), _newer_codes(found))
        used.append(crosswalk.name)
    else:
        missing.append("crosswalk from ESCO to O*NET")
    progress(len(steps) + 1, len(steps) + 1, "Read ESCO")
    return Reading(
        _pack(esco), _vintage(found), tuple(used), tuple(missing), rows, tuple(esco.notes)
    )


def recognise(found: Sequence[Entry]) -> tuple[int, ...] | None:
    """The version of the classification here; ``None`` where there is none."""
    entry = _pick(found, OCCUPATIONS)
    if entry is None or not open_sheet(entry).has("conceptUri"):
        return None
    version = re.findall(r"\d+", _vintage(found))
    with_relations = int(_pick(found, RELATIONS) is not None)
    return (with_relations, *map(int, version))


def _pick(found: Sequence[Entry], pattern: re.Pattern[str]) -> Entry | None:
    tables = [entry for entry in found if entry.suffix in (".csv", ".tsv", ".xlsx")]
    return next((entry for entry in tables if pattern.fullmatch(entry.stem)), None)


def _vintage(found: Sequence[Entry]) -> str:
    for entry in found:
        if "esco" in entry.within.lower() and (match := VERSION.search(entry.within)):
            return f"v{match.group(1)}"
    return "unknown release"


def _occupations(esco: Classification, sheet: Sheet) -> int:
    columns = ("conceptUri", "preferredLabel", "?altLabels", "?iscoGroup")
    for line, (uri, label, alternates, isco) in sheet.rows(*columns):
        if OCCUPATION_URI not in uri:
            raise sheet.refuse(line, "conceptUri", f"“{uri[:60]}” is no ESCO occupation")
        number = esco.occupations.setdefault(uri, len(esco.occupations))
        if number < len(esco.labels):
            continue
        esco.labels.append(label.strip())
        esco.isco.append(isco.strip())
        esco.alternates.extend(
            (number, text) for each in alternates.splitlines() if (text := each.strip())
        )
    return len(esco.occupations)


def _skills(esco: Classification, sheet: Sheet) -> int:
    for _, (uri, label) in sheet.rows("conceptUri", "preferredLabel"):
        if esco.skills.setdefault(uri, len(esco.skills)) == len(esco.skill_labels):
            esco.skill_labels.append(label.strip())
    return len(esco.skills)


def _relations(esco: Classification, sheet: Sheet) -> int:
    unknown, rows = set(), 0
    for line, (uri, kind, skill) in sheet.rows("occupationUri", "relationType", "skillUri"):
        if kind not in ("essential", "optional"):
            why = f"“{kind[:40]}” is neither essential nor optional"
            raise sheet.refuse(line, "relationType", why)
        occupation, wanted = esco.occupations.get(uri), esco.skills.get(skill)
        if occupation is None or wanted is None:
            unknown.add(uri if occupation is None else skill)
        else:
            esco.relations.append((occupation, wanted, kind == "essential"))
        rows += 1
    if unknown:
        esco.notes.append(
            f"{sheet.name}: left out the rows of {len(unknown):,} occupations or skills that "
            "the classification lacks."
        )
    return rows


def _newer_codes(found: Sequence[Entry]) -> dict[str, set[str]]:
    """Codes of 2019 by those of 2010, where O*NET's translation lies in the folder as well."""
    newer: dict[str, set[str]] = {}
    if (entry := _pick(found, TRANSLATION)) is not None:
        for _, (old, new) in open_sheet(entry).rows("O*NET-SOC 2010 Code", "O*NET-SOC 2019 Code"):
            newer.setdefault(old.strip(), set()).add(new.strip())
    return newer


def _crosswalk(esco: Classification, sheet: Sheet, newer: dict[str, set[str]]) -> None:
    current = {code for code, _ in tables.occupations()}
    strangers = outdated = 0
    sheet.skip_preamble(*CODE_COLUMNS)
    for _, (uri, given) in sheet.rows(URI_COLUMNS, CODE_COLUMNS):
        occupation, code = esco.occupations.get(uri.strip()), given.strip()
        if occupation is None or not ONET_CODE.fullmatch(code):
            strangers += 1
            continue
        codes = {code} & current or newer.get(code, {code})
        outdated += not codes & current
        esco.links.extend((occupation, each) for each in sorted(codes))
    if strangers:
        esco.notes.append(
            f"{sheet.name}: {strangers:,} rows are of no occupation in this classification."
        )
    if outdated:
        esco.notes.append(
            f"{sheet.name}: {outdated:,} rows lead to codes that O*NET no longer uses or has no "
            "data for; titles decide instead. O*NET’s 2010-to-2019 crosswalk beside it helps."
        )


def _pack(esco: Classification) -> dict[str, NDArray[Any]]:
    relations = np.array(sorted(set(esco.relations)), dtype=np.int32).reshape(-1, 3)
    links = sorted(set(esco.links))
    return (
        pack_texts("label", esco.labels)
        | pack_texts("isco", esco.isco)
        | pack_texts("uri", esco.occupations)
        | pack_texts("alternate.text", [text for _, text in esco.alternates])
        | pack_texts("skill.label", esco.skill_labels)
        | pack_texts("skill.uri", esco.skills)
        | pack_texts("link.code", [code for _, code in links])
        | {
            "alternate.occupation": np.array([n for n, _ in esco.alternates], dtype=np.int32),
            "relation.occupation": relations[:, 0].copy(),
            "relation.skill": relations[:, 1].copy(),
            "relation.essential": relations[:, 2].astype(np.bool_),
            "link.occupation": np.array([number for number, _ in links], dtype=np.int32),
        }
    )

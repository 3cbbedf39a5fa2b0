"""The small facts that ship in the package: occupations and their work activities (O*NET 27).

``manifest.json`` beside this module names publisher, date, licence and checksum of each table.
"""

from __future__ import annotations

import csv
import hashlib
import json
from importlib import resources
from typing import Any

from turnpoint.errors import BadFile

NAME = "embedded"
MANIFEST = "manifest.json"


def rows(name: str) -> list[list[str]]:
    """The rows of a shipped table without its header, in the order of the file (sorted)."""
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()))[1:]


def occupations() -> list[tuple[str, str]]:
    """O*NET-SOC 2019 code and title of the 923 occupations that O*NET collects data for."""
    return [(code, title) for code, title in rows("occupations.csv")]


def activity_pairs() -> list[tuple[str, str]]:
    """Occupation code and identifier of a detailed work activity, sorted by both."""
    return [(code, detailed) for code, detailed in rows("occupation_activities.csv")]


def generalized_names() -> dict[str, str]:
    """O*NET's names of the 41 generalized work activities, by identifier."""
    return dict(rows("generalized_activities.csv"))


def manifest() -> dict[str, Any]:
    """What ``manifest.json`` says of the tables."""
    text = resources.files(__name__).joinpath(MANIFEST).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def verify() -> None:
    """Raise ``BadFile`` where a shipped table is not the one its checksum was taken of."""
    for table in manifest()["tables"]:
        content = resources.files(__name__).joinpath(table["file"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != table["sha256"]:
            raise BadFile(
                f"The shipped table {table['file']} was changed. Install Turnpoint again.",
                where=table["file"],
            )

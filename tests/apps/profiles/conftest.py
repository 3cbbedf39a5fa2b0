"""Synthetic files: a LinkedIn archive and a JSON Resume of a person who does not exist."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest

Archive = Callable[[Mapping[str, str | bytes]], bytes]

TABLES: dict[str, str | bytes] = {
    "Profile.csv": (
        "First Name,Last Name,Birth Date,Headline,Summary,Geo Location\n"
        'Ines,Moreau,"Apr 1, 1980",Head of kitchen &amp; gardens,"Two lines\nof summary.",Lyon\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Chez Lune,Head Chef,Leads a team of nine,Lyon,Mar 2019,\n"
        "Chez Lune,Sous Chef,,Lyon,2015,Feb 2019\n"
        "Gare Bistro,Cook,,,Sep 2011,2014\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        "Institut Bocuse,2008,2011,,Bachelor of Culinary Arts,\n"
    ),
    "Skills.csv": "Name\nMenu planning\nPurchasing\n",
    "Languages.csv": "Name,Proficiency\nFrench,Native or bilingual proficiency\n",
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "HACCP,,Food Safety Board,May 2016,,123\n"
    ),
}


RESUME: dict[str, Any] = {
    "basics": {
        "name": "Ines Moreau",
        "label": "Head chef",
        "email": "ines@example.org",
        "summary": "Cooks.",
        "location": {"city": "Lyon", "countryCode": "FR"},
    },
    "work": [
        {"name": "Chez Lune", "position": "Head Chef", "startDate": "2019-03"},
        {
            "name": "Chez Lune",
            "position": "Sous Chef",
            "startDate": "2015",
            "endDate": "2019-02-28",
            "summary": "Sauces.",
            "highlights": ["Halved the waste"],
        },
    ],
    "education": [{"institution": "Institut Bocuse", "studyType": "Bachelor", "endDate": "2011"}],
    "skills": [{"name": "Kitchen", "keywords": ["Menu planning", "Purchasing"]}],
    "languages": [{"language": "French", "fluency": "Native"}],
    "certificates": [{"name": "HACCP", "issuer": "Food Safety Board", "date": "2016-05"}],
}


@pytest.fixture
def archive() -> Archive:
    """Makes a zip of the named files."""

    def make(files: Mapping[str, str | bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, content in files.items():
                zipped.writestr(name, content)
        return buffer.getvalue()

    return make


@pytest.fixture
def linkedin_zip(archive: Archive) -> bytes:
    return archive(TABLES | {"messages.csv": "FROM,CONTENT\nSomebody,secret\n"})


@pytest.fixture
def resume() -> dict[str, Any]:
    """A JSON Resume; change it before ``as_bytes``."""
    return deepcopy(RESUME)


def as_bytes(resume: object) -> bytes:
    return json.dumps(resume).encode()


@pytest.fixture
def write() -> Callable[[object], bytes]:
    return as_bytes

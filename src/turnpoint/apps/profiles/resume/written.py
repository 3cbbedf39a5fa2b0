"""The profile as JSON Resume 1.2.1 (jsonresume.org), for any tool that reads it."""

from __future__ import annotations

from typing import Any

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries
from turnpoint.apps.profiles.models import Education, HeldRole
from turnpoint.apps.profiles.partial_date import PartialDate

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def json_resume(*, owner: User) -> dict[str, Any]:
    """What the profile says, in the sections of JSON Resume; what is not said is left out."""
    said = queries.profile(owner=owner)
    basics: dict[str, Any] = {"name": said.name, "label": said.headline, "summary": said.summary}
    if said.place:
        basics["location"] = {"city": said.place}
    return {
        "$schema": SCHEMA,
        "basics": _said(basics),
        "work": [_work(role) for role in queries.held_roles(owner=owner)],
        "education": [_education(row) for row in queries.education(owner=owner)],
        "skills": [{"name": row.name} for row in queries.skills(owner=owner)],
        "languages": [
            _said({"language": row.name, "fluency": row.fluency})
            for row in queries.languages(owner=owner)
        ],
        "certificates": [
            _said({"name": row.name, "issuer": row.issuer, "date": str(row.year or "")})
            for row in queries.certifications(owner=owner)
        ],
    }


def _work(role: HeldRole) -> dict[str, Any]:
    return _said(
        {
            "name": role.employer,
            "position": role.title,
            "location": role.place,
            "startDate": _date(role.start),
            "endDate": _date(role.end),
            "summary": role.summary,
        }
    )


def _education(row: Education) -> dict[str, Any]:
    return _said(
        {
            "institution": row.institution,
            "area": row.area,
            "studyType": row.degree,
            "startDate": str(row.start_year or ""),
            "endDate": str(row.end_year or ""),
        }
    )


def _date(given: PartialDate | None) -> str:
    if given is None:
        return ""
    return f"{given.year}-{given.month:02}" if given.month else str(given.year)


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}

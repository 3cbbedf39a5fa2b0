"""One file with everything a person has: a zip of JSON tables, and the same for a spreadsheet.

``manifest.json`` says the format, and for each table how many rows it has and their SHA-256. Rows
are numbered from 1 in each table, and name each other by these numbers: keys of this database
mean nothing elsewhere.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from typing import IO, Any

from django.utils import timezone

from turnpoint import __version__
from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.contents import PERSON_FIELDS, Table, tables
from turnpoint.apps.archive.references import REFERENCES
from turnpoint.apps.archive.rows import plain
from turnpoint.apps.profiles.resume.written import json_resume

FORMAT = 1
KEY = "#"
"""What a row’s own number is called; no field can have this name."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"-\d+(\.\d+)?")
README = """This is everything {name} wrote in Turnpoint, as of {made_at}.

tables/       one JSON file a table; what Turnpoint restores
csv/          the same tables for a spreadsheet
resume.json   the profile as JSON Resume (jsonresume.org)
person.json   the name and the time zone
manifest.json the format, and how many rows each table has

Restore it: on the page “Your data”, or with “turnpoint import FILE”.
It is not encrypted. Keep it where you would keep a diary.
"""


def write(*, owner: User, out: IO[bytes]) -> int:
    """Write the archive of ``owner`` into ``out``; gives how many rows it holds."""
    numbers: dict[str, dict[Any, int]] = {}
    said: dict[str, Any] = {}
    made_at = timezone.now().isoformat()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables():
            rows = _rows(table, owner, numbers)
            if not rows:
                continue
            content = _json(rows)
            digest = hashlib.sha256(content).hexdigest()
            said[table.label] = {"rows": len(rows), "sha256": digest}
            archive.writestr(f"tables/{table.label}.json", content)
            archive.writestr(f"csv/{table.label}.csv", _csv(rows))
        person = {name: getattr(owner, name) for name in PERSON_FIELDS}
        archive.writestr("person.json", _json(person))
        archive.writestr("resume.json", _json(json_resume(owner=owner)))
        manifest = {"format": FORMAT, "turnpoint": __version__, "made_at": made_at, "tables": said}
        archive.writestr("manifest.json", _json(manifest))
        name = owner.get_full_name() or "one person"
        archive.writestr("README.txt", README.format(name=name, made_at=made_at))
    return sum(table["rows"] for table in said.values())


def _rows(table: Table, owner: User, numbers: dict[str, dict[Any, int]]) -> list[dict[str, Any]]:
    found = list(table.rows(owner))
    mine = numbers[table.label] = {row.pk: number for number, row in enumerate(found, 1)}

    def number(label: str, key: Any) -> int | None:
        # What a kept change names may be gone for good.
        return numbers.get(label, {}).get(key)

    said = []
    for row in found:
        one: dict[str, Any] = {KEY: mine[row.pk]}
        for field in table.fields:
            value = field.value_from_object(row)
            if field.is_relation:
                one[field.name] = None if value is None else number(_label(field), value)
            elif reference := REFERENCES.get(f"{table.label}.{field.name}"):
                one[field.name] = reference.put(value, number)
            else:
                one[field.name] = plain(value)
        said.append(one)
    return said


def _label(field: Any) -> str:
    return str(field.related_model._meta.label)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _csv(rows: list[dict[str, Any]]) -> str:
    """Rows for a spreadsheet. A text that it would take for a formula gets an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str) or NUMBER.fullmatch(value):  # an exact number is a text too
        return value
    if value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value

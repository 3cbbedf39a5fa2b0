from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.apps.archive.workspaces import make

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.models import Receipt


def downloaded(browser: Client) -> bytes:
    answer = browser.get(reverse("archive:export"))
    assert answer["Content-Disposition"].startswith("attachment")
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a FileResponse


def uploaded(browser: Client, content: bytes) -> str:
    file = SimpleUploadedFile("turnpoint.zip", content)
    answer = browser.post(reverse("archive:restore"), {"file": file}, follow=True)
    return answer.content.decode()


def test_takes_everything_along_and_brings_it_back(
    ada: User, ada_browser: Client, bob_browser: Client
) -> None:
    make(ada, ["a_destination", "a_role"])
    page = uploaded(bob_browser, downloaded(ada_browser))
    assert "Restored" in page
    assert (
        "I run a koi-pond business."
        in bob_browser.get(reverse("destinations:list"), follow=True).content.decode()
    )


def test_says_on_the_page_why_a_file_is_no_archive(bob_browser: Client) -> None:
    assert "no archive that can be restored" in uploaded(bob_browser, b"hello")


def test_is_also_for_people_with_a_spreadsheet_or_another_tool(
    ada: User, ada_browser: Client
) -> None:
    make(ada, ["a_role"])
    from turnpoint.apps.profiles import services as profiles

    profiles.add_role(owner=ada, title="=HYPERLINK(1)", employer="Aldgate", start_year=2019)
    with zipfile.ZipFile(io.BytesIO(downloaded(ada_browser))) as archive:
        resume = json.loads(archive.read("resume.json"))
        table = archive.read("csv/profiles.HeldRole.csv").decode()
    assert {"position": "IT director"} in resume["work"]
    assert {"name": "Aldgate", "position": "=HYPERLINK(1)", "startDate": "2019"} in resume["work"]
    assert "IT director" in table
    assert "'=HYPERLINK(1)" in table


def test_erases_after_the_word_was_typed_and_signs_out(ada: User, ada_browser: Client) -> None:
    make(ada, ["a_destination"])
    refused = ada_browser.post(reverse("archive:erase"), {"said": "yes"})
    assert refused.status_code == 422
    assert User.objects.filter(pk=ada.pk).exists()
    gone = ada_browser.post(reverse("archive:erase"), {"said": "Erase "})
    assert str(Receipt.objects.get().number) in gone.content.decode()
    assert not User.objects.filter(pk=ada.pk).exists()
    assert ada_browser.get(reverse("plans:today")).status_code == 302


ERASING = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from turnpoint.apps.accounts.services import make_owner
from turnpoint.apps.archive import services
from turnpoint.apps.profiles.services import add_role
owner = make_owner()
for number in range(200):
    add_role(owner=owner, title=f"Keeper of a very private secret {number}")
services.erase(owner=owner)
"""


def test_no_word_stays_in_the_file_of_the_database(tmp_path: Path) -> None:
    there = {"TURNPOINT_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "turnpoint.settings"}
    subprocess.run([sys.executable, "-c", ERASING], check=True, env={**os.environ, **there})
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert any(path.suffix == ".sqlite3" for path in files)
    assert not any(b"private secret" in path.read_bytes() for path in files)

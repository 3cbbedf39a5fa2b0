from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from tests.labour.releases import PROJECTIONS

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.services import make_owner
from turnpoint.apps.occupations import fact_import
from turnpoint.apps.occupations.models import FactImport
from turnpoint.errors import BadInput, Conflict


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.FACTS_DIR = tmp_path / "facts"
    settings.FACTS_DIR.mkdir()
    settings.MIRROR = None
    return tmp_path


@pytest.fixture
def owner(db: None) -> User:
    return make_owner()


@pytest.fixture
def browser(owner: User) -> Client:
    client = Client()
    client.force_login(owner)
    return client


def release(folder: Path, text: str = PROJECTIONS) -> Path:
    path = folder / "upload" / "Employment Projections.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8-sig")
    return path


def add(folder: Path, text: str = PROJECTIONS) -> FactImport:
    row = FactImport.objects.create(source="bls-ep")
    fact_import.run(row.pk, release(folder, text))
    row.refresh_from_db()
    return row


def wait_until(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_says_of_every_source_what_it_is_and_adds(browser: Client, folder: Path) -> None:
    page = browser.get("/occupations/facts/").content.decode()
    for said in ("O*NET Database", "not loaded", "CC BY 4.0", "Employment Projections", "ESCO"):
        assert said in page


def test_offers_a_download_where_there_is_an_address_and_a_file_everywhere(
    browser: Client, folder: Path
) -> None:
    page = browser.get("/occupations/facts/").content.decode()
    assert page.count("Download and add") == 2
    assert page.count('type="file"') == 3
    assert "Add from the mirror folder" not in page


def test_adds_a_release_and_says_so(browser: Client, folder: Path) -> None:
    row = add(folder)
    assert (row.state, row.message) == ("done", "Added 2024–34.")
    assert (
        "Makes possible: growth and openings" in browser.get("/occupations/facts/").content.decode()
    )
    assert not (folder / "upload").exists()


def test_a_broken_file_says_why_and_leaves_what_was_there(browser: Client, folder: Path) -> None:
    add(folder)
    before = (folder / "facts" / "bls-ep.npz").read_bytes()
    row = add(folder, "this is no table")
    assert row.state == "failed"
    assert (folder / "facts" / "bls-ep.npz").read_bytes() == before
    assert "What was there is still there." in browser.get("/occupations/facts/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_an_upload_is_added_in_the_background(folder: Path) -> None:
    client = Client()
    client.force_login(make_owner())
    file = SimpleUploadedFile("Employment Projections.csv", PROJECTIONS.encode("utf-8-sig"))
    answer = client.post("/occupations/facts/bls-ep/add/", {"file": file, "upload": "1"})
    assert answer.status_code == 302
    # The thread is asked, not the row: in memory, SQLite refuses to write while another reads.
    wait_until(lambda: "fact-import" not in {each.name for each in threading.enumerate()})
    assert FactImport.objects.get().state == "done"


def test_several_files_become_one_folder() -> None:
    files = [SimpleUploadedFile(name, b"1") for name in ("a.csv", "../b.csv")]
    kept = fact_import.keep_uploads(files)
    assert sorted(path.name for path in kept.iterdir()) == ["a.csv", "b.csv"]
    shutil.rmtree(kept.parent)


def test_asks_for_a_file_when_none_was_chosen(browser: Client, folder: Path) -> None:
    answer = browser.post("/occupations/facts/onet/add/", {"upload": "1"})
    assert answer.status_code == 400
    assert "No file was chosen" in answer.content.decode()


def test_removing_can_be_undone(browser: Client, folder: Path) -> None:
    add(folder)
    page = browser.post("/occupations/facts/bls-ep/remove/", follow=True).content.decode()
    assert "/occupations/facts/bls-ep/put-back/" in page
    assert not (folder / "facts" / "bls-ep.npz").exists()
    browser.post("/occupations/facts/bls-ep/put-back/")
    assert (folder / "facts" / "bls-ep.npz").exists()


def test_only_the_owner_changes_facts(ada: User, ada_browser: Client, folder: Path) -> None:
    add(folder)
    assert ada_browser.post("/occupations/facts/bls-ep/remove/").status_code == 400
    assert (folder / "facts" / "bls-ep.npz").exists()
    with pytest.raises(BadInput, match="Only the person whose workspace"):
        fact_import.begin(owner=ada, source="onet")
    assert "Remove" not in ada_browser.get("/occupations/facts/").content.decode()


def test_a_restart_marks_what_was_not_finished(browser: Client, folder: Path) -> None:
    FactImport.objects.create(source="onet", process="an earlier run")
    page = browser.get("/occupations/facts/").content.decode()
    assert "was interrupted when the server stopped" in page
    assert "<progress" not in page


def test_shows_progress_and_asks_again_each_second(browser: Client, folder: Path) -> None:
    FactImport.objects.create(source="onet", done=3, total=10, message="Reading Skills")
    answer = browser.get("/occupations/facts/onet/", headers={"hx-request": "true"})
    page = answer.content.decode()
    assert 'value="3" max="10"' in page
    assert 'hx-trigger="every 1s"' in page
    assert "<html" not in page


def test_a_source_is_added_once_at_a_time(owner: User, folder: Path) -> None:
    FactImport.objects.create(source="onet")
    with pytest.raises(Conflict, match="being added already"):
        fact_import.begin(owner=owner, source="onet")
    with pytest.raises(IntegrityError), transaction.atomic():
        FactImport.objects.create(source="onet")


def test_finished_work_has_a_time(owner: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        FactImport.objects.create(source="onet", state="done")
    long_ago = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    with pytest.raises(IntegrityError), transaction.atomic():
        FactImport.objects.create(source="onet", state="done", finished_at=long_ago)


def test_keeps_an_upload_whatever_its_name(folder: Path) -> None:
    for name in ("é" * 240 + ".csv", "..\\..\\up.csv", "a" * 255):
        kept = fact_import.keep_uploads([SimpleUploadedFile(name, b"x")])
        assert kept.read_bytes() == b"x"
        assert kept.parent.name.startswith("turnpoint-upload-")
        shutil.rmtree(kept.parent)


def test_offers_more_facts_until_told_not_now(browser: Client, folder: Path) -> None:
    assert "Turnpoint could say more" in browser.get("/").content.decode()
    browser.post("/occupations/facts/not-now/", {"back": "//elsewhere.example/"})
    assert "Turnpoint could say more" not in browser.get("/").content.decode()


def test_the_offer_leads_back_to_our_own_pages_only(browser: Client, folder: Path) -> None:
    answer = browser.post("/occupations/facts/not-now/", {"back": "https://elsewhere.example/"})
    assert answer["Location"] == "/"

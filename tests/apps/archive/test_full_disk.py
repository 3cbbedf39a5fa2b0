"""A real disk that is really full, under a real server; mounted where this machine allows it."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from tests.browser import TURNPOINT, Server, running

ROOM = "16m"
STEP = "/destination/write/1/"
ENOUGH = 200
"""Writings that find no more room, at the latest."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    if (
        sys.platform != "linux"
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small disk cannot be mounted here: run as root on Linux")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


class Person:
    """A browser that says what it was answered, whatever that is."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.opener.open(server.link())

    def asks(self, path: str, *fields: tuple[str, str]) -> tuple[int, str]:
        sent = urlencode(fields).encode() or None
        try:
            with self.opener.open(self.server.address + path, sent) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except HTTPError as error:
            return error.code, error.read().decode()

    def writes(self, words: str) -> tuple[int, str]:
        _, page = self.asks(STEP)
        token = ("csrfmiddlewaretoken", _value_of("csrfmiddlewaretoken", page))
        return self.asks(STEP, token, ("statement", words), ("hidden", "<b>"))


def _value_of(name: str, page: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return unescape(found[1])


def fill(disk: Path) -> Path:
    """Take all the room that is left; gives what to remove to have it again."""
    ballast = disk / "ballast"
    size = 1 << 20
    with ballast.open("wb", buffering=0) as file:
        while size:
            try:
                file.write(b"x" * size)
            except OSError:
                size //= 2
    return ballast


def command(server: Server, *said: str) -> tuple[int, str]:
    done = subprocess.run(
        [*TURNPOINT, *said, "--data-dir", str(server.folder)],
        env=server.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def test_a_full_disk_loses_no_words_and_passes_without_a_restart(
    small_disk: Path, wage_facts: Path
) -> None:
    with contextlib.contextmanager(running)("serve", small_disk / "ours", wage_facts) as server:
        ruth = Person(server)
        ballast = fill(small_disk)
        kept = ""
        for number in range(ENOUGH):
            words = f"I run workshop {number}.\n" + "One where people stay. " * 10
            status, page = ruth.writes(words)
            if status != 200:
                break
            kept = words
        assert status == 507
        assert "The disk is full, so nothing of what you sent was saved. Make room" in page
        assert _value_of("statement", page).split() == words.split()
        assert _value_of("hidden", page) == "<b>"
        for path in ("/", "/destination/", "/plan/", "/your-data/", "/your-data/everything.zip"):
            assert ruth.asks(path)[0] == 200, path
        assert " ".join(kept.split()) in " ".join(unescape(ruth.asks(STEP)[1]).split())
        before = sorted(small_disk.rglob("*"))
        said = (
            ("backup", "--out", str(small_disk / "b.zip")),
            ("export", "--out", str(small_disk / "e.zip")),
            ("link",),
        )
        with ThreadPoolExecutor(len(said)) as pool:
            for code, sentence in pool.map(lambda each: command(server, *each), said):
                assert code == 1
                assert re.search("is full|No space left", sentence), sentence
                assert "Traceback" not in sentence
        assert sorted(small_disk.rglob("*")) == before
        ballast.unlink()
        names = ("csrfmiddlewaretoken", "statement", "hidden")
        again = [(name, _value_of(name, page)) for name in names]
        assert ruth.asks(STEP, *again)[0] == 200
        assert "One where people stay." in ruth.asks(STEP)[1]
        assert f"workshop {number}." in ruth.asks(STEP)[1]

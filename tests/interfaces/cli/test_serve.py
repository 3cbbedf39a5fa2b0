"""The server as a person starts it: a real process on the loopback address."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

STARTED = re.compile(r"http://127\.0\.0\.1:\d+/sign-in/\?token=\S+")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _turnpoint(*arguments: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "turnpoint", *arguments, "--data-dir", str(folder)]


def _environment() -> dict[str, str]:
    ours = ("TURNPOINT_DATA_DIR", "TURNPOINT_FACTS_DIR", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    return {name: value for name, value in os.environ.items() if name not in ours}


def _run(*arguments: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _turnpoint(*arguments, folder=folder),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=_environment() | more,
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server that was started by the command: the link it printed, and its folder."""
    folder = tmp_path_factory.mktemp("workspace")
    command = _turnpoint("serve", "--no-browser", "--port", str(_free_port()), folder=folder)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment())
    assert process.stdout is not None
    try:
        link = next(found[0] for line in process.stdout if (found := STARTED.search(line)))
        yield link, folder
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=20)
    assert code == 0
    assert not (folder / "server.json").exists()


def _browser() -> urllib.request.OpenerDirector:
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))


def test_serves_the_workspace_to_whoever_has_the_link_as_soon_as_it_is_printed(
    served: tuple[str, Path],
) -> None:
    link, _ = served
    with _browser().open(link) as page:
        assert page.status == 200
        assert "Where does your career go next?" in page.read().decode()


def test_prints_a_new_link_while_serving(served: tuple[str, Path]) -> None:
    _, folder = served
    link = _run("link", folder=folder).stdout.strip()
    with _browser().open(link) as page:
        assert page.status == 200


def test_backs_up_while_serving_and_refuses_to_restore_until_it_is_stopped(
    served: tuple[str, Path], tmp_path: Path
) -> None:
    _, folder = served
    said = _run("backup", "--into", str(tmp_path), "--keep", "1", folder=folder)
    assert "cannot be read without the file “keys”" in said.stdout, said.stderr
    [backup] = tmp_path.glob("turnpoint-backup-*.zip")
    refused = _run("restore", str(backup), folder=folder)
    assert refused.returncode == 1
    assert "Stop it first" in refused.stderr
    elsewhere = tmp_path / "elsewhere"
    restored = _run("restore", str(backup), folder=elsewhere)
    assert "Restored everything as it was" in restored.stdout, restored.stderr
    assert (elsewhere / "turnpoint.sqlite3").stat().st_mode & 0o077 == 0


def test_makes_the_backup_of_the_day_by_itself(served: tuple[str, Path]) -> None:
    _, folder = served
    for _ in range(100):
        if list((folder / "backups").glob("turnpoint-backup-*.zip")):
            break
        time.sleep(0.1)
    else:
        pytest.fail("no backup was made")


def test_keeps_the_secret_key_to_the_owner(served: tuple[str, Path]) -> None:
    _, folder = served
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0


def test_keeps_the_database_to_the_owner_even_in_an_open_folder(
    served: tuple[str, Path],
) -> None:
    _, folder = served
    files = list(folder.glob("turnpoint.sqlite3*"))
    assert files
    assert {file.stat().st_mode & 0o077 for file in files} == {0}


def test_answers_no_other_host_name(served: tuple[str, Path]) -> None:
    link, _ = served
    request = urllib.request.Request(link, headers={"Host": "evil.example"})  # noqa: S310  # loopback
    with pytest.raises(urllib.error.HTTPError, match="400"):
        _browser().open(request)


def test_says_in_a_sentence_that_the_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = _run("serve", "--no-browser", "--port", str(port), folder=tmp_path)
    assert result.returncode == 1
    assert f"Port {port} cannot be used" in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.stderr


def test_says_in_a_sentence_that_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    result = _run("serve", "--no-browser", folder=tmp_path / "file" / "data")
    assert result.returncode == 1
    assert "cannot write to its data folder" in result.stderr
    assert "--data-dir" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("url", ["garbage", "postgres://ada:secret@host:port/x", "mysql://host/x"])
def test_says_in_a_sentence_that_the_database_address_cannot_be_used(
    url: str, tmp_path: Path
) -> None:
    port = str(_free_port())
    result = _run("serve", "--no-browser", "--port", port, folder=tmp_path, DATABASE_URL=url)
    assert result.returncode == 1
    assert "DATABASE_URL" in result.stderr
    assert "secret" not in result.stderr
    assert "Traceback" not in result.stderr


def test_keeps_the_database_in_a_folder_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "my work #1? 100%20 é"
    said = _run("demo", "--no-serve", folder=folder)
    assert said.returncode == 0, said.stderr
    assert (folder / "demo" / "turnpoint.sqlite3").stat().st_size


def test_says_that_no_server_is_running(tmp_path: Path) -> None:
    result = _run("link", folder=tmp_path)
    assert result.returncode == 1
    assert "turnpoint serve" in result.stderr


def test_does_not_believe_what_a_killed_server_left_behind(tmp_path: Path) -> None:
    left = {"port": _free_port(), "username": "owner", "process": 1}
    (tmp_path / "server.json").write_text(json.dumps(left))
    result = _run("link", folder=tmp_path)
    assert result.returncode == 1
    assert "No server is running" in result.stderr

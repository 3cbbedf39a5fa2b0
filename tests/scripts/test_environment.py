"""What ``make serve`` says on a machine that lacks something."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "environment.sh"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout, in a folder with a space, and a PATH with nothing but a shell's needs."""
    checkout = tmp_path / "turn point"
    (checkout / "scripts").mkdir(parents=True)
    (checkout / "bin").mkdir()
    shutil.copy(SCRIPT, checkout / "scripts")
    for tool in ("sh", "dirname", "touch"):
        (checkout / "bin" / tool).symlink_to(str(shutil.which(tool)))
    return checkout


def python_that(checkout: Path, body: str) -> None:
    """A pretended Python: a shell script that answers as ``body`` says."""
    script = checkout / "bin" / "python3"
    script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    script.chmod(0o755)


def run(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "scripts/environment.sh", "serve"],
        cwd=checkout,
        env={"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_is_told_in_a_sentence(machine: Path) -> None:
    python_that(machine, 'case "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac')
    said = run(machine)
    assert said.returncode == 1
    assert "needs Python 3.11 or newer, and found Python 3.9.2" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


def test_no_python_is_told_in_a_sentence(machine: Path) -> None:
    said = run(machine)
    assert said.returncode == 1
    assert "found no Python" in said.stderr


def test_a_missing_venv_module_is_told_with_what_to_install(machine: Path) -> None:
    python_that(machine, 'case "$2" in *ensurepip*) exit 1 ;; *) exit 0 ;; esac')
    said = run(machine)
    assert said.returncode == 1
    assert "sudo apt install python3-venv" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


def test_uses_pip_with_hashes_where_there_is_no_uv(machine: Path) -> None:
    python_that(
        machine,
        'echo "$@" >> asked; case "$*" in *--clear*) '
        "[ -d .venv/bin ] || /bin/mkdir -p .venv/bin; /bin/cp bin/python3 .venv/bin/python ;; esac",
    )
    assert run(machine).returncode == 0
    asked = (machine / "asked").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements/serve.txt" in asked
    assert "--no-build-isolation --no-deps --editable ." in asked
    assert (machine / ".venv" / ".serve-installed").exists()

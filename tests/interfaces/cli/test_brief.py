"""``turnpoint brief`` as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    ours = ("TURNPOINT_DATA_DIR", "TURNPOINT_FACTS_DIR", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    return subprocess.run(
        [sys.executable, "-m", "turnpoint", *arguments, "--data-dir", str(folder)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in ours},
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of sample people."""
    folder = tmp_path_factory.mktemp("workspace")
    made = run("demo", "--no-serve", folder=folder)
    assert made.returncode == 0, made.stderr
    return folder


def test_writes_the_brief_of_a_sample_person(demo: Path) -> None:
    written = run("brief", "--person", "maren", "--out", "maren.pdf", folder=demo)
    assert written.returncode == 0, written.stderr
    reader = pypdf.PdfReader(demo / "maren.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert "I lead a social enterprise" in text
    assert 2 <= len(reader.pages) <= 4


def test_says_in_a_sentence_what_stands_in_the_way(demo: Path) -> None:
    nowhere = run("brief", "--person", "maren", "--out", "no/such/folder.pdf", folder=demo)
    assert nowhere.returncode == 1
    assert "cannot be written" in nowhere.stderr
    nobody = run("brief", "--person", "nobody", folder=demo)
    assert nobody.returncode == 1
    assert "There are" in nobody.stderr
    empty = run("brief", folder=demo)
    assert empty.returncode == 1
    assert "heading for no destination yet" in empty.stderr
    assert not list(demo.glob("*.pdf.*"))

"""Nothing undocumented exists."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from scripts import make_reference
from turnpoint.interfaces.cli.main import main
from turnpoint.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "turnpoint"
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests" / "README.md"])
EXPLANATION = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "explanation").glob("*.md")
)


def plain_name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return found.group().lower()


def test_the_reference_says_what_the_code_does() -> None:
    # In a process of its own: click remembers the help option of a command once it was asked.
    check = [sys.executable, str(ROOT / "scripts" / "make_reference.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_address_says_what_it_does() -> None:
    silent = [row for row in make_reference.addresses().splitlines() if row.endswith("|  |")]
    assert silent == [], "give these views a docstring"


def test_every_family_of_models_is_explained() -> None:
    families = [
        path.name for path in (SOURCE / "core").iterdir() if (path / "__init__.py").exists()
    ]
    assert [family for family in families if f"core/{family}" not in EXPLANATION] == []


def test_every_page_of_the_documentation_is_on_its_map() -> None:
    folder = ROOT / "docs"
    places = (folder.glob(f"{kind}/*.md") for kind in ("tutorials", "how-to", "explanation"))
    pages = [page.relative_to(folder).as_posix() for place in places for page in place]
    map_of_docs = (folder / "README.md").read_text(encoding="utf-8")
    assert [page for page in pages if page not in map_of_docs] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(one for extra in project["project"]["optional-dependencies"].values() for one in extra),
        *(one for group in project["dependency-groups"].values() for one in group),
        *(ROOT / "requirements" / "build.in").read_text(encoding="utf-8").split(),
    ]
    page = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    given = re.findall(r"^\| ([\w.-]+) \| [^|]{10,} \| (?!licence)[^|]+ \|$", page, re.M)
    assert sorted(set(map(plain_name, wanted))) == sorted(map(str.lower, given))


def test_every_setting_that_is_read_is_listed() -> None:
    read = {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r"\b(TURNPOINT_[A-Z_]+)\b", path.read_text(encoding="utf-8"))
    }
    assert read == {setting.name for setting in SETTINGS if setting.name.startswith("TURNPOINT_")}


def test_every_command_and_option_says_what_it_is_for() -> None:
    def silent(command: click.Command, path: str) -> list[str]:
        found = [] if command.help else [path]
        found += [
            f"{path} {option.opts[0]}"
            for option in command.params
            if isinstance(option, click.Option) and not option.help
        ]
        if isinstance(command, click.Group):
            for name, inner in command.commands.items():
                found += silent(inner, f"{path} {name}")
        return found

    assert silent(main, "turnpoint") == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []

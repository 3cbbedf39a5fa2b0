"""The security checklist has each line once, and what it names as a proof is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "explanation" / "security-checklist.md").read_text(encoding="utf-8")
LINE = re.compile(
    r"^\| ([\d.]+)(?:–[\d.]*?(\d+))? \| [^|]+ \| (yes|partly|no|–)(?!\w)", re.MULTILINE
)


def lines() -> list[tuple[str, str]]:
    """Each number of the standard with what is said of it."""
    found = []
    for first, last, said in LINE.findall(PAGE):
        section, number = first.rsplit(".", 1)
        for each in range(int(number), int(last or number) + 1):
            found.append((f"{section}.{each}", said))
    return found


def test_each_line_of_the_standard_stands_once() -> None:
    numbers = [number for number, _ in lines()]
    assert len(numbers) == len(set(numbers)) == 260


def test_the_summary_counts_what_the_checklist_says() -> None:
    said = [answer for _, answer in lines()]
    page = (ROOT / "docs" / "explanation" / "security.md").read_text(encoding="utf-8")
    count = {answer: said.count(answer) for answer in ("yes", "partly", "no", "–")}
    assert (
        f"of 260 lines {count['yes']} are met, {count['partly']} partly, {count['no']} are not, "
        f"and {count['–']} do not apply"
    ) in " ".join(page.split())


def test_every_test_that_is_named_is_there() -> None:
    code = "\n".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py")
    )
    for name in re.findall(r"`(test_\w+)`", PAGE):
        assert f"def {name}(" in code, name


def test_every_file_that_is_named_is_there() -> None:
    files = [
        str(path.relative_to(ROOT))
        for folder in ("src/turnpoint", "tests", "requirements")
        for path in (ROOT / folder).rglob("*.*")
    ] + ["pyproject.toml", "CONTRIBUTING.md"]
    for name in re.findall(r"`([\w/.]+\.(?:py|txt|toml|md|html))`", PAGE):
        assert any(file == name or file.endswith(f"/{name}") for file in files), name

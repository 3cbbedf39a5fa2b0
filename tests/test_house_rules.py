"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "turnpoint"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(SOURCE.rglob("*.html"))

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.I),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "htmx’s own event handler": re.compile(r"\bhx-on\b", re.I),
    "an address that runs code": re.compile(r"""=\s*["']?javascript:""", re.I),
    "something loaded from elsewhere": re.compile(
        r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)\s*=\s*["']?(?:https?:)?//""",
        re.I,
    ),
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function's name and the length of its body, the docstring left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and node.body[1:] else node.body
            yield node.name, (node.end_lineno or 0) - body[0].lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_files_and_functions_stay_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, "split it by term"
    long = {name: length for name, length in functions(path) if length > LONGEST_FUNCTION}
    assert not long, "split them by term"


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_templates_hold_nothing_that_the_content_policy_forbids(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [what for what, pattern in INLINE.items() if pattern.search(text)]
    assert not found


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_every_form_that_changes_something_carries_the_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    posting = re.findall(r"<form\b[^>]*method=[\"']post[\"'].*?</form>", text, re.I | re.S)
    assert all("{% csrf_token %}" in form for form in posting)


def test_the_content_policy_pattern_finds_what_it_should() -> None:
    bad = '<p style="x"><style><script>1</script><a onclick="x"><b hx-on:click=""><a href="javascript:1"><img src="//x">'
    assert [what for what, pattern in INLINE.items() if not pattern.search(bad)] == []
    good = '<script src="a.js" defer></script><a href="https://example.org/">elsewhere</a>'
    assert not any(pattern.search(good) for pattern in INLINE.values())


def test_a_lint_exception_carries_its_reason() -> None:
    exception = re.compile(r"#\s*(?:noqa(?::[A-Z0-9, ]+)?|type:\s*ignore(?:\[.*\])?)\s*$", re.M)
    bare = [
        f"{named(path)}: {match.group()}"
        for path in MODULES
        for match in exception.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not bare

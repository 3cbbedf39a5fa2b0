"""``turnpoint decide``: text, JSON and a page from a file, and a sentence for each bad cell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from tests.decisions import small_file

from turnpoint.core.decision.household import AffectedPerson
from turnpoint.core.decision.toml_text import write
from turnpoint.interfaces.cli.main import main
from turnpoint.interfaces.samples.decisions import NAMES, text

Run = Callable[..., Result]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["decide", *map(str, arguments)])


@pytest.fixture
def lyon(tmp_path: Path) -> Path:
    path = tmp_path / "lyon.toml"
    path.write_text(text("promotion-with-a-move"), encoding="utf-8")
    return path


def test_a_page_for_the_terminal(lyon: Path) -> None:
    result = run(lyon, "--draws", "500", "--seed", "3")
    assert result.exit_code == 0, result.output
    assert "Do we move to Lyon for the regional job?" in result.output
    assert "The way back" in result.output
    assert "seed 3, 500 draws" in result.output
    assert max(map(len, result.output.splitlines()[:-1])) <= 88


def test_json_has_every_part_and_the_words(lyon: Path) -> None:
    result = run(lyon, "--json", "--draws", "500")
    found = json.loads(result.stdout)
    assert found["stamp"]["draws"] == 500
    assert {each["option"] for each in found["standing"]["options"]} == {"stay", "lyon", "weekly"}
    assert found["page"][0]["sentences"][0]["parts"]
    assert found["file"]["deadline"] == "2026-12-14"


def test_the_same_file_seed_and_draws_give_the_same_json(lyon: Path) -> None:
    once, again = (run(lyon, "--json", "--draws", "500").stdout for _ in range(2))
    assert once == again


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        elif given.get("src") or given.get("href") or tag == "script":
            self.loads.append(tag)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_needs_nothing_else_and_each_link_leads_somewhere(
    name: str, tmp_path: Path
) -> None:
    source, target = tmp_path / "in.toml", tmp_path / "out.html"
    source.write_text(text(name), encoding="utf-8")
    result = run(source, "--html", target, "--draws", "500")
    assert result.exit_code == 0, result.output
    page = target.read_text(encoding="utf-8")
    seen = Seen()
    seen.feed(page)
    assert seen.loads == []
    assert seen.links
    assert [link for link in seen.links if link[1:] not in seen.ids] == []
    assert len(set(seen.ids)) == len(seen.ids)
    assert page.count("<svg") >= 8
    assert not re.search(r"https?://(?!www\.w3\.org)", page)
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_words_of_a_file_cannot_become_markup(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    file = small_file(question=evil, people=(AffectedPerson("x", evil, '"><img src=x>'),))
    source, target = tmp_path / "in.toml", tmp_path / "out.html"
    source.write_text(write(file), encoding="utf-8")
    assert run(source, "--html", target, "--draws", "200").exit_code == 0
    page = target.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("cash = 38000", "cash = -5"), "household.cash: Cash, -5, is below zero"),
        (("cash = 38000", 'cash = "lots"'), "household.cash: “lots” is not a number."),
        (
            ("cash = 38000", "csah = 1"),
            "household.csah: “csah” means nothing here. Is “cash” meant?",
        ),
        (("cash = 38000", "cash = = 1"), "not readable as TOML"),
        (
            ("pay = { low = 60000, likely = 62000, high = 64000 }", "pay = { low = 9, high = 1 }"),
            "options.stay.money.pay.high: The high figure, 1, is below the low one, 9",
        ),
    ],
)
def test_a_wrong_cell_is_named_and_the_exit_code_is_one(
    lyon: Path, change: tuple[str, str], said: str
) -> None:
    lyon.write_text(lyon.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    result = run(lyon)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


CONTRADICTION = """
[[preferences.trade_offs]]
first = { criterion = "pay", worse = 62000, better = 74000 }
second = { criterion = "practice", worse = 9, better = 3 }
prefers = "first"
"""


def wide(options: int, criteria: int) -> str:
    """A whole table of this size."""
    head = ['question = "Which?"', "opened = 2026-11-02", "horizon = 60"]
    head += ['kind = "offer"', 'currency = "EUR"', "deadline = 2026-12-10"]
    for o in range(options):
        head += [f"[options.o{o}]", f'name = "O{o}"', f"stays = {str(o == 0).lower()}"]
        head += [f"[options.o{o}.money]", "pay = 50000"]
    for c in range(criteria):
        head += [f"[criteria.c{c}]", f'name = "C{c}"', 'unit = "points"', "worst = 0", "best = 10"]
    for o in range(options):
        head.append(f"[effects.o{o}]")
        head += [f"c{c} = {{ low = 2, likely = 5, high = 8 }}" for c in range(criteria)]
    return "\n".join(head)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "[questions.licence]",
            CONTRADICTION + "[questions.licence]",
            "preferences.trade_offs.2: ",
        ),
        ("low = 74000, likely = 78000", "low = 86000, likely = 78000", "options.lyon.money.pay."),
        ("likely = 2.5, high = 3.5", "likely = 9, high = 12", "effects.weekly.together.likely: "),
        ("cash = 38000", "cash = nan", "household.cash: "),
        ("cash = 38000", "cash = -38000", "household.cash: "),
        ("likely = 7, high = 16", "likely = inf, high = inf", "effects.lyon.practice."),
    ],
)
def test_bad_input_is_a_sentence_at_its_cell(lyon: Path, old: str, new: str, said: str) -> None:
    text_then = lyon.read_text(encoding="utf-8")
    assert old in text_then
    lyon.write_text(text_then.replace(old, new, 1), encoding="utf-8")
    result = run(lyon, "--draws", "500")
    assert said in result.output + result.stderr
    assert "Traceback" not in result.stderr


def test_a_deadline_in_the_past_is_said_and_answered_all_the_same(lyon: Path) -> None:
    past = lyon.read_text(encoding="utf-8").replace(
        "deadline = 2026-12-14", "deadline = 2020-12-14"
    )
    lyon.write_text(past.replace("opened = 2026-11-02", "opened = 2020-11-02"), encoding="utf-8")
    result = run(lyon, "--draws", "500")
    assert result.exit_code == 0
    assert "The deadline, 14 December 2020, has passed" in result.output + result.stderr


def test_twelve_options_by_twenty_criteria_are_answered_and_more_are_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "wide.toml"
    path.write_text(wide(12, 20), encoding="utf-8")
    assert run(path, "--draws", "500").exit_code == 0
    path.write_text(wide(13, 2), encoding="utf-8")
    assert "options: There are 13 options" in run(path).stderr
    path.write_text(wide(2, 21), encoding="utf-8")
    assert "criteria: There are 21 criteria" in run(path).stderr


def test_a_sample_and_the_schema_can_be_printed_and_json_is_read_too(tmp_path: Path) -> None:
    schema = json.loads(run("--schema").stdout)
    Draft202012Validator.check_schema(schema)
    assert run("--sample", "quit-or-search").stdout == text("quit-or-search")
    as_json = tmp_path / "file.json"
    as_json.write_text('{"options": {"stay": {"stays": true, "name": "Stay"}}}', encoding="utf-8")
    result = run(as_json)
    assert result.exit_code == 1
    assert "question: The decision has no question yet" in result.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[1, 2]", b"{"])
def test_what_is_no_decision_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    result = run(path)
    assert result.exit_code == 1
    assert "odd.json" in result.stderr


def test_without_a_file_it_says_what_to_do() -> None:
    result = run()
    assert result.exit_code == 2
    assert "--sample" in result.stderr


def test_the_example_in_the_documentation_can_be_answered(tmp_path: Path) -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "decide-from-a-file.md"
    found = re.search(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    assert found
    path = tmp_path / "example.toml"
    path.write_text(found.group(1), encoding="utf-8")
    result = run(path, "--draws", "500")
    assert result.exit_code == 0, result.output
    assert "“Move to Berlin” in" in result.output

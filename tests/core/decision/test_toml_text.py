"""What is written is read again, to the last bit; what cannot be read is told at its cell."""

from __future__ import annotations

import dataclasses
import string
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decisions import small_file

from turnpoint.core.decision.criterion import Effect
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.interval import Interval
from turnpoint.core.decision.plain import cells, keyed
from turnpoint.core.decision.toml_text import read, write
from turnpoint.errors import BadFile, BadInput

KEYS = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=8)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SINGLE: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(-999, 999),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a kind, sensible or not: nothing that was written may be lost."""
    if kind in SINGLE:
        return SINGLE[kind]
    drawn = {}
    for cell in cells(kind):
        if cell.name == "ranking":
            drawn[cell.name] = st.lists(
                st.lists(KEYS, min_size=1, max_size=2).map(tuple), max_size=3
            ).map(tuple)
        elif cell.name == "key" or (kind is Effect and cell.name in ("option", "criterion")):
            drawn[cell.name] = KEYS
        elif cell.of is not None:
            unique = {"unique_by": identity(cell.of)} if identity(cell.of) else {}
            drawn[cell.name] = st.lists(values(cell.of), max_size=2, **unique).map(tuple)  # type: ignore[arg-type]  # one more argument or none
        elif cell.optional:
            drawn[cell.name] = st.none() | values(cell.bare)
        else:
            drawn[cell.name] = values(cell.bare)
    return st.builds(kind, **drawn)


def identity(kind: Any) -> Any:
    if kind is Effect:
        return lambda effect: (effect.option, effect.criterion)
    return (lambda value: value.key) if keyed(kind) else None


def same(file: DecisionFile) -> DecisionFile:
    """Effects in the order a table by option has."""
    order = list(dict.fromkeys(effect.option for effect in file.effects))
    effects = sorted(file.effects, key=lambda effect: order.index(effect.option))
    return dataclasses.replace(file, effects=tuple(effects))


@settings(max_examples=60, deadline=None)
@given(values(DecisionFile))
def test_what_is_written_is_read_again_to_the_last_bit(file: DecisionFile) -> None:
    reading = read(write(file))
    assert reading.problems == ()
    assert reading.file == same(file)
    assert write(reading.file) == write(file)


def test_a_small_file_survives_the_round_and_reads_like_one() -> None:
    text = write(small_file())
    assert read(text).file == small_file()
    assert "pay = { low = 60000, likely = 66000, high = 72000 }" in text
    assert "[options.berlin.money]" in text
    assert 'ranking = ["family", ["pay", "commute"]]' in text


def test_a_figure_by_itself_is_known_and_a_word_by_itself_is_a_level() -> None:
    reading = read('[effects.berlin]\ncommute = 35\nfamily = "weekends"\n[household]\nspending = 9')
    assert reading.problems == ()
    commute, family = reading.file.effects
    assert (commute.low, commute.high, family.levels) == (35.0, 35.0, ("weekends",))
    assert reading.file.household.spending == Interval(9.0, 9.0, 9.0)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ('[household]\ncash = "lots"', "household.cash", "“lots” is not a number."),
        ("[household]\ncsah = 4", "household.csah", "Is “cash” meant?"),
        ("deadline = 14", "deadline", "not a day"),
        ('deadline = "14.12.2026"', "deadline", "write it as 2026-12-14"),
        ("horizon = 1.5", "horizon", "not a whole number"),
        ("question = 4", "question", "words in quotes"),
        ("options = 4", "options", "a table is needed"),
        ('signals = "rain"', "signals", "put it in [ ]"),
        ("[options.b]\nstays = 1", "options.b.stays", "true or false"),
        ("[options.b.money]\npay = [1, 2]", "options.b.money.pay", "a table is needed"),
        ('[options.b.money]\npay = { low = "x" }', "options.b.money.pay.low", "not a number"),
        ("[[predictions]]\nchance = 0.5", "predictions.1.statement", "Missing"),
        ('[[preferences.trade_offs]]\nprefers = "same"', "preferences.trade_offs.1.first", "Miss"),
        (f"horizon = 1\n[household]\ncash = {10**400}", "household.cash", "too large"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_the_rest_is_kept(
    text: str, where: str, said: str
) -> None:
    reading = read(f'currency = "CHF"\n{text}')
    found = [each.sentence for each in reading.problems if each.where == where]
    assert len(found) == 1
    assert said in found[0]
    assert reading.file.currency == "CHF"


def test_text_that_is_no_toml_names_its_line() -> None:
    with pytest.raises(BadFile, match=r"line 2"):
        read("a = 1\nb = = 2")


def test_nesting_without_end_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadFile):
        read("a = " + "[" * 100_000)


def test_two_of_one_key_are_not_written_over_one_another() -> None:
    stay, berlin = small_file().options
    with pytest.raises(BadInput, match="“berlin” stands twice"):
        write(small_file(options=(stay, berlin, berlin)))

"""A fact file gives back what was written, and is the old one or the new one at every moment."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.labour import facts
from turnpoint.labour.facts import Manifest, pack_texts, read_facts, read_manifest, write_facts

MANIFEST = Manifest("s", "Title", "v", "licence", "credit", "0" * 64, "now", notes=("a", "b"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_gives_back_any_texts(texts: list[str]) -> None:
    packed = pack_texts("word", texts)
    assert facts.unpack_texts(packed["word.utf8"], packed["word.ends"]) == tuple(texts)


def test_gives_back_arrays_and_manifest(tmp_path: Path) -> None:
    path = tmp_path / "new" / "s.npz"
    write_facts(path, {"a": np.arange(3)} | pack_texts("word", ["é", ""]), MANIFEST)
    file = read_facts(path)
    assert file is not None
    assert file.manifest == MANIFEST == read_manifest(path)
    assert file.arrays["a"].tolist() == [0, 1, 2]
    assert file.texts("word") == ("é", "")
    assert file.texts("absent") == ()


def test_facts_of_another_layout_count_as_absent(tmp_path: Path) -> None:
    write_facts(tmp_path / "s.npz", {}, Manifest(*["x"] * 7, format=facts.FORMAT + 1))
    assert read_facts(tmp_path / "s.npz") is None
    assert read_manifest(tmp_path / "absent.npz") is None


def test_sweeps_up_after_an_import_that_was_killed(tmp_path: Path) -> None:
    old, young = tmp_path / ".s-old.part", tmp_path / ".s-young.part"
    for left in (old, young):
        left.touch()
    os.utime(old, (0, time.time() - 2 * facts.ABANDONED_AFTER))
    write_facts(tmp_path / "s.npz", {}, MANIFEST)
    assert {path.name for path in tmp_path.iterdir()} == {".s-young.part", "s.npz"}

from __future__ import annotations

from turnpoint.errors import BadFile


def test_words_of_a_file_are_cut_where_they_are_long_and_steer_no_screen() -> None:
    said = str(BadFile(f"There is a column “\x1b[2J\u202e{'a' * 99_000}\n”. Nothing was changed."))
    assert said.startswith("There is a column “�[2J�aaa")
    assert said.endswith("aaa�”. Nothing was changed.")
    assert len(said) < 500


def test_words_of_every_language_stay_as_they_are() -> None:
    sentence = "“Zürich · 東京 · नमस्ते · 12 000 €” is no date."
    assert str(BadFile(sentence)) == sentence

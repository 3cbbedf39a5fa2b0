"""From what somebody typed to plain words: case, accents, punctuation, plurals, levels and places.

A *word* here is a folded, singular form: ``Crèche Workers`` becomes ``creche worker``. Matching
compares words only, so both sides (typed and published) pass through ``words_of``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 160
"""Characters read of what was typed; a job title is shorter, and what follows is set aside."""

MOST_WORDS = 16

FUNCTION_WORDS = frozenset(
    "a am an and as at by for from i im in is my of on or the to with".split()  # noqa: SIM905  # a list of words reads best as words
)
"""Words that tell nothing about the work."""

_CAPITALS = {"IS": "Information Systems", "OR": "Operating Room"}
"""What small words mean in capitals: an “IS manager” is not a manager that is."""

_IN_CAPITALS = re.compile(r"\b(?:IS|OR)\b")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_PAIRED = re.compile(r"\b([a-z])[ ]?[&/][ ]?([a-z])\b")
_APOSTROPHE = re.compile(r"['’`´](?:s\b)?")
_AND = re.compile(r"[&/]|\s\+\s")
_BETWEEN_WORDS = re.compile(r"(?:[^\w+#]|_)+")
_PLAIN = re.compile(r"[A-Za-z ]*")
_LEVEL = re.compile(r"(?:i{1,3}|iv|vi{0,3}|\d+(?:st|nd|rd|th)?|[lpegb]\d{1,2})")
_LEVEL_NAME = frozenset({"level", "grade", "band", "tier", "scale", "step"})
_ASIDE = re.compile(r"\s[-–—|•·@]+\s|[|•·@;]|,|\s+at\s+(?=[A-Z])|\n")
_PARENTHESIS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_NOT_PLURAL = ("ss", "us", "is")
_PLURAL_ES = ("sses", "shes", "ches", "xes", "zzes")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed title in two parts: the title itself, and what stood beside it.

    ``beside`` holds what followed a comma, dash, “at” or stood in parentheses: a speciality, an
    employer or a place. ``levels`` are numerals and grades, which say nothing about the work.
    """

    words: tuple[str, ...]
    beside: tuple[str, ...]
    levels: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without accents; control characters become spaces."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(
        " " if unicodedata.category(letter).startswith("C") else letter
        for letter in spread
        if not unicodedata.combining(letter)
    )


def singular(word: str) -> str:
    """The singular of an English plural, by rule; other words come back as they are."""
    if word.endswith("people") and len(word) > 6:
        return word[:-6] + "person"
    if word.endswith("men") and len(word) > 3:
        return word[:-3] + "man"
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(_PLURAL_ES):
        return word[:-2]
    return word[:-1]


def raw_words(text: str) -> list[str]:
    """Folded words of one text, not yet singular, in order.

    ``C.E.O.`` becomes ``ceo``, ``R&D`` becomes ``rd``, other ``&`` and ``/`` become ``and``;
    ``c++`` and ``c#`` are kept.
    """
    if ("IS" in text or "OR" in text) and not text.isupper():
        text = _IN_CAPITALS.sub(lambda found: _CAPITALS[found.group()], text)
    if _PLAIN.fullmatch(text):
        return text.lower().split()
    plain = _DOTTED.sub(lambda found: found.group().replace(".", "") + " ", fold(text))
    plain = _AND.sub(" and ", _PAIRED.sub(r"\1\2", _APOSTROPHE.sub("", plain)))
    return [word for word in _BETWEEN_WORDS.sub(" ", plain).split() if word.strip("+#")]


def words_of(text: str) -> tuple[str, ...]:
    """Folded singular words of one text, in order."""
    return tuple(map(singular, raw_words(text)))


def read_typed(text: str) -> Typed:
    """Split a typed title into its words, what stood beside it, and level marks."""
    shown = text[:LONGEST].strip()
    inside = " ".join(_PARENTHESIS.findall(shown))
    first, *rest = _ASIDE.split(_PARENTHESIS.sub(" ", shown)) or [""]
    parts = [first, *rest, inside]
    main = next((part for part in parts if words_of(part)), "")
    beside = " ".join(part for part in parts if part is not main)
    words, levels = without_levels(words_of(main)[:MOST_WORDS])
    more, more_levels = without_levels(words_of(beside)[: MOST_WORDS - len(words)])
    return Typed(words, more, levels + more_levels)


def without_levels(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take numerals and grades (``II``, ``Level 3``, ``L5``) out, unless nothing else is left."""
    kept: list[str] = []
    levels: list[str] = []
    for position, word in enumerate(words):
        numbered = position + 1 < len(words) and _LEVEL.fullmatch(words[position + 1])
        is_level = position > 0 and (_LEVEL.fullmatch(word) or (word in _LEVEL_NAME and numbered))
        (levels if is_level else kept).append(word)
    return tuple(kept), tuple(levels)

"""A sentence made of parts: words, and figures that lead to the cell they come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence. ``where`` is the address of a cell: of the file, or of its answers."""

    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its parts, in order. ``str()`` of it is the sentence."""

    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


def sentence(words: str, *figures: tuple[str, str]) -> Sentence:
    """``words`` with a figure, and the address it comes from, for each ``{}``."""
    pieces = words.split("{}")
    if len(pieces) != len(figures) + 1:
        raise ValueError(f"{len(figures)} figures for {len(pieces) - 1} places in “{words}”")
    parts = [Part(pieces[0])]
    for (text, where), piece in zip(figures, pieces[1:], strict=True):
        parts += [Part(text, where), Part(piece)]
    return Sentence(tuple(part for part in parts if part.text))

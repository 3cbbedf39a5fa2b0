"""Why a title was matched, in words: “alternate title: Head of IT”."""

from __future__ import annotations

from turnpoint.core.title.index import TitleIndex
from turnpoint.core.title.reading import Reading
from turnpoint.core.title.vocabulary import SPELLING, vocabulary
from turnpoint.labour.occupation import TitleKind

_NAMES = {
    TitleKind.OCCUPATION: "official title",
    TitleKind.REPORTED: "reported title",
    TitleKind.ALTERNATE: "alternate title",
    TitleKind.ABBREVIATION: "abbreviated title",
    TitleKind.ESCO: "ESCO title",
    TitleKind.ESCO_ALTERNATE: "ESCO alternate title",
}


def reason(index: TitleIndex, reading: Reading, entry: int) -> str:
    """What the entry is, how near the reading came to it, and what was read as something else."""
    kind = TitleKind(int(index.kind[entry]))
    name = _NAMES[kind]
    part = kind is TitleKind.OCCUPATION and not index.whole[entry]
    shared = set(vocabulary().content(index.shown[entry])) != set(reading.words)
    if any(step.because == SPELLING for step in reading.steps):
        name = f"close spelling of {'words in ' if part or shared else ''}the {name}"
    elif part:
        name = f"named in the {name}"
    elif shared:
        name = f"shares words with the {name}"
    if kind is not TitleKind.OCCUPATION or not index.whole[entry]:
        name += f": {index.shown[entry]}"
    read = "; ".join(
        f"“{' '.join(step.said)}” read as “{' '.join(step.means)}”" for step in reading.steps
    )
    return f"{name} ({read})" if read else name


def reason_to_suggest(index: TitleIndex, entry: int) -> str:
    """What a title that begins as typed is."""
    kind = TitleKind(int(index.kind[entry]))
    if kind is TitleKind.OCCUPATION and index.whole[entry]:
        return _NAMES[kind]
    named = "named in the official title" if kind is TitleKind.OCCUPATION else _NAMES[kind]
    return f"{named}: {index.shown[entry]}"

"""Official titles read as people would say them.

``Heating, Air Conditioning, and Refrigeration Mechanics and Installers`` names six jobs. A title is
a coordination: parts joined by commas and “and”. A part that ends in a word for a worker stands by
itself (``mechanics``); one that does not (``heating``) is a modifier of the workers that follow.
"""

from __future__ import annotations

import re

from turnpoint.core.title.normalise import words_of
from turnpoint.core.title.vocabulary import Vocabulary, Words

_EXCEPT = re.compile(r",?\s+Except\b.*|,?\s+Including\b.*|,?\s+All Other$|,\s+General$")
_SUPERVISORS = re.compile(r"First-Line Supervisors of (.+)")
_HELPERS = re.compile(r"Helpers--(.+)")
_JOINS = re.compile(r",?\s+(?:and|or)\s+|\s*[,/&+]\s*")


def spread(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The single titles that a coordination of titles names, each in singular words."""
    found: list[Words] = []
    waiting: list[Words] = []
    modifiers: list[Words] = []
    for words in filter(None, map(words_of, _JOINS.split(text))):
        if not vocabulary.is_worker(words[-1]):
            waiting.append(words)
        elif len(words) > 1 or waiting:
            modifiers = [*waiting, words[:-1]] if len(words) > 1 else waiting
            waiting = []
            found += [(*modifier, words[-1]) for modifier in modifiers]
        else:
            found.append(words)
            found += [(*modifier, words[-1]) for modifier in modifiers]
    return tuple(dict.fromkeys(" ".join(words) for words in found))


def plain_titles(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What an official title names in plain words, the title itself not among them."""
    core = _EXCEPT.sub("", title)
    if supervised := _SUPERVISORS.fullmatch(core):
        return tuple(
            dict.fromkeys(
                f"{kept} {role}"
                for name in spread(supervised[1], vocabulary) or (supervised[1],)
                for kept in (name, name.removesuffix(" worker"))
                for role in ("supervisor", "foreman")
            )
        )
    if helped := _HELPERS.fullmatch(core):
        return tuple(f"{name} helper" for name in spread(helped[1], vocabulary))
    whole = (" ".join(words_of(core)),) if core != title else ()
    named = (name for name in spread(core, vocabulary) if name != " ".join(words_of(title)))
    return tuple(dict.fromkeys((*whole, *named)))

"""The ways in which a typed title can be read.

``Interim head of HR`` is read as it stands, and as ``human resources manager``: abbreviations, British,
gendered and everyday forms are rewritten by the vocabulary, phrases of rank (``head of``, ``VP``,
``chief … officer``) into the manager or director that published titles speak of, and ``X and Y`` into
its parts. Each step away from the words typed costs a little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnpoint.core.title.index import worth
from turnpoint.core.title.normalise import FUNCTION_WORDS
from turnpoint.core.title.official import spread
from turnpoint.core.title.vocabulary import Rewriting, Vocabulary, Words

MOST_READINGS = 14
_COST = {
    "abbreviation": 0.99,
    "British": 0.98,
    "Scottish": 0.98,
    "American": 0.98,
    "Australian": 0.98,
    "gendered": 0.98,
    "everyday": 0.95,
}
_LATER_MEANING_COST = 0.99
_PART_COST = 0.93
_RANK_COST = 0.96
_BESIDE = 0.35


@dataclass(frozen=True, slots=True)
class Reading:
    """Content words in order with the weight each has for being what it is (1 in full).

    ``trust`` is 1 for the words as typed and less with each step away; ``steps`` says the steps.
    """

    words: Words
    weights: tuple[float, ...]
    trust: float
    steps: tuple[Rewriting, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    words: Words
    trust: float
    steps: tuple[Rewriting, ...]


def readings(
    spelled: Sequence[tuple[Words, float, tuple[Rewriting, ...]]],
    beside: Words,
    vocabulary: Vocabulary,
) -> tuple[Reading, ...]:
    """All readings of a title, the likeliest first, at most ``MOST_READINGS``.

    ``spelled``: the ways its words may be spelled, each with its trust and the steps taken.
    """
    waiting = [_State(*each) for each in spelled]
    for state in tuple(waiting):
        if "and" in state.words:
            parts = spread(" ".join(state.words), vocabulary)
            trust = state.trust * _PART_COST
            waiting += [_State(tuple(part.split()), trust, state.steps) for part in parts]
    whole = _State((*spelled[0][0], *beside), *spelled[0][1:])
    seen = {whole.words: _weighed(whole, (), vocabulary)} if beside else {}
    while waiting and len(seen) < MOST_READINGS:
        state = waiting.pop(0)
        reading = _weighed(state, beside, vocabulary)
        if state.words in seen or not reading.words:
            continue
        seen[state.words] = reading
        waiting += _next(state, vocabulary)
    return tuple(seen.values())


def content(words: Words) -> Words:
    return tuple(word for word in words if word not in FUNCTION_WORDS)


def _weighed(state: _State, beside: Words, vocabulary: Vocabulary) -> Reading:
    """Weigh seniority and what stood beside the title less than the words that name the work."""
    words = content(state.words)
    last = len(words) - 1
    weights = [
        worth(word, vocabulary, first=place == 0) if place < last else 1.0
        for place, word in enumerate(words)
    ]
    more = tuple(word for word in dict.fromkeys(beside) if word not in words)
    every = dict(zip(words, weights, strict=True)) | dict.fromkeys(more, _BESIDE)
    return Reading(tuple(every), tuple(every.values()), state.trust, state.steps)


def _next(state: _State, vocabulary: Vocabulary) -> list[_State]:
    """What one more step makes of a state: one run of words rewritten, or the rank."""
    found = [_State(words, state.trust * _RANK_COST, state.steps) for words in _ranks(state.words)]
    start = 0
    while start < len(state.words):
        meanings = vocabulary.at(state.words, start)
        length = len(meanings[0].said) if meanings else 1
        for place, each in enumerate(meanings):
            words = state.words[:start] + each.means + state.words[start + length :]
            cost = _COST[each.because] * (1 if place == 0 else _LATER_MEANING_COST)
            found.append(_State(words, state.trust * cost, (*state.steps, each)))
        start += length
    return found


def _ranks(words: Words) -> Iterator[Words]:
    """Phrases of rank as the manager or director that published titles speak of."""
    if len(words) > 2 and words[0] in {"head", "director", "manager", "vp"} and words[1] == "of":
        yield (*words[2:], "manager")
        yield (*words[2:], "director")
    elif len(words) > 2 and words[:2] == ("vice", "president"):
        field = words[3:] if words[2] == "of" else words[2:]
        yield (*field, "vice", "president")
        yield (*field, "manager")
    elif len(words) > 2 and words[0] == "chief" and words[-1] == "officer":
        yield (*words[1:-1], "director")
    elif len(words) > 1 and words[-1] in {"director", "head", "vp"} and words[0] != "executive":
        yield (*words[:-1], "manager")
    elif len(words) > 1 and words[-2:] == ("team", "leader"):
        yield (*words[:-2], "supervisor")

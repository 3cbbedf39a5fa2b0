"""The level of a degree from its name, on O*NET’s scale of twelve.

The names are those used in English-speaking countries and the common European ones; a name that is
not among them gives no level, which the person can set.
"""

from __future__ import annotations

import re

# The first that fits decides, so the more particular names come first.
_NAMES = (
    (12, r"post-?\s?doc\w*"),
    (
        11,
        r"ph\.?\s?d\b|d\.?\s?phil\b|doctor\s+of\s+philosophy|dr\.|doctorate|doctoral|ed\.?d\b|dba\b",
    ),
    (10, r"j\.?d\.?$|juris\s+doctor|m\.d\.|md$|doctor\s+of|d\.d\.s|dds$|dvm$|pharm\.?d"),
    (9, r"post-?\s?master\w*"),
    (
        8,
        r"master\w*|mba\b|m\.?sc\b|m\.?a\b\.?|m\.?s\b\.?|m\.?eng\b|m\.?ed\b|mpa\b|mph\b|laurea\s+magistrale|diplom-\w+|diplom\b|magister",
    ),
    (7, r"post-?\s?bac\w*|graduate\s+certificate|postgraduate\s+(certificate|diploma)|pgce|pgdip"),
    (
        6,
        r"bachelor\w*|b\.?sc\b|b\.?a\b\.?|b\.?s\b\.?|b\.?eng\b|b\.?ed\b|bba\b|ll\.?b\b|bcom\b|licence|laurea|undergraduate\s+degree",
    ),
    (5, r"associate\w*|a\.?a\.?s?\b\.?|foundation\s+degree|hnd\b"),
    (4, r"some\s+college"),
    (3, r"certificat\w*|boot\s?camp|nanodegree|apprentic\w+|vocational|trade\s+school"),
    (
        2,
        r"high\s+school|secondary\s+school|ged\b|a-?levels?|gcse\w*|abitur|baccalaur\w*|matura|diploma",
    ),
)
_PATTERNS = tuple(
    (level, re.compile(rf"(?<![a-z]){text}", re.IGNORECASE))
    for level, text in ((level, f"(?:{text})") for level, text in _NAMES)
)


def degree_level(name: str) -> int | None:
    """O*NET’s level 1 to 12 of a degree, or ``None`` where its name is not known."""
    return next((level for level, pattern in _PATTERNS if pattern.search(name)), None)

"""Every expected failure, in words a person can act on.

A message says what happened, where, and what to do. A face (page, command line) shows
``str(error)`` as it is, and maps the class to a status once: ``NotFound`` to 404, ``Conflict``
to 409, everything else to 400.
"""

from __future__ import annotations

import unicodedata

LONGEST = 500
"""Of a sentence that holds words of a file; nobody reads further."""
UNREADABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Of Unicode’s categories: controls, marks that turn the direction, halves of characters."""


class TurnpointError(Exception):
    """An expected failure. ``str()`` of it is fit for a person to read."""


class NotFound(TurnpointError):
    """What was asked for does not exist, or belongs to somebody else."""


class Conflict(TurnpointError):
    """What was asked for contradicts what is there."""


class BadInput(TurnpointError):
    """Something given cannot be used as it is.

    ``where`` names the place (a field, a file and line), so that a face can show the sentence there.
    """

    def __init__(self, message: str, *, where: str = "") -> None:
        super().__init__(message)
        self.where = where


class BadFile(BadInput):
    """A file that cannot be read as what it should be. Its own words are in the message, bounded."""

    def __init__(self, message: str, *, where: str = "") -> None:
        super().__init__(readable(message), where=where)


class FactsMissing(TurnpointError):
    """An answer needs facts that are not loaded. The message names the command that adds them."""


class CannotServe(TurnpointError):
    """The server cannot start here: a taken port, a folder that cannot be written."""


class CannotFetch(TurnpointError):
    """Something could not be got from a publisher over the network."""


def readable(sentence: str) -> str:
    """On one line, without what steers a screen, and with what is far too long cut in the middle."""
    if len(sentence) > LONGEST:
        sentence = f"{sentence[: LONGEST * 2 // 3]} … {sentence[-LONGEST // 4 :]}"
    return "".join(
        "\ufffd" if unicodedata.category(letter) in UNREADABLE else letter for letter in sentence
    )

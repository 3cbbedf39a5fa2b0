"""Whose rows may be seen now. On PostgreSQL the database itself asks (``archive/row_security``).

Where nothing was said, nobody’s are: in a new thread, between two requests, after an error. A
request says it once it knows who is signed in (``middleware.bound_to_a_person``), and ``access``
widens it by whoever granted something, to read. Work on everybody’s rows says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The command line asks for this before Django has read its settings.
    from turnpoint.apps.accounts.models import User


@dataclass(frozen=True, slots=True)
class Sight:
    """Ids of the people whose rows may be read and changed, and of those to be read only.

    With a ``reason``, everybody’s may.
    """

    owners: frozenset[int] = frozenset()
    shown: frozenset[int] = frozenset()
    reason: str = ""


NOBODY = Sight()
_now: ContextVar[Sight | None] = ContextVar("sight", default=NOBODY)


def now() -> Sight | None:
    """What may be seen; ``None`` while it is being found out who asks."""
    return _now.get()


@contextmanager
def _with(wanted: Sight | None) -> Iterator[None]:
    before = _now.set(wanted)
    try:
        yield
    finally:
        _now.reset(before)


@contextmanager
def seeing(person: User | None) -> Iterator[None]:
    """The rows of this person and nobody else’s; of nobody where there is none."""
    with _with(NOBODY if person is None else Sight(frozenset((person.pk,)))):
        yield


@contextmanager
def everyone(reason: str) -> Iterator[None]:
    """Everybody’s rows: for upkeep of the whole, and to look up what a secret address opens."""
    if not reason.strip():
        message = "whoever wants to see everybody’s rows says why"
        raise ValueError(message)
    with _with(Sight(reason=reason)):
        yield


@contextmanager
def finding_out() -> Iterator[None]:
    """While a session and its account are read, which hold nothing that anybody wrote.

    The connection stays as it was, so that a request asks the database once and not twice.
    """
    with _with(None):
        yield


def show(person: User) -> None:
    """From here to the end of the request, let this person’s rows be read as well."""
    was = _now.get()
    if was is not None and not was.reason:
        _now.set(replace(was, shown=was.shown | {person.pk}))


def turn_to(person: User) -> None:
    """From here to the end of the request, it is this person who asks: they have just signed in."""
    was = _now.get()
    if was is not None and not was.reason:
        _now.set(Sight(frozenset((person.pk,))))

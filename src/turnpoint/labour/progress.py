"""How far a long piece of work has come, told to whoever is waiting."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with what is done, the total, and in a few words what is being done."""


def silent(done: int, total: int, what: str) -> None:
    """Tell nobody."""

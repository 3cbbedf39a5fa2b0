"""Which kernel counts: the compiled one where Numba is installed, else NumPy. Same answers."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Protocol, cast

from turnpoint.core.preference import array_kernel
from turnpoint.core.preference.array_kernel import Counts, Floats

WORTH_COMPILING = 200_000
"""Draws from which the compiled kernel is made ready if it is not yet."""


class Kernel(Protocol):
    """What both kernels do; shapes as in ``array_kernel``."""

    @property
    def USUAL_THREADS(self) -> int | None: ...  # noqa: N802  # a constant of each kernel’s module

    def scores(self, value: Floats, weight: Floats) -> Floats: ...

    def tally(self, score: Floats, weight: Floats) -> tuple[Counts, Counts, Counts]: ...


@cache
def compiled() -> Kernel | None:
    """The compiled kernel, made ready; ``None`` without Numba. Takes a second or two once."""
    if find_spec("numba") is None:
        return None
    from turnpoint.core.preference import compiled_kernel

    return cast(Kernel, compiled_kernel)


def fastest(draws: int) -> Kernel:
    """The kernel that answers soonest: nobody waits for a compiler to save a few milliseconds."""
    ready = compiled() if draws >= WORTH_COMPILING or compiled.cache_info().currsize else None
    return ready or cast(Kernel, array_kernel)

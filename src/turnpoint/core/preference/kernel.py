"""Which kernel counts: the compiled one where Numba is installed, else NumPy. Same answers."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Protocol, cast

from turnpoint.core.preference import array_kernel
from turnpoint.core.preference.array_kernel import Counts, Floats


class Kernel(Protocol):
    """What both kernels do; shapes as in ``array_kernel``."""

    def scores(self, value: Floats, weight: Floats) -> Floats: ...

    def tally(self, score: Floats, weight: Floats) -> tuple[Counts, Counts, Counts]: ...


@cache
def fastest() -> Kernel:
    """The compiled kernel if it can be had here, else the NumPy one."""
    if find_spec("numba") is None:
        return cast(Kernel, array_kernel)
    from turnpoint.core.preference import compiled_kernel

    return cast(Kernel, compiled_kernel)

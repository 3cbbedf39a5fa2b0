"""How functions are compiled, and two things that Numba does not say by itself: the lowest bit of a
word, and a choice without a branch. Importing this module needs Numba."""

from __future__ import annotations

from typing import Any

import numba
from llvmlite import ir  # type: ignore[import-untyped]  # it says no types
from numba import types
from numba.extending import intrinsic

BARE: dict[str, Any] = {"_nrt": False}
"""Arrays are lent, never made or kept, and so need no counting of who holds them."""


def compiled(function: Any) -> Any:
    return numba.njit(nogil=True, cache=True, error_model="numpy", **BARE)(function)


def woven(function: Any) -> Any:
    """Compiled into what calls it."""
    return numba.njit(nogil=True, error_model="numpy", forceinline=True, **BARE)(function)


def _lowest(typing: Any, word: Any) -> Any:
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 0))

    return types.int64(types.uint64), code


def _pick(typing: Any, which: Any, yes: Any, no: Any) -> Any:
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.select(*arguments)

    return yes(types.boolean, yes, yes), code


lowest: Any = intrinsic(_lowest)
"""The place of the lowest bit set in a word of 64, which is 64 for none."""
pick: Any = intrinsic(_pick)
"""``yes if which else no``, where a processor that guessed would often guess wrong."""

"""Chance by name: each quantity has a random stream of its own, whatever stands beside it.

The stream of a quantity depends on the seed, the block of draws and the quantity's name, and on
nothing else: reordering options, adding a criterion, or computing blocks on more threads leaves
every other draw as it was. More draws begin with the same draws.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from hashlib import blake2b
from os import cpu_count
from typing import TypeVar

import numpy as np

BLOCK = 16_384
Result = TypeVar("Result")


@lru_cache(maxsize=65_536)
def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def stream(seed: int, block: int, name: str) -> np.random.Generator:
    """The generator of quantity ``name`` in one block of draws."""
    sequence = np.random.SeedSequence(seed, spawn_key=(block, _number(name)))
    return np.random.Generator(np.random.SFC64(sequence))


def sizes(draws: int) -> list[int]:
    """How many draws each block holds: all full but the last."""
    full, rest = divmod(draws, BLOCK)
    return [BLOCK] * full + ([rest] if rest else [])


def over(work: Callable[[int], Result], blocks: int, *, threads: int | None = None) -> list[Result]:
    """``work(block)`` for each block, in order of block whatever the number of threads."""
    threads = min(threads or cpu_count() or 1, blocks)
    if threads <= 1:
        return [work(block) for block in range(blocks)]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, range(blocks)))

"""The simulated futures that all options share.

Axes: ``[t, f]`` is month ``t`` of future ``f``; ``[q, f]`` its quarter. Randomness is counted, not
drawn in turn: the 64-bit word of future ``f`` in month ``t`` is SplitMix64 (Steele, Lea & Flood
2014) at counter ``t`` of a key made from the seed and ``f``. So any future can be had alone, more
futures leave the first ones as they were, and neither threads nor other options can change one.

A word gives 24 bits for the arrival of an offer, 24 for luck in a job (low: lost, high: promoted)
and 12 for the pay of the offer. Options differ in what these do to them, not in what they are.

The market is a shared factor, AR(1) by the quarter with variance 1::

    m_q = φ m_{q−1} + √(1 − φ²) ε_q
    chance of an offer   p · exp(a m − a²/2)        chance of a loss   h · exp(−c m − c²/2)
    ln pay of an offer   rises with  ρ m + √(1 − ρ²) ζ

``ρ = 2 sin(π r / 6)`` makes ``r`` the rank correlation of offered pay and market (Pearson 1907);
``achieved_correlation`` reports what came of it.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from turnpoint.core.trajectory.assumptions import DEFAULTS
from turnpoint.errors import BadInput

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Words = NDArray[np.uint64]

BLOCK = 4096
"""Futures worked on at once, so that their state stays in the processor's cache."""

STEP = np.uint64(0x9E3779B97F4A7C15)
LEVELS = 1 << 16
NORMAL: Floats = ndtri((np.arange(LEVELS) + 0.5) / LEVELS)
"""65,536 equally likely values of a standard normal quantity."""
NORMAL /= NORMAL.std()
NORMAL.flags.writeable = False
FEW = 1 << 12
FEW_NORMAL: Floats = ndtri((np.arange(FEW) + 0.5) / FEW)
"""4,096 such values, for what is drawn month after month: they stay in the nearest cache."""
FEW_NORMAL /= FEW_NORMAL.std()
FEW_NORMAL.flags.writeable = False


def mixed(words: Words) -> Words:
    """SplitMix64's finaliser, in place: counters in, random words out."""
    shifted = np.empty_like(words)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, None)):
        np.right_shift(words, np.uint64(shift), out=shifted)
        np.bitwise_xor(words, shifted, out=words)
        if factor is not None:
            np.multiply(words, np.uint64(factor), out=words)
    return words


@dataclass(frozen=True, slots=True)
class Market:
    """How the shared factor moves offers, losses and offered pay (``a``, ``c``, ``r``, ``φ``)."""

    offers: float = DEFAULTS.bad_market
    losses: float = DEFAULTS.market_loss
    pay: float = DEFAULTS.market_pay
    memory: float = DEFAULTS.market_memory

    def __post_init__(self) -> None:
        if not -1.0 < self.pay < 1.0 or not 0.0 <= self.memory < 1.0:
            raise BadInput("A correlation lies between −1 and 1, what is remembered from 0 to 1.")

    @property
    def loading(self) -> float:
        """``ρ``: Pearson's correlation of normal quantities whose rank correlation is ``pay``."""
        return 2.0 * math.sin(math.pi * self.pay / 6.0)


CALM = Market(0.0, 0.0, 0.0, 0.0)
"""A market that never moves."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """A rank correlation (Spearman) as asked for and as met, with its standard error."""

    asked: float
    achieved: float
    error: float


@dataclass(frozen=True, slots=True)
class Draws:
    """One block of futures: ``arrivals[t, f]`` and ``losses[t, f]`` are uniform draws over the
    market's factor, to be compared with chances; ``rises[t, f]`` is uniform; ``quality[t, f]`` is
    the level of an offer's own luck; ``market[q, f]`` is ``ρ m``. Row 0 is month 1."""

    first: int
    arrivals: Singles
    losses: Singles
    rises: Singles
    quality: NDArray[np.uint16]
    market: Floats

    @property
    def size(self) -> int:
        return int(self.arrivals.shape[1])


@dataclass(frozen=True, slots=True)
class Futures:
    """``count`` futures of ``months`` months, made again by the same ``seed``."""

    seed: int
    count: int = 10_000
    months: int = 120
    market: Market = Market()

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise BadInput("A seed is a whole number, 0 or more.", where="seed")
        if self.count < 1 or not 1 <= self.months <= 600:
            raise BadInput("Ask for at least one future, and for 1 to 600 months.")

    def blocks(self) -> range:
        """The first future of each block."""
        return range(0, self.count, BLOCK)

    def size(self, first: int) -> int:
        """How many futures the block that begins with ``first`` has."""
        return min(BLOCK, self.count - first)

    def words(self, variable: str, first: int) -> Words:
        """One random word a future ``[f]`` for whatever is called ``variable``."""
        entropy = [self.seed, zlib.crc32(variable.encode()), len(variable)]
        key = np.random.SeedSequence(entropy).generate_state(1, np.uint64)
        counters = np.arange(first + 1, first + 1 + self.size(first), dtype=np.uint64)
        return mixed(counters * STEP + key)

    def uniform(self, variable: str, first: int) -> Floats:
        """One draw a future between 0 and 1, both left out."""
        high = (self.words(variable, first) >> np.uint64(12)).astype(np.float64)
        return (high + 0.5) * 2.0**-52

    def normal(self, variable: str, first: int) -> Floats:
        """One of 65,536 standard normal values a future. The same name is the same draw, wherever
        it stands."""
        return np.take(NORMAL, (self.words(variable, first) >> np.uint64(48)).astype(np.intp))

    def market_path(self, first: int) -> Floats:
        """``m[q, f]``, four quarters' news from each word."""
        quarters, size = -(-self.months // 3), self.size(first)
        spine = self.words("market", first)
        path = np.empty((quarters, size))
        counters = np.arange(-(-quarters // 4), dtype=np.uint64)[:, None] * STEP
        news = mixed(counters + spine)
        memory = self.market.memory
        fresh = math.sqrt(1.0 - memory * memory)
        for quarter in range(quarters):
            piece = news[quarter // 4] >> np.uint64(16 * (quarter % 4) + 4)
            np.take(FEW_NORMAL, (piece & np.uint64(FEW - 1)).astype(np.int64), out=path[quarter])
            if quarter:
                path[quarter] *= fresh
                path[quarter] += memory * path[quarter - 1]
        return path

    def exponents(self) -> tuple[np.float32, np.float32, np.float32, np.float32]:
        """``a``, ``a²/2``, ``c`` and ``c²/2``."""
        a, c, half = np.float32(self.market.offers), np.float32(self.market.losses), np.float32(0.5)
        return a, half * a * a, c, half * c * c

    def factors(self, path: Floats) -> Singles:
        """What draws are multiplied with so that chances need not be, ``[what, q, f]``: for 24 bits of
        an offer's arrival, and for luck in a job."""
        a, half_a, c, half_c = self.exponents()
        factors = np.empty((2, *path.shape), dtype=np.float32)
        offers, losses = factors
        losses[:] = path
        np.multiply(a, losses, out=offers)
        np.subtract(half_a, offers, out=offers)
        losses *= c
        losses += half_c
        return self.raised(factors)

    @staticmethod
    def raised(factors: Singles) -> Singles:
        """Exponents ``[what, q, f]`` made into factors, in place."""
        np.exp(factors, out=factors)
        factors[0] *= np.float32(2.0**-24)
        return factors

    def draws(self, first: int) -> Draws:
        """All that the months of one block share over the options."""
        months, size = self.months, self.size(first)
        path = self.market_path(first)
        offers, losses = self.factors(path)
        spine = self.words("months", first)
        arrivals, lost = np.empty((2, months, size), dtype=np.float32)
        rises = np.empty((months, size), dtype=np.float32)
        quality = np.empty((months, size), dtype=np.uint16)
        for quarter, month in enumerate(range(0, months, 3)):
            rows = slice(month, min(month + 3, months))
            counters = np.arange(rows.start + 1, rows.stop + 1, dtype=np.uint64)[:, None] * STEP
            words = mixed(counters + spine)
            quality[rows] = words.astype(np.uint16) >> np.uint16(4)
            arrivals[rows] = (words >> np.uint64(40)).astype(np.uint32)
            arrivals[rows] *= offers[quarter]
            luck = ((words >> np.uint64(16)).astype(np.uint32) & np.uint32(0xFFFFFF)).astype(
                np.float32
            )
            luck *= np.float32(2.0**-24)
            np.subtract(np.float32(1.0), luck, out=rises[rows])
            np.multiply(luck, losses[quarter], out=lost[rows])
        return Draws(first, arrivals, lost, rises, quality, path * self.market.loading)

    def achieved_correlation(self, month: int = 1) -> Correlation:
        """The rank correlation of offered pay and market in one month, over all futures."""
        from scipy.stats import spearmanr

        market, pay = [], []
        quarter = (month - 1) // 3
        own = math.sqrt(1.0 - self.market.loading**2)
        for first in self.blocks():
            path = self.market_path(first)[quarter]
            counter = np.full(len(path), month, dtype=np.uint64) * STEP
            level = mixed(counter + self.words("months", first)).astype(np.uint16) >> np.uint16(4)
            market.append(path)
            pay.append(self.market.loading * path + own * FEW_NORMAL[level])
        achieved = spearmanr(np.concatenate(market), np.concatenate(pay)).statistic
        return Correlation(
            self.market.pay, float(achieved), 1.0 / math.sqrt(max(self.count - 1, 1))
        )

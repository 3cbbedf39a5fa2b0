"""How fast options are compared under open weights, beside three libraries on the same work.

The work: 8 options by 10 criteria, how often each option takes each rank over random weights, which
are given to all alike; what drawing them costs us stands beside. The peers take one set of weights at
a time: they are timed on 2,000 draws and scaled by the draw.
Limits: 1,000,000 draws in .15 s with NumPy and .05 s compiled, 100,000 draws in 12 ms, working memory
under 20 MB; 12 options by 20 uncertain criteria at 10,000 draws, as a page asks, in 50 ms.
Run: ``python benchmarks/decide.py`` (``make bench`` installs the peers).
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import numpy as np
import skcriteria
from pymcdm.helpers import rankdata
from pymcdm.methods import WSM
from pyrepo_mcda.mcda_methods import VIKOR_SMAA
from skcriteria.agg.simple import WeightedSumModel

from turnpoint.core.preference import array_kernel, kernel, streams, weights
from turnpoint.core.preference.comparison import Comparison, compare
from turnpoint.core.preference.kernel import Kernel
from turnpoint.core.preference.smaa import Drawn, smaa, smaa_of_blocks
from turnpoint.core.preference.statement import Order
from turnpoint.core.preference.value import Criterion, Linear
from turnpoint.core.preference.weights import WeightSpace
from turnpoint.core.trajectory.interval import Interval

OPTIONS, CRITERIA, DRAWS, PEER_DRAWS = 8, 10, 1_000_000, 2_000
VALUE = np.random.default_rng(20).random((OPTIONS, CRITERIA), np.float32)
SPACE = WeightSpace(tuple(f"criterion {c}" for c in range(CRITERIA)))


def best_seconds(work: Callable[[], object], times: int = 5) -> float:
    """The best of several runs: other work on the machine only ever adds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def ours(draws: int, use: Kernel, *, threads: int | None = None) -> object:
    """Rank acceptability and all else, drawing the weights block by block."""
    sizes = streams.sizes(draws)

    def block(b: int) -> Drawn:
        return VALUE[:, :, None], weights.draw_block(SPACE, seed=1, block=b, size=sizes[b])

    return smaa_of_blocks(block, draws, kernel=use, threads=threads)


def working_megabytes(use: Kernel) -> float:
    tracemalloc.start()
    ours(DRAWS, use)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def peers() -> dict[str, Callable[[], object]]:
    """Rank acceptability by each library, one set of weights after the other."""
    drawn = np.random.default_rng(1).dirichlet(np.ones(CRITERIA), PEER_DRAWS)
    matrix, types = VALUE.astype(np.float64), np.ones(CRITERIA, int)
    count = np.zeros((OPTIONS, OPTIONS), int)
    options = np.arange(OPTIONS)

    def scikit_criteria() -> None:
        model, goals = WeightedSumModel(), [max] * CRITERIA
        for weight in drawn:
            found = model.evaluate(skcriteria.mkdm(matrix, goals, weights=weight))
            count[options, found.rank_ - 1] += 1

    def pymcdm() -> None:
        model = WSM()
        for weight in drawn:
            place = rankdata(model(matrix, weight, types), reverse=True)
            count[options, place.astype(int) - 1] += 1

    def pyrepo_mcda() -> None:
        VIKOR_SMAA()(matrix, drawn, types)

    return {
        "scikit-criteria": scikit_criteria,
        "pymcdm": pymcdm,
        "pyrepo-mcda (VIKOR, its only SMAA)": pyrepo_mcda,
    }


def page() -> Comparison:
    """Twelve options by twenty criteria, every cell a range, criteria ranked."""
    rng = np.random.default_rng(3)
    criteria = tuple(Criterion(f"c{n:02}", f"C{n}", Linear(0, 100)) for n in range(20))
    options = tuple(f"o{n:02}" for n in range(12))
    effects = {
        (option, criterion.key): Interval(*np.sort(rng.uniform(1, 99, 3)).tolist())
        for option in options
        for criterion in criteria
    }
    return Comparison(options, criteria, effects, (Order(tuple((each.key,) for each in criteria)),))


def limits() -> dict[str, float]:
    """Seconds in which this machine could at best copy the weights, and do the sums."""
    column = np.ones(4_000_000, np.float32)
    other = np.empty_like(column)
    copied = best_seconds(lambda: np.copyto(other, column), 9)
    square = np.ones((1_024, 1_024), np.float32)
    multiplied = best_seconds(lambda: square @ square, 9)
    # A multiplication and an addition for each value, a comparison each way for each pair.
    sums = 2 * OPTIONS * CRITERIA + 2 * OPTIONS * (OPTIONS - 1) / 2
    return {
        "copying the weights once": copied * DRAWS * CRITERIA / column.size,
        "the arithmetic alone": DRAWS * sums / (2 * 1_024**3 / multiplied),
    }


def main() -> None:
    kernels: dict[str, tuple[Kernel, float]] = {"NumPy": (array_kernel, 0.15)}  # type: ignore[dict-item]  # a module
    fast = kernel.compiled()
    if fast is not None:
        kernels["compiled"] = (fast, 0.05)
    seconds = {}
    weight = weights.draw(SPACE, seed=1, draws=DRAWS)
    print(f"{OPTIONS} options × {CRITERIA} criteria × {DRAWS:,} draws:")
    for name, (use, limit) in kernels.items():
        ours(1_000, use)
        seconds[name] = best_seconds(lambda use=use: smaa(VALUE, weight, kernel=use), 9)
        few = best_seconds(lambda use=use: smaa(VALUE, weight[:, :100_000], kernel=use), 9)
        alone = best_seconds(lambda use=use: smaa(VALUE, weight, kernel=use, threads=1))
        drawn = best_seconds(lambda use=use: ours(DRAWS, use))
        print(
            f"  {name}: {seconds[name]:.3f} s, {seconds[name] / limit:.2f} of the limit; on one "
            f"thread {alone:.3f} s; 100,000 draws {few * 1000:.0f} ms; with drawing the weights "
            f"{drawn:.3f} s in {working_megabytes(use):.1f} MB"
        )
    for name, least in limits().items():
        ratios = ", ".join(f"{each}: {spent / least:.1f}" for each, spent in seconds.items())
        print(f"  times as long as {name} ({least * 1000:.1f} ms): {ratios}")
    for name, work in peers().items():
        spent = best_seconds(work, 2) * DRAWS / PEER_DRAWS
        ratios = ", ".join(f"{spent / own:,.0f} × {each}" for each, own in seconds.items())
        print(f"  {name}: {spent:.0f} s (scaled from {PEER_DRAWS:,} draws): {ratios}")
    asked = page()
    spent = best_seconds(lambda: compare(asked, seed=1, draws=10_000), 9)
    print(f"12 × 20 ranges, 10,000 draws: {spent * 1000:.0f} ms, {spent / 0.05:.2f} of the limit")


if __name__ == "__main__":
    main()

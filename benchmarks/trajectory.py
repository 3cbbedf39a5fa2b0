"""How fast the months of a decision are stepped, beside named peers on the same work.

Work: five options, 120 months, 100,000 futures; cash by the month with offers, lost jobs and
promotions. Limits: 1.1 s in NumPy within 60 MB, 0.1 s compiled; Neal's 50 × 50 in 1 ms. Peers step
a plainer model (offers, losses, cash), so that they have less to do: squigglepy's idiom (a model
function sampled future by future) and pure Python on a few hundred futures, scaled up by the count
of futures; plain NumPy on whole arrays; quantecon's DiscreteDP on Neal's problem.
Run: ``python benchmarks/trajectory.py`` (needs the ``bench`` group and the extra ``fast``).
"""

from __future__ import annotations

import os
import random
import time
import tracemalloc
from collections.abc import Callable

import numpy as np

from turnpoint.core.decision import career_or_job
from turnpoint.core.trajectory.course import Benefit, Course, Offers
from turnpoint.core.trajectory.futures import Futures
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money
from turnpoint.core.trajectory.simulate import simulate

FUTURES, MONTHS = 100_000, 120
LIMIT_NUMPY, LIMIT_COMPILED, LIMIT_NEAL, LIMIT_MEGABYTES = 1.1, 0.1, 0.001, 60
CHANCES = [(0.15, 0.0), (0.15, 0.05), (0.2, 0.0), (0.1, 0.03), (0.15, 0.02)]
MONEY = Money(30_000, Interval.between(3_000, 3_600), Interval.between(1_200, 1_500))


def courses(count: int) -> list[Course]:
    """Options that search from the first month, beside a job or without one."""
    found = []
    for number in range(count):
        searching, employed = CHANCES[number % 5]
        offers = Offers(searching, employed, Interval.between(45_000, 75_000), delay=0)
        pay = Interval.between(48_000, 55_000) if number % 2 else None
        found.append(
            Course(f"option {number}", pay, offers=offers, benefit=Benefit(1_500, 6, True))
        )
    return found


def seconds(work: Callable[[], object], times: int = 3) -> tuple[float, float]:
    """The best of several runs by the clock, and by the processor time they took."""
    clock = spent = float("inf")
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        work()
        clock = min(clock, time.perf_counter() - start)
        spent = min(spent, time.process_time() - busy)
    return clock, spent


def pure_python(futures: int) -> None:
    """The plainer model, a future and a month at a time."""
    draw = random.Random(1)  # noqa: S311 a simulation
    for searching, employed in CHANCES:
        for _ in range(futures):
            cash, pay = 30_000.0, 0.0
            for _ in range(MONTHS):
                if pay and draw.random() < 0.009:
                    pay = 0.0
                if draw.random() < (employed if pay else searching):
                    pay = max(pay, draw.lognormvariate(8.1, 0.15))
                cash += pay - 2_000.0


def squigglepy_idiom(futures: int) -> None:
    """The plainer model as a function that is sampled; a future's months are drawn in one go."""
    import squigglepy as sq

    sq.set_seed(1)
    for searching, employed in CHANCES:

        def model(searching: float = searching, employed: float = employed) -> float:
            luck = sq.sample(sq.uniform(0, 1), n=2 * MONTHS)
            offered = sq.sample(sq.to(2_500, 4_200), n=MONTHS)
            cash, pay = 30_000.0, 0.0
            for month in range(MONTHS):
                if pay and luck[month] < 0.009:
                    pay = 0.0
                if luck[MONTHS + month] < (employed if pay else searching):
                    pay = max(pay, offered[month])
                cash += pay - 2_000.0
            return cash

        sq.sample(model, n=futures)


def plain_numpy(futures: int) -> None:
    """The plainer model on whole arrays: every month goes through memory."""
    rng = np.random.default_rng(1)
    for searching, employed in CHANCES:
        cash, pay = np.full(futures, 30_000.0), np.zeros(futures)
        for _ in range(MONTHS):
            pay = np.where((pay > 0) & (rng.random(futures) < 0.009), 0.0, pay)
            offered = rng.random(futures) < np.where(pay > 0, employed, searching)
            pay = np.where(offered, np.maximum(pay, rng.lognormal(8.1, 0.15, futures)), pay)
            cash += pay - 2_000.0


def working_megabytes() -> float:
    """The most that the NumPy run holds at once, what it hands back included."""
    tracemalloc.start()
    simulate(MONEY, courses(5), Futures(1, FUTURES, MONTHS), compiled=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def copy_seconds() -> float:
    """To read and write cash and pay of every option once a month, at this machine's copy speed."""
    data = np.ones(8_000_000)
    target = np.empty_like(data)
    clock, _ = seconds(lambda: np.copyto(target, data), 5)
    return clock * 2 * 5 * MONTHS * FUTURES / len(data)


def arithmetic_seconds() -> float:
    """To add pay to cash once an option, month and future, all of it in cache."""
    cash, pay = np.zeros(2_048), np.ones(2_048)

    def adds() -> None:
        for _ in range(20_000):
            np.add(cash, pay, out=cash)

    clock, _ = seconds(adds, 3)
    return clock * 5 * MONTHS * FUTURES / (20_000 * 2_048)


def neal_by_quantecon() -> float:
    """Neal's problem as a general decision process: 2,500 states, three actions."""
    from quantecon.markov import DiscreteDP

    grid, states = np.linspace(0, 5, 50), 2_500
    theta, epsilon = np.repeat(grid, 50), np.tile(grid, 50)
    mean = grid.mean()
    reward = np.column_stack([theta + epsilon, theta + mean, np.full(states, 2 * mean)])
    law = np.zeros((states, 3, states))
    law[np.arange(states), 0, np.arange(states)] = 1.0
    for career in range(50):
        rows = slice(50 * career, 50 * career + 50)
        law[rows, 1, rows] = 1 / 50
    law[:, 2, :] = 1 / states
    process = DiscreteDP(reward, law, 0.95)
    return seconds(lambda: process.solve(method="policy_iteration"), 1)[0]


def main() -> None:
    work = Futures(1, FUTURES, MONTHS)
    numpy, numpy_busy = seconds(lambda: simulate(MONEY, courses(5), work, compiled=False))
    start = time.perf_counter()
    simulate(MONEY, courses(5), Futures(1, 10), compiled=True)
    ready = time.perf_counter() - start
    compiled, compiled_busy = seconds(lambda: simulate(MONEY, courses(5), work, compiled=True), 5)
    page = Futures(1, 10_000, MONTHS)
    page_fast, _ = seconds(lambda: simulate(MONEY, courses(12), page, compiled=True), 5)
    page_numpy, _ = seconds(lambda: simulate(MONEY, courses(12), page, compiled=False), 5)
    memory = working_megabytes()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; best of several runs")
    print(f"5 options × {MONTHS} months × {FUTURES:,} futures")
    print(f"  NumPy:    {numpy:.2f} s, {numpy_busy:.2f} s of processor (limit {LIMIT_NUMPY} s)")
    print(f"            {memory:.0f} MB of working memory (limit {LIMIT_MEGABYTES} MB)")
    print(
        f"  compiled: {compiled:.3f} s, {compiled_busy:.3f} s of processor (limit {LIMIT_COMPILED} s)"
    )
    print(f"            ready after {ready:.1f} s (compiled once, then kept on disk)")
    print(
        f"  12 options × 10,000 futures: {page_fast * 1e3:.0f} ms compiled, {page_numpy * 1e3:.0f} ms"
    )
    whole = seconds(lambda: plain_numpy(FUTURES), 1)[0]
    python = seconds(lambda: pure_python(400), 1)[0] * FUTURES / 400
    squiggle = seconds(lambda: squigglepy_idiom(100), 1)[0] * FUTURES / 100
    for name, spent in (
        ("plain NumPy", whole),
        ("pure Python (400 futures, scaled)", python),
        ("squigglepy’s idiom (100 futures, scaled)", squiggle),
    ):
        print(
            f"  {name}: {spent:.1f} s, {spent / numpy:.1f} × NumPy, {spent / compiled:.0f} × compiled"
        )
    copied, added = copy_seconds(), arithmetic_seconds()
    print(
        f"  limits of this machine: copying cash and pay {copied:.2f} s, adding them {added:.3f} s;"
    )
    print(f"  compiled is {compiled / copied:.1f} and {compiled / added:.1f} times those")
    grid, even = np.linspace(0, 5, 50), np.full(50, 1 / 50)
    neal = seconds(lambda: career_or_job.solve(grid, even, grid, even, 0.95), 200)[0]
    general = neal_by_quantecon()
    print(
        f"Neal 50 × 50: {neal * 1e3:.2f} ms (limit 1 ms); DiscreteDP {general:.2f} s, {general / neal:,.0f} ×"
    )
    missed = [
        name
        for name, spent, limit in (
            ("NumPy", numpy, LIMIT_NUMPY),
            ("compiled", compiled, LIMIT_COMPILED),
            ("Neal", neal, LIMIT_NEAL),
            ("memory", memory, LIMIT_MEGABYTES),
        )
        if spent > limit
    ]
    print("limits missed: " + ", ".join(missed) if missed else "all limits met")


if __name__ == "__main__":
    main()

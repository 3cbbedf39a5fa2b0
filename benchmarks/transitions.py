"""How fast and how lean the transition model answers and is fitted, beside peers on the same work.

Limits: all origins × all destinations in under 50 ms, under 300 MB, the model ready in under 5 s
of processor time.
The peer of a prediction is a softmax of one origin at a time, first in plain Python, then in NumPy.
The peer of a fit is the same loss given to SciPy’s L-BFGS-B without its gradient, which it then takes
by finite differences; both must find the same coefficients. The moves fitted are made up.
Run: ``python benchmarks/transitions.py [FACTS_FOLDER]``.
"""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from turnpoint.core.transition.gravity import Array, Choices, fit, log_probability, loss
from turnpoint.core.transition.move import TransitionModel, predict
from turnpoint.labour.facts import facts_folder
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources import oews

LIMIT_SECONDS, LIMIT_READY, LIMIT_MEGABYTES = 0.05, 5.0, 300
AGREEMENT = 0.01


def best_seconds(
    work: Callable[[], object], times: int = 9, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The best of several runs: other work on the machine only ever adds."""
    spent = []
    for _ in range(times):
        start = clock()
        work()
        spent.append(clock() - start)
    return min(spent)


def in_plain_python(model: TransitionModel, origins: int) -> None:
    inflow = model.log_inflow.tolist()
    for origin in range(origins):
        odds = [math.exp(a + b) for a, b in zip(inflow, model.lift[origin].tolist(), strict=True)]
        total = sum(odds) - odds[origin]
        [each / total for each in odds]


def row_by_row(model: TransitionModel) -> None:
    for origin, lift in enumerate(model.lift):
        odds = np.exp(lift + model.log_inflow)
        odds[origin] = 0
        odds /= odds.sum()


def made_up_choices(origins: int = 400, destinations: int = 520, features: int = 12) -> Choices:
    """Moves drawn from a known model, as many as the survey’s."""
    rng = np.random.default_rng(7)
    z = rng.normal(size=(features, origins, destinations)).astype(np.float32)
    log_inflow = np.log(rng.dirichlet(np.full(destinations, 0.5), size=1) + 1e-6).repeat(origins, 0)
    log_inflow[np.arange(origins), np.arange(origins)] = -np.inf
    truth = rng.uniform(0, 0.5, features)
    share = np.exp(log_probability(truth, z, log_inflow)).astype(np.float64)
    share /= share.sum(axis=1, keepdims=True)
    movers = 1800.0 * np.array([rng.multinomial(80, row) for row in share])
    return Choices.of(z, log_inflow, movers)


def without_gradient(choices: Choices) -> Array:
    """The same coefficients by the same method, the gradient taken by finite differences."""
    features = len(choices.z)
    double = replace(
        choices,
        z=choices.z.astype(np.float64),
        log_inflow=choices.log_inflow.astype(np.float64),
        share=choices.share.astype(np.float64),
    )
    found = minimize(
        lambda beta: loss(beta, double, 1e-4)[0],
        np.zeros(features),
        method="L-BFGS-B",
        bounds=[(0.0, None)] * features,
        options={"ftol": 1e-8},
    )
    return np.asarray(found.x)


def compare_fits() -> None:
    choices = made_up_choices()
    signs = np.ones(len(choices.z), dtype=np.int64)
    ours = best_seconds(lambda: fit(choices, signs), 3)
    theirs = best_seconds(lambda: without_gradient(choices), 1)
    apart = float(np.abs(fit(choices, signs) - without_gradient(choices)).max())
    print(f"{len(signs)} coefficients fitted on 400 origins: {ours:.2f} s with the exact gradient")
    print(f"  SciPy’s finite differences: {theirs:.1f} s, {theirs / ours:.0f} times ours")
    print(f"  largest difference between their coefficients: {apart:.1e}")
    assert apart < AGREEMENT


def megabytes(folder: Path) -> float:
    """Peak memory of a fresh process that loads the market and makes the model."""
    code = (
        "import sys, pathlib; from turnpoint.labour.market import LabourMarket as L; "
        "from turnpoint.core.transition.move import TransitionModel as T; "
        "T.for_market(L.load(pathlib.Path(sys.argv[1]))).nearby(5, limit=10)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else facts_folder()
    oews.ensure(folder)
    memory = megabytes(folder)
    market = LabourMarket.load(folder)
    ready = best_seconds(lambda: TransitionModel.for_market(market), 2, time.process_time)
    model = TransitionModel.for_market(market)
    n = len(model.lift)
    ours = best_seconds(lambda: predict(model.lift, model.log_inflow), 9)
    numpy_rows = best_seconds(lambda: row_by_row(model), 9)
    python = best_seconds(lambda: in_plain_python(model, 20), 3) * n / 20
    one = best_seconds(lambda: model.nearby(5, limit=10), 9)
    print(f"{n} occupations, features: {model.feature_set}")
    print(f"all {n * (n - 1):,} probabilities: {ours * 1000:.0f} ms (limit 50 ms)")
    print(f"  row by row in NumPy: {numpy_rows * 1000:.0f} ms, {numpy_rows / ours:.1f} times ours")
    print(f"  in plain Python: {python * 1000:.0f} ms, {python / ours:.0f} times ours")
    print(f"model made from the market: {ready:.2f} s (limit {LIMIT_READY:.0f} s)")
    print(f"ten common and ten fitting moves, explained: {one * 1000:.0f} ms")
    print(f"peak memory of market and model: {memory:.0f} MB (limit {LIMIT_MEGABYTES} MB)")
    assert ours < LIMIT_SECONDS
    assert ready < LIMIT_READY
    assert memory < LIMIT_MEGABYTES
    compare_fits()


if __name__ == "__main__":
    main()

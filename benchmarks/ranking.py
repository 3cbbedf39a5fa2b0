"""Best–worst ranking: how well known utilities come back, beside the figures of the design.

Prints the mean rank correlation with the truth, its standard error, and the time to choose a set.
Run: ``python benchmarks/ranking.py [respondents]``.
"""

from __future__ import annotations

import sys
import time

import numpy as np
from scipy.stats import spearmanr

from turnpoint.core.role.best_worst import Choice, next_set, utilities

TABLE = {
    (12, 2.5): {8: 0.84, 12: 0.89, 15: 0.91},
    (12, 4.0): {8: 0.88, 12: 0.92, 15: 0.94},
    (20, 2.5): {12: 0.83, 15: 0.86, 20: 0.90, 25: 0.92},
    (20, 4.0): {12: 0.88, 15: 0.91, 20: 0.93, 25: 0.95},
    (41, 2.5): {20: 0.81, 30: 0.87, 40: 0.90},
}
"""The design’s, over 40 respondents: by items and sd of the utilities, after so many sets."""


def main(respondents: int) -> None:
    for (items, sd), asked in TABLE.items():
        found: dict[int, list[float]] = {sets: [] for sets in asked}
        began = time.process_time()
        for seed in range(respondents):
            _respond(items, sd, seed, found)
        each = (time.process_time() - began) / respondents / max(asked)
        print(f"{items} activities, sd {sd:g}: {each * 1e3:.1f} ms a set, of processor time")
        for sets, correlations in found.items():
            mean, error = np.mean(correlations), np.std(correlations) / respondents**0.5
            print(f"  {sets:2} sets  {mean:.3f} ± {error:.3f}   design {asked[sets]:.2f}")


def _respond(items: int, sd: float, seed: int, found: dict[int, list[float]]) -> None:
    truth = np.random.default_rng([7, seed]).normal(0, sd, items)
    rng = np.random.default_rng([seed, items])
    choices: list[Choice] = []
    for number in range(1, max(found) + 1):
        shown = np.array(next_set(items, choices, seed=seed))
        best = shown[np.argmax(truth[shown] + rng.gumbel(size=4))]
        left = shown[shown != best]
        worst = left[np.argmax(-truth[left] + rng.gumbel(size=3))]
        choices.append(Choice(tuple(shown.tolist()), int(best), int(worst)))
        if number in found:
            found[number].append(spearmanr(utilities(items, choices).mode, truth)[0])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)

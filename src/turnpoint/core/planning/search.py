"""A good plan quickly: take up what closes most for its hours, tear some of it out, and begin again.

Ruin and recreate (Schrimpf et al. 2000): a plan loses a few opportunities and whatever waits for
them, and is filled again, each time with what closes most of the gap for its hours and cost, at the
earliest month that has room; a little worse is accepted now and then, less and less. What it finds
is a plan that keeps to every limit; how far it is from the best is for the programme to prove.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence

import numpy as np

from turnpoint.core.planning.opportunity import Limits, Taken, Target
from turnpoint.core.planning.outcome import DISCOUNT, TOLERANCE, value
from turnpoint.core.planning.windows import Window

ROUNDS = 600
WARMTH = 0.01
"""How much worse, as a share of the plan’s value, is accepted at first."""


class Bench:
    """What a search reckons with: hours and money left, and what each skill is worth so far."""

    def __init__(self, windows: Sequence[Window], targets: Sequence[Target], limits: Limits):
        self.windows = {each.opportunity.key: each for each in windows}
        self.limits = limits
        self.gains = {
            key: [
                (k, min(target.by, limits.months), gain)
                for k, target in enumerate(targets)
                if (gain := target.closed(one.opportunity.raises.get(target.skill, 0.0)))
                > TOLERANCE
            ]
            for key, one in self.windows.items()
        }
        self.targets = targets
        months = max(limits.months, 1)
        self.weight = {
            key: one.opportunity.hours * one.opportunity.length / max(limits.hours * months, 1e-9)
            + one.opportunity.cost / max(limits.budget, 1e-9)
            + 1e-3
            for key, one in self.windows.items()
        }
        self.discounts = [DISCOUNT**end for end in range(2 * limits.months + 61)]

    def filled(
        self, starts: Mapping[str, int], rng: np.random.Generator, noise: float
    ) -> dict[str, int]:
        """``starts`` and, one after another, what closes most for its hours and cost."""
        chosen = dict(starts)
        hours = [0.0] * (2 * self.limits.months + 61)
        spent, best = 0.0, [0.0] * len(self.targets)
        for key, start in chosen.items():
            spent += self._place(key, start, hours, best)
        open_ones = [key for key in self.windows if key not in chosen]
        luck = dict(
            zip(open_ones, np.exp(noise * rng.standard_normal(len(open_ones))), strict=True)
        )
        while True:
            top: tuple[float, list[tuple[str, int]]] = (TOLERANCE, [])
            for key in open_ones:
                if key in chosen:
                    continue
                bundle = self._bundle(key, chosen, hours, self.limits.budget - spent)
                if not bundle:
                    continue
                gain = self._gain(bundle, best)
                if gain <= TOLERANCE:
                    continue
                density = gain * luck[key] / sum(self.weight[each] for each, _ in bundle)
                if density > top[0]:
                    top = (density, bundle)
            if not top[1]:
                return chosen
            for key, start in top[1]:
                chosen[key] = start
                spent += self._place(key, start, hours, best)

    def _place(self, key: str, start: int, hours: list[float], best: list[float]) -> float:
        one = self.windows[key].opportunity
        for month in range(start, start + one.length):
            hours[month] += one.hours
        end = start + one.length
        for k, by, gain in self.gains[key]:
            if end <= by:
                best[k] = max(best[k], gain * self.discounts[end])
        return one.cost

    def _gain(self, bundle: Sequence[tuple[str, int]], best: Sequence[float]) -> float:
        more: dict[int, float] = {}
        for key, start in bundle:
            end = start + self.windows[key].opportunity.length
            for k, by, gain in self.gains[key]:
                if end <= by:
                    more[k] = max(more.get(k, best[k]), gain * self.discounts[end])
        return sum(worth - best[k] for k, worth in more.items())

    def _bundle(
        self, key: str, chosen: Mapping[str, int], hours: list[float], money: float
    ) -> list[tuple[str, int]]:
        """An opportunity at its earliest month with room, after what it waits for; or nothing."""
        found: list[tuple[str, int]] = []
        placed = dict(chosen)
        used = hours
        for each in self._chain(key, chosen):
            window = self.windows.get(each)
            if window is None:
                return []
            one = window.opportunity
            money -= one.cost
            if money < -TOLERANCE:
                return []
            ready = max(
                [window.first, *(placed[p] + self.windows[p].opportunity.length for p in one.after)]
            )
            start = self._room(one.hours, one.length, ready, window.last, used)
            if start is None:
                return []
            found.append((each, start))
            placed[each] = start
            if each != key:
                used = list(used)
                for month in range(start, start + one.length):
                    used[month] += one.hours
        return found

    def _chain(self, key: str, chosen: Mapping[str, int]) -> list[str]:
        """What has to come before and is not there yet, and itself."""
        window = self.windows.get(key)
        found: list[str] = []
        if window is not None:
            for each in window.opportunity.after:
                if each not in chosen:
                    found += [one for one in self._chain(each, chosen) if one not in found]
        return [*found, key]

    def _room(
        self, need: float, length: int, first: int, last: int, hours: Sequence[float]
    ) -> int | None:
        most = self.limits.hours - need + TOLERANCE
        start = first
        while start <= last:
            full = next(
                (
                    month
                    for month in range(start + length - 1, start - 1, -1)
                    if hours[month] > most
                ),
                None,
            )
            if full is None:
                return start
            start = full + 1
        return None

    def worth(self, starts: Mapping[str, int]) -> float:
        return value(self.taken(starts), self.targets)

    def taken(self, starts: Mapping[str, int]) -> tuple[Taken, ...]:
        found = (Taken(self.windows[key].opportunity, start) for key, start in starts.items())
        return tuple(sorted(found, key=lambda one: (one.start, one.opportunity.key)))


def search(
    windows: Sequence[Window],
    targets: Sequence[Target],
    limits: Limits,
    pinned: Mapping[str, int],
    *,
    seconds: float,
    seed: int = 1,
    rounds: int = ROUNDS,
) -> tuple[Taken, ...]:
    """The best plan found within ``seconds`` or ``rounds``, whichever is first.

    ``pinned`` has to keep to the limits by itself.
    """
    rng = np.random.default_rng(seed)
    bench = Bench(windows, targets, limits)
    ends = time.monotonic() + seconds
    now = bench.filled(pinned, rng, 0.0)
    best, worth = now, bench.worth(now)
    current = worth
    for number in range(rounds):
        if time.monotonic() > ends:
            break
        tried = bench.filled(_torn(now, bench, pinned, rng), rng, 0.4)
        gained = bench.worth(tried)
        cooling = WARMTH * worth * (1 - number / rounds) + 1e-9
        if gained >= current or rng.random() < math.exp((gained - current) / cooling):
            now, current = tried, gained
        if gained > worth + TOLERANCE:
            best, worth = tried, gained
    return bench.taken(best)


def _torn(
    starts: Mapping[str, int], bench: Bench, pinned: Mapping[str, int], rng: np.random.Generator
) -> dict[str, int]:
    """The plan without a few of it, and without what waits for these. The rest moves up."""
    free = [key for key in starts if key not in pinned]
    if not free:
        return dict(starts)
    share = rng.uniform(0.1, 0.6)
    gone = {key for key in free if rng.random() < share} or {free[int(rng.integers(len(free)))]}
    while True:
        more = {
            key
            for key in starts
            if key not in gone
            and key not in pinned
            and gone & set(bench.windows[key].opportunity.after)
        }
        if not more:
            break
        gone |= more
    return {key: start for key, start in starts.items() if key not in gone}

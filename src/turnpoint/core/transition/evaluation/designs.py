"""Which origins are left out, and what of them is learnt from.

- *Leave origins out*: the published folds; nothing of a test origin's outflow is seen.
- *Leave groups out*: all origins of one SOC major group at once, so that no neighbour helps either.
- *Warm half-split*: every origin's sampled movers are dealt into two halves; one is learnt from, with
  all other origins, and the other is foretold. It measures what an origin's own movers are worth.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from turnpoint.core.transition.evaluation.fitter import Array, Fitter, Rows, moved, seen
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED, Flows
from turnpoint.labour.progress import Progress, silent

MAJOR = 2
"""Digits of a SOC code that name its major group."""

DEALT_AS_ONE = 2700.0
"""Weighted movers dealt as one person.

About 1,800 is the mean, but a single person often weighs half as much again, and whoever were dealt as
two would be in both halves: the commonest cells hold 2,250 to 3,600, which is likely one person.
"""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Predictions and what was observed: ``probability[t, d]``, ``movers[t, d]`` of ``origins[t]``."""

    origins: Rows
    probability: Array
    movers: Array


def evaluated(flows: Flows) -> Rows:
    """Origins that have a published fold and movers."""
    return np.flatnonzero((flows.fold >= 0) & moved(flows))


def leave_origins_out(fitter: Fitter, flows: Flows, progress: Progress = silent) -> HeldOut:
    """Predict the origins of each published fold from all others."""
    origins = evaluated(flows)
    return _leave_out(fitter, flows, origins, flows.fold[origins].tolist(), progress)


def leave_groups_out(fitter: Fitter, flows: Flows, progress: Progress = silent) -> HeldOut:
    """Predict the evaluated origins of each SOC major group from the other groups alone."""
    origins = evaluated(flows)
    groups = [flows.classes[origin].code[:MAJOR] for origin in origins]
    return _leave_out(fitter, flows, origins, groups, progress)


def _leave_out(
    fitter: Fitter,
    flows: Flows,
    origins: Rows,
    part: Iterable[int | str],
    progress: Progress,
) -> HeldOut:
    parts = np.array(list(part))
    names = np.unique(parts)
    probability = np.zeros((len(origins), len(flows.classes)))
    for number, name in enumerate(names):
        progress(number, len(names), f"part {number + 1} of {len(names)}")
        inside = parts == name
        training = _others(flows, origins[inside], name)
        probability[inside] = fitter(seen(flows, training), training, origins[inside])
    progress(len(names), len(names), "done")
    return HeldOut(origins, probability, flows.movers[origins])


def _others(flows: Flows, test: Rows, name: int | str) -> Rows:
    """Training origins: all with movers but the test origins, and but those of a named group."""
    keep = moved(flows)
    keep[test] = False
    if isinstance(name, str):
        keep &= np.array([item.code[:MAJOR] != name for item in flows.classes])
    return np.flatnonzero(keep)


def people(movers: Array) -> Array:
    """People to deal behind weighted movers, whole numbers; an observed move was at least one."""
    return np.maximum(np.rint(movers / DEALT_AS_ONE), movers > 0)


def half_split(flows: Flows, rng: np.random.Generator) -> tuple[Flows, Flows]:
    """The flows dealt into two halves: each origin's sampled people without replacement.

    An origin with an odd number of people leaves one more to the second half. A person keeps the
    weight of the cell they are in.
    """
    counts = people(flows.movers).astype(np.int64)
    first = np.zeros_like(counts)
    for origin in np.flatnonzero(counts.sum(axis=1)):
        first[origin] = rng.multivariate_hypergeometric(counts[origin], counts[origin].sum() // 2)
    share = np.divide(first, counts, out=np.zeros(counts.shape), where=counts > 0)
    return _part(flows, share), _part(flows, 1 - share)


def _part(flows: Flows, share: Array) -> Flows:
    movers = flows.movers * share
    return replace(flows, movers=movers, sampled=movers.sum(axis=1) / MOVERS_TO_ONE_SAMPLED)


def warm_half_split(fitter: Fitter, flows: Flows, *, seed: int) -> HeldOut:
    """Learn from half of everybody's movers, own included, and foretell the other half.

    The same seed deals the same halves to every fitter.
    """
    first, second = half_split(flows, np.random.default_rng(seed))
    origins, training = evaluated(flows), np.flatnonzero(moved(first))
    probability = fitter(seen(first, training), training, origins)
    return HeldOut(origins, probability, second.movers[origins])

"""What ours is printed beside: popularity, likenesses without popularity, and both together.

Each is a fitter. A likeness learns nothing from moves: it is computed from facts and ranked as it is,
as skill matchers do; it has no perplexity. What needs facts that are not loaded is left out.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from turnpoint.core.transition.evaluation.fitter import Array, Fitter, Rows
from turnpoint.core.transition.evaluation.scorecard import POPULARITY
from turnpoint.core.transition.gravity import Choices, fit, log_probability
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.core.transition.profile import Floats, Profiles
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED, Flows

PSEUDO_PEOPLE = 60.0
"""Sampled movers that popularity counts for beside an origin's own."""

FACETS = ("skills", "knowledge", "work_context", "interests")
"""Rated domains of the four-facet mean beside work activities, the first three that are there."""


def popularity(flows: Flows, training: Rows, test: Rows) -> Array:
    """Everybody goes where training movers went."""
    share = np.repeat(np.exp(log_inflow(flows, training))[None], len(test), axis=0)
    share[np.arange(len(test)), test] = 0
    return np.asarray(share / share.sum(axis=1, keepdims=True))


def own_movers(flows: Flows, training: Rows, test: Rows) -> Array:
    """The origin's own movers so far, with popularity standing in where they are few."""
    people = flows.movers[test] / MOVERS_TO_ONE_SAMPLED
    total = people.sum(axis=1, keepdims=True) + PSEUDO_PEOPLE
    return np.asarray((people + PSEUDO_PEOPLE * popularity(flows, training, test)) / total)


def likeness(score: Floats) -> Fitter:
    """A score of all pairs ``(o, d)`` that no move changes."""

    def fitter(flows: Flows, training: Rows, test: Rows) -> Array:
        return np.asarray(score[test], dtype=np.float64)

    return fitter


def inflow_and(score: Floats) -> Fitter:
    """A conditional logit of log inflow and one likeness: the plainest model with both."""
    z = ((score - score.mean()) / max(float(score.std()), 1e-9)).astype(np.float32)[None]

    def fitter(flows: Flows, training: Rows, test: Rows) -> Array:
        inflow = log_inflow(flows, training, own=True)
        beta = fit(Choices.of(z[:, training], inflow, flows.movers[training]), np.array([1]))
        known = np.repeat(log_inflow(flows, training)[None], len(test), axis=0)
        known[np.arange(len(test)), test] = -np.inf
        share = np.exp(log_probability(beta, z[:, test], known).astype(np.float64))
        return np.asarray(share / share.sum(axis=1, keepdims=True))

    return fitter


def baselines(profiles: Profiles) -> Mapping[str, Fitter]:
    """Every baseline that the facts allow, by name; ``profiles`` are those of the classes."""
    rated = [name for name in ("skills", "knowledge", "abilities") if name in profiles.importance]
    alike = {name: cosine(standardised(profiles.importance[name])) for name in rated}
    alike["activities"] = cosine(standardised(profiles.activities[2]))
    found: dict[str, Fitter] = {POPULARITY: popularity}
    for name, score in alike.items():
        found[f"cosine of {name}"] = likeness(score)
    together = np.mean(list(alike.values()), axis=0)
    if rated:
        found[f"cosine of {', '.join(rated)} and activities"] = likeness(together)
    facets = [name for name in FACETS if name in profiles.importance][:3]
    if len(facets) == 3:
        four = [cosine(standardised(profiles.importance[name])) for name in facets]
        found["four-facet mean, as Career Causeways"] = likeness(
            np.mean([*four, alike["activities"]], axis=0)
        )
    if profiles.related.size:
        found["O*NET Related, then cosine"] = likeness(10 * profiles.related + together)
        found["logit: inflow and O*NET Related"] = inflow_and(profiles.related)
    return found


def standardised(values: Floats) -> Floats:
    """Columns with mean 0 and deviation 1, so that what all jobs share does not make them alike."""
    return np.asarray((values - values.mean(axis=0)) / np.maximum(values.std(axis=0), 1e-6))


def cosine(values: Floats) -> Floats:
    """Cosine of all pairs of rows, ``(o, d)``."""
    unit = values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-6)
    return np.asarray(unit @ unit.T)

"""The score of moves between occupations, term by term.

The model is fitted on survey classes and scored on occupations: facts are compared between the
occupations themselves; what people of a class did holds for its occupations, by ``member[c, u]``, how much
of occupation ``u`` is in class ``c``.

Axes: ``u`` unit that is left (an occupation, or a person), ``j`` occupation as destination, ``c`` class,
``t`` observed class, ``k`` term.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from turnpoint.core.transition.features import (
    FACTOR_BLOCKS,
    FEATURE_SETS,
    LIKENESS_SETS,
    OBSERVED,
    PATHS,
    PEOPLE,
    Feature,
)
from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.neighbours import entering_lift, lift_of, weights_of
from turnpoint.core.transition.parameters import FeatureSet, Parameters
from turnpoint.core.transition.paths import factors, leaving
from turnpoint.core.transition.posterior import Posterior, Rows, counts_of, reverse_lift
from turnpoint.core.transition.profile import Floats, Profiles
from turnpoint.core.transition.shrinkage import SMALLEST, shrunk
from turnpoint.core.transition.similarity import (
    Measured,
    Scale,
    compared,
    measured,
    picked,
    scale_of,
)
from turnpoint.core.transition.survey_class import class_profiles
from turnpoint.labour.flow import SurveyClass

BLOCK = 96
PATH_TERM = Feature("paths", "people from your field go to such fields", PATHS, 1)
OWN_TERM = Feature("own", "where people who left your own job went", PEOPLE, 1)


class Slopes(NamedTuple):
    """The features that weigh anything, with ``β`` and the standardisation: one entry each."""

    features: tuple[Feature, ...]
    beta: Array
    mean: Array
    scale: Array


def slopes(chosen: FeatureSet, name: str) -> Slopes:
    """What of a fitted feature set is not zero, without what others' moves say."""
    row = {feature: number for number, feature in enumerate(chosen.features)}
    weighing = [each for each in FEATURE_SETS[name] if chosen.beta[row[each.name]] != 0]
    places = [row[feature.name] for feature in weighing]
    values = (np.array(each)[places] for each in (chosen.beta, chosen.mean, chosen.scale))
    return Slopes(tuple(weighing), *values)


@dataclass(frozen=True, slots=True)
class Ground:
    """What every score rests on, made once for a market.

    ``counts``: ``(t, c)`` sampled movers out of observed classes; ``weights``: ``(u, t + 1)`` of the
    occupations' neighbours; ``reverse``: ``(c, c)``; ``entering``:
    ``(c, j)``; ``factors``: ``(j, r)``; ``drawing``: ``(1 + r, j)``, what factors of origins weigh. ``units`` are the occupations on their own ``scale``; ``observed``,
    ``(t,)``, the observed classes on that of occupations and classes, ``wider``.
    """

    name: str
    chosen: FeatureSet
    along: Slopes
    units: Measured
    scale: Scale
    observed: Measured
    wider: Scale
    member: Floats
    posterior: Posterior
    counts: Array
    weights: Array
    reverse: Array
    entering: Array
    factors: Floats
    drawing: Array

    @property
    def profiles(self) -> Profiles:
        return self.units.profiles

    @property
    def terms(self) -> tuple[Feature, ...]:
        """What the rows of ``parts`` are."""
        return (*self.along.features, *OBSERVED, PATH_TERM)


def ground_of(
    name: str, profiles: Profiles, member: Floats, parameters: Parameters, codes: list[str]
) -> Ground:
    chosen, posterior = parameters.sets[name], parameters.posterior()
    named = [SurveyClass(code, (), "") for code in parameters.classes]
    classes = class_profiles(profiles, named, parameters.classes_of, codes)
    scale, wider = scale_of(profiles), scale_of(profiles, classes)
    observed = picked(measured(classes, wider), posterior.classes)
    alike = measured(profiles, wider)
    weights = np.concatenate(
        [
            weights_of(
                chosen.kernel,
                compared(picked(alike, block), observed, LIKENESS_SETS[name]),
                posterior,
                member[posterior.classes][:, block].T > 0,
            )
            for block in blocks(len(profiles))
        ]
    )
    everyone = np.arange(len(parameters.classes))
    found = factors(profiles, FACTOR_BLOCKS[name], chosen.factors)
    return Ground(
        name=name,
        chosen=chosen,
        along=slopes(chosen, name),
        units=measured(profiles, scale),
        scale=scale,
        observed=observed,
        wider=wider,
        member=member,
        posterior=posterior,
        counts=counts_of(posterior),
        weights=weights,
        reverse=reverse_lift(posterior, everyone),
        entering=entering_lift(weights, posterior, everyone),
        factors=found,
        drawing=chosen.paths @ found.T + chosen.drawn @ member,
    )


def blocks(size: int) -> list[Rows]:
    return np.array_split(np.arange(size), max(size // BLOCK, 1))


def person_weights(ground: Ground, person: Profiles, member: Floats) -> Array:
    """Neighbours of units that are no occupations of the market, ``(u, t + 1)``."""
    likeness = compared(measured(person, ground.wider), ground.observed, LIKENESS_SETS[ground.name])
    own = member[ground.posterior.classes].T > 0
    return weights_of(ground.chosen.kernel, likeness, ground.posterior, own)


def person_facts(ground: Ground, person: Profiles) -> Floats:
    """Facts of moves compared from units that are no occupations of the market, ``(features, u, j)``.

    They are measured against the occupations, so that somebody who is one of them is it exactly.
    """
    return compared(measured(person, ground.scale), ground.units, ground.along.features)


def parts(ground: Ground, x: Floats, weights: Array, member: Floats, found: Floats) -> Floats:
    """Terms of moves, ``(k, u, j)``, in the order of ``ground.terms``.

    ``x``: facts compared, ``(features, u, j)``; ``weights``, ``member`` and ``found`` (factors) are those
    of the units.
    """
    along = ground.along
    slope = (along.beta / along.scale)[:, None, None]
    facts = slope * (x - along.mean[:, None, None])
    posterior = ground.posterior
    neighbours = lift_of(weights, posterior, posterior.popularity).astype(np.float32)
    back = (member.T @ ground.reverse).astype(np.float32)
    observed = np.stack(
        [neighbours @ ground.member, back @ ground.member, member.T @ ground.entering]
    )
    beta = np.array(ground.chosen.beta[-len(OBSERVED) :]) / np.array(ground.chosen.spread)
    paths = leaving(found) @ ground.drawing
    return np.concatenate([facts, beta[:, None, None] * observed, paths[None]]).astype(np.float32)


def occupation_parts(ground: Ground, rows: Rows) -> Floats:
    """Terms of moves from occupations of the market, ``(k, u, j)``."""
    return parts(
        ground,
        compared(picked(ground.units, rows), ground.units, ground.along.features),
        ground.weights[rows],
        ground.member[:, rows],
        ground.factors[rows],
    )


def own_term(ground: Ground, probability: Floats, member: Floats) -> tuple[Floats, Array]:
    """What own leavers add to the log-odds, ``(u, j)``, and how many were weighed, ``(u,)``.

    A class's sampled leavers count as far as the unit is of it: half of them for an occupation divided
    between two classes, or for a person half of whose work was that. Moves inside a class were never
    counted: they keep the model's share. ``member`` may be one column for all units.
    """
    counts = member[ground.posterior.classes].T.astype(np.float64) @ ground.counts
    model = (probability @ ground.member.T).astype(np.float64)
    inside = (member.T > 0) | (model <= 0)
    counts = np.where(inside, 0, counts)
    counted = counts.sum(axis=1)
    outside = 1 - np.where(inside, model, 0).sum(axis=1, keepdims=True)
    share = counts * outside / np.maximum(counted[:, None], SMALLEST)
    share = np.where(inside, model, share)
    after = shrunk(model, share, counted, ground.chosen.alpha)
    ratio = np.divide(after, model, out=np.ones_like(after), where=model > 0)
    return np.log(ratio.astype(np.float32) @ ground.member), counted

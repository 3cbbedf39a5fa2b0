"""Probabilities of moves between survey classes, from shipped parameters and facts alone.

For classes whose moves nobody has shown to the model, and to hold the model against moves it has not
seen. Axes: ``o`` asked-for origin, ``d`` survey class as destination, in the order of
``parameters.classes``.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.features import (
    FACTOR_BLOCKS,
    FEATURE_SETS,
    LIKENESS_SETS,
    feature_set_of,
)
from turnpoint.core.transition.fitting import ClassFacts, Fitted, predict
from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.parameters import Parameters
from turnpoint.core.transition.paths import factors
from turnpoint.core.transition.posterior import Rows, counts_of
from turnpoint.core.transition.profile import Profiles, profiles_of
from turnpoint.core.transition.shrinkage import SMALLEST, shrunk
from turnpoint.core.transition.similarity import similarity
from turnpoint.core.transition.survey_class import class_profiles
from turnpoint.labour.flow import SurveyClass
from turnpoint.labour.market import LabourMarket


def predict_classes(
    market: LabourMarket, parameters: Parameters, origins: Rows, *, own_moves: bool = False
) -> Array:
    """``p(d|o)`` for the given numbers of classes, ``(o, d)``; rows sum to 1, staying is 0.

    Without ``own_moves`` nothing of what was seen to leave an origin is used for that origin: it is
    no neighbour, and its leavers are taken out of popularity. With them, the shares of its sampled
    leavers are shrunk towards that.
    """
    profiles = profiles_of_classes(market, parameters)
    name = feature_set_of(profiles)
    chosen, posterior = parameters.sets[name], parameters.posterior()
    facts = shipped_facts(profiles, parameters, name)
    beta = np.array(chosen.beta)
    spread = np.array(chosen.spread)
    fitted = Fitted(chosen.kernel, posterior, beta, spread, chosen.paths, chosen.drawn)
    answer = predict(facts, fitted, origins)
    if not own_moves:
        return answer
    counts = np.zeros((len(profiles), len(profiles)))
    counts[posterior.classes] = counts_of(posterior)
    sampled = counts[origins].sum(axis=1)
    share = counts[origins] / np.maximum(sampled, SMALLEST)[:, None]
    return shrunk(answer, share, sampled, chosen.alpha)


def shipped_facts(profiles: Profiles, parameters: Parameters, name: str) -> ClassFacts:
    """The facts of classes, standardised as when the parameters were fitted."""
    chosen = parameters.sets[name]
    everyone = np.arange(len(profiles))
    mean, scale = np.array(chosen.mean), np.array(chosen.scale)
    x = similarity(profiles, FEATURE_SETS[name], everyone)
    return ClassFacts(
        name=name,
        z=((x - mean[:, None, None]) / scale[:, None, None]).astype(np.float32),
        mean=mean,
        scale=scale,
        likeness=similarity(profiles, LIKENESS_SETS[name], everyone),
        map=chosen.factors,
        factors=factors(profiles, FACTOR_BLOCKS[name], chosen.factors),
    )


def profiles_of_classes(market: LabourMarket, parameters: Parameters) -> Profiles:
    """What a job of each class of the parameters is made of, by the market's facts."""
    classes = [SurveyClass(code, (), "") for code in parameters.classes]
    codes = [occupation.code for occupation in market.occupations]
    return class_profiles(profiles_of(market), classes, parameters.classes_of, codes)

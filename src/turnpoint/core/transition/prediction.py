"""Probabilities of moves between survey classes, from shipped parameters and facts alone.

For classes whose moves nobody has shown to the model, and to hold the model against moves it has not
seen. Axes: ``o`` asked-for origin, ``d`` survey class as destination, in the order of
``parameters.classes``.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.gravity import Array, log_probability
from turnpoint.core.transition.move import slopes
from turnpoint.core.transition.parameters import Parameters
from turnpoint.core.transition.profile import Profiles, profiles_of
from turnpoint.core.transition.similarity import Rows, feature_set_of, similarity
from turnpoint.core.transition.survey_class import class_profiles
from turnpoint.labour.flow import SurveyClass
from turnpoint.labour.market import LabourMarket


def predict_classes(
    market: LabourMarket, parameters: Parameters, origins: Rows, *, own_moves: bool = False
) -> Array:
    """``p(d|o)`` for the given numbers of classes, ``(o, d)``; rows sum to 1, staying is 0.

    Without ``own_moves`` nothing of what was seen to leave an origin is used for that origin.
    """
    profiles = profiles_of_classes(market, parameters)
    fitted = slopes(parameters, feature_set_of(profiles))
    x = similarity(profiles, fitted.features, origins)
    z = ((x - fitted.mean[:, None, None]) / fitted.scale[:, None, None]).astype(np.float32)
    inflow = np.repeat(parameters.log_inflow()[None], len(origins), axis=0)
    inflow[np.arange(len(origins)), origins] = -np.inf
    return np.asarray(np.exp(log_probability(fitted.beta, z, inflow)))


def profiles_of_classes(market: LabourMarket, parameters: Parameters) -> Profiles:
    """What a job of each class of the parameters is made of, by the market's facts."""
    classes = [SurveyClass(code, (), "") for code in parameters.classes]
    codes = [occupation.code for occupation in market.occupations]
    return class_profiles(profiles_of(market), classes, parameters.classes_of, codes)

"""The plainest conditional logit as a fitter, for tests of what is done with any fitter."""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.evaluation.fitter import Fitter, Rows
from turnpoint.core.transition.features import Feature
from turnpoint.core.transition.fitting import standardise
from turnpoint.core.transition.gravity import Array, Choices, fit, log_probability
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.core.transition.profile import Floats
from turnpoint.labour.flow import Flows


def conditional_logit(x: Floats, features: tuple[Feature, ...]) -> Fitter:
    """The model as a fitter: β on the training origins, inflow from theirs alone."""
    z, _, _ = standardise(x)

    def fitter(flows: Flows, training: Rows, test: Rows) -> Array:
        inflow = np.repeat(log_inflow(flows, training)[None], len(test), axis=0)
        inflow[np.arange(len(test)), test] = -np.inf
        known = log_inflow(flows, training, own=True)
        choices = Choices.of(z[:, training], known, flows.movers[training])
        beta = fit(choices, np.array([feature.sign for feature in features]))
        return np.asarray(np.exp(log_probability(beta, z[:, test], inflow)), dtype=np.float64)

    return fitter

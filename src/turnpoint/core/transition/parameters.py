"""What was fitted, as one small versioned file that ships in the package.

Written by ``scripts/fit_transitions.py``. It holds coefficients, standardisation, the share of movers
that enters each survey class, posterior shares of where people of a class went, which classes an
occupation belongs to, tier cut-offs and the measured figures: no observed flow as it was published.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.neighbours import Kernel
from turnpoint.core.transition.paths import FactorMap
from turnpoint.core.transition.posterior import PRIOR_MOVERS, Posterior
from turnpoint.core.transition.survey_class import ClassesOf
from turnpoint.errors import BadFile

FORMAT = 3
FILE = "parameters/transitions.json"

MILLION = 1_000_000
HUNDRED = 100
"""Slopes of single destinations are kept in hundredths: finer ones move no log-odds by .01."""
SMALLEST_SAMPLE = 0.05
"""Sampled movers are published to a tenth; a class that anybody left had some."""


class Left(NamedTuple):
    """Of one observed class: its number, destinations that stand out, their posterior shares."""

    number: int
    destinations: tuple[int, ...]
    millionths: tuple[int, ...]


def left_of(posterior: Posterior) -> tuple[Left, ...]:
    """What ships of a posterior: shares that popularity does not already tell."""
    found = []
    for number, sampled, share in zip(
        posterior.classes.tolist(), posterior.sampled, posterior.share, strict=True
    ):
        expected = posterior.popularity * PRIOR_MOVERS / (sampled + PRIOR_MOVERS)
        chosen = np.flatnonzero(share > 1.05 * expected / (1 - expected[number]))
        millionths = np.rint(share[chosen] * MILLION).astype(int)
        found.append(Left(number, tuple(chosen.tolist()), tuple(millionths.tolist())))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """One fitted feature set.

    ``features`` names ``β``'s first entries, standardised by ``mean`` and ``scale``; the last three are
    of what others' moves say (``features.OBSERVED``), divided by ``spread``. ``kernel`` weighs the
    ``likeness`` of origins; ``factors``, ``paths`` (``W``) and ``drawn``, the slopes of each class as a
    destination, ``(1 + r, c)``, make the paths between fields; ``alpha``:
    the sampled movers that the model is worth beside an origin's own. ``cutoffs``: the shares of
    likelier moves at which *close*, *reachable* and *stretch* end; ``tier_shares``: the shares of
    held-out real moves each of the four tiers held. ``figures``: by model, then measure, then value
    and interval.
    """

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    beta: tuple[float, ...]
    spread: tuple[float, ...]
    likeness: tuple[str, ...]
    kernel: Kernel
    factors: FactorMap
    paths: Array
    drawn: Array
    alpha: float
    cutoffs: tuple[float, float, float]
    tier_shares: tuple[float, float, float, float]
    figures: Mapping[str, Mapping[str, tuple[float, float, float]]]
    calibration: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Everything the model needs beside the facts.

    ``inflow``: log share of movers entering each class; ``sampled``: sampled movers out of it,
    ``None`` where unknown. ``left``: of each class anybody was seen to leave, its number and the
    posterior shares of destinations that stand out from popularity, in millionths.
    """

    format: int
    fitted: str
    data: str
    vintage: str
    licences: tuple[str, ...]
    folds: int
    seed: int
    classes: tuple[str, ...]
    inflow: tuple[float, ...]
    sampled: tuple[float | None, ...]
    classes_of: ClassesOf
    left: tuple[Left, ...]
    sets: Mapping[str, FeatureSet]

    def log_inflow(self) -> Array:
        return np.array(self.inflow)

    def posterior(self) -> Posterior:
        """Where people went from each observed class; what does not stand out, by popularity."""
        popularity = np.exp(self.log_inflow())
        popularity /= popularity.sum()
        share = np.repeat(popularity[None], len(self.left), axis=0)
        for row, (number, destinations, millionths) in enumerate(self.left):
            share[row, number] = 0
            share[row, list(destinations)] = 0
            known = np.array(millionths) / MILLION
            share[row] *= (1 - known.sum()) / share[row].sum()
            share[row, list(destinations)] = known
        classes = np.array([number for number, _, _ in self.left])
        sampled = np.array([self.sampled[number] or 0.0 for number in classes])
        return Posterior(classes, np.maximum(sampled, SMALLEST_SAMPLE), share, popularity)


@cache
def shipped() -> Parameters:
    """The parameters of the package.

    Raises ``BadFile`` where the file is not of this version.
    """
    return read(Path(str(files("turnpoint.core.transition"))) / FILE)


def write(path: Path, parameters: Parameters) -> None:
    """Write the file, each number to the digits it deserves."""
    values = _rounded(asdict(parameters))
    for name, fitted in parameters.sets.items():
        values["sets"][name]["drawn"] = np.rint(fitted.drawn * HUNDRED).astype(int).tolist()
    text = json.dumps(values, ensure_ascii=False, indent=None)
    path.write_text(text.replace('], "', '],\n"').replace('}, "', '},\n"') + "\n", encoding="utf-8")


def read(path: Path) -> Parameters:
    """Read a parameter file. Raises ``BadFile`` where it is damaged or of another version."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        if given["format"] != FORMAT:
            message = f"{path} has format {given['format']}, not {FORMAT}. Run “make fit” again."
            raise BadFile(message, where=str(path))
        given["classes_of"] = {code: tuple(found) for code, found in given["classes_of"].items()}
        given["sets"] = {name: _feature_set(values) for name, values in given["sets"].items()}
        given["left"] = tuple(Left(row[0], tuple(row[1]), tuple(row[2])) for row in given["left"])
        for name in ("licences", "classes", "inflow", "sampled"):
            given[name] = tuple(given[name])
        return Parameters(**given)
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"The model’s parameters in {path} cannot be read ({error}). Run “make fit” again."
        )
        raise BadFile(message, where=str(path)) from error


def _feature_set(values: dict[str, Any]) -> FeatureSet:
    kernel, factors = values["kernel"], values["factors"]
    values["paths"] = np.array(values["paths"])
    values["drawn"] = np.array(values["drawn"]) / HUNDRED
    arrays = {name: np.array(kernel[name]) for name in ("mean", "scale", "slope")}
    values["kernel"] = Kernel(**{**kernel, **arrays})
    values["factors"] = FactorMap(
        tuple(factors["columns"]),
        np.array(factors["centre"], dtype=np.float32),
        np.array(factors["weight"], dtype=np.float32),
    )
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    values["calibration"] = tuple((float(a), float(b)) for a, b in values["calibration"])
    values["figures"] = {
        model: {measure: tuple(found) for measure, found in figures.items()}
        for model, figures in values["figures"].items()
    }
    return FeatureSet(**values)


def _rounded(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return _rounded_array(value)
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, Mapping):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(each) for each in value]
    return value


def _rounded_array(value: Any) -> Any:
    """Four digits: factors are weighed by the hundred, so the fifth is lost among them."""
    if isinstance(value, np.ndarray):
        return [_rounded_array(each) for each in value]
    return float(f"{value:.4g}")

"""What was fitted, as one small versioned file that ships in the package.

Written by ``scripts/fit_transitions.py``. It holds coefficients, standardisation, the share of movers
that enters each survey class, which classes an occupation belongs to, tier cut-offs and the measured
figures: nothing from which an observed flow between two classes could be read back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.survey_class import ClassesOf
from turnpoint.errors import BadFile

FORMAT = 1
FILE = "parameters/transitions.json"


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """One fitted feature set.

    ``features`` names ``β``'s entries; ``mean`` and ``scale`` standardise. ``cutoffs``: the shares of
    likelier moves at which *close*, *reachable* and *stretch* end; ``tier_shares``: the shares of
    held-out real moves each of the four tiers held. ``figures``: by model, then measure, then value
    and interval.
    """

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    beta: tuple[float, ...]
    cutoffs: tuple[float, float, float]
    tier_shares: tuple[float, float, float, float]
    figures: Mapping[str, Mapping[str, tuple[float, float, float]]]
    calibration: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Everything the model needs beside the facts.

    ``inflow``: log share of movers entering each class; ``sampled``: sampled movers out of it,
    ``None`` where unknown.
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
    sets: Mapping[str, FeatureSet]

    def log_inflow(self) -> Array:
        return np.array(self.inflow)


@cache
def shipped() -> Parameters:
    """The parameters of the package.

    Raises ``BadFile`` where the file is not of this version.
    """
    return read(Path(str(files("turnpoint.core.transition"))) / FILE)


def write(path: Path, parameters: Parameters) -> None:
    """Write the file, each number to the digits it deserves."""
    text = json.dumps(_rounded(asdict(parameters)), ensure_ascii=False, indent=None)
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
        for name in ("licences", "classes", "inflow", "sampled"):
            given[name] = tuple(given[name])
        return Parameters(**given)
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"The model’s parameters in {path} cannot be read ({error}). Run “make fit” again."
        )
        raise BadFile(message, where=str(path)) from error


def _feature_set(values: dict[str, Any]) -> FeatureSet:
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
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, Mapping):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(each) for each in value]
    return value

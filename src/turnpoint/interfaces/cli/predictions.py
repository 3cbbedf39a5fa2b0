"""Predictions between nodes, written to a file whole or not at all."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from turnpoint.core.transition.features import feature_set_of
from turnpoint.core.transition.parameters import Parameters
from turnpoint.core.transition.prediction import predict_classes
from turnpoint.core.transition.profile import profiles_of
from turnpoint.errors import BadFile, BadInput
from turnpoint.labour.market import LabourMarket

COLUMNS = ("origin", "destination", "probability")


def nodes_among(parameters: Parameters, path: Path | None) -> tuple[str, ...]:
    """Codes to predict between: all that the parameters know, or those of a file.

    Raises ``BadFile``, naming the row, for a file without a column ``node`` or with a node that the
    model was not fitted for.
    """
    if path is None:
        return parameters.classes
    known, found = set(parameters.classes), []
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        reader = csv.DictReader(file)
        if "node" not in (reader.fieldnames or ()):
            raise BadFile(f"{path} has no column node.", where=str(path))
        for row in reader:
            if row["node"] not in known:
                message = (
                    f"{path}, row {reader.line_num}, column node: the shipped model knows no class "
                    f"“{row['node']}”."
                )
                raise BadFile(message, where=f"{path}:{reader.line_num}")
            found.append(row["node"])
    if len(set(found)) < 2:
        raise BadFile(f"{path} must list two nodes at least.", where=str(path))
    return tuple(dict.fromkeys(found))


def check_target(path: Path) -> None:
    """Say before any work is done that a file cannot be written."""
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        message = f"{path} cannot be written: {path.parent} is no folder that can be written to."
        raise BadInput(message, where=str(path))


def write(
    path: Path,
    market: LabourMarket,
    parameters: Parameters,
    origins: Sequence[str],
    nodes: Sequence[str],
) -> str:
    """Write the probabilities, origin by origin in the given order; the feature set that was used.

    Each origin's sum to 1 over the other nodes.
    """
    number = {code: place for place, code in enumerate(parameters.classes)}
    among = np.array([number[code] for code in nodes])
    asked = np.array([number[code] for code in origins])
    found = predict_classes(market, parameters, asked)[:, among].astype(np.float64)
    found /= found.sum(axis=1, keepdims=True)
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            for origin, row in zip(origins, found.tolist(), strict=True):
                writer.writerows(
                    (origin, destination, f"{p:.12g}")
                    for destination, p in zip(nodes, row, strict=True)
                    if destination != origin
                )
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return feature_set_of(profiles_of(market))

"""Fit the transition model and write the parameters that ship in the package (``make fit``).

Reads a local mirror of the publishers' files: observed moves and the SOC crosswalk, and an O*NET
release. Deterministic: the same files and seed give the same parameters.

Run: ``python scripts/fit_transitions.py --mirror FOLDER`` or set ``TURNPOINT_MIRROR``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from turnpoint.core.transition import parameters as shipped
from turnpoint.core.transition.inflow import log_inflow
from turnpoint.core.transition.posterior import posterior_of
from turnpoint.core.transition.survey_class import classes_of
from turnpoint.core.transition.training import facts_of, train
from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources import oews
from turnpoint.labour.sources.onet.matrix import CROSSWALK, MATRIX, older_ratings
from turnpoint.labour.sources.transitions import read_crosswalk, read_flows

SEED = 20_250_501
TARGET = Path(shipped.__file__).parent / shipped.FILE
NODES, FLOWS = "transitions/nodes.csv", "transitions/flows.csv"
LICENCES = (
    "Occupational mobility network: CC BY 4.0, R. Maria del Rio-Chanona",
    "O*NET database and O*NET-SOC crosswalk: CC BY 4.0, USDOL/ETA",
    "OEWS: public domain, U.S. Bureau of Labor Statistics",
)


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--mirror", type=Path, default=os.environ.get("TURNPOINT_MIRROR"))
    given.add_argument("--out", type=Path, default=TARGET)
    asked = given.parse_args()
    if asked.mirror is None:
        given.error("name the folder with the publishers' files: --mirror or TURNPOINT_MIRROR")
    with tempfile.TemporaryDirectory() as folder:
        fitted = fit_all(Path(asked.mirror), markets(Path(asked.mirror), Path(folder)))
    asked.out.parent.mkdir(exist_ok=True)
    shipped.write(asked.out, fitted)
    for name, found in fitted.sets.items():
        figures = {key: round(value[0], 3) for key, value in found.figures["turnpoint"].items()}
        print(f"{name}: {figures}")
    print(f"{asked.out}: {asked.out.stat().st_size / 1000:.0f} kB")


def fit_all(mirror: Path, market_of: Mapping[str, LabourMarket]) -> shipped.Parameters:
    """Parameters of every feature set, each from the market that has its facts."""
    flows = read_flows(mirror / NODES, mirror / FLOWS)
    of = classes_of(flows.classes, read_crosswalk(mirror / CROSSWALK))
    with ProcessPoolExecutor(max_workers=2) as pool:
        trained = {
            name: pool.submit(train, facts_of(market, flows, of, name), flows, seed=SEED)
            for name, market in market_of.items()
        }
        sets = {name: each.result() for name, each in trained.items()}
    moved = np.flatnonzero(flows.movers.sum(axis=1) > 0)
    vintages = [f"{m.source} {m.vintage}" for m in market_of["onet"].manifests.values()]
    return shipped.Parameters(
        format=shipped.FORMAT,
        fitted=_digest(mirror),
        data="Occupational mobility network from the CPS ASEC, 520 classes, United States, 2010s",
        vintage="; ".join(vintages),
        licences=LICENCES,
        folds=len(set(flows.fold[flows.fold >= 0].tolist())),
        seed=SEED,
        classes=tuple(item.code for item in flows.classes),
        inflow=tuple(log_inflow(flows, moved).tolist()),
        sampled=tuple(None if np.isnan(each) else float(each) for each in flows.sampled),
        classes_of=of,
        left=shipped.left_of(posterior_of(flows, moved)),
        sets=sets,
    )


def markets(mirror: Path, folder: Path) -> Mapping[str, LabourMarket]:
    """A market for each feature set; work context and abilities come from O*NET 18.1."""
    oews.ensure(folder)
    embedded = LabourMarket.load(folder)
    install("onet", mirror / "onet-29.3", folder)
    onet = LabourMarket.load(folder)
    return {"onet+context": older_ratings(mirror, onet), "onet": onet, "embedded": embedded}


def _digest(mirror: Path) -> str:
    """What the parameters were fitted to: the same files give the same parameters."""
    digest = hashlib.sha256()
    for name in (NODES, FLOWS, CROSSWALK, MATRIX):
        digest.update((mirror / name).read_bytes())
    return f"sha256 {digest.hexdigest()[:16]} of {NODES}, {FLOWS}, {CROSSWALK}, {MATRIX}"


if __name__ == "__main__":
    main()

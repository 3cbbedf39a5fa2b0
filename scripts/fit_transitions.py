"""Fit the transition model and write the parameters that ship in the package (``make fit``).

Reads a local mirror of the publishers' files: observed moves and the SOC crosswalk, and an O*NET
release. Deterministic: the same files and seed give the same parameters.

Run: ``python scripts/fit_transitions.py --mirror FOLDER`` or set ``TURNPOINT_MIRROR``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from turnpoint.core.transition import parameters as shipped
from turnpoint.core.transition.features import FEATURE_SETS
from turnpoint.core.transition.posterior import posterior_of
from turnpoint.core.transition.survey_class import ClassesOf, classes_of
from turnpoint.core.transition.training import facts_of, train
from turnpoint.labour.flow import Flows
from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources import oews
from turnpoint.labour.sources.onet.matrix import CROSSWALK, MATRIX, older_ratings
from turnpoint.labour.sources.transitions import read_crosswalk, read_flows

SEED = 20_250_501
TARGET = Path(shipped.__file__).parent / shipped.FILE
NODES, FLOWS = "transitions/nodes.csv", "transitions/flows.csv"
SHIPPED, RATED = "shipped", "rated"
"""Folders of facts: what comes with Turnpoint; that, and the mirror’s O*NET release."""
LEANEST = "embedded"
LICENCES = (
    "Occupational mobility network: CC BY 4.0, R. Maria del Rio-Chanona",
    "O*NET database and O*NET-SOC crosswalk: CC BY 4.0, USDOL/ETA",
    "OEWS: public domain, U.S. Bureau of Labor Statistics",
)


def main() -> None:
    # One thread a process: how many share a sum decides its last bits.
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--mirror", type=Path, default=os.environ.get("TURNPOINT_MIRROR"))
    given.add_argument("--out", type=Path, default=TARGET)
    asked = given.parse_args()
    if asked.mirror is None:
        given.error("name the folder with the publishers' files: --mirror or TURNPOINT_MIRROR")
    with tempfile.TemporaryDirectory() as folder:
        fitted = fit_all(Path(asked.mirror), Path(folder))
    asked.out.parent.mkdir(exist_ok=True)
    shipped.write(asked.out, fitted)
    for name, found in fitted.sets.items():
        figures = {key: round(value[0], 3) for key, value in found.figures["turnpoint"].items()}
        print(f"{name}: {figures}")
    print(f"{asked.out}: {asked.out.stat().st_size / 1000:.0f} kB")


def fit_all(mirror: Path, folder: Path) -> shipped.Parameters:
    """Parameters of every feature set, each from the facts it needs, two sets at a time.

    O*NET is read while the set that does without it is fitted.
    """
    flows, of = moves(mirror)
    for note in flows.notes:
        print(note)
    wages = oews.ensure(folder / SHIPPED)
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        trained = {LEANEST: pool.submit(trained_set, LEANEST, mirror, folder)}
        install("onet", mirror / "onet-29.3", folder / RATED)
        shutil.copy(wages, folder / RATED)
        for name in FEATURE_SETS:
            if name not in trained:
                trained[name] = pool.submit(trained_set, name, mirror, folder)
        sets = {name: trained[name].result() for name in FEATURE_SETS}
    posterior = posterior_of(flows, np.flatnonzero(flows.movers.sum(axis=1) > 0))
    manifests = LabourMarket.load(folder / RATED).manifests.values()
    vintages = [f"{each.source} {each.vintage}" for each in manifests]
    return shipped.Parameters(
        format=shipped.FORMAT,
        fitted=_digest(mirror),
        data="Occupational mobility network from the CPS ASEC, 520 classes, United States, 2010s",
        vintage="; ".join(vintages),
        licences=LICENCES,
        folds=len(set(flows.fold[flows.fold >= 0].tolist())),
        seed=SEED,
        classes=tuple(item.code for item in flows.classes),
        inflow=tuple(np.log(posterior.popularity).tolist()),
        sampled=tuple(None if np.isnan(each) else float(each) for each in flows.sampled),
        classes_of=of,
        left=shipped.left_of(posterior),
        sets=sets,
    )


def moves(mirror: Path) -> tuple[Flows, ClassesOf]:
    """The observed moves, and the classes of today’s occupations."""
    flows = read_flows(mirror / NODES, mirror / FLOWS)
    return flows, classes_of(flows.classes, read_crosswalk(mirror / CROSSWALK))


def trained_set(name: str, mirror: Path, folder: Path) -> shipped.FeatureSet:
    """One feature set; work context and abilities come from O*NET 18.1."""
    flows, of = moves(mirror)
    market = LabourMarket.load(folder / (SHIPPED if name == LEANEST else RATED))
    if name == "onet+context":
        market = older_ratings(mirror, market)
    return train(facts_of(market, flows, of, name), flows, seed=SEED)


def _digest(mirror: Path) -> str:
    """What the parameters were fitted to: the same files give the same parameters."""
    digest = hashlib.sha256()
    for name in (NODES, FLOWS, CROSSWALK, MATRIX):
        digest.update((mirror / name).read_bytes())
    return f"sha256 {digest.hexdigest()[:16]} of {NODES}, {FLOWS}, {CROSSWALK}, {MATRIX}"


if __name__ == "__main__":
    main()

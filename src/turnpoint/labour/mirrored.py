"""Markets for one answer: the richest that can be read here and now, and the leanest.

The richest has what is installed and what a local mirror adds; nothing is installed by it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from turnpoint.errors import NotFound
from turnpoint.labour.facts import SOURCES, read_manifest
from turnpoint.labour.install import install
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.progress import Progress, silent
from turnpoint.labour.sources import oews
from turnpoint.labour.sources.onet.matrix import older_ratings

OLDER = "O*NET 18.1"
"""What fills in work context and abilities, as ``market_with`` names it."""


def market_with(
    folder: Path, mirror: Path | None, progress: Progress = silent
) -> tuple[LabourMarket, tuple[str, ...]]:
    """The market of the facts in ``folder`` and of those that only ``mirror`` has; which these are.

    What is installed wins over the mirror, and a release over O*NET 18.1, which fills in work context
    and abilities where no release has them. Raises a ``TurnpointError`` for a release in the mirror
    that cannot be read.
    """
    added = []
    with tempfile.TemporaryDirectory(prefix="turnpoint-") as scratch:
        together = Path(scratch)
        for number, source in enumerate(SOURCES):
            progress(number, len(SOURCES), f"facts: {source}")
            path = folder / f"{source}.npz"
            if read_manifest(path) is not None:
                shutil.copy(path, together)
            elif source != oews.NAME and mirror is not None:
                try:
                    install(source, None, together, mirror=mirror)
                except NotFound:
                    continue
                added.append(source)
        market = LabourMarket.load(together)
    if mirror is not None:
        filled = older_ratings(mirror, market)
        added += [OLDER] if filled.ratings.keys() > market.ratings.keys() else []
        market = filled
    progress(len(SOURCES), len(SOURCES), "facts")
    return market, tuple(added)


def newcomers_market(folder: Path) -> LabourMarket:
    """The market as a first start has it: what is shipped, and the wages in ``folder``."""
    with tempfile.TemporaryDirectory(prefix="turnpoint-") as scratch:
        path = folder / f"{oews.NAME}.npz"
        if path.exists():
            shutil.copy(path, scratch)
        return LabourMarket.load(Path(scratch))

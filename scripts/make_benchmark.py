"""Measure the transition model beside every baseline, and write the figures and the page's tables.

Figures go to ``core/transition/parameters/benchmark.json``; the tables of
``docs/explanation/transitions.md`` between its two markers are written from that file.

Run: ``python scripts/make_benchmark.py --mirror FOLDER`` or set ``TURNPOINT_MIRROR``. Takes some
minutes. ``--page`` measures nothing and only writes the tables anew; ``--check`` fails where they are
stale.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from turnpoint.core.transition import parameters as shipped
from turnpoint.core.transition.benchmark import OURS, benchmark
from turnpoint.core.transition.evaluation.measures import MEASURES
from turnpoint.interfaces.cli import scorecards
from turnpoint.labour.mirrored import OLDER, market_with, newcomers_market
from turnpoint.labour.sources import oews
from turnpoint.labour.sources.transitions import read_flows

PAGE = Path(__file__).resolve().parents[1] / "docs" / "explanation" / "transitions.md"
FIGURES = Path(shipped.__file__).parent / "parameters" / "benchmark.json"
BEGIN = "<!-- Figures: begin. Written by scripts/make_benchmark.py; edits here are lost. -->"
END = "<!-- Figures: end. -->"


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--mirror", type=Path, default=os.environ.get("TURNPOINT_MIRROR"))
    given.add_argument("--page", action="store_true")
    given.add_argument("--check", action="store_true")
    asked = given.parse_args()
    if asked.check:
        sys.exit(f"{PAGE} is stale: run {Path(__file__).name} --page" if stale() else 0)
    if not asked.page:
        if asked.mirror is None:
            given.error("name the folder with the publishers’ files: --mirror or TURNPOINT_MIRROR")
        figures = rounded(measure(Path(asked.mirror)))
        FIGURES.write_text(compact(figures), encoding="utf-8")
    PAGE.write_text(renewed(), encoding="utf-8")


def measure(mirror: Path) -> dict[str, Any]:
    """Every design with all facts of the mirror, as plain values."""
    moves = mirror / "transitions"
    flows = read_flows(moves / "nodes.csv", moves / "flows.csv")
    for note in flows.notes:
        print(note, file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        oews.ensure(Path(folder))
        market, added = market_with(Path(folder), mirror)
        newcomer = newcomers_market(Path(folder))
    found = benchmark(market, flows, shipped.shipped(), newcomer=newcomer, progress=tell)
    vintages = [f"{each.title} {each.vintage}" for each in market.manifests.values()]
    vintages += [f"{OLDER} (abilities, work context)"] if OLDER in added else []
    return {"facts": vintages, **scorecards.as_json(found)}


def tell(done: int, total: int, what: str) -> None:
    print(f"{done}/{total} {what}", file=sys.stderr, flush=True)


def rounded(value: Any) -> Any:
    """Figures to the digits they deserve."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {name: rounded(each) for name, each in value.items()}
    return [rounded(each) for each in value] if isinstance(value, list) else value


def compact(figures: Mapping[str, Any]) -> str:
    """JSON with one model a line."""
    return json.dumps(figures, ensure_ascii=False).replace("}, ", "},\n") + "\n"


def stale() -> bool:
    return PAGE.read_text(encoding="utf-8") != renewed()


def renewed() -> str:
    """The page with its tables as the figures say."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"{PAGE} has lost its markers {BEGIN} and {END}.")
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    return f"{before}{BEGIN}\n\n{chr(10).join(tables(figures))}\n{END}{after}"


def tables(figures: Mapping[str, Any]) -> Iterator[str]:
    """The tables of every design, as Markdown."""
    yield f"Facts: {'; '.join(figures['facts'])}. In bold: ours, by feature set."
    yield ""
    for design, card in figures["designs"].items():
        yield f"### {design.capitalize()}"
        yield ""
        best = card["ceiling"]
        yield (
            f"{card['origins']} origins. Ceiling: R@10 {_short(best['R@10'])}, R@20 "
            f"{_short(best['R@20'])}, R@50 {_short(best['R@50'])}, perplexity "
            f"{best['perplexity']:.0f}."
        )
        yield ""
        yield from table(card["figures"], MEASURES, scorecards.cell)
        yield ""
        yield from table(card["figures"], scorecards.SECOND, scorecards.cell)
        yield ""
        yield f"{card['ours'].removeprefix(OURS)} minus each other, paired by origin:"
        yield ""
        yield from table(card["differences"], scorecards.COMPARED, scorecards.difference)
        yield ""
    yield "### Said and seen"
    yield ""
    yield "Mean share of movers said and seen, in ten groups of pairs of equal predicted mass:"
    yield ""
    yield "| said | " + " | ".join(f"{each['said']:.2%}" for each in figures["calibration"]) + " |"
    yield "| --- " * (len(figures["calibration"]) + 1) + "|"
    yield "| seen | " + " | ".join(f"{each['seen']:.2%}" for each in figures["calibration"]) + " |"
    yield ""


def table(
    rows: Mapping[str, Mapping[str, Sequence[float]]], measures: Sequence[str], say: Any
) -> Iterator[str]:
    yield "| | " + " | ".join(measures) + " |"
    yield "| --- " * (len(measures) + 1) + "|"
    for name, found in rows.items():
        title = f"**{name.removeprefix(OURS)}**" if name.startswith(OURS) else name
        cells = (say(each, found.get(each)) for each in measures)
        yield f"| {title} | " + " | ".join(cells) + " |"


def _short(value: float) -> str:
    return f"{value:.3f}".lstrip("0")


if __name__ == "__main__":
    main()

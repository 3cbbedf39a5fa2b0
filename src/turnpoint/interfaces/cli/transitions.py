"""``turnpoint transitions``: how well the transition model does on origins it has not seen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from turnpoint.errors import FactsMissing
from turnpoint.interfaces.cli.progress import ProgressBar
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_facts
from turnpoint.labour.facts import facts_folder, mirror_folder

file_option = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def transitions() -> None:
    """The transition model: where people go from a job, and how well that is foretold."""


@transitions.command()
@click.option("--flows", type=file_option, help="Observed moves: origin, destination, movers.")
@click.option("--nodes", type=file_option, help="Classes of occupations, with their folds.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@data_dir_option
def evaluate(flows: Path | None, nodes: Path | None, as_json: bool, data_dir: Path | None) -> None:
    """Leave each published fold of origins out and predict where its people went.

    Prints the shipped model's features, fitted anew without the fold, beside popularity and cosine,
    with 95% intervals. Uses the richest set of features that the loaded facts allow.
    """
    from turnpoint.core.transition import training
    from turnpoint.labour.market import LabourMarket
    from turnpoint.labour.sources.transitions import read_flows

    observed = read_flows(nodes or _default("nodes.csv"), flows or _default("flows.csv"))
    choose_data_folder(data_dir)
    prepare_facts()
    with ProgressBar() as progress:
        found = training.evaluate_on(LabourMarket.load(facts_folder()), observed, progress=progress)
    if as_json:
        answer = {
            "feature_set": found.feature_set,
            "origins": len(found.held.origins),
            "figures": found.figures,
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    click.echo(f"Origins left out, in ten folds: {len(found.held.origins)}.")
    click.echo(f"Features: {found.feature_set}. In brackets: 95% interval over origins.\n")
    click.echo(_table(found.figures))


def _default(name: str) -> Path:
    mirror = mirror_folder()
    path = mirror / "transitions" / name if mirror else None
    if path is None or not path.is_file():
        raise FactsMissing(
            f"The observed moves are not here ({name}). Set TURNPOINT_MIRROR to a folder that has "
            "transitions/nodes.csv and transitions/flows.csv, or name them with --nodes and --flows."
        )
    return path


def _table(figures: Mapping[str, Mapping[str, tuple[float, float, float]]]) -> str:
    from turnpoint.core.transition.evaluation.measures import MEASURES

    lines = [f"{'':<11}" + "".join(f"{measure:>20}" for measure in MEASURES)]
    for model, found in figures.items():
        cells = [_cell(measure, found.get(measure)) for measure in MEASURES]
        lines.append(f"{model:<11}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def _cell(measure: str, figure: tuple[float, float, float] | None) -> str:
    if figure is None:
        return "–"
    if measure == "perplexity":
        return "{:.1f} [{:.0f}, {:.0f}]".format(*figure)
    value, low, high = (f"{each:.3f}".lstrip("0") for each in figure)
    return f"{value} [{low}, {high}]"

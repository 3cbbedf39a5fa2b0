"""``turnpoint transitions``: how well the model foretells moves, and what it foretells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from turnpoint.errors import FactsMissing
from turnpoint.interfaces.cli.progress import ProgressBar
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_facts
from turnpoint.labour.facts import facts_folder, mirror_folder

if TYPE_CHECKING:
    from turnpoint.labour.market import LabourMarket

file_option = click.Path(exists=True, dir_okay=False, path_type=Path)
mirror_option = click.option(
    "--mirror",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with publishers’ files, read without installing them; else TURNPOINT_MIRROR.",
)


@click.group()
def transitions() -> None:
    """The transition model: where people go from a job, and how well that is foretold."""


@transitions.command()
@click.option("--flows", type=file_option, help="Observed moves: origin, destination, movers.")
@click.option("--nodes", type=file_option, help="Classes of occupations, with their folds.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@click.option("--quick", is_flag=True, help="Only the published folds, not the other designs.")
@mirror_option
@data_dir_option
def evaluate(
    *,
    flows: Path | None,
    nodes: Path | None,
    as_json: bool,
    quick: bool,
    mirror: Path | None,
    data_dir: Path | None,
) -> None:
    """Foretell observed moves that the model has not seen, beside every baseline.

    Three designs: each published fold of origins left out; each major group left out; and half of
    an origin’s own movers seen. Every model is fitted anew without what it is tested on. In
    brackets: 95% intervals over origins. Takes minutes; --quick takes one.
    """
    from turnpoint.core.transition.benchmark import benchmark
    from turnpoint.core.transition.parameters import shipped
    from turnpoint.interfaces.cli import scorecards
    from turnpoint.labour.mirrored import newcomers_market
    from turnpoint.labour.sources.transitions import read_flows

    mirror = mirror or mirror_folder()
    observed = read_flows(
        nodes or _moves(mirror, "nodes.csv"), flows or _moves(mirror, "flows.csv")
    )
    for note in observed.notes:
        click.echo(note, err=True)
    market = _richest_market(mirror, data_dir)
    newcomer = newcomers_market(facts_folder())
    with ProgressBar() as progress:
        found = benchmark(
            market, observed, shipped(), newcomer=newcomer, quick=quick, progress=progress
        )
    if as_json:
        click.echo(json.dumps(scorecards.as_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(scorecards.lines(found)))


@transitions.command()
@click.option("--origins", type=file_option, required=True, help="Codes of nodes, one a line.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The CSV to write, whole or not at all.",
)
@click.option("--nodes", type=file_option, help="The nodes to predict between, if not all.")
@mirror_option
@data_dir_option
def predict(
    origins: Path, out: Path, nodes: Path | None, mirror: Path | None, data_dir: Path | None
) -> None:
    """Write origin,destination,probability for every node as a destination.

    Uses the shipped parameters and the richest facts at hand; nothing that was seen to leave the
    origins. ORIGINS is a CSV with a column origin, node, code or soc, or bare codes, one a line.
    """
    from turnpoint.core.transition.parameters import shipped
    from turnpoint.interfaces.cli import predictions
    from turnpoint.interfaces.cli.origins_file import read_origins

    parameters = shipped()
    among = predictions.nodes_among(parameters, nodes)
    asked = read_origins(origins, among)
    predictions.check_target(out)
    market = _richest_market(mirror or mirror_folder(), data_dir)
    used = predictions.write(out, market, parameters, asked, among)
    if used == "onet":
        click.echo(
            "With abilities and work context predictions are better still: name a folder that has an "
            "O*NET release with both in --mirror or TURNPOINT_MIRROR.",
            err=True,
        )
    click.echo(
        f"Features: {used}. Origins: {len(asked)}; nothing that was seen to leave them was used. "
        f"Written to {out}.",
        err=True,
    )


def _moves(mirror: Path | None, name: str) -> Path:
    path = mirror / "transitions" / name if mirror else None
    if path is None or not path.is_file():
        raise FactsMissing(
            f"The observed moves are not here ({name}). Set TURNPOINT_MIRROR to a folder that has "
            "transitions/nodes.csv and transitions/flows.csv, or name them with --nodes and --flows."
        )
    return path


def _richest_market(mirror: Path | None, data_dir: Path | None) -> LabourMarket:
    """The market of the installed facts and the mirror’s; says on standard error which these are."""
    from turnpoint.labour.mirrored import OLDER, market_with

    choose_data_folder(data_dir)
    prepare_facts()
    with ProgressBar() as progress:
        market, added = market_with(facts_folder(), mirror, progress)
    said = [
        f"{each.title} {each.vintage}" + (", from the mirror" if each.source in added else "")
        for each in market.manifests.values()
    ]
    if OLDER in added:
        said.append(f"{OLDER}, from the mirror, for abilities and work context")
    click.echo(f"Facts: {'; '.join(['activities, shipped', *said])}.", err=True)
    if "onet" not in market.manifests:
        click.echo(
            "With O*NET’s ratings predictions are better: “turnpoint data add onet --latest”, or name "
            "a folder that has them with --mirror.",
            err=True,
        )
    return market

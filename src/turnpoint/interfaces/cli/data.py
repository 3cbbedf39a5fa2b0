"""``turnpoint data``: add, list and remove the facts about work."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from turnpoint.interfaces.cli.progress import ProgressBar
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder
from turnpoint.labour import catalogue
from turnpoint.labour import install as installing
from turnpoint.labour.catalogue import Status
from turnpoint.labour.facts import Manifest, facts_folder, mirror_folder

SOURCES = click.Choice([source.name for source in catalogue.CATALOGUE])


@click.group()
def data() -> None:
    """Facts about work: what is loaded, and adding more."""


@data.command()
@click.argument("source", type=SOURCES)
@click.argument("location", required=False, metavar="[PATH|URL]")
@click.option("--latest", is_flag=True, help="Get the newest release from its publisher.")
@data_dir_option
def add(source: str, location: str | None, latest: bool, data_dir: Path | None) -> None:
    """Add a source from a file, a folder, a zip or an https address."""
    comes_along = catalogue.source_named(source).read is None
    if latest == (location is not None) and not (comes_along and location is None):
        page = catalogue.source_named(source).page
        raise click.UsageError(f"Give a path, an address, or --latest. Files are at {page}")
    choose_data_folder(data_dir)
    with ProgressBar() as progress:
        done = installing.install(
            source, location, facts_folder(), mirror=mirror_folder(), progress=progress
        )
    verb = "Added" if done.changed else "Already there:"
    click.echo(f"{verb} {done.manifest.title}, {done.manifest.vintage}.")
    if done.changed:
        for note in done.manifest.notes:
            click.echo(f"  {note}")
        if done.manifest.missing:
            click.echo(f"  Not in this release: {', '.join(done.manifest.missing)}.")


@data.command("list")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@data_dir_option
def list_sources(as_json: bool, data_dir: Path | None) -> None:
    """Say which facts are loaded, what they make possible, and what is missing."""
    choose_data_folder(data_dir)
    shipped, found = catalogue.shipped(), catalogue.status(facts_folder())
    if as_json:
        rows = [_record(shipped.source, shipped, "")]
        rows += [_record(each.source.name, each.manifest, each.problem) for each in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    click.echo(f"embedded: {shipped.title}, {shipped.vintage} ({shipped.licence})")
    for each in found:
        click.echo(_line(each))


@data.command()
@click.argument("source", type=SOURCES)
@data_dir_option
def remove(source: str, data_dir: Path | None) -> None:
    """Remove the facts of a source. Adding them again brings them back."""
    choose_data_folder(data_dir)
    installing.remove(source, facts_folder())
    click.echo(f"Removed {catalogue.source_named(source).title}.")


def _record(name: str, manifest: Manifest | None, problem: str) -> dict[str, object]:
    facts = asdict(manifest) if manifest is not None else {"source": name}
    return facts | {"loaded": manifest is not None, "problem": problem}


def _line(each: Status) -> str:
    source, manifest = each.source, each.manifest
    if each.problem:
        return f"{source.name}: {each.problem}"
    if manifest is None:
        return (
            f"{source.name}: not loaded. {source.adds} "
            f"Add it with “{source.command}” ({source.download})."
        )
    lines = [
        f"{source.name}: {manifest.title}, {manifest.vintage} ({manifest.licence}), "
        f"{each.size / 1e6:.1f} MB, added {manifest.added[:10]}",
        f"  makes possible: {'; '.join(manifest.enables)}",
    ]
    if manifest.missing:
        lines.append(f"  not in this release: {', '.join(manifest.missing)}")
    return "\n".join(lines + [f"  {note}" for note in manifest.notes])

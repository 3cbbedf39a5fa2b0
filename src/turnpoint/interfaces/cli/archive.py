"""``turnpoint export`` and ``turnpoint import``: everything a person has, as one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    prepare_database,
    start_django,
    whose,
    write_whole,
)


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; turnpoint-YYYY-MM-DD.zip in this folder without it.",
)
@click.option("--person", metavar="NAME", help="A sample person of the demo (ruth, maren, …).")
@data_dir_option
def export(out: Path | None, person: str | None, data_dir: Path | None) -> None:
    """Write everything you have as one file: to restore elsewhere, to read, for a spreadsheet.

    It is not encrypted. Exit code 1: the file cannot be written.
    """
    choose_data_folder(data_dir, demo=person is not None)
    start_django()
    prepare_database()
    from django.utils import timezone

    from turnpoint.apps.archive import writing

    owner = whose(person)
    path = out or Path(f"turnpoint-{timezone.localdate():%Y-%m-%d}.zip")
    write_whole(path, lambda file: writing.write(owner=owner, out=file))
    click.echo(f"Wrote {path}. It is not encrypted: keep it where you would keep a diary.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@data_dir_option
def import_archive(file: Path, data_dir: Path | None) -> None:
    """Restore what “turnpoint export” wrote into an empty workspace, whole or not at all.

    Exit code 1: the file is no archive, or something is written here already.
    """
    choose_data_folder(data_dir)
    start_django()
    prepare_database()
    from turnpoint.apps.archive import reading, services

    with file.open("rb") as content:
        archive = reading.read(content)
    rows = services.restore(owner=whose(None), archive=archive)
    click.echo(f"Restored {rows:,} entries, as they were on {archive.made_at[:10]}.")

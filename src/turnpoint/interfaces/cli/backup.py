"""``turnpoint backup`` and ``turnpoint restore``: the whole database as one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from turnpoint.errors import Conflict
from turnpoint.interfaces.cli.serve import data_dir_option, running
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    keep_private,
    start_django,
)


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; turnpoint-backup-YYYY-MM-DD-HHMMSS.zip in this folder without it.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder of backups to add one to.",
)
@click.option(
    "--keep",
    type=click.IntRange(1),
    help="With --into: remove all backups of that folder but this many newest ones.",
)
@click.option(
    "--with-keys",
    is_flag=True,
    help="Add the keys, so that sealed notes can be read wherever it is restored.",
)
@data_dir_option
def backup(
    out: Path | None, into: Path | None, keep: int | None, with_keys: bool, data_dir: Path | None
) -> None:
    """Copy the whole database to one file, also while Turnpoint runs.

    Exit code 1: it cannot be written, or the database is damaged.
    """
    if out and into:
        raise click.UsageError("Give --out or --into, not both.")
    if keep and not into:
        raise click.UsageError("--keep needs the folder --into.")
    choose_data_folder(data_dir)
    start_django()
    from django.utils import timezone

    from turnpoint.apps.archive.backup import keeping, taking

    name = keeping.file_name(timezone.localtime())
    if into:
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = out or (into or Path()) / name
    size = taking.take(path, with_keys=with_keys)
    click.echo(f"Wrote {path} ({size / 1e6:,.1f} MB), and checked it.")
    click.echo(taking.WITH_KEYS if with_keys else taking.WITHOUT_KEYS)
    if into and keep:
        found = keeping.backups(into)
        if gone := keeping.drop(found, keeping.newest(found, keep)):
            click.echo(f"Removed {gone} older.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@data_dir_option
def restore(file: Path, data_dir: Path | None) -> None:
    """Put a backup in the place of the database, whole or not at all.

    The database that it replaces is kept aside. Exit code 1: a server runs on this workspace, or the
    file is damaged, no backup, or of a newer version.
    """
    folder = choose_data_folder(data_dir)
    refuse_while_running(folder)
    start_django()
    from turnpoint.apps.archive.backup import restoring

    done = restoring.restore(file)
    keep_private()
    click.echo(f"Restored everything as it was on {done.made_at[:16].replace('T', ' at ')}.")
    if done.aside:
        click.echo(f"What was here before is kept: {done.aside}. Remove it once all is well.")
    if not done.keys:
        click.echo("The backup holds no keys: sealed notes are read with those of this folder.")


def refuse_while_running(folder: Path) -> None:
    """Raise ``Conflict`` where a server answers for this workspace."""
    if running(folder):
        raise Conflict(
            f"A server is running on {folder}. Stop it first (Ctrl+C where it was started); "
            "nothing was changed."
        )

"""``turnpoint move-to``: everything from one database to another, compared row by row."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from turnpoint.interfaces.cli.backup import refuse_while_running
from turnpoint.interfaces.cli.progress import ProgressBar
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    prepare_database,
    start_django,
)

if TYPE_CHECKING:
    # Django’s models can be loaded only once the data folder has been chosen.
    from turnpoint.apps.archive.moving.services import Moved


@click.command("move-to")
@click.argument("url", metavar="DATABASE_URL")
@data_dir_option
def move_to(url: str, data_dir: Path | None) -> None:
    """Copy everything into another, empty database, and compare it row by row.

    From SQLite to PostgreSQL, or back: DATABASE_URL is postgres://user@host/name or
    sqlite:////folder/file. No server may run on this workspace. Nothing here is changed.

    Exit code 1: that database is not empty, does not answer, or a row does not fit; it is then as
    empty as before.
    """
    folder = choose_data_folder(data_dir)
    refuse_while_running(folder)
    start_django()
    prepare_database()
    from django.db import connection

    from turnpoint.apps.accounts.database import database_at
    from turnpoint.apps.archive.moving import services

    target = database_at(url, folder)
    here = str(connection.settings_dict["NAME"])
    with ProgressBar() as progress:
        moved = services.move(target, progress)
    _report(moved)
    click.echo("\nFrom now on, start Turnpoint with this setting:\n")
    click.echo(f"    {click.style(f'DATABASE_URL={_without_password(url, target)}', bold=True)}\n")
    click.echo(
        f"{here} is as it was: keep it until all is well. The file “keys” stays in {folder} "
        "and unseals private notes as before."
    )


def _report(moved: Moved) -> None:
    apps = Counter(label.partition(".")[0] for label in moved.rows)
    for app in apps:
        rows = sum(count for label, count in moved.rows.items() if label.startswith(f"{app}."))
        click.echo(f"  {app:<20}{apps[app]:>4} tables {rows:>9,} rows")
    click.echo(
        f"Moved {moved.all:,} rows of {len(moved.rows)} tables. Each of their {moved.fields:,} "
        "fields was read again from both databases, and is the same."
    )
    if moved.left:
        click.echo(f"Left behind, since it is none of Turnpoint’s: {', '.join(moved.left)}.")


def _without_password(url: str, target: dict[str, Any]) -> str:
    """The address as it was given; a password is not shown in a terminal."""
    if not target.get("PASSWORD"):
        return url
    said = urlsplit(url)
    user, _, host = said.netloc.rpartition("@")
    return said._replace(netloc=f"{user.partition(':')[0]}:PASSWORD@{host}").geturl()

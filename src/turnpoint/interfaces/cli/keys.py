"""``turnpoint keys``: the keys under which private words are sealed."""

from __future__ import annotations

from pathlib import Path

import click

from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_database, start_django


@click.group()
def keys() -> None:
    """The keys that seal private words: make one, or write everything anew under a fresh one."""


@keys.command()
def new() -> None:
    """Print a fresh key, for TURNPOINT_KEYS."""
    from cryptography.fernet import Fernet

    click.echo(Fernet.generate_key().decode())


@keys.command()
@click.option(
    "--drop-old",
    is_flag=True,
    help="Forget the older keys afterwards. Copies made before can then no longer be read.",
)
@data_dir_option
def rotate(drop_old: bool, data_dir: Path | None) -> None:
    """Write all sealed words anew under a fresh key. The server may run meanwhile."""
    choose_data_folder(data_dir)
    start_django()
    prepare_database()
    from turnpoint.apps.accounts import key_services

    cells = key_services.rotate(drop_old=drop_old)
    click.echo(f"Sealed anew under a fresh key: {cells} cells.")
    if not drop_old:
        click.echo("Older keys stay in the file, so that older copies can be read.")

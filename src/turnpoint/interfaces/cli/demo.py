"""``turnpoint demo``: a workspace of its own with four sample people."""

from __future__ import annotations

from pathlib import Path

import click

from turnpoint.interfaces.cli.progress import ProgressBar
from turnpoint.interfaces.cli.serve import (
    browser_option,
    check_port,
    data_dir_option,
    port_option,
    run,
)
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    prepare_database,
    prepare_facts,
    start_django,
)


@click.command()
@port_option
@data_dir_option
@browser_option
@click.option("--fresh", is_flag=True, help="Throw the sample people away and make them anew.")
@click.option("--no-serve", is_flag=True, help="Only make the workspace.")
def demo(port: int, data_dir: Path | None, no_browser: bool, fresh: bool, no_serve: bool) -> None:
    """Look around among four sample people, apart from your own workspace."""
    if not no_serve:
        check_port(port)
    folder = choose_data_folder(data_dir, demo=True)
    start_django()
    prepare_database()
    prepare_facts()
    username = make_sample_people(fresh=fresh)
    if not no_serve:
        run(port, folder, username=username, open_browser=not no_browser)


def make_sample_people(*, fresh: bool) -> str:
    """Fill the workspace where it is empty, or ``fresh``; the user name of the first person."""
    from turnpoint.apps.accounts.models import User
    from turnpoint.apps.accounts.queries import sample_people
    from turnpoint.interfaces.samples.filling import PEOPLE, fill

    if fresh:
        User.objects.exclude(sample_line="").delete()
    if not sample_people():
        with ProgressBar() as progress:
            for done, name in enumerate(fill(), start=1):
                progress(done, len(PEOPLE) + 1, f"sample people: {name}")
    return sample_people()[0].username

"""``turnpoint brief``: a destination as a PDF, as the page gives it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from turnpoint.charts import render
from turnpoint.errors import NotFound
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    prepare_database,
    prepare_facts,
    start_django,
    whose,
    write_whole,
)

if TYPE_CHECKING:
    # Django’s models can be loaded only once the data folder has been chosen.
    from turnpoint.apps.accounts.models import User
    from turnpoint.apps.destinations.models import Destination


@click.command()
@click.option("--destination", type=int, help="Its number; the one you are heading for without it.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; brief-YYYY-MM-DD.pdf in this folder without it.",
)
@click.option("--person", metavar="NAME", help="A sample person of the demo (ruth, maren, …).")
@data_dir_option
def brief(
    destination: int | None, out: Path | None, person: str | None, data_dir: Path | None
) -> None:
    """Write a destination, its reality check, routes and open questions as a PDF to hand over.

    Nothing is sent anywhere. Exit code 1: there is no such destination, or the file cannot be written.
    """
    choose_data_folder(data_dir, demo=person is not None)
    start_django()
    render.warm_up()
    prepare_database()
    prepare_facts()
    from django.utils import timezone

    from turnpoint.apps.accounts.time_zone import zone_of
    from turnpoint.apps.routes.brief import pdf_of

    owner = whose(person)
    timezone.activate(zone_of(owner.time_zone) or timezone.get_default_timezone())
    today = timezone.localdate()
    pdf = pdf_of(owner=owner, destination=_destination(owner, destination), today=today)
    path = out or Path(f"brief-{today:%Y-%m-%d}.pdf")
    write_whole(path, lambda out: out.write(pdf))
    click.echo(f"Wrote {path}.")


def _destination(owner: User, number: int | None) -> Destination:
    from turnpoint.apps.destinations import queries

    if number is not None:
        return queries.destination(owner=owner, destination_id=number)
    active = queries.active(owner=owner)
    if active is None:
        raise NotFound(
            "You are heading for no destination yet. Write one on the page “My destination”, or "
            "name one with --destination."
        )
    return active.destination

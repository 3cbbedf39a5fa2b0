"""``turnpoint``: the command line's entry point."""

from __future__ import annotations

from typing import Any

import click
from django.db import OperationalError

from turnpoint import __version__
from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.outage import outage_of
from turnpoint.errors import TurnpointError
from turnpoint.interfaces.cli.accounts import accounts
from turnpoint.interfaces.cli.archive import export, import_archive
from turnpoint.interfaces.cli.backup import backup, restore
from turnpoint.interfaces.cli.brief import brief
from turnpoint.interfaces.cli.data import data
from turnpoint.interfaces.cli.decide import decide
from turnpoint.interfaces.cli.demo import demo
from turnpoint.interfaces.cli.keys import keys
from turnpoint.interfaces.cli.move import move_to
from turnpoint.interfaces.cli.occupations import occupations
from turnpoint.interfaces.cli.plan import plan
from turnpoint.interfaces.cli.reality_check import reality_check
from turnpoint.interfaces.cli.routes import routes
from turnpoint.interfaces.cli.serve import link, serve
from turnpoint.interfaces.cli.transitions import transitions


class Sentences(click.Group):
    """A group whose expected failures are one sentence on standard error and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with sight.everyone("a command of whoever runs this machine"):
                return super().invoke(ctx)
        except TurnpointError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except (OperationalError, OSError) as error:
            if (outage := outage_of(error)) is None:
                raise
            said = f"{outage.what} ({error}), so this was not done. {outage.then}, and try again."
            click.echo(said, err=True)
            ctx.exit(1)


@click.group(cls=Sentences, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="turnpoint")
def main() -> None:
    """Decide where your career goes next, and lead the way there."""


for command in (
    export,
    import_archive,
    backup,
    restore,
    move_to,
    brief,
    serve,
    demo,
    link,
    data,
    occupations,
    reality_check,
    routes,
    plan,
    decide,
    transitions,
    accounts,
    keys,
):
    main.add_command(command)

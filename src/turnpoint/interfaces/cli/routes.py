"""``turnpoint routes``: ways to a destination, market-first and destination-first."""

from __future__ import annotations

from pathlib import Path

import click

from turnpoint.interfaces.cli.reality_check import LEVELS, amount
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_facts


@click.command("routes")
@click.option("--from", "origin", required=True, metavar="TITLE", help="What you do now.")
@click.option("--to", "destination", required=True, metavar="TITLE", help="What you want.")
@click.option("--area", metavar="AREA", default="", help="State or metro area; name or code.")
@click.option("--pay", metavar="AMOUNT", callback=amount, help="What you earn now, in dollars.")
@click.option("--education", type=click.Choice(list(LEVELS)), help="The highest level you have.")
@click.option("--years", type=click.FloatRange(0, 80), help="How long you have done it.")
@click.option("--own-business", is_flag=True, help="You would work for yourself in the end.")
@click.option("--months", "horizon", type=click.IntRange(1, 120), default=60, help="By when.")
@click.option("--moves", type=click.IntRange(1, 4), default=3, help="How many, at most.")
@click.option("--floor", metavar="AMOUNT", callback=amount, help="Least pay of every role, a year.")
@click.option(
    "--gates",
    type=click.Choice(["destination", "none", "any"]),
    default="destination",
    help="Which degrees and licences that you do not have a route may go through.",
)
@click.option("--avoid", metavar="TITLE", multiple=True, help="Not through it; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@data_dir_option
def routes(
    *,
    origin: str,
    destination: str,
    area: str,
    pay: float | None,
    education: str | None,
    years: float | None,
    own_business: bool,
    horizon: int,
    moves: int,
    floor: float | None,
    gates: str,
    avoid: tuple[str, ...],
    as_json: bool,
    data_dir: Path | None,
) -> None:
    """Find ways to a destination, and what each step takes, pays and asks.

    Market-first goes where your history usually leads; destination-first goes back from the
    destination. Exit code 1: a title that is not understood. Exit code 2: an option that cannot be
    used. That no route is found is an answer: it says which limit stands in the way.
    """
    from turnpoint.interfaces.cli import routes_answer

    choose_data_folder(data_dir)
    prepare_facts()
    answer = routes_answer.answer(
        (origin, destination),
        avoid,
        area=area,
        pay=pay,
        education=LEVELS[education] if education else None,
        years=years,
        own_business=own_business,
        horizon=horizon,
        moves=moves,
        floor=floor,
        gates=gates,
    )
    click.echo(answer.json() if as_json else answer.text())

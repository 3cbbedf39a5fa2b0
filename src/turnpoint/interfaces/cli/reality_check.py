"""``turnpoint reality-check``: a destination held against reality, as the page does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from turnpoint.errors import BadInput
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_facts

if TYPE_CHECKING:
    from turnpoint.core.transition.assumptions import Assumptions

LEVELS = {
    "none": 1,
    "high-school": 2,
    "certificate": 3,
    "some-college": 4,
    "associate": 5,
    "bachelor": 6,
    "master": 8,
    "professional": 10,
    "doctorate": 11,
}


def amount(_ctx: click.Context, _param: click.Parameter, text: str | None) -> float | None:
    """An amount of money as people write it: ``96000``, ``96,000``, ``$96k``."""
    if text is None:
        return None
    plain = text.strip().lower().replace(",", "").replace("_", "").lstrip("$€£")
    try:
        value = float(plain.removesuffix("k")) * (1000.0 if plain.endswith("k") else 1.0)
    except ValueError:
        value = -1.0
    if not 0 < value < 1e9:
        raise click.BadParameter(f"“{text}” is no yearly amount. Write it as 96000 or 96k.")
    return value


def assumed(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> Assumptions:
    """``name=value`` pairs; a share as ``0.03`` or ``3%``."""
    from turnpoint.core.transition.assumptions import Assumptions

    values: dict[str, float] = {}
    for text in given:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals:
            raise click.BadParameter(f"“{text}” is no assumption. Write it as climb=0.05.")
        values[name] = _number(value)
    try:
        return Assumptions().varied(**values)
    except BadInput as error:
        named = ", ".join(each.name for each in Assumptions().described())
        known = "" if error.where in named.split(", ") else f" There are: {named}."
        raise click.BadParameter(f"{error}{known}") from error


def _number(text: str) -> float:
    try:
        value = float(text.removesuffix("%"))
    except ValueError as error:
        raise click.BadParameter(f"“{text}” is not a number.") from error
    return value / 100.0 if text.endswith("%") else value


def at_rate(assumptions: Assumptions, currency: str, rate: float) -> Assumptions:
    """The same with what one unit of the currency is worth, said today."""
    from turnpoint.core.transition.exchange import Exchange

    said_on = dt.datetime.now(dt.UTC).astimezone().date()
    try:
        return replace(assumptions, exchange=Exchange(currency, rate, said_on))
    except BadInput as error:
        raise click.BadParameter(str(error), param_hint="--rate") from error


@click.command("reality-check")
@click.option("--from", "origin", required=True, metavar="TITLE", help="What you do now.")
@click.option("--to", "destination", required=True, metavar="TITLE", help="What you want.")
@click.option("--area", metavar="AREA", default="", help="State or metro area; name or code.")
@click.option("--pay", metavar="AMOUNT", callback=amount, help="What you earn now, a year.")
@click.option("--currency", default="USD", metavar="CODE", help="Of your pay and floor; else USD.")
@click.option("--education", type=click.Choice(list(LEVELS)), help="The highest level you have.")
@click.option("--years", type=click.FloatRange(0, 80), help="How long you have done it.")
@click.option(
    "--floor", metavar="AMOUNT", callback=amount, help="The least you need to earn, a year."
)
@click.option("--months", "horizon", type=click.FloatRange(1, 600), default=60.0, help="By when.")
@click.option("--own-business", is_flag=True, help="You would work for yourself.")
@click.option(
    "--assume",
    "assumptions",
    metavar="NAME=VALUE",
    multiple=True,
    callback=assumed,
    help="Assume something else than stated, such as climb=5%; may be given several times.",
)
@click.option(
    "--rate",
    type=click.FloatRange(0, 10_000, min_open=True),
    help="What one unit of your currency is worth in US dollars; nothing is converted without it.",
)
@click.option("--json", "as_json", is_flag=True, help="The same for programs, with every source.")
@data_dir_option
def reality_check(
    *,
    origin: str,
    destination: str,
    area: str,
    pay: float | None,
    currency: str,
    education: str | None,
    years: float | None,
    floor: float | None,
    horizon: float,
    own_business: bool,
    assumptions: Assumptions,
    rate: float | None,
    as_json: bool,
    data_dir: Path | None,
) -> None:
    """Hold a destination against reality: content, time, pay, how usual it is, and gates.

    Titles are everyday words or an O*NET code (11-3021.00). Exit code 1: a title that is not
    understood or may be several occupations. Exit code 2: an option that cannot be used.
    """
    from turnpoint.interfaces.cli import reality_answer

    currency = currency.strip().upper()
    if rate is not None:
        assumptions = at_rate(assumptions, currency, rate)
    choose_data_folder(data_dir)
    prepare_facts()
    answer = reality_answer.answer(
        (origin, destination),
        area=area,
        pay=pay,
        currency=currency,
        education=LEVELS[education] if education else None,
        years=years,
        floor=floor,
        horizon=horizon,
        own_business=own_business,
        assumptions=assumptions,
    )
    click.echo(answer.json() if as_json else answer.text())

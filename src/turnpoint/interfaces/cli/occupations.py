"""``turnpoint occupations``: find an occupation by a title, and read what is known of it."""

from __future__ import annotations

import json
import math
import textwrap
from pathlib import Path
from typing import Any

import click
import numpy as np

from turnpoint.core.title.index import title_index
from turnpoint.core.title.match import TitleMatch, match
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_facts
from turnpoint.labour.facts import facts_folder
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.place import find_area
from turnpoint.labour.preparation import EDUCATION_LEVELS
from turnpoint.labour.wage import NATIONAL, QUANTILES, WageCell

MOST_SHOWN = 6
RATED = ("skills", "knowledge")

json_option = click.option("--json", "as_json", is_flag=True, help="The same for programs.")


@click.group()
def occupations() -> None:
    """Occupations: find one by a title, read what is known of it."""


@occupations.command("match")
@click.argument("title")
@click.option(
    "--limit", default=5, show_default=True, type=click.IntRange(1, 50), help="How many at most."
)
@json_option
@data_dir_option
def match_title(title: str, limit: int, as_json: bool, data_dir: Path | None) -> None:
    """Say which occupations a title in everyday words may stand for, and why."""
    market = _market(data_dir)
    found = match(title_index(market), title, limit=limit)
    if as_json:
        rows = [_match_record(market, each) for each in found]
        click.echo(json.dumps({"title": title, "matches": rows}, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("No occupation goes by that. Try the words a job advertisement would use.")
        return
    for each in found:
        known = market.occupations[each.occupation]
        click.echo(f"{known.code}  {each.score:4.2f}  {known.title}")
        click.echo(f"                  {each.reason}")
    if found[0].set_aside:
        click.echo(f"Set aside: {', '.join(found[0].set_aside)}.")


@occupations.command()
@click.argument("code")
@click.option("--area", default=NATIONAL, metavar="AREA", help="State or metro area; name or code.")
@json_option
@data_dir_option
def show(code: str, area: str, as_json: bool, data_dir: Path | None) -> None:
    """Say what is known of an occupation: the work, pay, size, outlook, education, skills."""
    market = _market(data_dir)
    record = describe(market, market.occupation(code), area)
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for line in _lines(record):
        click.echo(line)


def _market(data_dir: Path | None) -> LabourMarket:
    choose_data_folder(data_dir)
    prepare_facts()
    return LabourMarket.load(facts_folder())


def _match_record(market: LabourMarket, each: TitleMatch) -> dict[str, Any]:
    known = market.occupations[each.occupation]
    return {
        "code": known.code,
        "title": known.title,
        "score": each.score,
        "reason": each.reason,
        "matched": each.title,
        "recognised": list(each.recognised),
        "set_aside": list(each.set_aside),
        "exact": each.exact,
    }


def describe(market: LabourMarket, number: int, area: str) -> dict[str, Any]:
    """Everything shown of an occupation; what no loaded source knows is ``None`` or empty."""
    known = market.occupations[number]
    cell = None
    if market.wages is not None:
        cell = market.pay(number, find_area(market.wages, area).code)
    names = market.activities.names
    outlook = market.outlook.get(known.soc)
    return {
        "code": known.code,
        "title": known.title,
        "description": known.description,
        "activities": [
            {"name": names.get(each, each), "detailed": count}
            for each, count in market.activities.generalized(number).items()
        ],
        "pay": _pay(cell) if cell else None,
        "outlook": outlook
        and {
            "period": outlook.period,
            "change_percent": _finite(outlook.change),
            "annual_openings": _finite(outlook.annual_openings),
            "entry_education": outlook.entry_education,
        },
        "education": _education(market, number),
        **{domain: _highest(market, domain, number) for domain in RATED},
        "sources": {name: each.vintage for name, each in market.manifests.items()},
    }


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _pay(cell: WageCell) -> dict[str, Any]:
    hourly = cell.hourly is not None
    values = cell.hourly if cell.hourly is not None else cell.percentiles
    return {
        "area": cell.area.name,
        "unit": "US dollars an hour" if hourly else "US dollars a year",
        "percentiles": {
            f"p{quantile * 100:.0f}": _finite(value)
            for quantile, value in zip(QUANTILES, values, strict=True)
        },
        "at_least": [
            f"p{quantile * 100:.0f}"
            for quantile, capped in zip(QUANTILES, cell.top_coded, strict=True)
            if capped
        ],
        "mean": None if hourly else _finite(cell.mean),
        "employment": _finite(cell.employment),
        "fallback": cell.fallback,
    }


def _education(market: LabourMarket, number: int) -> list[dict[str, Any]]:
    """Levels that at least one in twenty needed, commonest first."""
    shares = np.nan_to_num(market.preparation.education[number])
    return [
        {"level": EDUCATION_LEVELS[level], "share": round(float(shares[level]), 3)}
        for level in np.argsort(-shares, kind="stable").tolist()
        if shares[level] >= 0.05
    ]


def _highest(market: LabourMarket, domain: str, number: int) -> list[dict[str, Any]]:
    """The most important elements of a rated domain, with importance (1 to 5) and level (0 to 7)."""
    if domain not in market.ratings:
        return []
    rated = market.ratings[domain]
    importance = np.nan_to_num(rated.importance[number])
    return [
        {
            "name": rated.elements[place].name,
            "importance": round(float(importance[place]), 2),
            "level": _finite(float(rated.level[number, place])),
        }
        for place in np.argsort(-importance, kind="stable")[:MOST_SHOWN].tolist()
        if importance[place] > 0
    ]


def _lines(record: dict[str, Any]) -> list[str]:
    lines = [f"{record['title']} ({record['code']})"]
    lines += textwrap.wrap(record["description"], 96)
    lines += ["", "What people do"]
    lines += [
        f"  {each['name']} ({each['detailed']})" for each in record["activities"][:MOST_SHOWN]
    ] or ["  not known"]
    lines += ["", *_pay_lines(record["pay"])]
    if outlook := record["outlook"]:
        lines += ["", f"Outlook {outlook['period']}"]
        if outlook["change_percent"] is not None:
            lines.append(f"  employment {outlook['change_percent']:+.1f}%")
        if outlook["annual_openings"] is not None:
            lines.append(f"  {outlook['annual_openings']:,.0f} openings a year")
        lines.append(f"  usual way in: {outlook['entry_education']}")
    if record["education"]:
        lines += ["", "Education needed, by those in the job"]
        lines += [f"  {each['share']:4.0%}  {each['level']}" for each in record["education"]]
    for domain in RATED:
        if record[domain]:
            lines += ["", f"{domain.capitalize()}, the most important first (1 to 5)"]
            lines += [f"  {each['importance']:.1f}  {each['name']}" for each in record[domain]]
    sources = (f"{name} {vintage}" for name, vintage in record["sources"].items())
    return [*lines, "", f"From: {', '.join(('the shipped activities', *sources))}."]


def _pay_lines(pay: dict[str, Any] | None) -> list[str]:
    if pay is None:
        return ["Pay: none is published."]
    lines = [f"Pay in {pay['area']}, {pay['unit']}"]
    for name, value in pay["percentiles"].items():
        if value is not None:
            least = "at least " if name in pay["at_least"] else ""
            digits = 2 if "hour" in pay["unit"] else 0
            lines.append(f"  {name[1:]}% earn up to {least}{value:,.{digits}f}")
    if pay["employment"] is not None:
        lines.append(f"  {pay['employment']:,.0f} people work in it there")
    return lines + ([f"  {pay['fallback']}"] if pay["fallback"] else [])

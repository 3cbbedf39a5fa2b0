"""``turnpoint reality-check``: a destination held against reality, as the page does it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from turnpoint.core.title.index import TitleIndex, title_index
from turnpoint.core.title.match import match
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gaps import Standing
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person, Wish
from turnpoint.core.transition.reality_check import check
from turnpoint.core.transition.track import months
from turnpoint.errors import NotFound
from turnpoint.interfaces.cli.json_value import json_value
from turnpoint.interfaces.cli.serve import data_dir_option
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_facts
from turnpoint.labour.facts import facts_folder
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation
from turnpoint.labour.wage import NATIONAL

UNSURE, TOO_CLOSE = 0.45, 0.02
"""A best match below the one, or nearer than the other to the next, is asked about, not guessed."""

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


@dataclass(frozen=True, slots=True)
class Understood:
    """The occupation that a typed title was taken for, why, and what else it may be."""

    typed: str
    number: int
    occupation: Occupation
    reason: str
    alternatives: tuple[Occupation, ...]


@click.command("reality-check")
@click.option("--from", "origin", required=True, metavar="TITLE", help="What you do now.")
@click.option("--to", "destination", required=True, metavar="TITLE", help="What you want.")
@click.option("--area", metavar="AREA", default=NATIONAL, help="State or metro area; name or code.")
@click.option("--pay", metavar="AMOUNT", callback=amount, help="What you earn now, a year.")
@click.option("--currency", default="USD", metavar="CODE", help="Of your pay and floor; else USD.")
@click.option("--education", type=click.Choice(list(LEVELS)), help="The highest level you have.")
@click.option("--years", type=click.FloatRange(0, 80), help="How long you have done it.")
@click.option(
    "--floor", metavar="AMOUNT", callback=amount, help="The least you need to earn, a year."
)
@click.option("--months", "horizon", type=click.FloatRange(1, 600), default=60.0, help="By when.")
@click.option("--own-business", is_flag=True, help="You would work for yourself.")
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
    as_json: bool,
    data_dir: Path | None,
) -> None:
    """Hold a destination against reality: content, time, pay, how usual it is, and gates.

    Titles are everyday words or an O*NET code (11-3021.00). Exit code 1: a title that is not
    understood or may be several occupations. Exit code 2: an option that cannot be used.
    """
    choose_data_folder(data_dir)
    prepare_facts()
    market = LabourMarket.load(facts_folder())
    place = area_code(market, area)
    index = title_index(market)
    here, there = (understand(market, index, text) for text in (origin, destination))
    money = currency.strip().upper()
    person = Person(
        (HeldRole(here.number, years),),
        education=LEVELS[education] if education else None,
        pay=pay,
        currency=money,
        area=place,
    )
    wish = Wish(there.number, own_business, horizon, pay_floor=floor, currency=money)
    found = check(market, TransitionModel.for_market(market), person, wish)
    if as_json:
        understood = {"from": json_value(here), "to": json_value(there)}
        answer = {"understood": understood, "reality_check": json_value(found)}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    click.echo("\n".join((*_understood(here, there), *report(found))))


def understand(market: LabourMarket, index: TitleIndex, text: str) -> Understood:
    """The occupation a title or code stands for.

    Raises ``NotFound`` where there is none, and where it may be several, which it names.
    """
    typed = text.strip()
    if typed[:2].isdigit() and "-" in typed:
        number = market.occupation(typed)
        return Understood(typed, number, market.occupations[number], "its code", ())
    found = match(index, typed, limit=4)
    if not found:
        raise NotFound(
            f"No occupation is called anything like “{typed}”. Say it in other words, or give an "
            "O*NET code such as 11-3021.00."
        )
    others = tuple(market.occupations[each.occupation] for each in found)
    close = len(found) > 1 and found[0].score - found[1].score < TOO_CLOSE
    if found[0].score < UNSURE or close:
        named = "; ".join(f"{each.title} ({each.code})" for each in others)
        why = "may be several occupations" if close else "is not clear enough to go on"
        raise NotFound(f"“{typed}” {why}: {named}. Give the code of the one you mean.")
    return Understood(typed, found[0].occupation, others[0], found[0].reason, others[1:])


def area_code(market: LabourMarket, text: str) -> str:
    """The OEWS code of a place by its code or its name; a usage error where it is not one place."""
    if market.wages is None:
        return NATIONAL
    typed = text.strip().casefold()
    areas = market.wages.areas
    found = [each for each in areas if typed in (each.code, each.name.casefold())]
    found = found or [each for each in areas if typed and typed in each.name.casefold()]
    if len(found) == 1:
        return found[0].code
    if not found:
        message = (
            f"“{text}” is no state or metro area that BLS publishes. Try the name of a state, "
            "a large city, or leave it out for the United States."
        )
    else:
        named = "; ".join(f"{each.name} ({each.code})" for each in found[:6])
        message = f"“{text}” may be several places: {named}. Give the code of the one you mean."
    raise click.BadParameter(message, param_hint="--area")


def _understood(*titles: Understood) -> Iterator[str]:
    for label, each in zip(("From", "To"), titles, strict=True):
        said = f"{each.occupation.title} ({each.occupation.code}); {each.reason}"
        yield from _wrapped(said, "      ", first=f"{label:6}")
        if each.alternatives:
            others = "; ".join(f"{other.title} ({other.code})" for other in each.alternatives)
            yield from _wrapped(f"or: {others}", "      ")
    yield ""


def report(found: RealityCheck) -> Iterator[str]:
    """The whole answer as lines of text."""
    yield from _wrapped(" ".join(found.summary))
    yield from _headed("Figures", _table([(each.label, each.text) for each in found.figures]))
    yield from _headed("What is missing most", _missing(found))
    yield from _headed("Months to be ready", _tracks(found))
    gates = [f"{each.label} ({each.passage.value}). {each.sentence}" for each in found.gates]
    yield from _headed("Gates", _bullets(gates))
    wanted = [f"{each.label}: {each.answer.value}. {each.sentence}" for each in found.constraints]
    yield from _headed("What you want to hold", _bullets(wanted))
    yield from _headed("What would have to be true", _bullets(found.would_have_to_be_true))
    notes = found.pay.notes if found.pay else ()
    yield from _headed("About the pay", _bullets(notes))
    facts = [f"{each.name}: {each.adds}. Add it with “{each.command}”." for each in found.missing]
    yield from _headed("Facts that are missing", _bullets(facts))
    yield ""
    yield "Every figure’s formula and source: the same command with --json."


def _missing(found: RealityCheck) -> list[str]:
    """Rated skills and knowledge where loaded, else the activities that are new."""
    rated = [row for each in found.gaps.rated for row in each.rows]
    rows = [row for row in rated if row.standing is Standing.MISSING]
    rows.sort(key=lambda row: -row.gap)
    if rows:
        return _table([(row.name, f"asks {row.need:.1f}, have {row.have:.1f}") for row in rows[:8]])
    new = found.gaps.activities.rows if found.gaps.activities else ()
    return _table(
        [
            (row.name, f"{row.share:.0%} of the work, {row.new / row.share:.0%} of it new")
            for row in new[:8]
            if row.standing is Standing.MISSING
        ]
    )


def _tracks(found: RealityCheck) -> list[str]:
    ready = found.readiness
    lines = []
    for each in (*ready.tracks, ready.search):
        mark = "▸" if each.binding else " "
        kind = each.derivation.kind.value
        lines.append(f"{mark} {each.label}: {months(each.months)} ({kind})")
        lines += _wrapped(each.sentence, "    ")
    return [*lines, *_wrapped(ready.preparation.sentence, "  ")]


def _headed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from lines


def _bullets(sentences: Sequence[str]) -> list[str]:
    return [line for each in sentences for line in _wrapped(each, "    ", first="  – ")]


def _table(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(label) for label, _ in rows), default=0)
    return [f"  {label:{width}}  {text}" for label, text in rows]


def _wrapped(text: str, indent: str = "", *, first: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, 88, initial_indent=indent if first is None else first, subsequent_indent=indent
    )

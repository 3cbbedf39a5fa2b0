"""``turnpoint decide``: a decision file answered, in the terminal, as JSON or as a page."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from turnpoint.errors import BadFile, BadInput, readable
from turnpoint.interfaces.cli.progress import ProgressBar
from turnpoint.interfaces.samples import decisions

if TYPE_CHECKING:
    from turnpoint.core.decision.file import DecisionFile

MOST_BYTES = 2_000_000


@click.command()
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="The answers for programs.")
@click.option(
    "--html",
    "page_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write a page with charts to this file; it needs nothing else.",
)
@click.option("--seed", type=click.IntRange(min=0), help="Another set of futures; else 2026.")
@click.option("--draws", type=click.IntRange(100, 1_000_000), help="How many to draw; else 10,000.")
@click.option("--sample", type=click.Choice(decisions.NAMES), help="Print a sample file.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a decision file.")
def decide(
    *,
    file: Path | None,
    as_json: bool,
    page_file: Path | None,
    seed: int | None,
    draws: int | None,
    sample: str | None,
    schema: bool,
) -> None:
    """Answer a decision FILE: where options stand, money, the way back, what to find out first.

    FILE is TOML, or JSON of the same shape. The same file, seed and draws give the same figures.
    Exit code 1: a cell that is wrong, named with a sentence for each; 2: a wrong option.
    """
    if sample is not None:
        click.echo(decisions.text(sample), nl=False)
    elif schema:
        from turnpoint.core.decision.schema import json_schema

        click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    elif file is None:
        raise click.UsageError("Name a decision FILE, or print a sample with --sample.")
    else:
        _answer(file, as_json, page_file, seed, draws)


def _answer(
    file: Path, as_json: bool, page_file: Path | None, seed: int | None, draws: int | None
) -> None:
    from turnpoint.core.decision.answers import DRAWS, SEED, answer
    from turnpoint.interfaces.cli import decide_html, decide_text

    read = read_file(file)
    with ProgressBar() as bar:
        answers = answer(
            read,
            seed=SEED if seed is None else seed,
            draws=draws or DRAWS,
            today=date.today(),  # noqa: DTZ011  # a person’s own day: only a warning looks at it
            progress=lambda share: bar(round(share * 100), 100, "drawing wants and futures"),
        )
    if page_file is not None:
        _write(page_file, decide_html.page_of(answers))
    if as_json:
        click.echo(decide_text.as_json(answers))
    elif page_file is None:
        click.echo(decide_text.as_text(answers))
    else:
        click.echo(f"Written to {page_file}.")


def read_file(path: Path) -> DecisionFile:
    """The decision file at a path. Raises ``BadInput`` with a sentence for each cell."""
    from turnpoint.core.decision.reading import from_plain
    from turnpoint.core.decision.toml_text import read

    if path.stat().st_size > MOST_BYTES:
        raise BadFile(f"{path.name} is too large to be a decision file.", where=path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(f"{path.name} is not text in UTF-8.", where=path.name) from error
    reading = from_plain(_json(path, text)) if path.suffix == ".json" else read(text)
    if reading.problems:
        told = "\n".join(readable(f"{each.where}: {each.sentence}") for each in reading.problems)
        raise BadInput(told, where=reading.problems[0].where)
    return reading.file


def _json(path: Path, text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFile(f"{path.name} is not readable as JSON: {error}.", where=path.name) from error
    if not isinstance(found, dict):
        raise BadFile(f"{path.name} holds no table of cells.", where=path.name)
    return found


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise BadInput(f"{path} cannot be written: {error.strerror}.", where=str(path)) from error

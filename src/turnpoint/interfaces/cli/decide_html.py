"""The answers to a decision file as one HTML page: charts inside, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from turnpoint.charts.acceptability import acceptability
from turnpoint.charts.cash_fan import cash_fan
from turnpoint.charts.chart import Chart
from turnpoint.charts.find_out import find_out
from turnpoint.charts.point_of_no_return import point_of_no_return
from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.file import KINDS
from turnpoint.core.decision.page import Section, page
from turnpoint.core.decision.plain import Inline, to_plain
from turnpoint.core.decision.problem import spelt
from turnpoint.core.decision.said import Part
from turnpoint.core.decision.wording import day

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

SCROLL = '<div class="scroll" tabindex="0" role="group" aria-label="{}">'
"""What may be wider than a phone can be scrolled by keyboard too."""


def page_of(answers: Answers) -> str:
    """The whole page."""
    file = answers.file
    sections = page(answers)
    cells = dict(leaves(to_plain(file)))
    known = {*cells, *(part.where for each in sections for part in _figures(each))}
    body = "".join(_section(answers, each, cells, known) for each in sections)
    due = f"<span>decide by {day(file.deadline)}</span>" if file.deadline else ""
    title = escape(file.question)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>{_stylesheet()}</style></head><body><main>"
        f'<header><p class="eyebrow"><span>{escape(KINDS.get(file.kind, file.kind))}</span>{due}</p>'
        f"<h1>{title}</h1></header>{body}{_inputs(cells)}"
        f'<footer class="note">{escape(str(answers.stamp))}. No verdict: shares are of what may be '
        "wanted and of what may happen.</footer></main></body></html>\n"
    )


def _stylesheet() -> str:
    return files("turnpoint.interfaces.cli").joinpath("decide.css").read_text(encoding="utf-8")


def _figures(section: Section) -> Iterator[Part]:
    return (part for said in section.sentences for part in said.parts if part.where)


def _section(answers: Answers, section: Section, cells: Mapping[str, str], known: set[str]) -> str:
    charts = "".join(_chart(each) for each in _charts(answers, section.key))
    items = "".join(
        f"<li>{''.join(_part(part, cells, known) for part in said.parts)}</li>"
        for said in section.sentences
    )
    return f"<section><h2>{escape(section.title)}</h2>{charts}<ul>{items}</ul></section>"


def _part(part: Part, cells: Mapping[str, str], known: set[str]) -> str:
    """A figure leads to its cell among what was said; what was reckoned carries its own address."""
    text = escape(part.text)
    if not part.where:
        return text
    target = _cell(part.where, cells)
    if target is not None:
        return f'<a href="#{escape(target)}">{text}</a>'
    if part.where in known:
        known.discard(part.where)
        return f'<b id="{escape(part.where)}">{text}</b>'
    return f"<b>{text}</b>"


def _cell(where: str, cells: Mapping[str, str]) -> str | None:
    """The address of the cell, of the one it is part of, or of the first within it."""
    parts = where.split(".")
    for length in range(len(parts), 0, -1):
        if (address := ".".join(parts[:length])) in cells:
            return address
    return next((address for address in cells if address.startswith(f"{where}.")), None)


def _charts(answers: Answers, key: str) -> Iterator[Chart]:
    drawn: list[Chart | None] = []
    if key == "standing":
        drawn = [acceptability(answers)]
    elif key == "runway":
        drawn = [cash_fan(answers, option.key) for option in answers.file.options]
    elif key == "turning":
        drawn = [point_of_no_return(answers)]
    elif key == "findings":
        drawn = [find_out(answers)]
    return (each for each in drawn if each is not None)


def _chart(chart: Chart) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in chart.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in chart.rows
    )
    return (
        f"<figure><figcaption>{escape(chart.sentence)}</figcaption>{chart.svg}<details><summary>As a "
        f"table</summary>{SCROLL.format('As a table')}<table><thead><tr>{heads}</tr></thead><tbody>{rows}"
        f'</tbody></table></div><p class="note">{escape(chart.source)}</p></details></figure>'
    )


def leaves(table: Mapping[str, Any], where: str = "") -> Iterator[tuple[str, str]]:
    """Each cell of the file with its address; an interval is one cell."""
    for name, value in table.items():
        address = f"{where}{name}"
        if isinstance(value, dict) and not isinstance(value, Inline):
            yield from leaves(value, f"{address}.")
        elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
            numbered = {str(number): each for number, each in enumerate(value, 1)}
            yield from leaves(numbered, f"{address}.")
        else:
            yield address, _words(value)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return spelt(value) if isinstance(value, int | float) else str(value)


def breakable(address: str) -> str:
    """An address that may go on in the next line after each dot."""
    return escape(address).replace(".", ".<wbr>")


def _inputs(cells: Mapping[str, str]) -> str:
    rows = "".join(
        f'<tr id="{escape(where)}"><th scope="row"><code>{breakable(where)}</code></th>'
        f"<td>{escape(text)}</td></tr>"
        for where, text in cells.items()
    )
    return (
        "<section><h2>What was said</h2><details><summary>Every cell of the file</summary>"
        f"{SCROLL.format('Every cell of the file')}<table><tbody>{rows}</tbody></table></div></details></section>"
    )

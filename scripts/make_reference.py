"""Write docs/reference from the code: the command line, settings, data sources,
addresses and the decision file.

``--check`` writes nothing and fails, naming the pages, where one is stale.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"


def page(title: str, about: str, parts: list[str]) -> str:
    note = "<!-- Written by `make docs` from the code. Edits here are lost. -->"
    return "\n\n".join([f"# {title}", note, about, *parts]) + "\n"


def table(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines
    )


def command_line() -> str:
    """Every command with its options, as ``--help`` says them."""
    import click

    from turnpoint.interfaces.cli.main import main

    settings = {"terminal_width": 96}

    def walk(command: click.Command, path: str, parent: click.Context | None) -> Iterator[str]:
        name = path.rpartition(" ")[2]
        context = click.Context(
            command, info_name=name, parent=parent, **(settings | command.context_settings)
        )
        if parent is not None and not isinstance(command, click.Group):
            yield f"## {path}\n\n```\n{command.get_help(context)}\n```"
        if isinstance(command, click.Group):
            for name in sorted(command.commands):
                yield from walk(command.commands[name], f"{path} {name}", context)

    about = (
        "`turnpoint` answers in sentences; an expected failure is one sentence on standard error "
        "and exit code 1, a wrong option exit code 2."
    )
    return page("Command line", about, list(walk(main, "turnpoint", None)))


def settings_page() -> str:
    """Every setting, from the list in ``turnpoint.settings``."""
    from turnpoint.settings import SETTINGS

    rows = [[f"`{setting.name}`", setting.meaning, setting.default] for setting in SETTINGS]
    about = "Settings are read once, at start, from environment variables. None is needed."
    return page("Settings", about, [table(["setting", "what it is for", "without it"], rows)])


def addresses() -> str:
    """Every address of the web application, with the first line its view says about itself."""
    from django.urls import URLPattern, URLResolver, get_resolver

    def walk(patterns: list[Any], prefix: str) -> Iterator[list[str]]:
        for pattern in patterns:
            here = prefix + str(pattern.pattern).removeprefix("^").removesuffix("$")
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, here)
            elif isinstance(pattern, URLPattern):
                what = said(pattern.callback) or said_by_allauth(pattern)
                yield [f"`/{here}`", ", ".join(methods(pattern.callback)), what]

    about = (
        "Every address needs a signed-in person, except those by which one signs in and private "
        "links. What belongs to another person answers 404. POST needs the token that the page’s "
        "form carries. What is under `/account/` is there in team mode only, for GET and POST."
    )
    header = ["address", "methods", "what it does"]
    return page("Addresses", about, [table(header, sorted(walk(get_resolver().url_patterns, "")))])


def methods(view: Callable[..., Any]) -> list[str]:
    """The methods that Django's ``require_*`` decorators left on a view."""
    layer: Any = view
    while layer is not None:
        free = getattr(getattr(layer, "__code__", None), "co_freevars", ())
        if "request_method_list" in free:
            cells = dict(zip(free, layer.__closure__, strict=True))
            return sorted(cells["request_method_list"].cell_contents)
        layer = getattr(layer, "__wrapped__", None)
    return ["any"]


def said(view: Callable[..., Any]) -> str:
    text = (view.__doc__ or "").strip()
    return text.split("\n\n")[0].replace("\n", " ").replace("``", "`")


def said_by_allauth(pattern: Any) -> str:
    """django-allauth's views say nothing of themselves; their names do."""
    if not pattern.callback.__module__.startswith("allauth."):
        return ""
    return f"django-allauth: {pattern.name.replace('_', ' ')}."


def data_sources() -> str:
    """What ships in the package, and the catalogue of what can be added."""
    from turnpoint.labour import tables
    from turnpoint.labour.catalogue import CATALOGUE

    given = tables.manifest()
    rows = [[f"`{part['file']}`", part["content"], f"{part['rows']:,}"] for part in given["tables"]]
    shipped = [
        "## Shipped in the package",
        f"{given['title']}. {given['vintage']}, {given['publisher']}. Licence: {given['licence']}.",
        table(["table", "what it says", "rows"], rows),
    ]
    about = (
        "Every number on a page comes from one of these. `turnpoint data list` says which are "
        "loaded, of which release, and what the others would make possible."
    )
    return page("Data sources", about, [*shipped, *(part for s in CATALOGUE for part in source(s))])


def source(given: Any) -> list[str]:
    """One source of the catalogue, as a section."""
    facts = [
        ["publisher", given.publisher],
        ["licence", given.licence],
        ["how to add it", f"`{given.command}`"],
        ["download", given.download],
        ["published at", f"<{given.page}>"],
        ["credit", given.attribution.format(vintage="(its release)")],
    ]
    possible = "\n".join(f"- {one}" for one in given.enables)
    return [
        f"## {given.title} (`{given.name}`)",
        given.adds,
        table(["", ""], facts),
        f"It makes possible:\n\n{possible}",
    ]


def decision_file() -> str:
    """Every table and cell of a decision file, from the values that hold it."""
    from turnpoint.core.decision.file import DecisionFile
    from turnpoint.core.decision.plain import cells
    from turnpoint.core.decision.schema import json_schema, kinds

    about = (
        "What `turnpoint decide` reads and a transition’s page writes. Each cell may be left out "
        "unless it says *needed*. The same as a [JSON Schema](decision-file.schema.json). Where an "
        "`Interval` stands, a figure by itself means that it is known. [How to write one](../how-to/"
        "decide-from-a-file.md)."
    )
    schema = json_schema()
    parts = []
    for kind in (DecisionFile, *kinds()):
        given = schema if kind is DecisionFile else schema["$defs"][kind.__name__]
        says = {cell.name: cell.says for cell in cells(kind)}
        rows = [[f"`{name}`", says[name], without(given, name)] for name in given["properties"]]
        title = "## The file" if kind is DecisionFile else f"## {kind.__name__}"
        parts += [title, table(["cell", "what it is", "without it"], rows)]
    return page("Decision file", about, parts)


def without(given: dict[str, Any], name: str) -> str:
    """What a cell is where it is left out; the choices it has, where it has some."""
    cell = given["properties"][name]
    if name in given.get("required", ()):
        return "*needed*"
    choices = ", ".join(f"`{each}`" for each in cell.get("enum", ()) if each)
    if choices:
        return f"one of {choices}"
    default = cell.get("default")
    return "" if default is None else f"`{json.dumps(default)}`"


def decision_schema() -> str:
    """The JSON Schema of a decision file."""
    from turnpoint.core.decision.schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": command_line,
    "settings.md": settings_page,
    "addresses.md": addresses,
    "data-sources.md": data_sources,
    "decision-file.md": decision_file,
    "decision-file.schema.json": decision_schema,
}


def stale() -> list[str]:
    """Names of the pages that say something else than the code."""
    return [
        name
        for name, write in PAGES.items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != write()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    only_check = parser.parse_args().check
    os.environ["TURNPOINT_SECRET_KEY"] = "signs-nothing"  # noqa: S105  # no session is ever signed here
    os.environ["DJANGO_SETTINGS_MODULE"] = "turnpoint.settings"
    import django

    django.setup()
    if only_check:
        if names := stale():
            sys.exit(f"Stale in docs/reference: {', '.join(names)}. Run “make docs”.")
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()

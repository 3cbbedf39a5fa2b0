"""TOML text and decision files. Written text read again gives the same file, to the last bit.

The writer is ours because the file is meant for people: a small table (an interval, a level) stands
on one line, which no writer we know of does for tables inside tables.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.plain import Inline, Plain, to_plain
from turnpoint.core.decision.reading import Reading, from_plain
from turnpoint.errors import BadFile

BARE = re.compile(r"[A-Za-z0-9_-]+")
WHOLE = 1e15
"""Up to here a float without a fraction is written as a whole number and read as the same float."""
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def read(text: str) -> Reading:
    """The file that TOML text holds. Raises ``BadFile`` where the text is no TOML."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"This is not readable as TOML: {error}.", where="file") from error
    except RecursionError as error:
        raise BadFile("This TOML is nested too deeply to be a decision file.") from error
    return from_plain(table)


def write(file: DecisionFile) -> str:
    """The file as TOML text."""
    return "\n".join(_table((), to_plain(file))).lstrip("\n") + "\n"


def _table(path: tuple[str, ...], table: Plain, *, listed: bool = False) -> Iterator[str]:
    inner = {name: value for name, value in table.items() if _has_its_own_heading(value)}
    own = {name: value for name, value in table.items() if name not in inner}
    if path and (own or listed or not inner):
        heading = ".".join(map(_key, path))
        yield ""
        yield f"[[{heading}]]" if listed else f"[{heading}]"
    for name, value in own.items():
        yield f"{_key(name)} = {_value(value)}"
    for name, value in inner.items():
        if isinstance(value, list):
            for each in value:
                yield from _table((*path, name), each, listed=True)
        else:
            yield from _table((*path, name), value)


def _has_its_own_heading(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(_has_its_own_heading(each) for each in value)
    return isinstance(value, dict) and not isinstance(value, Inline)


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _string(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return _list([_value(each) for each in value])
    return value.isoformat() if isinstance(value, date) else str(value)


def _list(values: list[str]) -> str:
    line = f"[{', '.join(values)}]"
    if len(line) <= 88:
        return line
    return "[\n" + "".join(f"  {each},\n" for each in values) + "]"


def _float(value: float) -> str:
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    whole = value == int(value) and abs(value) < WHOLE
    return repr(value) if not whole or str(value).startswith("-0") else str(int(value))


def _string(text: str) -> str:
    return '"' + "".join(_letter(letter) for letter in text) + '"'


def _letter(letter: str) -> str:
    if letter in ESCAPES:
        return ESCAPES[letter]
    if ord(letter) < 0x20 or ord(letter) == 0x7F:
        return f"\\u{ord(letter):04x}"
    return letter

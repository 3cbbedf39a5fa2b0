"""Files as they come after a bad line, an old editor, or somebody’s malice, by a seed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random

NASTY = (
    *(b"", b"NaN", b"-1", b"0", b"1e999", b"-Infinity", b"9" * 6_000, b"0x1F", b"1_0", b"true", b"null"),
    *(b"\0", b"\xff\xfe", b"\xed\xa0\x80", "\u202e终𝕏".encode(), b"%s%n", b"=1+1", b"../../etc/passwd"),
    *(b"[" * 5_000, b"{" * 5_000, b'{"a":' * 2_000, b"(" * 3_000, b"<b>" * 500, b"a" * 120_000),
    *(b"'", b'"', b'""', b"\\", b"\n", b"\r", b"\t", b",", b";", b":", b"=", b"]", b"}", b"\n\n[[x]]\n"),
    *(b"0001-01-01", b"9999-12-31T23:59:59Z", b"2026-02-30", b"99991231T235959Z", b"00010101T000000"),
    *(b"P999999999D", b"PT-1S", b"FREQ=SECONDLY", b"INTERVAL=0", b"COUNT=99999999", b"BYDAY=99MO"),
    *(b"TZID=../../etc/passwd", b"&a;", b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'),
)  # fmt: skip
PIECE = re.compile(rb"[A-Za-z0-9_.+-]+|\"[^\"\n]*\"")
MOST_CHANGES = 4

Change = Callable[[bytearray, Random], None]


def mutated(content: bytes, rng: Random) -> bytes:
    """``content`` after one to four changes, in its bits, its pieces or its lines."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, MOST_CHANGES)):
        rng.choice(CHANGES)(changed, rng)
    return bytes(changed)


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def mutated_zip(members: Mapping[str, bytes], rng: Random) -> bytes:
    """A zip whose bytes were changed, or one that is whole around a member that was."""
    if rng.random() < 0.4:
        return mutated(zipped(members), rng)
    name = rng.choice(sorted(members))
    return zipped({**members, name: mutated(members[name], rng)})


def _flip(content: bytearray, rng: Random) -> None:
    for _ in range(rng.choice((1, 1, 8))):
        if content:
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)


def _cut(content: bytearray, rng: Random) -> None:
    del content[rng.randint(0, len(content)) :]


def _leave_out(content: bytearray, rng: Random) -> None:
    place = rng.randint(0, len(content))
    del content[place : place + rng.choice((1, 20, 400))]


def _repeat(content: bytearray, rng: Random) -> None:
    place = rng.randint(0, len(content))
    content[place:place] = content[place : place + rng.choice((1, 50, 2_000))] * rng.choice((1, 30))


def _replace(content: bytearray, rng: Random) -> None:
    if pieces := list(PIECE.finditer(bytes(content))):
        piece = rng.choice(pieces)
        content[piece.start() : piece.end()] = rng.choice(NASTY)


def _insert(content: bytearray, rng: Random) -> None:
    place = rng.randint(0, len(content))
    content[place:place] = rng.choice(NASTY)


def _shuffle(content: bytearray, rng: Random) -> None:
    lines = bytes(content).split(b"\n")
    lines.insert(rng.randint(0, len(lines)), lines.pop(rng.randrange(len(lines))))
    content[:] = b"\n".join(lines)


CHANGES: tuple[Change, ...] = (
    *(_flip, _cut, _leave_out, _repeat, _insert, _shuffle),
    *(_replace, _replace, _replace),
)

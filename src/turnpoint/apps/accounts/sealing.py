"""Words that lie in the database as cipher, under keys that lie outside it.

The keys are Fernet keys (AES-128-CBC with HMAC-SHA256, by the cryptography package), one a line, in
the file ``keys`` of the data folder, which nobody else may read, or in ``TURNPOINT_KEYS``. The first
writes; every one of them reads. Whoever has the database alone reads nothing.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.lookups import Exact

from turnpoint.errors import TurnpointError


class CannotUnseal(TurnpointError):
    """What was sealed is read with other keys than it was written with."""


LOST = (
    "Some private words cannot be read: they were sealed with a key that is not among the ones "
    "here. Put the file “keys” that belongs to this database back into the data folder."
)


def keys() -> tuple[str, ...]:
    """The keys in force, the one that writes first; made at the first use where there are none."""
    if settings.KEYS:
        return tuple(settings.KEYS)
    path = key_file()
    if not path.exists():
        _write((new_key(),), first=True)
    made = path.stat()
    return _read(path, made.st_mtime_ns, made.st_ino, made.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, *_made: int) -> tuple[str, ...]:
    """The keys of a file, read again once another stands in its place."""
    return tuple(path.read_text(encoding="ascii").split())


def new_key() -> str:
    return Fernet.generate_key().decode()


def key_file() -> Path:
    return Path(settings.DATA_DIR) / "keys"


def write_keys(every: tuple[str, ...]) -> None:
    """Put other keys in force, at once and whole."""
    _write(every, first=False)


def _write(every: tuple[str, ...], *, first: bool) -> None:
    """Write a file nobody else may read, and move it into place; of two first ones, one stays."""
    path = key_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, fresh = tempfile.mkstemp(prefix="keys-", dir=path.parent)  # 0600 from the start
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write("".join(f"{each}\n" for each in every))
            file.flush()
            os.fsync(file.fileno())
        if first:
            with suppress(FileExistsError):
                os.link(fresh, path)
        else:
            Path(fresh).replace(path)
    finally:
        Path(fresh).unlink(missing_ok=True)


@lru_cache(maxsize=8)
def _ring(every: tuple[str, ...]) -> MultiFernet:
    try:
        return MultiFernet([Fernet(each) for each in every])
    except ValueError as error:
        raise CannotUnseal(
            "TURNPOINT_KEYS or the file “keys” holds something that is no key. "
            "Each is 44 characters, as “turnpoint keys new” prints one."
        ) from error


def seal(words: str) -> str:
    """The cipher of ``words``; nothing stays nothing, so that a constraint can ask for words."""
    return _ring(keys()).encrypt(words.encode()).decode() if words else ""


def unseal(cipher: str) -> str:
    """The words again. Raises ``CannotUnseal`` where no key here wrote them."""
    if not cipher:
        return ""
    try:
        return _ring(keys()).decrypt(cipher.encode()).decode()
    except InvalidToken as error:
        raise CannotUnseal(LOST) from error


def reseal(cipher: str) -> str:
    """The same words under the key that writes now, with the time they were first sealed."""
    try:
        return _ring(keys()).rotate(cipher.encode()).decode() if cipher else ""
    except InvalidToken as error:
        raise CannotUnseal(LOST) from error


NO_LOOKUP = "sealed words cannot be looked up; ask only whether there are any"


if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:  # Django’s own is not generic as it runs
    Text = models.TextField


class EncryptedTextField(Text):
    """Text that the database holds as cipher. It cannot be searched or sorted, only empty or not.

    Rotating keys writes every such column anew: a trigger that refuses changes of a row looks at them by
    ``rewritten``.
    """

    def get_prep_value(self, value: Any) -> Any:
        return value if value is None else seal(str(value))

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return value if value is None else unseal(value)

    def get_lookup(self, lookup: str) -> Any:
        if lookup not in {"exact", "isnull"}:
            raise TypeError(NO_LOOKUP)
        return super().get_lookup(lookup)


class EncryptedJSONField(EncryptedTextField):
    """What JSON can say, as cipher. An empty list or table is kept as nothing."""

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(
            json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False) if value else ""
        )

    def from_db_value(self, value: str | None, *_: Any) -> Any:
        return json.loads(unseal(value)) if value else self.get_default()

    def to_python(self, value: Any) -> Any:
        return value


SINCE = 12
"""Letters of a token that hold its version and when it was sealed; a rotation keeps these."""


def rewritten(column: str) -> str:
    """For a trigger: whether a sealed column holds other words, as far as cipher can tell. The same
    words under a fresh key keep their length and the time they were first sealed."""
    return (
        f"(substr(NEW.{column}, 1, {SINCE}) <> substr(OLD.{column}, 1, {SINCE}) "
        f"OR length(NEW.{column}) <> length(OLD.{column}))"
    )


@EncryptedTextField.register_lookup
class OnlyNothing(Exact):
    """Sealed words can be compared with nothing alone: each writing gives another cipher."""

    def get_prep_lookup(self) -> Any:
        if self.rhs != "":
            raise TypeError(NO_LOOKUP)
        return super().get_prep_lookup()

"""What a rule says: the methods an address answers to, and whose object it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from turnpoint.apps.accounts.models import User

Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """``methods`` an address answers to. ``owned`` makes the object it names, for one person;
    ``shared`` are arguments that name nobody's object; ``anyone``: no sign-in needed, and what it
    answers such a caller (200 where it is just true). ``by_grant``: the person reads it by a grant
    that ``owned`` received for them, and each reading is put on record. ``team``: there is nothing
    at the address outside team mode."""

    methods: str
    owned: Callable[[User], Arguments] | None = None
    shared: Arguments | None = None
    anyone: bool | int = False
    by_grant: bool = False
    team: bool = False

    def arguments(self, owner: User) -> Arguments:
        return self.owned(owner) if self.owned else self.shared or {}

    def allows(self, method: str) -> bool:
        return method in self.methods.split()

    def for_anyone(self, method: str) -> int:
        """What the address answers somebody who is not signed in, where it lets them in."""
        if not self.allows(method):
            return 405
        return int(self.anyone) if self.anyone > 1 else 200

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
    ``shared`` are arguments that name nobody's object; ``anyone``: no sign-in needed."""

    methods: str
    owned: Callable[[User], Arguments] | None = None
    shared: Arguments | None = None
    anyone: bool = False

    def arguments(self, owner: User) -> Arguments:
        return self.owned(owner) if self.owned else self.shared or {}

    def allows(self, method: str) -> bool:
        return method in self.methods.split()

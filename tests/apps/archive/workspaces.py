"""Whole workspaces, made as people make them: by what the access rules need for each address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.test_access_matrix import RULES

from turnpoint.apps.accounts.models import User
from turnpoint.errors import TurnpointError

MAKERS: Mapping[str, Callable[[User], Mapping[str, Any]]] = {
    rule.owned.__name__: rule.owned for rule in RULES.values() if rule.owned
}


def make(owner: User, names: list[str]) -> None:
    """Do for ``owner`` what ``names`` say, one after the other; what is refused is left out."""
    for name in names:
        try:
            MAKERS[name](owner)
        except TurnpointError:
            continue  # such as a fourth thing for today

"""Who may do what at the addresses of ``archive``."""

from __future__ import annotations

from tests.access.rule import Rule

RULES = {
    "archive:erase": Rule("POST"),
    "archive:export": Rule("GET"),
    "archive:restore": Rule("POST"),
    "archive:your-data": Rule("GET"),
}

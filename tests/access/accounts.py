"""Who may do what at the addresses of ``accounts``."""

from __future__ import annotations

from tests.access.rule import Rule

RULES = {
    "accounts:become": Rule("POST"),
    "accounts:settings": Rule("GET POST"),
    "accounts:sign-in": Rule("GET", anyone=True),
    "accounts:sign-out": Rule("POST"),
    "accounts:time-zone": Rule("POST"),
}

"""Who may do what at the addresses of ``occupations``."""

from __future__ import annotations

from tests.access.rule import Rule

RULES = {
    "occupations:compare": Rule("GET"),
    "occupations:facts": Rule("GET"),
    "occupations:facts-add": Rule("POST", shared={"name": "onet"}),
    "occupations:facts-dismiss": Rule("POST"),
    "occupations:facts-put-back": Rule("POST", shared={"name": "onet"}),
    "occupations:facts-remove": Rule("POST", shared={"name": "onet"}),
    "occupations:facts-source": Rule("GET", shared={"name": "onet"}),
    "occupations:move": Rule("GET", shared={"code": "11-3021.00", "to": "11-1011.00"}),
    "occupations:read": Rule("GET", shared={"code": "11-3021.00"}),
    "occupations:save": Rule("POST", shared={"code": "11-3021.00"}),
    "occupations:search": Rule("GET"),
    "occupations:suggest": Rule("GET"),
    "occupations:unsave": Rule("POST", shared={"code": "11-3021.00"}),
}

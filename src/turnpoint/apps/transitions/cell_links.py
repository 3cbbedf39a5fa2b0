"""From an address of a file, or of its answers, to the place on the pages where its cell is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from turnpoint.apps.transitions.queries import Rows
from turnpoint.core.decision.answers import Answers

RUNG = {"ranking": "rank", "trade_offs": "trade", "swings": "numbers"}
Found = Callable[[list[str]], str]
ENDS = {"low", "likely", "high", "sure", "before", "after"}
SEARCHED = "money.search.while_out"


@dataclass(frozen=True, slots=True)
class CellLinks:
    """``to(where)`` is the address of a page with its fragment."""

    rows: Rows
    answers: Answers | None = None
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def to(self, where: str) -> str:
        """The cell, or the part of the file that holds it; many sentences lead to the same."""
        if where not in self._known:
            self._known[where] = self._found(where)
        return self._known[where]

    def _found(self, where: str) -> str:
        head, *rest = where.split(".")
        reckoned: dict[str, Found] = {
            "standing": self._standing,
            "flips": self._flip,
            "findings": self._finding,
            "runway": self._runway,
            "search": self._search,
            "turning": lambda parts: self._option([*parts[:1], "way_back"]),
            "weights": lambda _: self._page("preferences", "numbers"),
        }
        written: dict[str, Found] = {
            "options": self._option,
            "effects": self._effect,
            "criteria": lambda parts: self._part("criterion", self._criterion(parts), "criteria"),
            "household": lambda parts: self._page("money", self._within(parts)),
            "preferences": lambda parts: self._page("preferences", RUNG.get(_first(parts), "")),
            "people": lambda parts: self._part("person", self._key("people", parts), "people"),
            "questions": lambda parts: self._part(
                "finding", self._key("findings", parts), "before"
            ),
        }
        found = (reckoned | written).get(head)
        return found(rest) if found else self._page("edit")

    def _page(self, view: str, fragment: str = "") -> str:
        address = reverse(f"transitions:{view}", args=[self.rows.transition.pk])
        return f"{address}#{fragment}" if fragment else address

    def _part(self, view: str, pk: int | None, otherwise: str, fragment: str = "") -> str:
        if pk is None:
            return self._page(otherwise)
        address = reverse(f"transitions:{view}", args=[self.rows.transition.pk, pk])
        return f"{address}#{fragment}" if fragment else address

    def _key(self, kind: str, parts: list[str]) -> int | None:
        known = getattr(self.rows, kind)
        return next((row.pk for row in known if row.key == _first(parts)), None)

    def _criterion(self, parts: list[str]) -> int | None:
        return self._key("criteria", parts)

    def _option(self, parts: list[str]) -> str:
        pk, rest = self._key("options", parts), parts[1:]
        if _first(rest) == "money":
            return self._part("option-money", pk, "money", self._within(rest[1:]))
        if _first(rest) == "way_back":
            return self._part("way-back", pk, "before")
        return self._part("option", pk, "options")

    def _within(self, parts: list[str]) -> str:
        """The fragment of a cell of money: its address without its ends and without numbers."""
        return ".".join(
            each for each in parts if each not in ENDS and not each.isdigit()
        ).removesuffix(".amount")

    def _effect(self, parts: list[str]) -> str:
        option, criterion = self._key("options", parts), self._criterion(parts[1:])
        measured = {row.pk for row in self.rows.criteria if row.measure}
        if option is None or criterion is None:
            return self._page("effects")
        if criterion in measured:
            return self._option([*parts[:1], "money", "pay"])
        return self._part("effects-of-option", option, "effects", f"cell-{option}-{criterion}")

    def _standing(self, parts: list[str]) -> str:
        if self._key("options", parts) is None:
            return self._page("preferences" if _first(parts) == "wants" else "effects")
        return self._part("effects-of-option", self._key("options", parts), "effects")

    def _flip(self, parts: list[str]) -> str:
        flips = self.answers.flips if self.answers else None
        if flips is not None and _first(parts) == "cells":
            return self.to(flips.cells[int(parts[1]) - 1].where)
        return self._page("preferences" if _first(parts) == "weights" else "effects")

    def _finding(self, parts: list[str]) -> str:
        findings = self.answers.findings if self.answers else ()
        place = int(_first(parts)) - 1 if _first(parts).isdigit() else -1
        telling = [each for each in findings if each.points > 0]
        if not 0 <= place < len(telling):
            return self._page("before")
        found = telling[place]
        if found.own or not found.cells:
            return self.to(f"questions.{found.key}")
        return self.to(found.cells[0])

    def _runway(self, parts: list[str]) -> str:
        pays = "pay" in parts[1:2]
        return self._option([*parts[:1], "money", *(["pay"] if pays else [])])

    def _search(self, parts: list[str]) -> str:
        if self._key("options", parts) is None:
            return self._page("money")
        return self._option([*parts[:1], *SEARCHED.split(".", 1)])


def _first(parts: list[str]) -> str:
    return parts[0] if parts else ""

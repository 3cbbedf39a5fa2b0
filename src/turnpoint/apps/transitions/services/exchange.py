"""A decision file brought in, as ``turnpoint decide`` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import (
    AffectedPerson,
    Criterion,
    Effect,
    Finding,
    Option,
    TradeOff,
    Transition,
    Voice,
)
from turnpoint.apps.transitions.plain_parts import plain_file
from turnpoint.apps.transitions.services.storing import free_key, store
from turnpoint.core.decision.criterion import LEVELS, LINEAR, MOST_CRITERIA, SHAPES
from turnpoint.core.decision.file import KINDS
from turnpoint.core.decision.option import MOST_OPTIONS, STAY
from turnpoint.core.decision.plain import Plain
from turnpoint.core.decision.toml_text import read
from turnpoint.errors import BadInput, readable

NO_QUESTION = "What is to be decided?"


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came in, and a sentence for each cell that could not."""

    transition: Transition
    lost: tuple[str, ...]


@transaction.atomic
def bring_in(*, owner: User, text: str, today: Any) -> BroughtIn:
    """Open a transition from the text of a decision file.

    What cannot be read or stored is named, and the rest comes in. Raises ``BadFile`` for what is no
    TOML, and ``BadInput`` for more options or criteria than a transition holds.
    """
    reading = read(text)
    plain, lost = plain_file(reading.file)
    said = [f"{each.where}: {each.sentence}" for each in reading.problems]
    said += [
        f"{where}: no figure or text that can be kept, so the cell is empty." for where in lost
    ]
    head = _head(plain, today)
    row = store(Transition(owner=owner), head)
    bringing = _Bringing(row, plain)
    bringing.everything()
    return BroughtIn(row, tuple(map(readable, said)))


def _head(plain: Plain, today: Any) -> dict[str, Any]:
    names = ("deadline", "currency", "horizon", "facts", "household", "signals")
    head = {name: plain[name] for name in names if name in plain}
    kind = plain.get("kind", "other")
    return head | {
        "question": plain.get("question") or NO_QUESTION,
        "kind": kind if kind in KINDS else "other",
        "opened": plain.get("opened") or today,
        "currency": head.get("currency", "EUR"),
        "foreseen": {name: plain[name] for name in ("predictions", "reviews") if name in plain},
    }


class _Bringing:
    """The parts of one file, by the keys that the file gives them."""

    def __init__(self, transition: Transition, plain: Plain) -> None:
        self.transition, self.plain = transition, plain
        self.options: dict[str, Option] = {}
        self.criteria: dict[str, Criterion] = {}

    def everything(self) -> None:
        self._options()
        self._criteria()
        self._effects()
        self._people()
        self._trade_offs()
        self._questions()

    def _keyed(self, name: str, most: int) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self.plain.get(name, {})
        if len(table) > most:
            message = (
                f"There are {len(table)} {name} in the file; a transition holds {most} of them."
            )
            raise BadInput(message, where=name)
        return table

    def _options(self) -> None:
        table = self._keyed("options", MOST_OPTIONS)
        staying = next((key for key, each in table.items() if each.get("stays")), None)
        taken = [STAY] if staying is None else []
        if staying is None:
            self._option(STAY, STAY, {"name": "Stay where I am"}, slot=0)
        ordered = sorted(table, key=lambda key: key != staying)
        for place, key in enumerate(ordered, 0 if staying else 1):
            stored = free_key(key, taken, otherwise="option")
            taken.append(stored)
            self._option(key, stored, table[key], slot=place)

    def _option(self, key: str, stored: str, said: Mapping[str, Any], *, slot: int) -> None:
        if slot >= MOST_OPTIONS:
            message = f"With staying there are more than {MOST_OPTIONS} options; leave one out."
            raise BadInput(message, where="options")
        origin = said.get("provenance", {})
        row = Option(transition=self.transition, slot=slot, key=stored, stays=slot == 0)
        words = {name: origin.get(name, "") for name in ("route", "occupation", "area")}
        words |= {"name": said.get("name") or key, "note": said.get("note", "")}
        words |= {"origin": origin.get("note", ""), "money": said.get("money", {})}
        self.options[key] = store(row, words | {"way_back": said.get("way_back", {})})

    def _criteria(self) -> None:
        wants = self.plain.get("preferences", {})
        ranks = {
            key: place
            for place, group in enumerate(wants.get("ranking", ()))
            for key in ([group] if isinstance(group, str) else group)
        }
        swings = {each.get("criterion"): each for each in wants.get("swings", ())}
        for slot, (key, each) in enumerate(self._keyed("criteria", MOST_CRITERIA).items()):
            said = dict(each) | {"name": each.get("name") or key, "rank": ranks.get(key)}
            said["shape"] = said.get("shape", LINEAR) if said.get("shape") in SHAPES else LINEAR
            said["better"] = (
                said.get("better") if said.get("better") in {"more", "less"} else "more"
            )
            if each.get("levels") and "shape" not in each:
                said["shape"] = LEVELS
            if swing := swings.get(key):
                said |= {"swing": swing.get("points"), "give": swing.get("give", 10.0)}
            stored = free_key(
                key, [row.key for row in self.criteria.values()], otherwise="criterion"
            )
            row = Criterion(transition=self.transition, slot=slot, key=stored)
            self.criteria[key] = store(row, said)

    def _effects(self) -> None:
        for option, cells in self.plain.get("effects", {}).items():
            for criterion, said in cells.items():
                if option in self.options and criterion in self.criteria:
                    sides = {"option": self.options[option], "criterion": self.criteria[criterion]}
                    store(Effect(**sides), said)

    def _people(self) -> None:
        keys: list[str] = []
        for key, each in self.plain.get("people", {}).items():
            keys.append(free_key(key, keys, otherwise="person"))
            person = AffectedPerson(transition=self.transition, key=keys[-1])
            store(person, {"name": each.get("name") or key, "relation": each.get("relation", "")})
            for voice in each.get("voices", ()):
                said = {name: voice.get(name, "") for name in ("effect", "limit")}
                said |= {"said": voice.get("said"), "option": self.options.get(voice.get("option"))}
                if said["effect"] or said["limit"]:
                    store(Voice(transition=self.transition, person=person), said)

    def _trade_offs(self) -> None:
        for each in self.plain.get("preferences", {}).get("trade_offs", ()):
            sides = [dict(each.get(name, {})) for name in ("first", "second")]
            rows = [self.criteria.get(side.pop("criterion", "")) for side in sides]
            if rows[0] and rows[1] and rows[0] != rows[1]:
                row = TradeOff(
                    transition=self.transition, first_criterion=rows[0], second_criterion=rows[1]
                )
                said = {
                    "first": sides[0],
                    "second": sides[1],
                    "prefers": each.get("prefers", "same"),
                }
                store(row, said)

    def _questions(self) -> None:
        keys: list[str] = []
        for key, each in self.plain.get("questions", {}).items():
            keys.append(free_key(key, keys, otherwise="question"))
            row = Finding(transition=self.transition, key=keys[-1])
            store(row, dict(each) | {"text": each.get("text") or key})

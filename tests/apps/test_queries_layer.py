"""The queries layer takes ``owner=`` or a grant and nothing else."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import turnpoint.apps

SIDES = {"owner", "reader", "receiver", "person", "facilitator"}
"""Whoever asks: a required keyword, of the signed-in person or of whom a grant gave."""

VERIFIED = {"Opened", "Seat"}
"""A grant, or a chair of an engagement, that was looked at: ``accounts/access.py``, ``seat.py``."""

OF_FACTS = "occupations.queries."
"""Facts belong to the machine; what a person saved of them takes ``owner=``."""

OTHERS = {
    "accounts.queries.person_named": "finds an account, to share with",
    "accounts.queries.sample_people": "lists fictional people",
    "archive.queries.gone_since": "a day",
    "archive.queries.name_of": "the name of a table",
    "archive.queries.with_trash": "names of tables",
    "destinations.experiments.queries.score": "counts what it is given",
    "destinations.queries.assumptions_of": "reads the row it is given",
    "destinations.queries.differences": "compares the rows it is given",
    "facilitation.queries.attendance": "a sponsor’s secret, looked up by its digest",
    "facilitation.queries.day_of": "reads the row it is given",
    "facilitation.queries.disposal_day": "reads the engagement it is given",
    "facilitation.queries.next_of": "the first of the sessions it is given",
    "facilitation.queries.one": "the first of the rows it is given",
    "facilitation.queries.purposes": "reads the row it is given",
    "plans.focus_queries.listed": "beside the row it is given, of the same owner",
    "plans.focus_queries.taken": "beside the row it is given, of the same owner",
    "profiles.resume.queries.sections": "lists what it is given",
    "roles.statement_queries.history": "lists the rows it is given",
    "skills.opportunity_queries.counted_hours": "words for a number",
    "skills.queries.value": "reads the row it is given",
}
"""Functions that take neither, with what they do instead of asking for somebody’s rows."""


def functions() -> Iterator[tuple[str, inspect.Signature]]:
    prefix = f"{turnpoint.apps.__name__}."
    for module in pkgutil.walk_packages(turnpoint.apps.__path__, prefix):
        if not module.name.endswith("queries"):
            continue
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if not name.startswith("_") and function.__module__ == module.name:
                yield f"{module.name}.{name}".removeprefix(prefix), inspect.signature(function)


def says_who_asks(signature: inspect.Signature) -> bool:
    return any(
        each.annotation in VERIFIED
        or (
            each.name in SIDES
            and each.annotation == "User"
            and each.kind is each.KEYWORD_ONLY
            and each.default is each.empty
        )
        for each in signature.parameters.values()
    )


def test_every_query_takes_an_owner_or_a_grant() -> None:
    without = {name for name, signature in functions() if not says_who_asks(signature)}
    assert {name for name in without if not name.startswith(OF_FACTS)} == set(OTHERS)

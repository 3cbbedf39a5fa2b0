"""Up to three futures side by side: what each says, what it must allow, and what the facts say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries
from turnpoint.apps.destinations.experiments.queries import Question, questions
from turnpoint.apps.destinations.models import Destination, DestinationRevision
from turnpoint.apps.destinations.queries import Written
from turnpoint.apps.destinations.reality import Lacking, Reality, reality
from turnpoint.apps.destinations.wording import said_day, said_floor, said_hours, said_month

MOST = 3
"""More than three futures are a list, not a comparison."""

LACKING = {
    Lacking.OCCUPATION: "no published occupation is named",
    Lacking.PERSON: "no role of yours is written down yet",
}


@dataclass(frozen=True, slots=True)
class Future:
    """One destination as a column. ``name`` is short enough to stand before each of its cells."""

    destination: Destination
    revision: DestinationRevision
    name: str
    questions: tuple[Question, ...]
    reality: Reality | Lacking

    @property
    def constraints(self) -> tuple[str, ...]:
        """What life must allow, in the person’s words."""
        said = self.revision.hypothesis()
        dreams = (
            dream.text + (f" (by {said_day(dream.by)})" if dream.by else "")
            for dream in said.dreams
        )
        floor = said_floor(said)
        pay = f"At least {floor}" if floor else ""
        return tuple(filter(None, (said.place, pay, said_hours(said), said.flexibility, *dreams)))

    def figure(self, key: str) -> str:
        """One figure of the headline, or why there is none."""
        if isinstance(self.reality, Lacking):
            return LACKING[self.reality]
        found = (each.text for each in self.reality.headline if each.key == key)
        return next(found, "not known")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison, a cell for each future: what it says, in one line or several."""

    label: str
    cells: tuple[tuple[Future, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """The futures chosen, and the others that could be."""

    futures: tuple[Future, ...]
    others: tuple[Written, ...]
    rows: tuple[Row, ...]


def beside(*, owner: User, wanted: Sequence[int], today: dt.date) -> Beside:
    """The destinations asked for, at most three; without a choice, the active one and the newest."""
    written = queries.destinations(owner=owner)
    known = {each.destination.pk: each for each in written}
    chosen = [known[pk] for pk in dict.fromkeys(wanted) if pk in known]
    chosen = chosen or [each for each in written if each.destination.archived_at is None]
    futures = tuple(_future(owner, each, today) for each in chosen[:MOST])
    shown = {each.destination.pk for each in futures}
    others = tuple(each for each in written if each.destination.pk not in shown)
    return Beside(futures, others, _rows(futures))


def _future(owner: User, written: Written, today: dt.date) -> Future:
    destination = written.destination
    revision = queries.latest(owner=owner, destination=destination)
    return Future(
        destination=destination,
        revision=revision,
        name=revision.title or f"{' '.join(revision.statement.split()[:4])} …",
        questions=tuple(
            each for each in questions(owner=owner, destination=destination) if each.open
        ),
        reality=reality(
            owner=owner,
            said=revision.hypothesis(),
            today=today,
            assumptions=queries.assumptions(owner=owner, destination=destination),
        ),
    )


def _rows(futures: tuple[Future, ...]) -> tuple[Row, ...]:
    said: list[tuple[str, list[tuple[str, ...]]]] = [
        ("By", [(said_month(each.revision.by),) for each in futures]),
        ("How sure I am", [(_sure(each.revision),) for each in futures]),
        ("What life must allow", [each.constraints or ("nothing said",) for each in futures]),
    ]
    labels = {
        figure.key: figure.label
        for each in futures
        if isinstance(each.reality, Reality)
        for figure in each.reality.headline
    }
    said += [(label, [(each.figure(key),) for each in futures]) for key, label in labels.items()]
    said += [("Least sure of", [(each.revision.least_sure or "nothing said",) for each in futures])]
    return tuple(Row(label, tuple(zip(futures, cells, strict=True))) for label, cells in said)


def _sure(revision: DestinationRevision) -> str:
    return "not said" if revision.confidence is None else f"{revision.confidence}%"

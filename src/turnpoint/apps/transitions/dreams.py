"""A dream with a date held against the options of open transitions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.dream_check import Check, against, later, span
from turnpoint.apps.destinations.hypothesis import Dream, Hypothesis, months_between
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.wording import said_day, said_month
from turnpoint.apps.routes import dreams as routes
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.answers import Asked, answered
from turnpoint.apps.transitions.models import Status, Transition
from turnpoint.core.decision.answers import Answers, Unanswerable
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.option import Option
from turnpoint.core.decision.runway import Runway

YOURS = "the file of the transition, as you wrote it"


@dataclass(frozen=True, slots=True)
class Held:
    """One dream, and every sentence that something says about its date."""

    dream: Dream
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open transition with its file; ``answers`` where its money can be reckoned."""

    row: Transition
    file: DecisionFile
    answers: Answers | None

    @property
    def opened(self) -> dt.date:
        return self.file.opened or self.row.opened


def held(
    *, owner: User, destination: Destination, said: Hypothesis, today: dt.date
) -> tuple[Held, ...]:
    """Every dream that has a date, the earliest first, against routes, the work, and options."""
    of_routes = routes.checks(owner=owner, destination=destination, said=said, today=today)
    if not of_routes:
        return ()
    opened = _opened(owner, today)
    return tuple(
        Held(dream, (*checks, *_options(dream, opened, today)))
        for dream, checks in sorted(of_routes.items(), key=lambda each: each[0].by or dt.date.max)
    )


def _opened(owner: User, today: dt.date) -> tuple[Opened, ...]:
    found = []
    for row in queries.transitions(owner=owner):
        if row.status != Status.OPEN:
            continue
        file = queries.decision_file(owner=owner, transition_id=row.pk)
        found.append(Opened(row, file, _answers(owner, row, file, today)))
    return tuple(found)


def _answers(owner: User, row: Transition, file: DecisionFile, today: dt.date) -> Answers | None:
    if not row.household:
        return None
    try:
        return answered(Asked(owner.pk, row.pk, file, today)).answers
    except Unanswerable:
        return None


def _options(dream: Dream, opened: tuple[Opened, ...], today: dt.date) -> Iterator[Check]:
    if dream.by is None:
        return
    for each in opened:
        if each.row.deadline:
            yield _deadline(each.row, each.row.deadline, dream.by)
        for option in each.file.options:
            if not option.stays:
                yield _start(each, option, dream.by)
            yield _money(each, option, dream.by, today)


def _deadline(row: Transition, deadline: dt.date, by: dt.date) -> Check:
    sentence = f"“{row.question}” is to be decided by {said_day(deadline)}, {_side(deadline, by)}."
    return Check("Deadline", sentence, YOURS, reverse("transitions:read", args=[row.pk]))


def _side(day: dt.date, by: dt.date) -> str:
    first = day.replace(day=1)
    return against(first, first, by.replace(day=1))


def _start(each: Opened, option: Option, by: dt.date) -> Check:
    begins = later(each.opened, option.money.start)
    address = reverse("transitions:options", args=[each.row.pk])
    verb = "begins" if option.money.pay else "begins, without pay,"
    sentence = f"“{option.name}” {verb} {span(begins, begins)}, {_side(begins, by)}."
    return Check("Option", sentence, YOURS, address)


def _money(each: Opened, option: Option, by: dt.date, today: dt.date) -> Check:
    """Whether cash is reckoned to hold until the day, in words of nineteen futures of twenty."""
    address = reverse("transitions:answers", args=[each.row.pk])
    known = each.answers.runways if each.answers else ()
    runway = next((found for found in known if found.option == option.key), None)
    if runway is None:
        words = f"“{option.name}”: how long the money lasts is unknown; the household’s money is not written yet, or a cell is wrong."
        return Check(
            "Money", words, YOURS, reverse("transitions:money", args=[each.row.pk]), known=False
        )
    months = max(months_between(today, by), 0)
    sentence = f"“{option.name}”: {_lasting(runway, months, today)}."
    return Check("Money", sentence, "the runway of this transition, from your figures", address)


def _lasting(runway: Runway, months: int, today: dt.date) -> str:
    last = len(runway.fan[0]) - 1
    if runway.ruin_early is not None and runway.ruin_early <= min(months, last):
        gone = later(today, runway.ruin_early)
        return (
            "in one of twenty futures, or more, the money reaches the reserve by "
            f"{said_month(gone)}, before this date"
        )
    if months > last:
        return (
            f"the money is reckoned to {said_month(later(today, last))} and lasts until then in at "
            "least nineteen of twenty futures; what comes between then and this date is unknown"
        )
    return "in at least nineteen of twenty futures the money lasts until this date"

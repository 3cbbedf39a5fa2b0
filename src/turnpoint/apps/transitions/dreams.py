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
            yield _option(each, option, dream.by, today)


def _deadline(row: Transition, deadline: dt.date, by: dt.date) -> Check:
    sentence = f"“{row.question}” is to be decided by {said_day(deadline)}, {_side(deadline, by)}."
    return Check("Deadline", sentence, YOURS, reverse("transitions:read", args=[row.pk]))


def _side(day: dt.date, by: dt.date) -> str:
    first = day.replace(day=1)
    return against(first, first, by.replace(day=1))


def _option(each: Opened, option: Option, by: dt.date, today: dt.date) -> Check:
    """When an option could begin, and whether its money is reckoned to last until the day."""
    known = each.answers.runways if each.answers else ()
    runway = next((found for found in known if found.option == option.key), None)
    begins = "" if option.stays else f" {_beginning(each, option, by, today)}."
    if runway is None:
        words = (
            f"“{option.name}”:{begins} How long the money lasts is unknown: the household’s money "
            "is not written yet, or a cell is wrong."
        )
        address = reverse("transitions:money", args=[each.row.pk])
        return Check("Option", words, YOURS, address, known=False)
    lasting = _lasting(runway, max(months_between(today, by), 0), today)
    address = reverse("transitions:answers", args=[each.row.pk])
    source = f"{YOURS}, and its runway, reckoned from your figures"
    return Check("Option", f"“{option.name}”:{begins} {lasting}.", source, address)


def _beginning(each: Opened, option: Option, by: dt.date, today: dt.date) -> str:
    begins = later(each.opened, option.money.start)
    pay = "" if option.money.pay else ", without pay"
    if begins <= today:
        return f"It could begin at once{pay}"
    return f"It begins {span(begins, begins)}{pay}, {_side(begins, by)}"


def _lasting(runway: Runway, months: int, today: dt.date) -> str:
    last = len(runway.fan[0]) - 1
    if runway.ruin_early is not None and runway.ruin_early <= min(months, last):
        gone = later(today, runway.ruin_early)
        return (
            "In one of twenty futures, or more, the money reaches the reserve by "
            f"{said_month(gone)}, before this date"
        )
    if months > last:
        return (
            f"The money is reckoned to {said_month(later(today, last))} and lasts until then in at "
            "least nineteen of twenty futures; what comes between then and this date is unknown"
        )
    return "In at least nineteen of twenty futures the money lasts until this date"

"""The ledger of a destination: everything that was ever written about it, back to the start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.comparison import compared
from turnpoint.apps.destinations.experiments.entry import Entry
from turnpoint.apps.destinations.experiments.queries import Question, Trial, questions
from turnpoint.apps.destinations.experiments.standing import assumed, headed
from turnpoint.apps.destinations.models import (
    Destination,
    DestinationRevision,
    ExperimentPlan,
    UncertaintyStatement,
)
from turnpoint.apps.destinations.templatetags.ledger import cost
from turnpoint.apps.destinations.wording import said_day
from turnpoint.charts.confidence import Confidence


@dataclass(frozen=True, slots=True)
class Ledger:
    """``entries``: the latest first; ``points``: how sure one was, with what it rests on."""

    entries: tuple[Entry, ...]
    points: tuple[Confidence, ...]
    saved: tuple[DestinationRevision, ...]
    asked: tuple[Question, ...]


def ledger(*, owner: User, destination: Destination) -> Ledger:
    """Everything of one destination, in the order it was written."""
    saved = destinations.revisions(owner=owner, destination=destination)
    asked = questions(owner=owner, destination=destination)
    entries = [
        *headed(destination),
        *_revisions(saved),
        *(entry for each in asked for entry in _asked(each)),
        *assumed(destination),
    ]
    led = {
        conclusion.revision_id: trial
        for each in asked
        for trial in each.trials
        for conclusion in trial.conclusions
        if conclusion.revision_id
    }
    return Ledger(
        entries=tuple(sorted(entries, key=lambda entry: entry.at, reverse=True)),
        points=tuple(
            _point(each, led.get(each.pk)) for each in saved if each.confidence is not None
        ),
        saved=saved,
        asked=asked,
    )


def _point(revision: DestinationRevision, trial: Trial | None) -> Confidence:
    day = revision.saved_at.date()
    point = Confidence(
        revision.number, day, said_day(day), revision.confidence or 0, revision.changed
    )
    if trial is None:
        return replace(point, address=f"#revision-{revision.number}")
    return replace(
        point, because=trial.plan.what, address=_address("experiment", revision, trial.row.pk)
    )


def _address(name: str, revision: DestinationRevision, number: int) -> str:
    return reverse(f"destinations:{name}", args=[revision.destination_id, number])


def _revisions(saved: tuple[DestinationRevision, ...]) -> Iterator[Entry]:
    before: DestinationRevision | None = None
    for each in saved:
        yield Entry(
            at=each.saved_at,
            anchor=f"revision-{each.number}",
            title=f"Revision {each.number}",
            words=f"“{each.statement}”",
            address=_address("revision", each, each.number),
            mark="" if each.confidence is None else f"{each.confidence}% sure",
            differences=destinations.differences(before, each) if before else (),
            notes=(each.changed,) if each.changed else (),
        )
        before = each


def _asked(asked: Question) -> Iterator[Entry]:
    where = asked.row.destination_id
    address = reverse("destinations:uncertainty", args=[where, asked.row.pk])
    before: UncertaintyStatement | None = None
    for each in asked.statements:
        yield Entry(
            at=each.saved_at,
            anchor=f"question-{asked.row.pk}-{each.number}",
            title="A question" if before is None else "A question seen otherwise",
            words=each.question,
            address=address,
            mark="" if each.sure is None else f"{each.sure}% sure",
            differences=compared(_doubt_answers(before), _doubt_answers(each)) if before else (),
            notes=(each.note, "After what an experiment showed." if each.result_id else ""),
        )
        before = each
    for trial in asked.trials:
        yield from _tried(trial, reverse("destinations:experiment", args=[where, trial.row.pk]))


def _tried(trial: Trial, address: str) -> Iterator[Entry]:
    yield from _planned(trial, address)
    for result in trial.results:
        yield Entry(
            at=result.saved_at,
            anchor=f"result-{trial.row.pk}-{result.number}",
            title="A result" if result.number == 1 else "Added to a result",
            words=trial.plan.what,
            address=address,
            mark=result.get_held_display(),
            notes=(
                result.happened,
                f"A surprise: {result.surprise}" if result.surprise else "",
                f"Expected, {trial.plan.probability}% likely: {trial.plan.prediction}",
            ),
        )
    for each in trial.conclusions:
        revised = f"It led to revision {each.revision.number}" if each.revision else ""
        yield Entry(
            at=each.saved_at,
            anchor=f"conclusion-{trial.row.pk}-{each.number}",
            title=revised or "Left as it was",
            words=trial.plan.what,
            address=address,
            # The note of a revision says it already.
            notes=() if each.revision and each.revision.changed == each.why else (each.why,),
        )


def _planned(trial: Trial, address: str) -> Iterator[Entry]:
    before: ExperimentPlan | None = None
    for plan in trial.plans:
        again = "called off" if plan.called_off else "planned otherwise"
        yield Entry(
            at=plan.saved_at,
            anchor=f"plan-{trial.row.pk}-{plan.number}",
            title=f"An experiment {again if before else 'planned'}",
            words=plan.what,
            address=address,
            mark=f"by {said_day(plan.due)}",
            differences=compared(_plan_answers(before), _plan_answers(plan)) if before else (),
            notes=(f"Expected, {plan.probability}% likely: {plan.prediction}", plan.note),
        )
        before = plan


def _doubt_answers(row: UncertaintyStatement | None) -> dict[str, str]:
    if row is None:
        return {}
    return {
        "The question": row.question,
        "How sure I am": "" if row.sure is None else f"{row.sure}%",
        "To settle by": said_day(row.by) if row.by else "",
        "Standing": row.get_standing_display(),
    }


def _plan_answers(row: ExperimentPlan | None) -> dict[str, str]:
    if row is None:
        return {}
    return {
        "What": row.what,
        "How": row.get_kind_display(),
        "With whom, or where": row.whom,
        "Prediction": row.prediction,
        "Likely": f"{row.probability}%",
        "Starts": said_day(row.starts) if row.starts else "",
        "Done by": said_day(row.due),
        "Cost": cost(row),
    }

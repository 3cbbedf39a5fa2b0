"""Uncertainties, experiments and results: everything is added, nothing is changed or lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.brief import brief
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.said import Doubt, Plan, Result
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import (
    Destination,
    DestinationRevision,
    Experiment,
    Held,
    Kind,
    Standing,
    Uncertainty,
)
from turnpoint.apps.destinations.services import remove, revise_destination, write_destination
from turnpoint.errors import BadInput, Conflict, NotFound

KOI = Hypothesis(statement="I run a koi-pond business.", by=dt.date(2031, 11, 1), confidence=40)
CARE = Doubt("Do households pay for care, not just for building?", 40, dt.date(2027, 3, 1))
STAND = Plan(
    "Offer a year of care at the garden show",
    "Three of ten who stop would pay $60 a month.",
    35,
    dt.date(2027, 2, 20),
    kind=Kind.TRIAL,
    whom="Tom, who has a stand there",
    money=Decimal(180),
    hours=Decimal(12),
    starts=dt.date(2027, 2, 19),
)
SHOW = Result(
    dt.date(2027, 2, 20), "Five of eleven left their address.", Held.YES, "Two asked twice."
)


@pytest.fixture
def koi(ada: User) -> Destination:
    return write_destination(owner=ada, said=KOI)


@pytest.fixture
def care(ada: User, koi: Destination) -> Uncertainty:
    return uncertainties.raise_uncertainty(owner=ada, destination_id=koi.pk, said=CARE)


@pytest.fixture
def stand(ada: User, koi: Destination, care: Uncertainty) -> Experiment:
    return plans.plan_experiment(
        owner=ada, destination_id=koi.pk, uncertainty_id=care.pk, said=STAND
    )


def of(owner: User, row: Experiment) -> queries.Trial:
    return queries.experiment(
        owner=owner, destination_id=row.uncertainty.destination_id, experiment_id=row.pk
    )


def asked(owner: User, row: Uncertainty) -> queries.Question:
    return queries.uncertainty(
        owner=owner, destination_id=row.destination_id, uncertainty_id=row.pk
    )


def result(owner: User, row: Experiment, **more: Any) -> None:
    results.write_result(
        **{
            "owner": owner,
            "destination_id": row.uncertainty.destination_id,
            "experiment_id": row.pk,
            "base": 0,
            "said": SHOW,
            **more,
        }
    )


def test_changing_ones_mind_adds_a_statement_and_keeps_the_first(
    ada: User, koi: Destination, care: Uncertainty
) -> None:
    uncertainties.restate(
        owner=ada,
        destination_id=koi.pk,
        uncertainty_id=care.pk,
        base=1,
        said=replace(CARE, sure=55),
        note="Two neighbours asked.",
    )
    found = asked(ada, care)
    assert [each.sure for each in found.statements] == [40, 55]
    uncertainties.restate_as(owner=ada, destination_id=koi.pk, uncertainty_id=care.pk, number=1)
    assert [each.sure for each in asked(ada, care).statements] == [40, 55, 40]


def test_the_same_words_add_nothing(ada: User, koi: Destination, care: Uncertainty) -> None:
    said = uncertainties.restate(
        owner=ada, destination_id=koi.pk, uncertainty_id=care.pk, base=1, said=CARE
    )
    assert said.number == 1


def test_a_statement_in_between_is_a_conflict_that_loses_nothing(
    ada: User, koi: Destination, care: Uncertainty
) -> None:
    def say(sure: int) -> None:
        uncertainties.restate(
            owner=ada,
            destination_id=koi.pk,
            uncertainty_id=care.pk,
            base=1,
            said=replace(CARE, sure=sure),
        )

    say(50)
    with pytest.raises(Conflict, match="Nothing was overwritten"):
        say(60)
    assert [each.sure for each in asked(ada, care).statements] == [40, 50]


def test_a_plan_can_change_and_be_called_off_until_there_is_a_result(
    ada: User, koi: Destination, stand: Experiment
) -> None:
    where = {"owner": ada, "destination_id": koi.pk, "experiment_id": stand.pk}
    plans.replan(**where, base=1, said=replace(STAND, probability=20), note="It may rain.")
    plans.call_off(**where, note="The show is moved.")
    assert of(ada, stand).plan.called_off
    with pytest.raises(Conflict, match="called off"):
        result(ada, stand)
    plans.replan_as(**where, number=2)
    result(ada, stand)
    with pytest.raises(Conflict, match="stays as it was"):
        plans.replan(**where, base=4, said=replace(STAND, probability=90))
    assert [each.probability for each in of(ada, stand).plans] == [35, 20, 20, 20]


def test_a_result_moves_how_sure_one_is_and_says_what_moved_it(
    ada: User, care: Uncertainty, stand: Experiment
) -> None:
    result(ada, stand, sure=65)
    found = asked(ada, care)
    assert (found.now.sure, found.now.result) == (65, of(ada, stand).result)


def test_a_correction_stands_beside_the_result(ada: User, stand: Experiment) -> None:
    result(ada, stand)
    with pytest.raises(Conflict):
        result(ada, stand, said=replace(SHOW, held=Held.NO))
    result(ada, stand, base=1, said=replace(SHOW, held=Held.NO))
    found = of(ada, stand)
    assert [each.held for each in found.results] == [Held.YES, Held.NO]
    assert found.result == found.results[1]


def test_a_result_revises_the_destination_and_names_the_revision(
    ada: User, koi: Destination, stand: Experiment
) -> None:
    where = {"owner": ada, "destination_id": koi.pk, "experiment_id": stand.pk}
    with pytest.raises(Conflict, match="first what happened"):
        results.leave_unchanged(**where, why="Nothing yet.")
    result(ada, stand)
    said = replace(KOI, confidence=60)
    done = results.revise_after(**where, base=1, said=said, why="Care sells.")
    latest = destinations.latest(owner=ada, destination=koi)
    assert (done.revision, latest.hypothesis(), latest.changed) == (latest, said, "Care sells.")
    results.leave_unchanged(**where, why="The second look changes nothing.")
    assert [each.revision for each in of(ada, stand).conclusions] == [latest, None]


def test_a_revision_that_changes_nothing_is_not_a_conclusion(
    ada: User, koi: Destination, stand: Experiment
) -> None:
    result(ada, stand)
    with pytest.raises(BadInput, match="still says the same"):
        results.revise_after(
            owner=ada, destination_id=koi.pk, experiment_id=stand.pk, base=1, said=KOI, why="So."
        )
    assert not of(ada, stand).conclusions


def test_scores_what_could_be_said_with_its_counts(
    ada: User, koi: Destination, care: Uncertainty
) -> None:
    for probability, held in ((80, Held.YES), (60, Held.NO), (50, Held.UNCLEAR), (50, None)):
        row = plans.plan_experiment(
            owner=ada,
            destination_id=koi.pk,
            uncertainty_id=care.pk,
            said=replace(STAND, probability=probability),
        )
        if held:
            result(ada, row, said=replace(SHOW, held=held))
    found = queries.score(asked(ada, care).trials)
    assert (found.count, found.held, found.unclear, found.waiting) == (2, 1, 1, 1)
    assert found.brier == pytest.approx((0.2**2 + 0.6**2) / 2)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"what": ""}, "what"),
        ({"prediction": ""}, "prediction"),
        ({"probability": 101}, "__all__"),
        ({"money": Decimal(-1)}, "__all__"),
        ({"starts": dt.date(2028, 1, 1)}, "__all__"),
        ({"whom": "nul \0"}, "whom"),
        ({"currency": "euro"}, "currency"),
    ],
)
def test_refuses_a_plan_that_cannot_be_stored(
    ada: User, koi: Destination, care: Uncertainty, wrong: dict[str, Any], where: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        plans.plan_experiment(
            owner=ada,
            destination_id=koi.pk,
            uncertainty_id=care.pk,
            said=replace(STAND, **wrong),
        )
    assert refusal.value.where == where
    assert not Experiment.objects.exists()


def test_hides_what_others_are_unsure_of(
    ada: User, bob: User, koi: Destination, care: Uncertainty, stand: Experiment
) -> None:
    theirs = {"owner": bob, "destination_id": koi.pk}
    attempts: tuple[Callable[[], object], ...] = (
        lambda: uncertainties.raise_uncertainty(**theirs, said=CARE),
        lambda: queries.uncertainty(**theirs, uncertainty_id=care.pk),
        lambda: queries.experiment(**theirs, experiment_id=stand.pk),
        lambda: plans.plan_experiment(**theirs, uncertainty_id=care.pk, said=STAND),
        lambda: plans.call_off(**theirs, experiment_id=stand.pk),
        lambda: results.write_result(**theirs, experiment_id=stand.pk, base=0, said=SHOW),
        lambda: results.leave_unchanged(**theirs, experiment_id=stand.pk, why="So."),
    )
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert queries.questions(owner=bob, destination=koi) == ()
    assert queries.mine(owner=bob) == ()


def test_is_out_of_reach_while_its_destination_is_in_the_trash(
    ada: User, koi: Destination, care: Uncertainty
) -> None:
    remove(owner=ada, destination_id=koi.pk)
    with pytest.raises(NotFound):
        asked(ada, care)
    assert queries.mine(owner=ada) == ()


def test_open_questions_come_first_by_their_date(
    ada: User, koi: Destination, care: Uncertainty
) -> None:
    for said in (
        Doubt("Can one live on it all year?", standing=Standing.SETTLED),
        Doubt("Will Sofie like it?"),
        Doubt("Is there water?", by=dt.date(2026, 12, 1)),
    ):
        uncertainties.raise_uncertainty(owner=ada, destination_id=koi.pk, said=said)
    found = queries.questions(owner=ada, destination=koi)
    assert [each.now.question.split()[-1] for each in found] == [
        "water?",
        "building?",
        "it?",
        "year?",
    ]


def test_five_saves_on_the_same_base_at_once_leave_one_and_tell_the_others(
    ada: User, koi: Destination, stand: Experiment, at_once: Callable[..., Any]
) -> None:
    def save(number: int) -> bool:
        try:
            revise_destination(
                owner=ada, destination_id=koi.pk, base=1, said=replace(KOI, confidence=number)
            )
            result(ada, stand, said=replace(SHOW, surprise=str(number)))
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    assert sum(at_once(save, 5)) == 1

    def kept(_: int) -> tuple[list[int], int]:
        saved = DestinationRevision.objects.order_by("number").values_list("number", flat=True)
        return list(saved), len(of(ada, stand).results)

    assert at_once(kept, 1) == [([1, 2], 1)]


def test_a_brief_says_what_is_not_known_and_what_is_tried_next(
    ada: User, koi: Destination, stand: Experiment
) -> None:
    found = brief(owner=ada, destination=koi, today=dt.date(2026, 11, 22))
    assert found.open == (
        "Do households pay for care, not just for building? "
        "Next: Offer a year of care at the garden show, by 20 February 2027.",
    )

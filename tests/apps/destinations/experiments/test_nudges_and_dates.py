"""What questions and experiments ask of a day, and what they put into a calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.experiments.dates import dates
from turnpoint.apps.destinations.experiments.nudges import nudges
from turnpoint.apps.destinations.experiments.said import Doubt, Plan, Result
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Destination, Experiment, Held, Uncertainty
from turnpoint.apps.destinations.services import archive, write_destination

DAY = dt.date(2027, 2, 20)
WEEK = dt.timedelta(days=7)
ASK = Plan("Ask ten at the show", "Three would.", 30, DAY)


@pytest.fixture
def koi(ada: User) -> Destination:
    said = Hypothesis(statement="I run a koi-pond business.", by=dt.date(2031, 11, 1))
    return write_destination(owner=ada, said=said)


@pytest.fixture
def care(ada: User, koi: Destination) -> Uncertainty:
    said = Doubt("Does care sell?", 40, DAY + WEEK)
    return uncertainties.raise_uncertainty(owner=ada, destination_id=koi.pk, said=said)


@pytest.fixture
def show(ada: User, koi: Destination, care: Uncertainty) -> Experiment:
    return plans.plan_experiment(owner=ada, destination_id=koi.pk, uncertainty_id=care.pk, said=ASK)


def kinds(owner: User, today: dt.date) -> list[str]:
    return [each.kind for each in nudges(owner=owner, today=today)]


def test_a_question_asks_for_an_experiment_when_its_day_comes(ada: User, care: Uncertainty) -> None:
    assert kinds(ada, DAY - WEEK) == []
    assert kinds(ada, DAY) == ["a question to settle"]


def test_an_experiment_asks_to_be_tried_then_for_its_result_then_for_what_it_changes(
    ada: User, bob: User, koi: Destination, show: Experiment
) -> None:
    where = {"owner": ada, "destination_id": koi.pk, "experiment_id": show.pk}
    assert kinds(ada, DAY - 2 * WEEK) == []
    (found,) = nudges(owner=ada, today=DAY - WEEK)
    assert (found.kind, found.text) == ("try it", "Ask ten at the show")
    assert found.serves == f"experiment:{show.pk}"
    assert kinds(ada, DAY + WEEK) == ["what happened?"]
    results.write_result(**where, base=0, said=Result(DAY, "Five.", Held.YES))
    assert "what does it change?" in kinds(ada, DAY)
    results.leave_unchanged(**where, why="As hoped.")
    assert kinds(ada, DAY) == ["a question to settle"]
    assert nudges(owner=bob, today=DAY) == ()


def test_one_that_has_begun_asks_from_its_first_day(
    ada: User, koi: Destination, show: Experiment
) -> None:
    said = replace(ASK, starts=DAY - 3 * WEEK)
    plans.replan(owner=ada, destination_id=koi.pk, experiment_id=show.pk, base=1, said=said)
    assert kinds(ada, DAY - 3 * WEEK) == ["try it"]


def test_a_calendar_has_what_waits_under_names_that_stay(
    ada: User, bob: User, koi: Destination, care: Uncertainty, show: Experiment
) -> None:
    plans.replan(
        owner=ada,
        destination_id=koi.pk,
        experiment_id=show.pk,
        base=1,
        said=replace(ASK, starts=DAY - WEEK),
    )
    assert [(each.uid, each.starts) for each in dates(owner=ada)] == [
        (f"experiment-{show.pk}-starts", DAY - WEEK),
        (f"experiment-{show.pk}-due", DAY),
        (f"question-{care.pk}-by", DAY + WEEK),
    ]
    plans.call_off(owner=ada, destination_id=koi.pk, experiment_id=show.pk)
    assert [each.uid for each in dates(owner=ada)] == [f"question-{care.pk}-by"]
    assert dates(owner=bob) == ()


def test_what_was_laid_aside_asks_for_nothing(
    ada: User, koi: Destination, show: Experiment
) -> None:
    archive(owner=ada, destination_id=koi.pk)
    assert kinds(ada, DAY) == []
    assert dates(owner=ada) == ()

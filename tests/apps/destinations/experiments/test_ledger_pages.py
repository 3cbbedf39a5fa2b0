"""From a question to an experiment to a revised destination, as a browser sends it."""

from __future__ import annotations

import datetime as dt
import html
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations import services
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.said import Doubt, Plan, Result
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.forms import initial_of
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Destination, Experiment, Held, Uncertainty
from turnpoint.core.transition.assumptions import Assumptions

KOI = Hypothesis(
    statement="I run a koi-pond business.",
    by=dt.date(2031, 11, 1),
    confidence=40,
    least_sure="Do households pay for care?",
)
PLANNED = {
    "base": "0",
    "kind": "trial",
    "what": "Offer a year of care at the garden show",
    "prediction": "Three of ten would pay $60 a month.",
    "probability": "35",
    "due": "2027-02-20",
    "hours": "12",
    "money": "180",
    "currency": "USD",
}
CAME = {
    "base": "0",
    "on": "2027-02-20",
    "happened": "Five of eleven left their address.",
    "held": "yes",
    "surprise": "Two asked twice.",
    "sure": "65",
}


@pytest.fixture
def koi(ada: User) -> Destination:
    return services.write_destination(owner=ada, said=KOI)


@pytest.fixture
def care(ada: User, koi: Destination) -> Uncertainty:
    said = Doubt("Do households pay for care?", 40)
    return uncertainties.raise_uncertainty(owner=ada, destination_id=koi.pk, said=said)


@pytest.fixture
def stand(ada: User, koi: Destination, care: Uncertainty) -> Experiment:
    said = Plan("Ask ten at the show", "Three would.", 35, dt.date(2027, 2, 20))
    return plans.plan_experiment(
        owner=ada, destination_id=koi.pk, uncertainty_id=care.pk, said=said
    )


@pytest.fixture
def shown(ada: User, koi: Destination, stand: Experiment) -> Experiment:
    """The same experiment with a result."""
    said = Result(dt.date(2027, 2, 20), "Five of eleven.", Held.YES)
    results.write_result(
        owner=ada, destination_id=koi.pk, experiment_id=stand.pk, base=0, said=said
    )
    return stand


def page_of(browser: Client, name: str, *args: object) -> str:
    response = browser.get(reverse(f"destinations:{name}", args=args))
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def send(browser: Client, sent: dict[str, str], name: str, *args: object) -> tuple[int, str]:
    answer = browser.post(reverse(f"destinations:{name}", args=args), sent, follow=True)
    return answer.status_code, html.unescape(answer.content.decode())


def revision(said: Hypothesis, **more: str) -> dict[str, str]:
    """What a browser sends that shows ``said`` and changes some of it."""
    shown = initial_of(said)
    work = shown.pop("work")
    sent = {name: "" if value is None else str(value) for name, value in shown.items()}
    sent |= {"by": f"{said.by:%Y-%m}", "work_title": work.title, "work_code": work.code}
    sent.pop("own_business")
    return sent | {"base": "1", "changed": "The show.", **more}


def test_offers_to_make_what_one_is_least_sure_of_a_question(
    ada_browser: Client, koi: Destination
) -> None:
    assert "Make “Do households pay for care?” a question" in page_of(ada_browser, "read", koi.pk)
    answer = ada_browser.get(
        reverse("destinations:ask", args=[koi.pk]), {"question": "Do households pay for care?"}
    )
    assert b'value="Do households pay for care?"' in answer.content


def test_from_a_question_to_a_revised_destination(
    ada_browser: Client, ada: User, koi: Destination
) -> None:
    asked = {"base": "0", "question": "Do households pay for care?", "sure": "40", "by": ""}
    _, page = send(ada_browser, asked, "ask", koi.pk)
    assert "40% sure that the answer is yes" in page
    care = Uncertainty.objects.get()
    assert reverse("destinations:stand", args=[koi.pk, care.pk, "aside"]) in page
    _, page = send(ada_browser, PLANNED, "plan-experiment", koi.pk, care.pk)
    assert "$180 and 12 hours" in page
    stand = Experiment.objects.get()
    _, page = send(ada_browser, CAME, "result", koi.pk, stand.pk)
    assert "What does it change?" in page
    assert "Tried: Offer a year of care at the garden show (as expected)." in page
    _, page = send(ada_browser, revision(KOI, confidence="60"), "conclude", koi.pk, stand.pk)
    assert "Saved as revision 2." in page
    assert destinations.latest(owner=ada, destination=koi).confidence == 60
    ledger = page_of(ada_browser, "ledger", koi.pk)
    for part in (
        "From 40% sure in revision 1 to 60% in revision 2.",
        "Five of eleven left their address.",
        "A surprise: Two asked twice.",
        "It led to revision 2",
        "Of 1 prediction that could be judged, 1 held.",
        "too few to tell skill from luck",
    ):
        assert part in ledger
    point = reverse("destinations:experiment", args=[koi.pk, stand.pk])
    assert f'<a href="{point}" aria-label="' in ledger
    assert ledger.index("It led to revision 2") < ledger.index(">A question<")


def test_leaves_the_destination_as_it_is_only_with_a_reason(
    ada_browser: Client, koi: Destination, shown: Experiment
) -> None:
    status, page = send(ada_browser, {"why": ""}, "leave-unchanged", koi.pk, shown.pk)
    assert (status, "why nothing changes" in page) == (422, True)
    _, page = send(ada_browser, {"why": "As hoped."}, "leave-unchanged", koi.pk, shown.pk)
    assert "left as it was" in page
    assert "As hoped." in page


def test_a_revision_that_says_the_same_keeps_what_was_typed(
    ada_browser: Client, koi: Destination, shown: Experiment
) -> None:
    same = revision(KOI, changed="A fine day.")
    status, page = send(ada_browser, same, "conclude", koi.pk, shown.pk)
    assert (status, "still says the same" in page, "A fine day." in page) == (422, True, True)


def test_a_stale_result_is_kept_in_the_form_and_can_be_sent_again(
    ada_browser: Client, ada: User, koi: Destination, shown: Experiment
) -> None:
    status, page = send(ada_browser, CAME, "result", koi.pk, shown.pk)
    assert (status, "Nothing was overwritten" in page) == (422, True)
    assert "Five of eleven left their address." in page
    assert 'name="base" value="1"' in page
    send(ada_browser, CAME | {"base": "1"}, "result", koi.pk, shown.pk)
    trial = queries.experiment(owner=ada, destination_id=koi.pk, experiment_id=shown.pk)
    assert len(trial.results) == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": ""}, "Say in a line what you will do."),
        ({"prediction": ""}, "so that it can surprise you"),
        ({"due": "soon"}, "Write the date as 2027-03-01."),
        ({"starts": "2027-03-01"}, "It starts before it is to be done."),
        ({"probability": "101"}, "between 0 and 100."),
        ({"kind": "guess"}, "guess"),
    ],
)
def test_says_what_is_wrong_with_a_plan_and_keeps_it(
    ada_browser: Client, koi: Destination, care: Uncertainty, wrong: dict[str, str], sentence: str
) -> None:
    status, page = send(ada_browser, PLANNED | wrong, "plan-experiment", koi.pk, care.pk)
    assert (status, sentence in page) == (422, True)
    assert "garden show" in page or "what" in wrong
    assert not Experiment.objects.exists()


def test_settling_setting_aside_and_taking_back(
    ada_browser: Client, koi: Destination, care: Uncertainty
) -> None:
    _, page = send(ada_browser, {}, "stand", koi.pk, care.pk, "settled")
    undo = reverse("destinations:restate-as", args=[koi.pk, care.pk, 1])
    assert undo in page
    assert "1 settled or set aside" in page_of(ada_browser, "read", koi.pk)
    ada_browser.post(undo)
    assert "40% sure" in page_of(ada_browser, "read", koi.pk)


def test_replanning_and_calling_off_can_be_taken_back(
    ada_browser: Client, ada: User, koi: Destination, stand: Experiment
) -> None:
    send(ada_browser, PLANNED | {"base": "1"}, "replan", koi.pk, stand.pk)
    _, page = send(ada_browser, {}, "call-off", koi.pk, stand.pk)
    assert "called off" in page
    send(ada_browser, {}, "replan-as", koi.pk, stand.pk, 1)
    trial = queries.experiment(owner=ada, destination_id=koi.pk, experiment_id=stand.pk)
    assert [each.what.split()[0] for each in trial.plans] == ["Ask", "Offer", "Offer", "Ask"]
    assert trial.waiting


def test_an_empty_ledger_has_its_first_revision(ada_browser: Client, koi: Destination) -> None:
    assert "This is how it begins." in page_of(ada_browser, "ledger", koi.pk)


def test_puts_up_to_three_futures_side_by_side(
    ada_browser: Client, ada: User, koi: Destination, care: Uncertainty
) -> None:
    assert "A second future" in page_of(ada_browser, "beside")
    for number in range(3):
        said = replace(KOI, statement=f"I do number {number}.", title=f"Number {number}")
        services.write_destination(owner=ada, said=said)
    page = page_of(ada_browser, "beside")
    assert "Three futures, side by side" in page
    assert page.count("heading there") == 1
    assert "Do households pay for care?" in page
    other = destinations.destinations(owner=ada)[1].destination
    back = reverse("destinations:beside")
    answer = ada_browser.post(
        reverse("destinations:activate", args=[other.pk]), {"back": back}, follow=True
    )
    assert answer.redirect_chain[-1][0] == back
    assert reverse("destinations:activate", args=[koi.pk]) in answer.content.decode()
    assert destinations.active(owner=ada).destination == other  # type: ignore[union-attr]  # there is one
    wanted = "&".join(f"d={each.destination.pk}" for each in destinations.destinations(owner=ada))
    assert "the first you ticked" in html.unescape(
        ada_browser.get(f"{back}?{wanted}&d=x").content.decode()
    )


def test_undoing_a_change_of_heading_lays_aside_again_what_was_laid_aside(
    ada_browser: Client, ada: User, koi: Destination
) -> None:
    other = services.write_destination(owner=ada, said=replace(KOI, statement="I stay."))
    services.archive(owner=ada, destination_id=other.pk)
    page = ada_browser.post(reverse("destinations:activate", args=[other.pk]), follow=True)
    undo = f"{reverse('destinations:activate', args=[koi.pk])}?aside={other.pk}"
    assert undo in html.unescape(page.content.decode())
    ada_browser.post(undo)
    other.refresh_from_db()
    koi.refresh_from_db()
    assert (koi.active, other.active) == (True, False)
    assert other.archived_at
    services.archive(owner=ada, destination_id=koi.pk)
    page = ada_browser.post(reverse("destinations:activate", args=[koi.pk]), follow=True)
    assert reverse("destinations:archive", args=[koi.pk]) in page.content.decode()


def test_the_ledger_says_where_one_headed_and_what_was_assumed(
    ada_browser: Client, ada: User, koi: Destination
) -> None:
    other = services.write_destination(owner=ada, said=replace(KOI, statement="I stay."))
    services.activate(owner=ada, destination_id=other.pk)
    term = "inflation"
    assumed = Assumptions().varied(**{term: Assumptions().one(term).high})
    services.assume(owner=ada, destination_id=koi.pk, assumed=assumed)
    services.assume(owner=ada, destination_id=koi.pk, assumed=Assumptions())
    services.activate(owner=ada, destination_id=koi.pk)
    page = page_of(ada_browser, "ledger", koi.pk)
    said = ("Heading for another", "Assumed otherwise", "Assumed as stated again")
    assert all(each in page for each in said)
    assert page.count(">Heading for it<") == 2
    assert Assumptions().one(term).label in page
    assert "Written beside another" in page_of(ada_browser, "ledger", other.pk)


def test_shows_nobody_the_futures_of_others(
    ada_browser: Client, bob_browser: Client, ada: User, koi: Destination
) -> None:
    answer = bob_browser.get(reverse("destinations:beside"), {"d": koi.pk})
    assert "koi" not in answer.content.decode()

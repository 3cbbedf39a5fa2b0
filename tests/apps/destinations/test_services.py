from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries, services
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.models import Destination
from turnpoint.errors import BadInput, Conflict, NotFound

KOI = Hypothesis(
    statement="I run a koi-pond business with three people.",
    by=dt.date(2031, 11, 1),
    title="Pond builder",
    occupation_code="37-1012.00",
    own_business=True,
    why="I build things that live.",
    place="Ghent",
    pay_floor=Decimal(45_000),
    currency="EUR",
    hours_per_week=Decimal("37.5"),
    flexibility="Home by three on school days.",
    confidence=55,
    least_sure="Will households pay for care?",
    dreams=(
        Dream(DreamKind.PEOPLE, "Sofie starts school.", dt.date(2028, 9, 1)),
        Dream(DreamKind.DREAM, "A greenhouse of our own."),
    ),
)


@pytest.fixture
def written(ada: User) -> Destination:
    return services.write_destination(owner=ada, said=KOI)


def revise(owner: User, written: Destination, base: int, said: Hypothesis) -> int:
    return services.revise_destination(
        owner=owner, destination_id=written.pk, base=base, said=said
    ).number


def test_keeps_everything_that_was_said(ada: User, written: Destination) -> None:
    assert queries.latest(owner=ada, destination=written).hypothesis() == KOI


def test_the_first_destination_is_the_active_one(ada: User, written: Destination) -> None:
    second = services.write_destination(owner=ada, said=KOI)
    assert written.active
    assert not second.active
    found = queries.active(owner=ada)
    assert found is not None
    assert found.destination == written


def test_every_save_is_a_new_revision(ada: User, written: Destination) -> None:
    assert revise(ada, written, 1, replace(KOI, confidence=70)) == 2
    said = [each.hypothesis() for each in queries.revisions(owner=ada, destination=written)]
    assert said == [KOI, replace(KOI, confidence=70)]


def test_the_same_content_adds_no_revision(ada: User, written: Destination) -> None:
    assert revise(ada, written, 1, replace(KOI, pay_floor=Decimal("45000.00"))) == 1
    assert len(queries.revisions(owner=ada, destination=written)) == 1


def test_a_save_in_between_is_a_conflict_that_loses_nothing(
    ada: User, written: Destination
) -> None:
    revise(ada, written, 1, replace(KOI, confidence=70))
    with pytest.raises(Conflict, match="Revision 2 was saved while"):
        revise(ada, written, 1, replace(KOI, confidence=20))
    assert queries.latest(owner=ada, destination=written).confidence == 70


def test_two_tabs_that_say_the_same_are_no_conflict(ada: User, written: Destination) -> None:
    revise(ada, written, 1, replace(KOI, confidence=70))
    assert revise(ada, written, 1, replace(KOI, confidence=70)) == 2


def test_restoring_an_old_revision_makes_a_new_one(ada: User, written: Destination) -> None:
    revise(ada, written, 1, replace(KOI, confidence=70))
    new = services.restore_revision(owner=ada, destination_id=written.pk, number=1)
    assert (new.number, new.hypothesis(), new.changed) == (3, KOI, "As in revision 1 again.")


def test_restoring_what_is_said_now_adds_nothing(ada: User, written: Destination) -> None:
    new = services.restore_revision(owner=ada, destination_id=written.pk, number=1)
    assert new.number == 1


def test_another_destination_can_be_made_the_active_one(ada: User, written: Destination) -> None:
    second = services.write_destination(owner=ada, said=KOI)
    services.activate(owner=ada, destination_id=second.pk)
    assert list(Destination.objects.filter(active=True)) == [second]


def test_the_database_keeps_one_active_destination(ada: User, written: Destination) -> None:
    second = services.write_destination(owner=ada, said=KOI)
    with pytest.raises(IntegrityError), transaction.atomic():
        Destination.objects.filter(pk=second.pk).update(active=True)


def test_the_database_keeps_no_active_destination_in_the_trash(written: Destination) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Destination.objects.update(trashed_at=written.created_at)


def test_archiving_lays_aside_and_activating_takes_up(ada: User, written: Destination) -> None:
    services.archive(owner=ada, destination_id=written.pk)
    assert queries.active(owner=ada) is None
    services.activate(owner=ada, destination_id=written.pk)
    assert queries.destination(owner=ada, destination_id=written.pk).archived_at is None


def test_removing_can_be_undone(ada: User, written: Destination) -> None:
    services.remove(owner=ada, destination_id=written.pk)
    assert queries.destinations(owner=ada) == ()
    with pytest.raises(NotFound):
        queries.destination(owner=ada, destination_id=written.pk)
    assert services.restore(owner=ada, destination_id=written.pk).active


def test_restoring_leaves_the_destination_chosen_since(ada: User, written: Destination) -> None:
    services.remove(owner=ada, destination_id=written.pk)
    services.write_destination(owner=ada, said=KOI)
    assert not services.restore(owner=ada, destination_id=written.pk).active


def test_hides_other_peoples_destinations(ada: User, bob: User, written: Destination) -> None:
    attempts = (
        lambda: queries.destination(owner=bob, destination_id=written.pk),
        lambda: queries.latest(owner=bob, destination=written),
        lambda: queries.revision(owner=bob, destination=written, number=1),
        lambda: queries.comparison(owner=bob, destination=written, first=1, second=2),
        lambda: revise(bob, written, 1, replace(KOI, why="Because.")),
        lambda: services.restore_revision(owner=bob, destination_id=written.pk, number=1),
        lambda: services.activate(owner=bob, destination_id=written.pk),
        lambda: services.archive(owner=bob, destination_id=written.pk),
        lambda: services.remove(owner=bob, destination_id=written.pk),
        lambda: services.restore(owner=bob, destination_id=written.pk),
    )
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert queries.revisions(owner=bob, destination=written) == ()
    assert queries.destinations(owner=bob) == ()


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"statement": ""}, "statement"),
        ({"statement": "long " * 4_000}, "statement"),
        ({"why": "nul \x00"}, "why"),
        ({"confidence": 101}, "confidence"),
        ({"pay_floor": Decimal(-1)}, "pay_floor"),
        ({"currency": "euro"}, "currency"),
        ({"hours_per_week": Decimal(169)}, "hours_per_week"),
        ({"dreams": (Dream(DreamKind.OTHER, ""),)}, "text"),
        ({"dreams": (Dream(DreamKind.OTHER, "x"),) * 25}, "dreams"),
    ],
)
def test_refuses_what_cannot_be_stored(ada: User, wrong: dict[str, object], where: str) -> None:
    with pytest.raises(BadInput) as refusal:
        services.write_destination(owner=ada, said=replace(KOI, **wrong))  # type: ignore[arg-type]  # wrong on purpose
    assert refusal.value.where in {where, "__all__"}
    assert not Destination.objects.exists()


def test_a_draft_is_kept_over_and_dropped(ada: User, bob: User) -> None:
    services.keep_draft(owner=ada, answers={"statement": "I", "why": "so"}, reached=2)
    services.keep_draft(owner=ada, answers={"statement": "I run"}, reached=1)
    draft = queries.draft(owner=ada)
    assert draft is not None
    assert (draft.answers, draft.reached) == ({"statement": "I run", "why": "so"}, 2)
    assert queries.draft(owner=bob) is None
    services.drop_draft(owner=ada)
    assert queries.draft(owner=ada) is None


dreams = st.builds(
    Dream,
    kind=st.sampled_from(DreamKind),
    text=st.sampled_from(["A greenhouse.", "Near the sea."]),
    by=st.none() | st.just(dt.date(2030, 4, 1)),
)
saves = st.builds(
    Hypothesis,
    statement=st.sampled_from(["I run a business.", "I teach."]),
    by=st.dates(dt.date(2026, 1, 1), dt.date(2040, 1, 1)),
    pay_floor=st.none() | st.decimals(0, 10**6, places=2),
    confidence=st.none() | st.integers(0, 100),
    dreams=st.lists(dreams, max_size=3).map(tuple),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(said=st.lists(saves, min_size=1, max_size=6))
def test_any_sequence_of_saves_leaves_earlier_revisions_as_they_were(
    ada: User, said: list[Hypothesis]
) -> None:
    written = services.write_destination(owner=ada, said=said[0])
    expected = [said[0]]
    for each in said[1:]:
        revise(ada, written, len(expected), each)
        expected += [] if each == expected[-1] else [each]
        found = queries.revisions(owner=ada, destination=written)
        assert [revision.hypothesis() for revision in found] == expected
        assert [revision.number for revision in found] == list(range(1, len(expected) + 1))

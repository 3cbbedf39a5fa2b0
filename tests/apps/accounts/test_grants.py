from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts import access, grant_queries, grant_services
from turnpoint.apps.accounts.grant_services import Piece
from turnpoint.apps.accounts.models import (
    AccessRecord,
    Grant,
    GrantedPart,
    GrantEvent,
    GrantReceipt,
    Part,
    User,
)
from turnpoint.errors import BadInput, NotFound


def soon() -> dt.datetime:
    return timezone.now() + dt.timedelta(days=30)


def given(ada: User, bob: User, *pieces: Piece) -> Grant:
    return grant_services.give(
        owner=ada,
        receiver=bob,
        pieces=pieces or (Piece(Part.PROFILE), Piece(Part.DESTINATION, 7)),
        purpose="A second pair of eyes",
        until=soon(),
        may_ask=True,
    )


def refused(act: object) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        act()  # type: ignore[operator]  # a lambda


def test_opens_what_was_granted_and_nothing_else(ada: User, bob: User, cleo: User) -> None:
    grant = given(ada, bob)
    assert access.open_part(reader=bob, part=Part.PROFILE, grant_id=grant.pk).owner == ada
    opened = access.open_part(reader=bob, part=Part.DESTINATION, object_id=7, owner=ada)
    assert opened.number == 7
    for reader, part, number in [
        (cleo, Part.PROFILE, None),
        (ada, Part.PROFILE, None),
        (bob, Part.ROLE, None),
        (bob, Part.DESTINATION, 8),
        (bob, Part.DESTINATION, None),
        (bob, Part.REALITY, 7),
        (bob, Part.PROFILE, 7),
    ]:
        with pytest.raises(NotFound):
            access.open_part(reader=reader, part=part, object_id=number, grant_id=grant.pk)


def test_a_withdrawn_grant_opens_nothing_from_that_moment(ada: User, bob: User) -> None:
    grant = given(ada, bob)
    grant_services.withdraw(owner=ada, grant_id=grant.pk)
    with pytest.raises(NotFound):
        access.open_part(reader=bob, part=Part.PROFILE, grant_id=grant.pk)
    assert grant_queries.received(reader=bob) == ()
    assert grant_queries.given(owner=ada) == ()


def test_an_expired_grant_opens_nothing(
    ada: User, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    grant = given(ada, bob)
    later = grant.until
    monkeypatch.setattr(timezone, "now", lambda: later)
    with pytest.raises(NotFound):
        access.open_part(reader=bob, part=Part.PROFILE, grant_id=grant.pk)


@pytest.mark.parametrize("closed", ["ada", "bob"])
def test_a_closed_account_neither_reads_nor_is_read(ada: User, bob: User, closed: str) -> None:
    grant = given(ada, bob)
    User.objects.filter(username=closed).update(is_active=False)
    with pytest.raises(NotFound):
        access.open_part(reader=bob, part=Part.PROFILE, grant_id=grant.pk)


def test_both_sides_read_the_receipts_also_afterwards(ada: User, bob: User, cleo: User) -> None:
    grant = given(ada, bob)
    grant_services.give_back(receiver=bob, grant_id=grant.pk)
    for person in (ada, bob):
        last, first = grant_queries.receipts(person=person)
        assert (first.event, last.event) == (GrantEvent.GIVEN, GrantEvent.GIVEN_BACK)
        assert first.parts == "profile, destination"
        assert first.may == "read, ask"
    assert grant_queries.receipts(person=cleo) == ()


def test_ending_twice_leaves_one_receipt(ada: User, bob: User) -> None:
    grant = given(ada, bob)
    for _ in range(2):
        grant_services.withdraw(owner=ada, grant_id=grant.pk)
    assert GrantReceipt.objects.count() == 2


def test_nobody_ends_what_is_between_others(ada: User, bob: User, cleo: User) -> None:
    grant = given(ada, bob)
    for act in (
        lambda: grant_services.withdraw(owner=bob, grant_id=grant.pk),
        lambda: grant_services.withdraw(owner=cleo, grant_id=grant.pk),
        lambda: grant_services.give_back(receiver=ada, grant_id=grant.pk),
    ):
        with pytest.raises(NotFound):
            act()


def test_every_reading_is_on_record_for_its_owner(ada: User, bob: User) -> None:
    grant = given(ada, bob)
    access.open_part(reader=bob, part=Part.DESTINATION, object_id=7, grant_id=grant.pk)
    (record,) = grant_queries.readings(owner=ada)
    assert (record.reader, record.reader_name, record.part) == (bob, "Bob", "destination")
    assert (record.object_id, record.grant_number) == (7, grant.pk)
    assert grant_queries.readings(owner=bob) == ()


def test_refuses_a_grant_without_parts_end_purpose_or_another_person(ada: User, bob: User) -> None:
    fine = {
        "owner": ada,
        "receiver": bob,
        "pieces": [Piece(Part.ROLE)],
        "purpose": "To compare",
        "until": soon(),
    }
    for wrong in (
        {"pieces": []},
        {"purpose": "  "},
        {"receiver": ada},
        {"until": timezone.now() - dt.timedelta(days=1)},
        {"until": timezone.now() + dt.timedelta(days=400)},
    ):
        with pytest.raises(BadInput):
            grant_services.give(**{**fine, **wrong})  # type: ignore[arg-type]  # one wrong each
    assert not Grant.objects.exists()


def test_the_database_keeps_a_grant_as_it_was_given(ada: User, bob: User, cleo: User) -> None:
    grant = given(ada, bob)
    mine = Grant.objects.filter(pk=grant.pk)
    for change in (
        {"until": soon() + dt.timedelta(days=9)},
        {"receiver": cleo},
        {"may_comment": True},
        {"purpose": "Something else"},
        {"part_count": 5},
    ):
        refused(lambda change=change: mine.update(**change))
    refused(
        lambda: GrantedPart.objects.create(grant=grant, position=2, part=Part.PLAN, object_id=None)
    )
    refused(lambda: GrantedPart.objects.filter(grant=grant).update(part=Part.ROLE, object_id=None))
    mine.update(ended_at=timezone.now())
    refused(lambda: mine.update(ended_at=None))


def test_the_database_keeps_receipts_and_the_access_log(ada: User, bob: User) -> None:
    grant = given(ada, bob)
    access.open_part(reader=bob, part=Part.PROFILE, grant_id=grant.pk)
    for kept in (GrantReceipt.objects.all(), AccessRecord.objects.all()):
        refused(lambda kept=kept: kept.update(at=timezone.now()))
        refused(lambda kept=kept: kept.update(grant_number=99))
        refused(kept.delete)


def test_a_link_opens_one_question_for_one_person(ada: User) -> None:
    grant, token = grant_services.give_link(
        owner=ada, name="Kim", person_id=3, purpose="To hear Kim", until=soon()
    )
    assert token not in str(Grant.objects.values())
    opened = access.open_link(token=token)
    assert (opened.owner, opened.part, opened.number) == (ada, Part.HOUSEHOLD, 3)
    assert grant_queries.readings(owner=ada)[0].reader_name == "Kim"
    for wrong in ("", "x" * 43, token[:-1]):
        with pytest.raises(NotFound):
            access.open_link(token=wrong)
    grant_services.withdraw(owner=ada, grant_id=grant.pk)
    with pytest.raises(NotFound):
        access.open_link(token=token)


def test_the_database_lets_a_link_open_nothing_else(ada: User, bob: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        given(ada, bob, Piece(Part.HOUSEHOLD, 3))
    linked = Grant(owner=ada, link_digest="d", link_name="Kim", purpose="x", part_count=1)
    linked.given_at, linked.until = timezone.now(), soon()
    linked.save()
    refused(lambda: GrantedPart.objects.create(grant=linked, position=0, part=Part.PROFILE))
    refused(lambda: Grant.objects.filter(pk=linked.pk).update(receiver=bob))


def test_erasing_a_reader_keeps_the_record_and_erasing_the_owner_takes_it(
    ada: User, bob: User
) -> None:
    grant = given(ada, bob)
    access.open_part(reader=bob, part=Part.PROFILE, grant_id=grant.pk)
    bob.delete()
    record = AccessRecord.objects.get()
    assert (record.reader, record.reader_name) == (None, "Bob")
    ada.delete()
    assert not AccessRecord.objects.exists()
    assert not Grant.objects.exists()
    receipt = GrantReceipt.objects.get()
    assert (receipt.owner, receipt.receiver, receipt.owner_name) == (None, None, "Ada")

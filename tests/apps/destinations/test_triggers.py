from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries, services
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.destinations.models import Destination, DestinationRevision, RevisionDream
from turnpoint.errors import Conflict

KOI = Hypothesis(
    statement="I run a koi-pond business.",
    by=dt.date(2031, 11, 1),
    dreams=(Dream(DreamKind.PEOPLE, "Home when school ends."),),
)


@pytest.fixture
def written(ada: User) -> Destination:
    return services.write_destination(owner=ada, said=KOI)


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        yield


def test_the_model_refuses_to_save_a_revision_again(ada: User, written: Destination) -> None:
    revision = queries.latest(owner=ada, destination=written)
    revision.statement = "Something else."
    with pytest.raises(Conflict, match="stays as it was saved"):
        revision.save()
    with pytest.raises(Conflict, match="stays as it was saved"):
        revision.dreams.get().save()


def test_the_model_refuses_to_remove_a_revision(ada: User, written: Destination) -> None:
    revision = queries.latest(owner=ada, destination=written)
    with pytest.raises(Conflict):
        revision.delete()
    with pytest.raises(Conflict):
        revision.dreams.get().delete()


def test_the_database_refuses_to_change_a_revision(written: Destination) -> None:
    with refused("stays as it was saved"):
        DestinationRevision.objects.update(confidence=99)
    with refused("stays as it was saved"):
        RevisionDream.objects.update(text="Something else.")


def test_the_database_refuses_to_remove_a_revision_alone(written: Destination) -> None:
    with refused("without its destination"):
        DestinationRevision.objects.all()._raw_delete("default")
    with refused("without its destination"):
        RevisionDream.objects.all()._raw_delete("default")


def test_the_database_refuses_a_dream_added_afterwards(ada: User, written: Destination) -> None:
    revision = queries.latest(owner=ada, destination=written)
    with refused("takes no further dreams"):
        RevisionDream.objects.create(revision=revision, position=1, kind="other", text="Later.")


def test_revisions_go_with_their_destination(ada: User, written: Destination) -> None:
    kept = services.write_destination(owner=ada, said=KOI)
    written.delete()
    assert {each.destination_id for each in DestinationRevision.objects.all()} == {kept.pk}
    assert RevisionDream.objects.count() == 1


def test_everything_goes_with_its_owner(ada: User, written: Destination) -> None:
    ada.delete()
    assert not DestinationRevision.objects.exists()
    assert not RevisionDream.objects.exists()
    connection.check_constraints()


@pytest.mark.django_db(transaction=True)
def test_revisions_are_gone_when_the_transaction_is_over(db: None) -> None:
    owner = User.objects.create_user(username="dora")
    written = services.write_destination(owner=owner, said=KOI)
    written.delete()
    assert not DestinationRevision.objects.exists()
    services.write_destination(owner=owner, said=KOI)

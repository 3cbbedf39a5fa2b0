"""What one’s role is in one line: counted, kept as revisions, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.roles import statement_queries as queries
from turnpoint.apps.roles.models import RoleStatement, StatementRevision
from turnpoint.apps.roles.services.statement import state_again, state_role
from turnpoint.apps.roles.stated import Came, Stated
from turnpoint.errors import BadInput, Conflict, NotFound

ADDRESS = "/role/statement/"
FIRST = Stated(line="I mend what others gave up on")


@pytest.fixture
def held(ada: User) -> HeldRole:
    return add_role(owner=ada, title="Help desk")


@pytest.fixture
def written(ada: User, held: HeldRole) -> StatementRevision:
    return state_role(owner=ada, held=held, base=0, said=FIRST)


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        yield


def test_every_wording_can_be_read_back_to_the_first(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    form = {"line": " I mend what others gave up on ", "came": "", "base": "0"}
    assert ada_browser.post(ADDRESS, form).status_code == 302
    form |= {"line": "I teach others to mend", "came": "evolved", "base": "1"}
    form |= {"values": "Patience\r\nSpare parts", "changed": "Kim asked."}
    said = ada_browser.post(ADDRESS, form, follow=True).content.decode()
    assert "Saved as revision 2." in said
    assert "I evolved into it" in said
    page = ada_browser.get("/role/statement/revisions/").content.decode()
    assert "I mend what others gave up on" in page
    assert "Kim asked." in page
    assert "Said differently: the line · how I came to it · what matters to me in it" in page
    saved = queries.revisions(owner=ada, held=held)
    assert [row.line for row in saved] == [
        "I mend what others gave up on",
        "I teach others to mend",
    ]
    assert saved[1].values == "Patience\nSpare parts"


def test_the_same_words_add_nothing(ada: User, held: HeldRole, written: StatementRevision) -> None:
    assert state_role(owner=ada, held=held, base=1, said=FIRST) == written


def test_saying_it_again_is_a_revision_and_the_undo_of_a_saving(
    ada_browser: Client, ada: User, held: HeldRole, written: StatementRevision
) -> None:
    state_role(owner=ada, held=held, base=1, said=Stated(line="Something else", came=Came.CHOSEN))
    ada_browser.post(reverse("roles:state-again", args=[1]))
    now = queries.latest(owner=ada, held=held)
    assert now is not None
    assert (now.number, now.stated()) == (3, FIRST)
    with pytest.raises(NotFound, match="no revision 9"):
        state_again(owner=ada, held=held, number=9)


def test_keeps_what_was_typed_when_another_was_saved_meanwhile(
    ada_browser: Client, written: StatementRevision
) -> None:
    answer = ada_browser.post(ADDRESS, {"line": "Mine", "base": "0"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert 'value="Mine"' in page
    assert "It now says: “I mend what others gave up on”" in page
    assert ada_browser.post(ADDRESS, {"line": "Mine", "base": "1"}).status_code == 302


def test_counts_a_line_of_more_than_sixty_characters_and_keeps_it(
    ada_browser: Client, held: HeldRole
) -> None:
    line = "é" * 61
    answer = ada_browser.post(ADDRESS, {"line": line, "base": "0"})
    assert answer.status_code == 422
    assert "This has 61 characters; a customs form has room for 60." in answer.content.decode()
    assert line in answer.content.decode()
    assert ada_browser.post(ADDRESS, {"line": "🐟" * 60, "base": "0"}).status_code == 302


@pytest.mark.parametrize(
    ("said", "where"),
    [(Stated(line="x" * 61), "line"), (Stated(line=" "), "line"), (Stated("a", "\0"), "paragraph")],
)
def test_refuses_what_cannot_be_stored(ada: User, held: HeldRole, said: Stated, where: str) -> None:
    with pytest.raises(BadInput) as refusal:
        state_role(owner=ada, held=held, base=0, said=said)
    assert refusal.value.where == where


def test_the_database_holds_the_line_to_sixty_characters(written: StatementRevision) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementRevision.objects.create(
            statement=written.statement, number=2, saved_at=timezone.now(), line="x" * 61
        )


def test_a_revision_can_be_neither_changed_nor_removed_alone(written: StatementRevision) -> None:
    with pytest.raises(Conflict):
        written.save()
    with pytest.raises(Conflict):
        written.delete()
    with refused("stays as it was saved"):
        StatementRevision.objects.update(line="Something else.")
    with refused("without its statement"):
        StatementRevision.objects.all()._raw_delete("default")


def test_revisions_go_with_their_person(ada: User, written: StatementRevision) -> None:
    ada.delete()
    assert not RoleStatement.objects.exists()
    assert not StatementRevision.objects.exists()


def test_what_was_said_of_an_earlier_role_stays_readable(
    ada_browser: Client, ada: User, held: HeldRole, written: StatementRevision
) -> None:
    held.end_year, held.is_main = 2024, False
    held.save()
    add_role(owner=ada, title="Team lead")
    page = ada_browser.get("/role/statement/revisions/").content.decode()
    assert "You have not said it yet." in page
    assert "Of earlier roles" in page
    assert "I mend what others gave up on" in page


def test_asks_for_the_job_first(ada_browser: Client) -> None:
    assert ada_browser.get(ADDRESS)["Location"] == "/role/"

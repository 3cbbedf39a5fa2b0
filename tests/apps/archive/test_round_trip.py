from __future__ import annotations

import io
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.access.facilitation import chair, facing
from tests.apps.archive.workspaces import MAKERS, make

from turnpoint.apps.accounts.models import GrantReceipt, User
from turnpoint.apps.accounts.services import make_owner
from turnpoint.apps.accounts.team import administration
from turnpoint.apps.archive import contents, reading, services, writing
from turnpoint.apps.archive.models import Receipt
from turnpoint.apps.facilitation.services import words
from turnpoint.errors import Conflict


def taken(owner: User) -> reading.Archive:
    out = io.BytesIO()
    writing.write(owner=owner, out=out)
    return reading.read(out)


def person(name: str) -> User:
    return User.objects.create_user(username=name, first_name=name.title(), time_zone="Asia/Tokyo")


@pytest.mark.django_db
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(names=st.lists(st.sampled_from(sorted(MAKERS)), min_size=1, max_size=6))
def test_any_workspace_restored_for_another_person_is_equal_field_for_field(
    names: list[str],
) -> None:
    with transaction.atomic():
        ada, bob = person("ada"), person("bob")
        make(bob, ["a_destination"])  # so that keys differ
        services.erase(owner=bob)
        bob = person("bob")
        make(ada, names)
        archive = taken(ada)
        assert archive.rows == sum(table.rows(ada).count() for table in contents.tables())
        services.restore(owner=bob, archive=archive)
        again = taken(bob)
        assert again.tables == archive.tables
        assert again.person == {"first_name": "Ada", "last_name": "", "time_zone": "Asia/Tokyo"}
        transaction.set_rollback(True)


def test_everything_at_once_survives_and_leaves_others_alone(ada: User, bob: User) -> None:
    make(ada, sorted(MAKERS))
    archive = taken(ada)
    assert len(archive.tables) > 15
    services.restore(owner=bob, archive=archive)
    assert taken(bob).tables == archive.tables
    services.erase(owner=ada)
    assert taken(bob).tables == archive.tables


@pytest.mark.django_db
def test_the_personal_workspace_as_an_account_is_equal_field_for_field(settings: Any) -> None:
    """From personal to team mode: everything at once, before and after, and after signing in anew."""
    owner = make_owner()
    make(owner, sorted(MAKERS))
    before = taken(owner)
    claimed = administration.claim(email="me@example.org")
    claimed.set_password("koi in clear water")
    claimed.save()
    settings.TEAM = True
    browser = Client()
    browser.post("/account/login/", {"login": "me@example.org", "password": "koi in clear water"})
    assert browser.get("/destination/").status_code == 200
    assert int(browser.session["_auth_user_id"]) == owner.pk
    again = taken(claimed)
    assert (again.tables, again.person) == (before.tables, before.person)
    assert len(before.tables) > 15


def test_every_table_goes_along_or_says_why_not() -> None:
    known = {model._meta.label for model in contents.of_ours()}
    assert set(contents.LEFT_OUT) <= known
    assert {name.rpartition(".")[0] for name in contents.COLUMNS_LEFT_OUT} <= known
    for model in contents.of_ours():
        label = model._meta.label
        assert (label in contents.LEFT_OUT) or contents.path_to_owner(model), label


def test_two_lives_are_not_mixed(ada: User, bob: User) -> None:
    make(ada, ["a_destination"])
    make(bob, ["a_role"])
    before = taken(bob).tables
    with pytest.raises(Conflict, match="empty workspace"):
        services.restore(owner=bob, archive=taken(ada))
    assert taken(bob).tables == before


def test_erasing_leaves_nothing_but_a_receipt(ada: User, bob: User) -> None:
    others = ("_received", "_to_facilitate")  # what is another's, and stays theirs
    make(ada, sorted(each for each in MAKERS if not each.endswith(others)))
    words.write_note(facing(chair(ada)), text="About Ada.", shared=False)
    make(bob, ["a_destination"])
    left = taken(bob).tables
    receipt = services.erase(owner=ada)
    assert not User.objects.filter(username="ada").exists()
    for model in contents.of_ours():
        if path := contents.path_to_owner(model):
            rows = model._base_manager.all()
            if model is GrantReceipt:  # the other side keeps theirs, which leads to nobody here
                rows = rows.exclude(owner=None)
            of_bob = rows.filter(**{path: bob}).count()
            assert rows.count() == of_bob, model._meta.label
    connection.check_constraints()
    assert Receipt.objects.get() == receipt
    assert sum(receipt.rows.values()) > 100
    assert taken(bob).tables == left

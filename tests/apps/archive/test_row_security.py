"""On PostgreSQL the database itself keeps people apart, whatever a query forgot to ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from tests.access.facilitation import signed_by_both

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.contents import is_owner
from turnpoint.apps.archive.row_security import policies, role, rules
from turnpoint.apps.facilitation.models import Engagement, FacilitatorNote, Goal, Note
from turnpoint.apps.facilitation.seat import seat
from turnpoint.apps.facilitation.services import engagements, words
from turnpoint.apps.occupations.models import SavedOccupation
from turnpoint.errors import CannotServe
from turnpoint.interfaces.cli.workspace import check_role

on_postgres = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="row-level security is PostgreSQL’s"
)


def ruled() -> Iterator[type[models.Model]]:
    """Every table that has a rule."""
    named = {each.table for each in rules.rules()}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table in named:
            yield model


def keys(model: type[models.Model], number: int) -> dict[str, int]:
    """A row’s keys, to the person and to what is theirs; whoever else it is about stays open."""
    fields = [field for field in model._meta.concrete_fields if field.is_relation]
    return {f.column: number for f in fields if f.related_model is not User or is_owner(f)}


def add(model: type[models.Model], number: int, whose: int) -> None:
    row = {"id": model._meta.pk.to_python(number)} | keys(model, whose)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(row)}) "  # noqa: S608  # our own names
            f"VALUES ({', '.join(['%s'] * len(row))})",
            list(row.values()),
        )


@pytest.fixture
def bare(ada: User, bob: User) -> None:
    """Every table again, with the same policies and a row of each person’s, but free of other rules.

    So that what is refused is refused by a policy, and a new table is tried without being filled.
    """
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA bare")
        for model in ruled():
            table = model._meta.db_table
            cursor.execute(f"CREATE TABLE bare.{table} (LIKE public.{table})")
            free = [f'ALTER "{f.column}" DROP NOT NULL' for f in model._meta.concrete_fields]
            cursor.execute(f"ALTER TABLE bare.{table} {', '.join(free)}")
        cursor.execute("SET LOCAL search_path = bare, public")
    policies.write()
    for model in ruled():
        for person in (ada, bob):
            add(model, person.pk, person.pk)


def ids(model: type[models.Model]) -> set[int]:
    found = model._base_manager.values_list("pk", flat=True)
    return {each.int if isinstance(each, UUID) else each for each in found}


def changed(model: type[models.Model], person: User) -> tuple[int, int]:
    """How many rows of a person’s a change and a removal reach."""
    rows = model._base_manager.filter(pk=person.pk)
    return rows.update(id=person.pk), rows._raw_delete(rows.db)


def refused(model: type[models.Model], person: User) -> bool:
    """Whether another row for this person is refused, by the policy and nothing else."""
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        add(model, 10**6, person.pk)
    return True


def test_every_table_has_a_rule_or_a_reason(db: None) -> None:
    named = {each.table for each in rules.rules()}
    assert not named & set(rules.LEFT_OUT)
    if connection.vendor == "postgresql":
        assert policies.tables() - named - set(rules.LEFT_OUT) == set()


@on_postgres
def test_the_database_has_the_policies_that_are_declared(db: None) -> None:
    assert policies.differing() == []


@on_postgres
def test_a_policy_that_was_altered_is_noticed(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP POLICY reads ON plans_goal")
        cursor.execute("ALTER TABLE plans_weekthing NO FORCE ROW LEVEL SECURITY")
    assert policies.differing() == ["plans_goal", "plans_weekthing"]


@on_postgres
def test_whoever_forgets_to_ask_whose_rows_reaches_their_own_only(
    bare: None, ada: User, bob: User
) -> None:
    for model in ruled():
        with sight.seeing(ada):
            assert ids(model) == {ada.pk}, model
            assert changed(model, bob) == (0, 0), model
            assert refused(model, bob)
            add(model, 10**6, ada.pk)
        with sight.everyone("the test looks at all of it"):
            assert ids(model) == {ada.pk, bob.pk, 10**6}, model


@on_postgres
def test_where_nobody_asks_there_is_nothing(bare: None, ada: User) -> None:
    for model in ruled():
        with sight.seeing(None):
            assert ids(model) == set(), model
            assert changed(model, ada) == (0, 0), model
            assert refused(model, ada)


@on_postgres
def test_what_is_shown_is_read_and_not_written(bare: None, ada: User, bob: User) -> None:
    private = {"accounts.Grant", "accounts.GrantedPart", "accounts.GrantReceipt"}
    log = {"accounts.AccessRecord"}  # which whoever reads writes a line into
    for model in ruled():
        label = model._meta.label
        with sight.seeing(ada):
            sight.show(bob)
            assert ids(model) == ({ada.pk} if label in private else {ada.pk, bob.pk}), model
            assert changed(model, bob) == (0, 0), model
            assert label in log or refused(model, bob)


@on_postgres
def test_everybody_changes_and_removes_their_own(bare: None, ada: User) -> None:
    for model in ruled():
        with sight.seeing(ada), suppress(ZeroDivisionError), transaction.atomic():
            assert changed(model, ada) == (1, 1), model
            raise ZeroDivisionError  # so that what hangs on the row keeps it


@on_postgres
def test_a_facilitator_sees_what_is_shared_while_it_runs(ada: User, bob: User) -> None:
    row = signed_by_both(ada, bob)
    mine = seat(sitting=ada, side="mine", engagement_id=row.pk)
    led = seat(sitting=bob, side="led", engagement_id=row.pk)
    words.write_note(mine, text="Mine alone", shared=False)
    words.write_note(mine, text="For both", shared=True)
    words.write_note(led, text="The facilitator’s own", shared=False)
    words.set_goal(mine, text="A destination", expected="One sentence I believe")
    with sight.seeing(bob):
        assert [each.text for each in Note.objects.all()] == ["For both"]
        assert FacilitatorNote.objects.count() == 1
        assert not Goal.objects.update(text="The facilitator’s")
        engagements.end(led)
    with sight.seeing(bob):
        assert not Engagement.objects.exists()
        assert not Note.objects.exists()
    with sight.seeing(ada):
        assert Note.objects.count() == 2
        assert not FacilitatorNote.objects.exists()


def seen() -> set[str]:
    """Whose saved occupations are seen."""
    return {each.owner.username for each in SavedOccupation.objects.select_related("owner")}


@pytest.fixture
def saved(ada: User, bob: User) -> None:
    for person in (ada, bob):
        SavedOccupation.objects.create(owner=person, code="11-1011")


@on_postgres
def test_a_rollback_does_not_bring_back_what_was_seen_before(
    saved: None, ada: User, bob: User
) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        assert seen() == {"ada", "bob"}
        with sight.seeing(ada), transaction.atomic():
            assert seen() == {"ada"}
            raise ZeroDivisionError
    with sight.seeing(ada):
        assert seen() == {"ada"}
        with suppress(ZeroDivisionError), transaction.atomic(), sight.everyone("the test"):
            assert seen() == {"ada", "bob"}
            raise ZeroDivisionError
        assert seen() == {"ada"}
    with sight.seeing(None):
        assert seen() == set()


@on_postgres
def test_what_failed_is_undone_before_anything_else_is_seen(saved: None, ada: User) -> None:
    with suppress(DatabaseError), transaction.atomic(), sight.seeing(ada):
        assert seen() == {"ada"}
        SavedOccupation.objects.create(owner=ada, code="11-1011")
    assert seen() == {"ada", "bob"}


@on_postgres
def test_a_request_is_bound_to_who_asks_at_the_cost_of_one_statement(
    saved: None, ada_browser: Client
) -> None:
    told: list[sight.Sight] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        now = sight.now()
        if now is not None and (not told or told[-1] != now):
            told.append(now)
        return execute(sql, params, many, context)

    with sight.seeing(None), connection.execute_wrapper(watch):
        assert ada_browser.get("/sharing/").status_code == 200
        assert [len(each.owners) for each in told] == [1]
        assert seen() == set()


def test_a_role_above_all_policies_is_refused_where_people_share_the_database(
    db: None, settings: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not role.is_above_policies()
    if connection.vendor != "postgresql":
        return
    monkeypatch.setattr(role, "ABOVE", "SELECT true")
    assert [each.id for each in role.check_role(databases=["default"])] == ["turnpoint.W001"]
    check_role()
    assert "row-level security" in capsys.readouterr().err
    settings.TEAM = True
    assert [each.id for each in role.check_role(databases=["default"])] == ["turnpoint.E001"]
    with pytest.raises(CannotServe, match="NOSUPERUSER"):
        check_role()

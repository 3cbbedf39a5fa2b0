"""Who may do what at which address: every address × method × actor, from the URL configuration.

A new address needs one line in the ``RULES`` of its app, ``tests/access/<app>.py``. An address that
names a person's object also says how such an object is made, so that the matrix can try it as its
owner and as every other actor (``tests/access/actors.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from tests.access.actors import NOT_SIGNED_IN, SIGNED_IN, Actor
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts import grant_services
from turnpoint.apps.accounts.models import AccessRecord, Grant, User
from turnpoint.apps.profiles import services as profiles

RULES: dict[str, Rule] = {}
for file in sorted(Path(__file__).with_name("access").glob("*.py")):
    RULES |= getattr(import_module(f"tests.access.{file.stem}"), "RULES", {})

OWN_WORDS = "Keeper of the northern lights"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ANSWERED = {200, 204, 302, 303, 400, 404, 409, 422}
"""What an address may answer its owner who sends an empty form: words, and never a traceback."""


def addresses() -> Iterator[str]:
    def walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern.url_patterns, inner)
            else:
                yield f"{space}{pattern.name}"

    yield from walk(get_resolver().url_patterns, "")


def each(which: Callable[[Rule], object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", sorted(name for name in RULES if which(RULES[name])))


EVERY_ADDRESS = each(lambda rule: True)
READ = each(lambda rule: rule.allows("GET"))
WRITTEN = each(lambda rule: rule.allows("POST"))
OF_A_TEAM = each(lambda rule: rule.team)
BY_GRANT = each(lambda rule: rule.by_grant)


OTHERS = SIGNED_IN | NOT_SIGNED_IN
tried: set[tuple[str, str, str]] = set()
"""Address, method and actor of every case that was tried."""


def browsers(
    actors: Mapping[str, Actor], owner: User, arguments: Arguments
) -> Iterator[tuple[str, Client]]:
    """Each actor with a browser."""
    for name, actor in actors.items():
        yield name, actor(owner, arguments)


def others(rule: Rule, actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """Everybody at an object; where an address names none, only who has more rights than most."""
    some = set(actors) if rule.owned else {"granted", "administrator", *NOT_SIGNED_IN}
    return {name: actor for name, actor in actors.items() if name in some}


@contextmanager
def nothing_is_written(*, but: Iterable[type[Model]] = ()) -> Iterator[None]:
    """Fails where a statement would change a row of any table but the sessions."""
    written: list[str] = []
    allowed = [model._meta.db_table for model in (Session, *but)]

    def watch(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not any(
            f'"{table}"' in sql for table in allowed
        ):
            written.append(sql)
        return execute(sql, *given)

    with connection.execute_wrapper(watch):
        yield
    assert written == []


def ask(browser: Client, method: str, name: str, arguments: Arguments) -> HttpResponse:
    with override_settings(TEAM=RULES[name].team):
        return browser.generic(method, reverse(name, kwargs=dict(arguments)))


def answered(rule: Rule, method: str) -> set[int]:
    """What whoever may call an address is answered."""
    if rule.team:  # allauth answers some in ways of its own
        return ANSWERED | {401, 403, 429} if rule.allows(method) else {302, 404, 405}
    return ANSWERED if rule.allows(method) else {405}


def withdraw(grant: Grant, patch: pytest.MonkeyPatch) -> None:
    grant_services.withdraw(owner=grant.owner, grant_id=grant.pk)


def give_back(grant: Grant, patch: pytest.MonkeyPatch) -> None:
    assert grant.receiver is not None
    grant_services.give_back(receiver=grant.receiver, grant_id=grant.pk)


def wait(grant: Grant, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(timezone, "now", lambda: grant.until)


def test_every_address_has_a_rule() -> None:
    assert sorted(addresses()) == sorted(RULES)


@EVERY_ADDRESS
def test_sends_whoever_is_not_signed_in_to_the_sign_in_page(ada: User, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    for actor, browser in browsers(NOT_SIGNED_IN, ada, arguments):
        for method in METHODS:
            with nothing_is_written():
                answer = ask(browser, method, name, arguments)
            if rule.anyone and rule.team:
                assert answer.status_code in answered(rule, method), f"{method} {name} {actor}"
            elif rule.anyone:
                assert answer.status_code == rule.for_anyone(method), f"{method} {name} {actor}"
            else:
                assert answer.status_code == 302, f"{method} {name} {actor}"
                assert answer["Location"].startswith(reverse("accounts:sign-in"))
            tried.add((name, method, actor))


@EVERY_ADDRESS
def test_answers_its_owner_by_its_own_methods_only(
    ada: User, ada_browser: Client, name: str
) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    for method in METHODS:
        ada_browser.force_login(ada)
        answer = ask(ada_browser, method, name, arguments)
        assert answer.status_code in answered(rule, method), f"{method} {name}"
        assert "unsafe" not in answer["Content-Security-Policy"]
        tried.add((name, method, "owner"))


@READ
def test_reading_is_answered_and_changes_nothing(ada: User, ada_browser: Client, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    with nothing_is_written(but=[AccessRecord] if rule.by_grant else []):
        answer = ask(ada_browser, "GET", name, arguments)
    assert answer.status_code in {200, 302, rule.for_anyone("GET")} or rule.team


@EVERY_ADDRESS
def test_hides_what_belongs_to_another_person(ada: User, name: str) -> None:
    """Whatever was granted: the owner's addresses are the owner's."""
    rule = RULES[name]
    arguments = rule.arguments(ada)
    profiles.add_role(owner=ada, title=OWN_WORDS)
    for actor, browser in browsers(others(rule, SIGNED_IN), ada, arguments):
        for method in METHODS:
            if not rule.owned or rule.anyone:  # a secret opens its address to whoever has it
                # Signing out ended the session of the request before.
                afresh = name == "accounts:sign-out"
                caller = SIGNED_IN[actor](ada, arguments) if afresh else browser
                answer = ask(caller, method, name, arguments)
                expected = answered(rule, method)
            else:
                with nothing_is_written():
                    answer = ask(browser, method, name, arguments)
                expected = {404} if rule.allows(method) else {404, 405}
            assert answer.status_code in expected, f"{method} {name} {actor}"
            assert OWN_WORDS.encode() not in b"".join(answer)
            tried.add((name, method, actor))


@BY_GRANT
@pytest.mark.parametrize("end", [give_back, withdraw, wait])
def test_a_grant_that_ended_opens_nothing(
    ada: User,
    ada_browser: Client,
    name: str,
    end: Callable[[Grant, pytest.MonkeyPatch], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    end(Grant.objects.get(pk=arguments["grant_id"]), monkeypatch)
    for method in rule.methods.split():
        with nothing_is_written():
            assert ask(ada_browser, method, name, arguments).status_code == 404
    assert not AccessRecord.objects.exists()


@OF_A_TEAM
def test_has_no_accounts_in_personal_mode(ada_browser: Client, name: str) -> None:
    address = reverse(name, kwargs=dict(RULES[name].shared or {}))
    for method in METHODS:
        assert ada_browser.generic(method, address).status_code == 404


@WRITTEN
def test_refuses_a_form_that_another_site_sent(ada: User, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada)
    with nothing_is_written():
        assert ask(browser, "POST", name, arguments).status_code == 403


def test_every_case_was_tried(capsys: pytest.CaptureFixture[str]) -> None:
    """Comes last. It counts only where the whole file was run."""
    cases = {
        case
        for name, rule in RULES.items()
        for case in product([name], METHODS, ["owner", *others(rule, OTHERS)])
    }
    if {name for name, _, _ in tried} != set(RULES):
        pytest.skip("only a part of the matrix was run")
    with capsys.disabled():
        print(f"\nAccess matrix: {len(tried)} cases at {len(RULES)} addresses.")
    assert cases == tried

"""Who may do what at which address: every address × method × person, from the URL configuration.

A new address needs one line in the ``RULES`` of its app, ``tests/access/<app>.py``. An address that
names a person's object also says how such an object is made, so that the matrix can try it as its
owner and as another person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User

RULES: dict[str, Rule] = {}
for file in sorted(Path(__file__).with_name("access").glob("*.py")):
    RULES |= getattr(import_module(f"tests.access.{file.stem}"), "RULES", {})

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ANSWERED = {200, 204, 302, 303, 400, 404, 409, 422}
"""What an address may answer its owner who sends an empty form: words, and never a traceback."""


def addresses() -> Iterator[str]:
    def walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, f"{space}{pattern.namespace}:")
            else:
                yield f"{space}{pattern.name}"

    yield from walk(get_resolver().url_patterns, "")


def each(which: Callable[[Rule], object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", sorted(name for name in RULES if which(RULES[name])))


EVERY_ADDRESS = each(lambda rule: True)
READ = each(lambda rule: rule.allows("GET"))
WRITTEN = each(lambda rule: rule.allows("POST"))
OWNED = each(lambda rule: rule.owned)


@contextmanager
def nothing_is_written() -> Iterator[None]:
    """Fails where a statement would change a row of any table but the sessions."""
    written: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and Session._meta.db_table not in sql:
            written.append(sql)
        return execute(sql, *given)

    with connection.execute_wrapper(watch):
        yield
    assert written == []


def ask(browser: Client, method: str, name: str, arguments: Arguments) -> HttpResponse:
    return browser.generic(method, reverse(name, kwargs=dict(arguments)))


def test_every_address_has_a_rule() -> None:
    assert sorted(addresses()) == sorted(RULES)


@EVERY_ADDRESS
def test_sends_whoever_is_not_signed_in_to_the_sign_in_page(ada: User, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    for method in METHODS:
        with nothing_is_written():
            answer = ask(Client(), method, name, arguments)
        if rule.anyone:
            assert answer.status_code == (200 if rule.allows(method) else 405)
        else:
            assert answer.status_code == 302
            assert answer["Location"].startswith(reverse("accounts:sign-in"))


@EVERY_ADDRESS
def test_answers_its_owner_by_its_own_methods_only(
    ada: User, ada_browser: Client, name: str
) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    for method in METHODS:
        ada_browser.force_login(ada)
        answer = ask(ada_browser, method, name, arguments)
        expected = ANSWERED if rule.allows(method) else {405}
        assert answer.status_code in expected, f"{method} {name}"
        assert "unsafe" not in answer["Content-Security-Policy"]


@READ
def test_reading_is_answered_and_changes_nothing(ada: User, ada_browser: Client, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    with nothing_is_written():
        assert ask(ada_browser, "GET", name, arguments).status_code in {200, 302}


@OWNED
def test_hides_what_belongs_to_another_person(ada: User, bob_browser: Client, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    for method in rule.methods.split():
        with nothing_is_written():
            assert ask(bob_browser, method, name, arguments).status_code == 404, f"{method} {name}"


@WRITTEN
def test_refuses_a_form_that_another_site_sent(ada: User, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada)
    with nothing_is_written():
        assert ask(browser, "POST", name, arguments).status_code == 403

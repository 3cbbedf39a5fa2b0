"""The people of the tests: Ada owns, Bob is a second person, Cleo is a stranger."""

from __future__ import annotations

import pytest
from django.test import Client

from turnpoint.apps.accounts.models import User


def _person(name: str) -> User:
    return User.objects.create_user(username=name, first_name=name.title())


@pytest.fixture
def ada(db: None) -> User:
    return _person("ada")


@pytest.fixture
def bob(db: None) -> User:
    return _person("bob")


@pytest.fixture
def cleo(db: None) -> User:
    return _person("cleo")


@pytest.fixture
def ada_browser(ada: User) -> Client:
    """Ada, signed in, as Django's test client."""
    client = Client()
    client.force_login(ada)
    return client


@pytest.fixture
def bob_browser(bob: User) -> Client:
    client = Client()
    client.force_login(bob)
    return client

"""A database that is not of this version is left alone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from turnpoint.errors import CannotServe
from turnpoint.interfaces.cli.workspace import refuse_another_version

pytestmark = pytest.mark.django_db


def test_opens_a_database_of_this_version() -> None:
    refuse_another_version(MigrationExecutor(connection))


def test_leaves_the_database_of_another_version_alone() -> None:
    MigrationRecorder(connection).record_applied("plans", "9999_of_tomorrow")
    with pytest.raises(CannotServe, match=r"another version of Turnpoint \(it knows plans.9999"):
        refuse_another_version(MigrationExecutor(connection))


def test_minds_only_its_own_steps() -> None:
    MigrationRecorder(connection).record_applied("an_app_that_was_removed", "0001_initial")
    refuse_another_version(MigrationExecutor(connection))

"""Making a workspace ready: its folder, its database, its facts; whose it is; files put beside it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from turnpoint.errors import BadInput, CannotServe, NotFound
from turnpoint.interfaces.cli.progress import ProgressBar

if TYPE_CHECKING:
    # Django’s models can be loaded only once the data folder has been chosen.
    from django.db.migrations.executor import MigrationExecutor

    from turnpoint.apps.accounts.models import User


def choose_data_folder(given: Path | None, *, demo: bool = False) -> Path:
    """Settle the data folder before Django reads its settings, and make sure it can be written.

    A demo workspace has a folder of its own inside, and shares the facts.
    """
    from turnpoint.labour.facts import data_folder, facts_folder

    if given is not None:
        os.environ["TURNPOINT_DATA_DIR"] = str(given.expanduser().absolute())
    if demo:
        os.environ["TURNPOINT_FACTS_DIR"] = str(facts_folder())
        os.environ["TURNPOINT_DATA_DIR"] = str(data_folder() / "demo")
        os.environ["TURNPOINT_DEMO"] = "1"
        os.environ.pop("DATABASE_URL", None)
    folder = data_folder()
    for needed in (folder, facts_folder()):
        try:
            needed.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=needed):
                pass
        except OSError as error:
            reason = error.strerror or str(error)
            message = (
                f"Turnpoint cannot write to its data folder {needed} ({reason}). "
                "Choose another with --data-dir, or make this one writable."
            )
            raise CannotServe(message) from error
    return folder


def start_django() -> None:
    """Read the settings and load the apps. The data folder must have been chosen before."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turnpoint.settings")
    django.setup()


def prepare_database() -> None:
    """Bring the database to this version's tables; says so only where there is something to do."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from turnpoint.apps.archive.row_security import policies

    try:
        check_role()
        executor = MigrationExecutor(connection)
        refuse_another_version(executor)
        steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if steps or policies.differing():
            click.echo("Preparing the database …", err=True)
            call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        message = (
            f"The database cannot be opened ({error}). Look at DATABASE_URL and --data-dir; "
            "nothing was changed."
        )
        raise CannotServe(message) from error
    finally:
        connection.close()
    keep_private()


def refuse_another_version(executor: MigrationExecutor) -> None:
    """Leave a database alone that knows steps which this version does not."""
    loader = executor.loader
    unknown = [
        f"{app}.{name}"
        for app, name in sorted(loader.applied_migrations)
        if app in loader.migrated_apps and (app, name) not in loader.graph.nodes
    ]
    if unknown:
        raise CannotServe(
            f"This database was written by another version of Turnpoint (it knows {unknown[0]}): a "
            "newer one, or one from before 0.1.0. Start that version again; its “turnpoint export” "
            "writes what this one restores by “turnpoint import”. Nothing was changed."
        )


def check_role() -> None:
    """Refuse a role above row-level security where people share the database; else say so."""
    from django.conf import settings

    from turnpoint.apps.archive.row_security import role

    if not role.is_above_policies():
        return
    if settings.TEAM:
        raise CannotServe(f"{role.SENTENCE} {role.HINT}")
    click.echo(f"{role.SENTENCE} {role.HINT}", err=True)


def keep_private() -> None:
    """Let nobody else read the database, even where the folder was there and is open to others.

    SQLite gives the files beside it the same permissions.
    """
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    database = Path(connection.settings_dict["NAME"])
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(
            FileNotFoundError, PermissionError
        ):  # another’s is not ours to close
            database.with_name(database.name + ending).chmod(0o600)


def prepare_facts() -> None:
    """Convert wages and employment once, at the first start, with a progress bar."""
    from turnpoint.labour.facts import facts_folder
    from turnpoint.labour.sources import oews

    with ProgressBar() as progress:
        oews.ensure(facts_folder(), progress)


def whose(person: str | None) -> User:
    """The person of this workspace; with a name, that sample person of the demo."""
    from turnpoint.apps.accounts.queries import sample_people
    from turnpoint.apps.accounts.services import make_owner

    if person is None:
        return make_owner()
    found = [each for each in sample_people() if each.username == person.casefold()]
    if not found:
        names = ", ".join(each.username for each in sample_people())
        there = f"There are {names}." if names else "Make the demo first: turnpoint demo."
        raise NotFound(f"There is no sample person “{person}”. {there}")
    return found[0]


def write_whole(path: Path, write: Callable[[IO[bytes]], Any]) -> None:
    """The whole file or nothing, readable by its owner only: written beside, then put in place.

    Raises ``BadInput`` where it cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".turnpoint-") as folder:
            part = Path(folder) / path.name
            with part.open("xb") as out:
                part.chmod(0o600)
                write(out)
            part.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{path} cannot be written ({reason}). Choose another place with --out."
        raise BadInput(message, where="out") from error

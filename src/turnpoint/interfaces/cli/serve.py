"""``turnpoint serve`` and ``turnpoint link``: the web application on this machine."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sys
import threading
import time
import webbrowser
from pathlib import Path
from types import ModuleType

import click

from turnpoint.apps.accounts import sight
from turnpoint.errors import CannotServe
from turnpoint.interfaces.cli.workspace import (
    choose_data_folder,
    prepare_database,
    prepare_facts,
    start_django,
)

ADDRESS = "127.0.0.1"
PORT = 8600
LONGEST_STOP = 10
"""Seconds to wait, once interrupted, for what is under way; a search in the background may take more."""
LONGEST_START = 60
"""Seconds to wait for the first answer before the link is printed all the same."""

port_option = click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Port to serve on.",
)
data_dir_option = click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the workspace lives; the platform’s data folder without it.",
)
browser_option = click.option(
    "--no-browser", is_flag=True, help="Only print the sign-in link, open no browser."
)


@click.command()
@port_option
@data_dir_option
@browser_option
@click.option(
    "--processes",
    default=1,
    show_default=True,
    type=click.IntRange(1, 16),
    help="Several answer more people at once; each holds the facts, and what it reckoned, by itself.",
)
def serve(port: int, data_dir: Path | None, no_browser: bool, processes: int) -> None:
    """Start Turnpoint for yourself on this machine."""
    check_port(port)
    folder = choose_data_folder(data_dir)
    start_django()
    prepare_database()
    prepare_facts()
    from turnpoint.apps.accounts.services import make_owner

    run(
        port,
        folder,
        username=make_owner().username,
        open_browser=not no_browser,
        upkeep=True,
        processes=processes,
    )


@click.command()
@data_dir_option
@click.option("--demo", is_flag=True, help="A link to the workspace of sample people.")
def link(data_dir: Path | None, demo: bool) -> None:
    """Print a new one-time sign-in link for the server that is running."""
    folder = choose_data_folder(data_dir, demo=demo)
    found = running(folder)
    if found is None:
        command = "turnpoint demo" if demo else "turnpoint serve"
        message = f"No server is running on {folder}. Start one with “{command}”."
        raise CannotServe(message)
    start_django()
    click.echo(sign_in_link(*found))


def running(folder: Path) -> tuple[int, str] | None:
    """Port and user name of the server on ``folder``; what a killed one left does not count."""
    try:
        said = json.loads((folder / "server.json").read_text(encoding="utf-8"))
        port, username = int(said["port"]), str(said["username"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return (port, username) if _answers(port) else None


def check_port(port: int) -> None:
    """Raise ``CannotServe`` where the port is taken or may not be used."""
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            message = (
                f"Port {port} cannot be used ({error.strerror}). If Turnpoint is already running, "
                f"“turnpoint link” prints a way in; otherwise choose another, "
                f"for example --port {port + 1 if port < 65535 else PORT}."
            )
            raise CannotServe(message) from error


def sign_in_link(port: int, username: str) -> str:
    from turnpoint.apps.accounts.models import User
    from turnpoint.apps.accounts.services import make_sign_in_link

    token = make_sign_in_link(user=User.objects.get(username=username))
    return f"http://{ADDRESS}:{port}/sign-in/?token={token}"


def run(
    port: int,
    folder: Path,
    *,
    username: str,
    open_browser: bool,
    upkeep: bool = False,
    processes: int = 1,
) -> None:
    """Serve until interrupted; the way in is printed as soon as the server answers.

    With ``upkeep``, what is due each day is done beside it.
    """
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces

    address = sign_in_link(port, username)
    connections.close_all()
    state = folder / "server.json"
    said = json.dumps({"port": port, "username": username, "process": os.getpid()})
    state.write_text(said, encoding="utf-8")
    ready = (address, port, folder, open_browser and _has_browser())
    threading.Thread(target=_announce, args=ready, daemon=True).start()
    if upkeep:
        # Imported here, not in the thread: the worker is forked, and would inherit a held import lock.
        from turnpoint.apps.archive import upkeep as chores

        threading.Thread(target=_keep_up, args=(port, chores), daemon=True).start()
    server = Granian(
        "turnpoint.wsgi:application",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=min(4, 2 * (os.cpu_count() or 1)),
        log_level="warning",  # type: ignore[arg-type]  # granian takes the name as well
        respawn_failed_workers=True,
        workers_kill_timeout=LONGEST_STOP,
    )
    try:
        with sight.seeing(None):  # from here on each request says who asks
            server.serve()
    finally:
        # Another server may have been started on this folder while this one was still stopping.
        if state.exists() and state.read_text(encoding="utf-8") == said:
            state.unlink()


def _has_browser() -> bool:
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _announce(address: str, port: int, folder: Path, open_browser: bool) -> None:
    """Print the link once it works, so that whoever follows it at once finds the page."""
    if not _wait_for_answer(port):
        click.echo("The server has not answered yet; the link below may need a moment.", err=True)
    click.echo(f"\nTurnpoint keeps your workspace in {folder}")
    click.echo("Open this link; it signs you in once, within the hour:\n")
    click.echo(f"    {click.style(address, bold=True)}\n")
    click.echo("Ctrl+C stops the server. “turnpoint link” prints a new link.")
    sys.stdout.flush()
    if open_browser:
        webbrowser.open(address)


def _wait_for_answer(port: int) -> bool:
    for _ in range(LONGEST_START * 10):
        if _answers(port):
            return True
        time.sleep(0.1)
    return False


def _keep_up(port: int, upkeep: ModuleType) -> None:
    """Do what is due each day, the first time as soon as the server answers."""
    if not _wait_for_answer(port):
        click.echo("The server does not answer: no backup is made by itself.", err=True)
        return
    upkeep.keep_up()


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=5)
    try:
        connection.request("HEAD", "/sign-in/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True

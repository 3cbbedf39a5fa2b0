"""``turnpoint accounts``: accounts of a team, from the machine that runs it."""

from __future__ import annotations

from pathlib import Path

import click

from turnpoint.interfaces.cli.serve import ADDRESS, PORT, data_dir_option, running
from turnpoint.interfaces.cli.workspace import choose_data_folder, prepare_database, start_django


@click.group()
def accounts() -> None:
    """Accounts of a team: claim the workspace, invite somebody, list who can sign in."""


def _start(data_dir: Path | None) -> Path:
    folder = choose_data_folder(data_dir)
    start_django()
    prepare_database()
    return folder


def _address(folder: Path, path: str) -> str:
    """Where people reach ``path``: as the settings say, else where the server here answers now."""
    from django.conf import settings

    found = running(folder)
    return f"{settings.ADDRESS or f'http://{ADDRESS}:{found[0] if found else PORT}'}{path}"


@accounts.command()
@click.argument("email")
@data_dir_option
def claim(email: str, data_dir: Path | None) -> None:
    """Turn the personal workspace into your account, with everything in it.

    EMAIL becomes the address you sign in with. You also manage the accounts of others.
    """
    folder = _start(data_dir)
    from django.urls import reverse

    from turnpoint.apps.accounts.services import make_sign_in_link
    from turnpoint.apps.accounts.team import administration

    person = administration.claim(email=email)
    token = make_sign_in_link(user=person)
    click.echo(f"The workspace belongs to {person.email} now; everything in it stays.")
    click.echo("Open this link once, within the hour, then set a password under Settings:\n")
    click.echo(f"    {_address(folder, reverse('accounts:sign-in'))}?token={token}")


@accounts.command()
@click.argument("email")
@click.option("--send", is_flag=True, help="Send the link by e-mail, too.")
@data_dir_option
def invite(email: str, send: bool, data_dir: Path | None) -> None:
    """Invite EMAIL to open an account; prints the link, which works once within a week."""
    folder = _start(data_dir)
    from django.urls import reverse

    from turnpoint.apps.accounts.team import administration, invitations

    made, token = invitations.invite(email=email, by=None)
    address = _address(folder, reverse("account_invited", args=[token]))
    if send:
        administration.send_invitation(made=made, address=address)
    click.echo(f"Invited {made.email}{', and sent' if send else ''}. The link, shown this once:\n")
    click.echo(f"    {address}")


@accounts.command("list")
@data_dir_option
def list_accounts(data_dir: Path | None) -> None:
    """List who can sign in."""
    _start(data_dir)
    from turnpoint.apps.accounts.team import administration

    for each in administration.accounts():
        state = "closed" if not each.person.is_active else ""
        state = state or ("manages accounts" if each.person.is_staff else "")
        click.echo(f"{each.email}\t{state}".rstrip())

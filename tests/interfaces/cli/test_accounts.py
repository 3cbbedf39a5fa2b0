"""``turnpoint accounts`` and ``turnpoint keys``, as somebody types them beside the server."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.access.facilitation import chair

from turnpoint.apps.accounts.services import make_owner
from turnpoint.apps.facilitation.models import Note
from turnpoint.apps.facilitation.services import words
from turnpoint.interfaces.cli.main import main

Typed = Callable[[str], Result]


@pytest.fixture
def typed(
    transactional_db: None, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Typed:
    """Type a line in the folder of a team’s server."""
    monkeypatch.setenv("TURNPOINT_DATA_DIR", str(tmp_path))
    settings.DATA_DIR, settings.TEAM = tmp_path, True
    settings.ADDRESS = "https://career.example.org"
    return lambda line: CliRunner().invoke(main, [*line.split(), "--data-dir", str(tmp_path)])


def test_a_workspace_is_claimed_somebody_invited_and_the_keys_rotated(
    typed: Typed, tmp_path: Path, mailoutbox: list[Any]
) -> None:
    claims_a_workspace_once_there_is_one(typed)
    invites_whoever_has_no_account(typed, mailoutbox)
    assert typed("accounts list").output == "me@example.org\tmanages accounts\n"
    rotates_the_keys_and_says_which_stay(typed, tmp_path)


def claims_a_workspace_once_there_is_one(typed: Typed) -> None:
    early = typed("accounts claim me@example.org")
    assert (early.exit_code, "no personal workspace here yet" in early.output) == (1, True)
    make_owner()
    assert "“nonsense” is not an e-mail address." in typed("accounts claim nonsense").output
    said = typed("accounts claim Me@Example.org").output
    assert "belongs to me@example.org now; everything in it stays." in said
    assert re.search(r"https://career\.example\.org/sign-in/\?token=\S{40}", said)


def invites_whoever_has_no_account(typed: Typed, letters: list[Any]) -> None:
    quietly = typed("accounts invite bob@example.org")
    assert (quietly.exit_code, letters) == (0, [])
    said = typed("accounts invite bob@example.org --send").output
    link = re.search(r"https://career\.example\.org/account/invited/\S+/", said)
    assert link is not None
    assert link.group() in letters[0].body
    again = typed("accounts invite me@example.org")
    assert (again.exit_code, "has an account already" in again.output) == (1, True)


def rotates_the_keys_and_says_which_stay(typed: Typed, folder: Path) -> None:
    owner = make_owner()
    words.write_note(chair(owner), text="Nobody else reads this.", shared=False)
    first = (folder / "keys").read_text().split()
    assert "Sealed anew under a fresh key: 1 cells." in typed("keys rotate").output
    second = (folder / "keys").read_text().split()
    assert second[1:] == first
    assert "Older keys" not in typed("keys rotate --drop-old").output
    (last,) = (folder / "keys").read_text().split()
    assert last not in second
    assert Note.objects.get().text == "Nobody else reads this."


def test_prints_a_key_that_seals() -> None:
    said = CliRunner().invoke(main, ["keys", "new"])
    assert re.fullmatch(r"[\w-]{43}=\n", said.output)

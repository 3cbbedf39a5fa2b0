"""An account of a team: a passkey is added, named, signs in alone, and is removed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser import TURNPOINT, Server, Window, running

pytestmark = pytest.mark.browser

PASSWORD = "koi in clear water"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def team(tmp_path: Path, wage_facts: Path) -> Iterator[Server]:
    """A server of a team. Browsers know passkeys on “localhost”, and on no bare number."""
    for server in running("serve", tmp_path, wage_facts, TURNPOINT_MODE="team"):
        yield replace(server, address=server.address.replace("127.0.0.1", "localhost"))


def claimed(server: Server) -> str:
    """The link of whoever claims the workspace as their account."""
    command = [*TURNPOINT, "accounts", "claim", "me@example.org", "--data-dir", str(server.folder)]
    said = subprocess.run(
        command, env=server.environment, capture_output=True, text=True, check=True
    )
    return said.stdout.split()[-1].replace("127.0.0.1", "localhost")


def press(window: Window, name: str) -> None:
    with window.page.expect_navigation():
        window.page.get_by_role("button", name=name, exact=True).click()


def go(window: Window, name: str) -> None:
    with window.page.expect_navigation():
        window.page.get_by_role("link", name=name).first.click()


def test_a_passkey_is_added_named_signs_in_and_is_removed(
    team: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(team, signed_in=False, narrow=True)
    window.page.goto(claimed(team))
    device = window.page.context.new_cdp_session(window.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    window.open("/account/password/set/")
    for label in ("New password", "The same again"):
        window.page.get_by_label(label).fill(PASSWORD)
    press(window, "Set the password")
    window.open("/account/second-factor/")
    window.check()
    go(window, "Add a passkey")
    window.page.get_by_label("Password").fill(PASSWORD)
    window.check()
    press(window, "Go on")
    window.check()
    press(window, "Add it")
    assert "recovery codes" in window.page.inner_text("main").lower()
    window.check()
    window.open("/account/second-factor/webauthn/")
    go(window, "Rename")
    window.page.get_by_label("What do you call it?").fill("My phone")
    press(window, "Save")
    assert "My phone" in window.page.inner_text("main")
    window.check()
    press(window, "Sign out")
    window.check()
    press(window, "Sign in with a passkey")
    window.open("/settings/")
    window.open("/account/second-factor/webauthn/")
    go(window, "Remove")
    assert "Is it you?" in window.page.inner_text("h1")
    go(window, "With a passkey")
    window.check()
    press(window, "Use a passkey")
    window.check()
    press(window, "Remove it")
    assert "None yet." in window.page.inner_text("main")

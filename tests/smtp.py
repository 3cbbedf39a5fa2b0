"""A real SMTP server on the loopback address, and what was handed in there."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from turnpoint.apps.accounts.team.configuration import team_settings


@pytest.fixture
def letters(settings: Any) -> Iterator[Callable[[], list[Message]]]:
    """What was received so far, in its order; the settings hand e-mail in there."""
    received: list[bytes] = []

    class Keep:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  # aiosmtpd’s name
            received.append(envelope.content)
            return "250 kept"

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(Keep(), hostname="127.0.0.1", port=port)
    controller.start()
    said = team_settings({"TURNPOINT_EMAIL_URL": f"smtp+plain://127.0.0.1:{port}"}, [])
    for name in said:
        if name.startswith("EMAIL_"):
            setattr(settings, name, said[name])
    yield lambda: [message_from_bytes(each) for each in received]
    controller.stop()

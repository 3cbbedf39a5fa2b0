"""What happens to accounts of a team, in the server’s log: which account, from which address, when.

Never what somebody typed, and nothing of what they wrote. In personal mode nothing is noted: there is
one person, and the server runs in their own terminal.
"""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote

from allauth.account import signals as account
from allauth.account.adapter import get_adapter
from allauth.mfa import signals as mfa
from django.conf import settings
from django.contrib.auth import signals as auth
from django.http import HttpRequest

log = logging.getLogger("turnpoint.security")

NOTED = (
    (auth.user_logged_in, "signed in"),
    (auth.user_logged_out, "signed out"),
    (account.password_set, "set a password"),
    (account.password_changed, "changed the password"),
    (account.password_reset, "reset the password"),
    (account.email_changed, "changed the e-mail address"),
    (account.email_added, "added an e-mail address"),
    (account.email_removed, "removed an e-mail address"),
    (mfa.authenticator_added, "added a second factor"),
    (mfa.authenticator_removed, "removed a second factor"),
    (mfa.authenticator_reset, "made recovery codes anew"),
)


def listen() -> None:
    """Note each of ``NOTED``, and sign-ins that failed."""
    for signal, words in NOTED:
        signal.connect(_noting(words), weak=False, dispatch_uid=f"security log: {words}")
    auth.user_login_failed.connect(_failed, dispatch_uid="security log: failed")


def refused(request: HttpRequest) -> None:
    """Note that somebody asked for what is not there for them."""
    if settings.TEAM:
        where = quote(request.path[:200])
        log.warning("not found: %s %s, %s", request.method, where, _who(request))


def _noting(words: str) -> Any:
    def note(request: HttpRequest | None = None, user: Any = None, **_: Any) -> None:
        if settings.TEAM:
            log.info("%s: %s", words, _who(request, user))

    return note


def _failed(request: HttpRequest | None = None, **_: Any) -> None:
    """Without the name that was typed: it may be a password in the wrong field."""
    if settings.TEAM:
        log.warning("failed to sign in: %s", _who(request))


def _who(request: HttpRequest | None, user: Any = None) -> str:
    person = user or getattr(request, "user", None)
    key = getattr(person, "pk", None)
    if request is None or "REMOTE_ADDR" not in request.META:
        return f"account {key or 'unknown'}, from this machine"
    return f"account {key or 'unknown'}, from {get_adapter().get_client_ip(request)}"

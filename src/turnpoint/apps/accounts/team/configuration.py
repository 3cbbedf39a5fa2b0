"""What team mode needs of Django and of django-allauth, from the environment.

Pure functions of the environment, called once by ``turnpoint.settings``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from turnpoint.errors import CannotServe
from turnpoint.labour.facts import data_folder

TEAM, PERSONAL = "team", "personal"
TLS_LATER, TLS_AT_ONCE, NO_TLS = "smtp", "smtps", "smtp+plain"
PORTS = {TLS_LATER: 587, TLS_AT_ONCE: 465, NO_TLS: 25}
A_YEAR = 60 * 60 * 24 * 365
AN_HOUR = 60 * 60
HALF_A_DAY = 12 * AN_HOUR
"""A session of a team: after it, one signs in again."""

FORMS = "turnpoint.apps.accounts.team.forms."

ACCOUNTS: dict[str, Any] = {
    "AUTHENTICATION_BACKENDS": [
        "django.contrib.auth.backends.ModelBackend",
        "allauth.account.auth_backends.AuthenticationBackend",
    ],
    "AUTH_PASSWORD_VALIDATORS": [
        {"NAME": name, "OPTIONS": options}
        for name, options in (
            ("django.contrib.auth.password_validation.UserAttributeSimilarityValidator", {}),
            ("django.contrib.auth.password_validation.MinimumLengthValidator", {"min_length": 12}),
            ("turnpoint.apps.accounts.team.passwords.LongestPassword", {}),
            ("django.contrib.auth.password_validation.CommonPasswordValidator", {}),
            ("django.contrib.auth.password_validation.NumericPasswordValidator", {}),
        )
    ],
    "ACCOUNT_ADAPTER": "turnpoint.apps.accounts.team.adapters.AccountAdapter",
    "SOCIALACCOUNT_ADAPTER": "turnpoint.apps.accounts.team.adapters.SocialAccountAdapter",
    "ACCOUNT_LOGIN_METHODS": {"email"},
    "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*", "password2*"],
    "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
    # Whoever’s way of signing in changed is told by e-mail, in case it was somebody else.
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "PASSWORD_RESET_TIMEOUT": AN_HOUR,
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "ACCOUNT_LOGOUT_REDIRECT_URL": "accounts:sign-in",
    "ACCOUNT_PREVENT_ENUMERATION": True,
    "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
    "ACCOUNT_SESSION_REMEMBER": True,
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": "username",
    # Attempts count by address and account together (see the adapter): nobody is locked out by others.
    "ACCOUNT_RATE_LIMITS": {"login_failed": "30/m/ip,5/5m/key", "reset_password": "10/m/ip"},
    "ACCOUNT_FORMS": {
        "login": f"{FORMS}LoginForm",
        "signup": f"{FORMS}SignupForm",
        "add_email": f"{FORMS}AddEmailForm",
        "change_password": f"{FORMS}ChangePasswordForm",
        "set_password": f"{FORMS}SetPasswordForm",
        "reset_password": f"{FORMS}ResetPasswordForm",
        "reset_password_from_key": f"{FORMS}ResetPasswordKeyForm",
        "reauthenticate": f"{FORMS}ReauthenticateForm",
    },
    "MFA_FORMS": {
        "authenticate": f"{FORMS}CodeForm",
        "reauthenticate": f"{FORMS}CodeAgainForm",
        "activate_totp": f"{FORMS}ActivateAppForm",
        "add_webauthn": f"{FORMS}AddPasskeyForm",
        "edit_webauthn": f"{FORMS}RenamePasskeyForm",
    },
    "SOCIALACCOUNT_FORMS": {"signup": f"{FORMS}ConfirmByElsewhereForm"},
    # The provider is the one whoever runs this named; the adapter asks that it has verified the address.
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
    "SOCIALACCOUNT_STORE_TOKENS": False,
    "SOCIALACCOUNT_EMAIL_VERIFICATION": "mandatory",
    "MFA_ADAPTER": "turnpoint.apps.accounts.team.adapters.SecondFactorAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_TOTP_ISSUER": "Turnpoint",
    "USERSESSIONS_TRACK_ACTIVITY": False,
}


def team_settings(said: Mapping[str, str], hosts: Sequence[str]) -> dict[str, Any]:
    """Every setting of Django and of django-allauth that follows from the environment."""
    mode = said.get("TURNPOINT_MODE", "").strip() or PERSONAL
    if mode not in {TEAM, PERSONAL}:
        raise CannotServe(
            f"TURNPOINT_MODE is “{mode}”. Say “team” for several people, or leave it out for one."
        )
    return {
        "TEAM": mode == TEAM,
        "CSRF_COOKIE_HTTPONLY": True,
        **({"SESSION_COOKIE_AGE": HALF_A_DAY, "CACHES": _limits()} if mode == TEAM else {}),
        **ACCOUNTS,
        **_address(said.get("TURNPOINT_ADDRESS", "").strip(), hosts),
        **_email(said.get("TURNPOINT_EMAIL_URL", "").strip()),
        "DEFAULT_FROM_EMAIL": said.get("TURNPOINT_EMAIL_FROM", "") or "turnpoint@localhost",
        "ALLAUTH_TRUSTED_PROXY_COUNT": _proxies(said.get("TURNPOINT_PROXIES", "0")),
        "SOCIALACCOUNT_PROVIDERS": _provider(said),
    }


def _limits() -> dict[str, Any]:
    """Where attempts to sign in are counted: for all processes, and over a restart."""
    return {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(data_folder() / "limits"),
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }


def _address(address: str, hosts: Sequence[str]) -> dict[str, Any]:
    """With https, cookies travel by https only and browsers come back by https only."""
    if not address:
        return {"ADDRESS": "", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": True}
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
        raise CannotServe(
            f"TURNPOINT_ADDRESS is “{address}”. Write it as https://career.example.org, without "
            "a path."
        )
    secure = parts.scheme == "https"
    # Browsers take a cookie of such a name from this very host only, and only by https.
    bound = {"SESSION_COOKIE_NAME": "__Host-turnpoint", "CSRF_COOKIE_NAME": "__Host-turnpoint_csrf"}
    return {
        **(bound if secure else {}),
        "ADDRESS": f"{parts.scheme}://{parts.netloc}",
        "ALLOWED_HOSTS": [*dict.fromkeys([*hosts, parts.hostname])],
        "CSRF_TRUSTED_ORIGINS": [f"{parts.scheme}://{parts.netloc}"],
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": parts.scheme,
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not secure,
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
        "SECURE_HSTS_SECONDS": A_YEAR if secure else 0,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if secure else None,
    }


def _email(url: str) -> dict[str, Any]:
    """Without an address for e-mail, what would be sent is printed in the terminal."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    wrong = (
        "TURNPOINT_EMAIL_URL is not where e-mail can be handed in. Write it as "
        "smtp://user:password@host:587, smtps://user:password@host:465 or smtp+plain://host:25."
    )  # it may hold a password, so that it is not repeated
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise CannotServe(wrong) from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise CannotServe(wrong)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == TLS_LATER,
        "EMAIL_USE_SSL": parts.scheme == TLS_AT_ONCE,
        "EMAIL_TIMEOUT": 15,
    }


def _proxies(text: str) -> int:
    if not text.strip().isdecimal():
        raise CannotServe("TURNPOINT_PROXIES is a number: how many proxies of yours are in front.")
    return int(text)


def _provider(said: Mapping[str, str]) -> dict[str, Any]:
    """One OpenID provider, where all three of its settings are given."""
    names = ("TURNPOINT_OIDC_URL", "TURNPOINT_OIDC_CLIENT", "TURNPOINT_OIDC_SECRET")
    url, client, secret = (said.get(name, "").strip() for name in names)
    if not any((url, client, secret)):
        return {}
    if not all((url, client, secret)):
        raise CannotServe(f"Single sign-on needs all three of {', '.join(names)}.")
    app = {
        "provider_id": "sign-on",
        "name": said.get("TURNPOINT_OIDC_NAME", "") or "Single sign-on",
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": url, "fetch_userinfo": True, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}

"""Django's settings. Every setting of ours is read here, once, and listed in ``SETTINGS``.

Turnpoint runs for one person on their own machine, on the loopback address, unless told otherwise.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from turnpoint.apps.accounts.database import database_at
from turnpoint.apps.accounts.team.configuration import team_settings
from turnpoint.errors import CannotServe
from turnpoint.labour.facts import data_folder, facts_folder, mirror_folder


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: what it is for and what holds without it."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting(
        "TURNPOINT_DATA_DIR",
        "the platform’s data folder",
        "Where the database, the facts and the secret key live.",
    ),
    Setting(
        "TURNPOINT_FACTS_DIR",
        "`facts` in the data folder",
        "Where the compiled facts live; several workspaces may share them.",
    ),
    Setting(
        "TURNPOINT_MIRROR", "none", "Publishers’ files in a folder, read instead of the network."
    ),
    Setting(
        "DATABASE_URL", "SQLite in the data folder", "Such as `postgres://user@host/name` instead."
    ),
    Setting(
        "TURNPOINT_SECRET_KEY", "made at first start", "Signs sessions; at least 50 characters."
    ),
    Setting(
        "TURNPOINT_KEYS",
        "the file `keys` in the data folder",
        "Keys that seal private words, separated by commas; the first one writes.",
    ),
    Setting(
        "TURNPOINT_BACKUPS", "`backups` in the data folder", "Gets a backup each day, or `off`."
    ),
    Setting(
        "TURNPOINT_HOSTS",
        "the loopback names",
        "Host names the server answers to, separated by commas.",
    ),
    Setting(
        "TURNPOINT_TIME_ZONE",
        "the machine’s own",
        "Where the days of somebody begin who has not said it, such as `Europe/Lisbon`.",
    ),
    Setting(
        "TURNPOINT_MODE",
        "`personal`",
        "`team` turns accounts on: e-mail, passwords, second factors, passkeys, invitations.",
    ),
    Setting(
        "TURNPOINT_ADDRESS",
        "none",
        "The address people use, such as `https://career.example.org`; with https, cookies and "
        "browsers are bound to it.",
    ),
    Setting(
        "TURNPOINT_PROXIES",
        "0",
        "How many proxies of yours stand in front, so that limits count people and not the proxy.",
    ),
    Setting(
        "TURNPOINT_EMAIL_URL",
        "none",
        "Where e-mail is handed in: `smtp://user:password@host:587`, with TLS from the start "
        "`smtps://…:465`, without any `smtp+plain://…`.",
    ),
    Setting("TURNPOINT_EMAIL_FROM", "turnpoint@localhost", "Who e-mail is from."),
    Setting("TURNPOINT_OIDC_URL", "none", "Single sign-on: the address of an OpenID provider."),
    Setting("TURNPOINT_OIDC_CLIENT", "none", "The client id that the provider gave."),
    Setting("TURNPOINT_OIDC_SECRET", "none", "The secret that the provider gave."),
    Setting("TURNPOINT_OIDC_NAME", "Single sign-on", "What its button is called."),
    Setting("TURNPOINT_DEMO", "off", "`1` marks the workspace as one of sample people."),
    Setting("TURNPOINT_DEBUG", "off", "`1` shows tracebacks; for development only."),
)


def _secret_key(folder: Path) -> str:
    if given := os.environ.get("TURNPOINT_SECRET_KEY"):
        return given
    path = folder / "secret-key"
    if not path.exists() or not path.stat().st_size:  # empty: the disk was full once
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii")


def _time_zone() -> str:
    """The zone given, else the one the machine is set to, else UTC."""
    given = os.environ.get("TURNPOINT_TIME_ZONE", "").strip()
    if given and given not in available_timezones():
        raise CannotServe(
            f"TURNPOINT_TIME_ZONE names “{given}”, which is no time zone known here. "
            "Write it as Europe/Lisbon or America/Chicago, or leave it out."
        )
    # Unix keeps its zone as a link into the folder of all zones.
    machine = os.environ.get("TZ", "").lstrip(":"), os.path.realpath("/etc/localtime")
    named = (place.rpartition("zoneinfo/")[2] for place in machine)
    return given or next((name for name in named if name in available_timezones()), "UTC")


BASE = Path(__file__).resolve().parent
DATA_DIR = data_folder()
FACTS_DIR = facts_folder()
MIRROR = mirror_folder()
BACKUPS = os.environ.get("TURNPOINT_BACKUPS", "").strip() or str(DATA_DIR / "backups")
DEMO = os.environ.get("TURNPOINT_DEMO") == "1"
DEBUG = os.environ.get("TURNPOINT_DEBUG") == "1"
SECRET_KEY = _secret_key(DATA_DIR)
KEYS = [key for key in os.environ.get("TURNPOINT_KEYS", "").split(",") if key]

LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [
    host for host in os.environ.get("TURNPOINT_HOSTS", "").split(",") if host
] or LOOPBACK_HOSTS

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "turnpoint.apps.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django.contrib.humanize",
    "turnpoint.apps.profiles",
    "turnpoint.apps.occupations",
    "turnpoint.apps.roles",
    "turnpoint.apps.destinations",
    "turnpoint.apps.routes",
    "turnpoint.apps.skills",
    "turnpoint.apps.transitions",
    "turnpoint.apps.plans",
    "turnpoint.apps.sharing",
    "turnpoint.apps.facilitation",
    "turnpoint.apps.archive",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "turnpoint.apps.accounts.middleware.content_security_policy",
    "turnpoint.apps.accounts.middleware.bounded_requests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "turnpoint.apps.accounts.middleware.bound_to_a_person",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "turnpoint.apps.accounts.middleware.accounts_of_a_team",
    "turnpoint.apps.accounts.middleware.in_own_time_zone",
    "turnpoint.apps.accounts.once.reading_once",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "turnpoint.apps.accounts.middleware.fail_in_words",
]
ROOT_URLCONF = "turnpoint.urls"
WSGI_APPLICATION = "turnpoint.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "turnpoint.apps.accounts.context.frame",
            ],
        },
    }
]

DATABASES = {"default": database_at(os.environ.get("DATABASE_URL", "").strip(), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "plans:today"
SESSION_COOKIE_NAME = "turnpoint_demo" if DEMO else "turnpoint"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{SESSION_COOKIE_NAME}_csrf"
CSRF_FAILURE_VIEW = "turnpoint.apps.accounts.views.csrf_failed"
SECURE_REFERRER_POLICY = "same-origin"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Addresses, e-mail, accounts and their limits, as the environment says.
_of_team = team_settings(os.environ, ALLOWED_HOSTS)
TEAM = bool(_of_team["TEAM"])
ADDRESS = str(_of_team["ADDRESS"])
globals().update(_of_team)

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = _time_zone()

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE / "static"]
# Files are served straight from the packages: one process, one person, nothing to collect.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secret": {"()": "turnpoint.apps.accounts.redaction.SecretAddresses"}},
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["secret"]}
    },
    # A request under another host name gets a 400; it is no fault of ours to trace in the terminal.
    "loggers": {
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "turnpoint.security": {"level": "INFO"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}

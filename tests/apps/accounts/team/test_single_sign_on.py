"""Single sign-on against a small OpenID provider that really runs: discovery, keys, tokens, userinfo."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from jwt.algorithms import RSAAlgorithm

from turnpoint.apps.accounts.models import Invitation, User
from turnpoint.apps.accounts.team import invitations
from turnpoint.apps.accounts.team.configuration import team_settings

BOB = "bob@example.org"


@dataclass
class Provider:
    """Whom it has signed in, and what it gave out. Every code works once, for who began with it."""

    key: rsa.RSAPrivateKey
    address: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    audience: str = "turnpoint"
    challenges: dict[str, str] = field(default_factory=dict)

    def discovery(self) -> dict[str, Any]:
        names = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
        return {
            "issuer": self.address,
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        } | {name: f"{self.address}/{name}" for name in names}

    def keys(self) -> dict[str, Any]:
        return {"keys": [json.loads(RSAAlgorithm.to_jwk(self.key.public_key())) | {"kid": "1"}]}

    def authorized(self, asked: str) -> dict[str, str]:
        """What the browser brings back from the page where the person signed in."""
        said = {name: each[0] for name, each in parse_qs(urlsplit(asked).query).items()}
        assert said["code_challenge_method"] == "S256"
        code = f"code-{len(self.challenges)}"
        self.challenges[code] = said["code_challenge"]
        return {"code": code, "state": said["state"]}

    def token(self, said: dict[str, list[str]]) -> dict[str, Any] | None:
        (code,), (verifier,), (secret,) = said["code"], said["code_verifier"], said["client_secret"]
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if self.challenges.pop(code, None) != challenge or secret != "s":
            return None
        now = int(time.time())
        about = {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 60}
        signed = jwt.encode(about | self.person, self.key, "RS256", headers={"kid": "1"})
        return {"access_token": "opens-userinfo", "token_type": "Bearer", "id_token": signed}


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name the library calls
            known = {
                "/.well-known/openid-configuration": provider.discovery,
                "/jwks_uri": provider.keys,
                "/userinfo_endpoint": lambda: provider.person,
            }
            self._say(known[self.path]())

        def do_POST(self) -> None:  # as above
            length = int(self.headers["Content-Length"])
            self._say(provider.token(parse_qs(self.rfile.read(length).decode())))

        def _say(self, what: object) -> None:
            self.send_response(200 if what else 400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(what or {"error": "invalid_grant"}).encode())

        def log_message(self, *_: object) -> None:
            """Nothing on the terminal of the tests."""

    return Answer


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture
def provider(db: None, settings: Any, key: rsa.RSAPrivateKey) -> Iterator[Provider]:
    made = Provider(key, person={"sub": "7", "email": BOB, "email_verified": True})
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(made))
    made.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    said = {"URL": made.address, "CLIENT": "turnpoint", "SECRET": "s"}
    of_team = team_settings({f"TURNPOINT_OIDC_{name}": each for name, each in said.items()}, [])
    settings.SOCIALACCOUNT_PROVIDERS = of_team["SOCIALACCOUNT_PROVIDERS"]
    yield made
    server.shutdown()
    server.server_close()


def sign_on(provider: Provider, browser: Client | None = None) -> Client:
    """There and back, as a browser goes."""
    browser = browser or Client()
    there = browser.post("/account/oidc/sign-on/login/")
    assert there["Location"].startswith(f"{provider.address}/authorization_endpoint?")
    back = provider.authorized(there["Location"])
    browser.get("/account/oidc/sign-on/login/callback/", back, follow=True)
    return browser


def signed_in(browser: Client) -> bool:
    return browser.get("/settings/").status_code == 200


def known(*, verified: bool = True) -> User:
    person = User.objects.create_user("bob", email=BOB, password="koi in clear water")
    EmailAddress.objects.create(user=person, email=BOB, verified=verified, primary=True)
    return person


def test_opens_no_account_by_itself(provider: Provider) -> None:
    assert not signed_in(sign_on(provider))
    assert not User.objects.exists()


def test_an_invitation_opens_one_for_its_address_only(provider: Provider) -> None:
    browser = Client()
    _, token = invitations.invite(email="cleo@example.org", by=None)
    browser.get(f"/account/invited/{token}/")
    assert not signed_in(sign_on(provider, browser))
    _, token = invitations.invite(email=BOB, by=None)
    browser.get(f"/account/invited/{token}/")
    assert signed_in(sign_on(provider, browser))
    assert User.objects.get().email == BOB
    assert Invitation.objects.get(email=BOB).used_at is not None
    assert signed_in(sign_on(provider))  # from then on it needs none


def test_signs_in_to_the_account_whose_address_both_have_verified(provider: Provider) -> None:
    person = known()
    browser = sign_on(provider)
    assert browser.session["_auth_user_id"] == str(person.pk)
    assert SocialAccount.objects.get().user == person


@pytest.mark.parametrize("word", [False, "false", "true", None])
def test_an_address_the_provider_has_not_verified_opens_nothing(
    provider: Provider, word: object
) -> None:
    known()
    provider.person |= {"email_verified": word}
    assert not signed_in(sign_on(provider))
    assert not SocialAccount.objects.exists()


def test_an_address_that_was_never_confirmed_here_opens_nothing(provider: Provider) -> None:
    known(verified=False)
    assert not signed_in(sign_on(provider))


def test_a_closed_account_stays_closed(provider: Provider) -> None:
    person = known()
    person.is_active = False
    person.save()
    assert not signed_in(sign_on(provider))


def test_a_token_for_somebody_else_opens_nothing(provider: Provider) -> None:
    known()
    provider.audience = "another-application"
    assert not signed_in(sign_on(provider))


def test_what_another_browser_brings_back_opens_nothing(provider: Provider) -> None:
    known()
    there = Client().post("/account/oidc/sign-on/login/")
    back = provider.authorized(there["Location"])
    other = Client()
    page = other.get("/account/oidc/sign-on/login/callback/", back)
    assert "did not work" in page.content.decode()
    assert not signed_in(other)


def test_says_so_where_the_provider_is_away(provider: Provider) -> None:
    provider.address = "http://127.0.0.1:1"
    page = Client().post("/account/oidc/sign-on/login/", follow=True)
    back = Client().get("/account/oidc/sign-on/login/callback/", {"error": "access_denied"})
    assert page.status_code < 500
    assert back.status_code < 500

"""How django-allauth behaves here: sign-up by invitation only, and limits nobody can turn on others."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from turnpoint.apps.accounts import sealing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.team import invitations


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types of it
    """An account begins with an invitation, for the very address that was invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return invitations.held(request) is not None

    def clean_email(self, email: str) -> str:
        cleaned: str = super().clean_email(email)
        invited = invitations.held(self.request) if self.request else None
        signing_up = self.request is not None and not self.request.user.is_authenticated
        if signing_up and invited and cleaned.casefold() != invited.email.casefold():
            raise ValidationError(
                f"You were invited as {invited.email}; sign up with that address."
            )
        return cleaned

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """The invitation is used up in the same transaction; of two at once, one succeeds."""
        saved: User = super().save_user(request, user, form, commit=commit)
        invitations.use(request, saved)
        return saved

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Attempts are counted for an account and an address together.

        By account alone, somebody who guesses would lock its owner out.
        """
        account: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{truncate_ip(self.get_client_ip(request))}:{account}"


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    """Single sign-on opens no account without an invitation either."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        invited = invitations.held(request)
        known = {each.email.casefold() for each in sociallogin.email_addresses if each.verified}
        return invited is not None and invited.email.casefold() in known

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        saved: User = super().save_user(request, sociallogin, form)
        invitations.use(request, saved)
        return saved


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # as above
    """Secrets of authenticator apps, and what recovery codes grow from, lie sealed in the database."""

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

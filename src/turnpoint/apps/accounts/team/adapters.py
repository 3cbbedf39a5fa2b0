"""How django-allauth behaves here: sign-up by invitation only, and limits nobody can turn on others."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from turnpoint.apps.accounts import sealing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.team import invitations

LOG = logging.getLogger(__name__)
WRONG_CODE = "That code does not fit. Codes change each half minute; try the next one."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types of it
    """An account begins with an invitation, for the very address that was invited."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Whoever runs this Turnpoint can open it again.",
        "cannot_remove_primary_email": "Letters go to this address. Choose another one first.",
        "duplicate_email": "You have this address already.",
        "email_password_mismatch": "Address and password do not fit together.",
        "email_taken": "Somebody has an account with this address already.",
        "enter_current_password": "That is not your password now.",
        "incorrect_code": WRONG_CODE,
        "incorrect_password": "That is not your password.",
        "invalid_or_expired_key": "This link does not work any more.",
        "invalid_login": "Address and password do not fit together.",
        "invalid_password_reset": "This link does not work any more.",
        "max_email_addresses": "%d addresses are the most one account has.",
        "too_many_login_attempts": "Too many tries from here. Wait five minutes, and try again.",
        "unknown_email": "No account has this address.",
        "unverified_primary_email": "Confirm the address first.",
        "same_as_current": "That is what it is already.",
        "rate_limited": "That was tried too often from here. Wait a few minutes, and try again.",
    }

    def send_notification_mail(self, *given: Any, **named: Any) -> None:
        """What was done is done, even where no letter of it can be handed in just now."""
        try:
            super().send_notification_mail(*given, **named)
        except (OSError, SMTPException):
            LOG.warning("A letter about an account could not be handed in.", exc_info=True)

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
    """Single sign-on opens no account without an invitation either.

    It opens the account that has confirmed an address which the provider has verified, too: the very
    word of it, since “false” as a string would otherwise count.
    """

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        ours = EmailAddress.objects.filter(email__iexact=email, verified=True).exists()
        return ours and email.casefold() in _verified(login)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        invited = invitations.held(request)
        return invited is not None and invited.email.casefold() in _verified(sociallogin)

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        saved: User = super().save_user(request, sociallogin, form)
        invitations.use(request, saved)
        return saved


def _verified(login: SocialLogin) -> set[str]:
    """The addresses that the provider says it has verified."""
    return {each.email.casefold() for each in login.email_addresses if each.verified is True}


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # as above
    """Secrets of authenticator apps, and what recovery codes grow from, lie sealed in the database."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": "With a second factor on, an account keeps the addresses it has.",
        "cannot_delete_authenticator": "This one stays as long as others rest on it.",
        "cannot_generate_recovery_codes": "Recovery codes come with a passkey or an app.",
        "incorrect_code": WRONG_CODE,
        "unverified_email": "Confirm your e-mail address first.",
    }

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002  # allauth’s name
        """What a new passkey is called until its owner calls it otherwise."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {count + 1}"

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

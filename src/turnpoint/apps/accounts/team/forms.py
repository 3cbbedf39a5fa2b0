"""Forms of django-allauth in the words of this house; what they check is allauth’s."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkey
from allauth.socialaccount import forms as elsewhere

WORDS = {
    "code": ("Code", "Six digits of the app, or a recovery code."),
    "email": ("E-mail address", ""),
    "login": ("E-mail address", ""),
    "name": ("What do you call it?", "Such as “my phone”, or “the key on my ring”."),
    "oldpassword": ("Your password now", ""),
    "password": ("Password", ""),
    "password1": ("New password", ""),
    "password2": ("The same again", ""),
    "passwordless": (
        "It signs me in alone, without the password",
        "Untick this for a key without PIN or fingerprint; it is then asked for beside the password.",
    ),
    "remember": ("Stay signed in here", "Not on a computer that others use."),
}
"""Label and help of a field by its name."""


class InOurWords:
    """Labels above the fields, none in them; the help of rules that a page says itself is left out."""

    words: ClassVar[dict[str, tuple[str, str]]] = {}
    fields: dict[str, Any]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name, field in self.fields.items():
            field.label, field.help_text = (WORDS | self.words).get(name, (field.label, ""))
            field.widget.attrs.pop("placeholder", None)


class LoginForm(InOurWords, account.LoginForm):  # type: ignore[misc]  # allauth publishes no types of it
    """Signing in."""


class SignupForm(InOurWords, account.SignupForm):  # type: ignore[misc]  # as above
    """Opening an account."""

    words: ClassVar[dict[str, tuple[str, str]]] = {
        "email": ("E-mail address", "The one you were invited by.")
    }


class AddEmailForm(InOurWords, account.AddEmailForm):  # type: ignore[misc]  # as above
    """Another address."""

    words: ClassVar[dict[str, tuple[str, str]]] = {
        "email": ("E-mail address", "It gets a letter with a link that confirms it.")
    }


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]  # as above
    """Another password."""


class SetPasswordForm(InOurWords, account.SetPasswordForm):  # type: ignore[misc]  # as above
    """The first password of whoever came by a link."""


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]  # as above
    """Where the link goes that sets a new one."""


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]  # as above
    """The new password of whoever had that link."""


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]  # as above
    """Showing once more that it is you."""


class ConfirmByElsewhereForm(InOurWords, elsewhere.SignupForm):  # type: ignore[misc]  # as above
    """What is left to say after single sign-on."""


class CodeForm(InOurWords, second_factor.AuthenticateForm):  # type: ignore[misc]  # as above
    """A code after the password."""


class CodeAgainForm(InOurWords, second_factor.ReauthenticateForm):  # type: ignore[misc]  # as above
    """A code to show once more that it is you."""


class ActivateAppForm(InOurWords, app.ActivateTOTPForm):  # type: ignore[misc]  # as above
    """The first code of an app."""

    words: ClassVar[dict[str, tuple[str, str]]] = {"code": ("The six digits it shows", "")}


class AddPasskeyForm(InOurWords, passkey.AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey, and whether it signs in alone, as most can."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(InOurWords, passkey.EditWebAuthnForm):  # type: ignore[misc]  # as above
    """Another name for a passkey."""

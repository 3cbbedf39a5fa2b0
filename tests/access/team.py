"""Who may do what at the addresses of accounts, which there are in team mode only."""

from __future__ import annotations

from tests.access.rule import Rule


def public(methods: str, **arguments: object) -> Rule:
    """An address for whoever wants to sign in."""
    return Rule(methods, shared=arguments, anyone=True, team=True)


def own(methods: str, **arguments: object) -> Rule:
    """An address about the signed-in person’s own account; the object, if any, is nobody’s."""
    return Rule(methods, shared=arguments, team=True)


def administered(methods: str, **arguments: object) -> Rule:
    """An address for administrators; for everybody else there is nothing there."""
    return Rule(methods, shared=arguments, team=True)


RULES = {
    "account_close": administered("POST", person_id=999_999),
    "account_invited": public("GET", token="no-such-invitation"),
    "account_make_administrator": administered("POST", person_id=999_999),
    "account_open_again": administered("POST", person_id=999_999),
    "account_people": administered("GET POST"),
    "account_uninvite": administered("POST", invitation_id=999_999),
    "account_unmake_administrator": administered("POST", person_id=999_999),
    "account_change_password": own("GET POST"),
    "account_confirm_email": public("GET POST", key="no-such-key"),
    "account_confirm_login_code": public("GET POST"),
    "account_email": own("GET POST"),
    "account_email_verification_sent": public("GET"),
    "account_inactive": public("GET"),
    "account_login": public("GET POST"),
    "account_logout": public("GET POST"),
    "account_reauthenticate": own("GET POST"),
    "account_reset_password": public("GET POST"),
    "account_reset_password_done": public("GET"),
    "account_reset_password_from_key": public("GET POST", uidb36="1", key="no-such-key"),
    "account_reset_password_from_key_done": public("GET"),
    "account_set_password": own("GET POST"),
    "account_signup": public("GET POST"),
    "mfa_activate_totp": own("GET POST"),
    "mfa_add_webauthn": own("GET POST"),
    "mfa_authenticate": public("GET POST"),
    "mfa_deactivate_totp": own("GET POST"),
    "mfa_download_recovery_codes": own("GET"),
    "mfa_edit_webauthn": own("GET POST", pk=999_999),
    "mfa_generate_recovery_codes": own("GET POST"),
    "mfa_index": own("GET"),
    "mfa_list_webauthn": own("GET"),
    "mfa_login_webauthn": public("GET POST"),
    "mfa_reauthenticate": own("GET POST"),
    "mfa_reauthenticate_webauthn": own("GET POST"),
    "mfa_remove_webauthn": own("GET POST", pk=999_999),
    "mfa_view_recovery_codes": own("GET"),
    "openid_connect_callback": public("GET", provider_id="nobody"),
    "openid_connect_login": public("GET POST", provider_id="nobody"),
    "socialaccount_connections": own("GET POST"),
    "socialaccount_login_cancelled": public("GET"),
    "socialaccount_login_error": public("GET"),
    "socialaccount_signup": public("GET POST"),
    "usersessions_list": own("GET POST"),
}

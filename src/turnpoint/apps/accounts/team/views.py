"""Accepting an invitation, and the administrator’s page of accounts."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.forms import InviteForm
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.team import administration, invitations
from turnpoint.apps.accounts.team.administration import administrator_of
from turnpoint.errors import BadInput


@login_not_required
@require_safe
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Take an invitation, and go on to open an account."""
    invitations.hold(request, token)
    return redirect("account_signup")


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Every account with how it signs in, and inviting somebody. Nothing that anybody wrote."""
    administrator = administrator_of(request)
    form = InviteForm(request.POST or None)
    address = ""
    if request.method == "POST" and form.is_valid():
        try:
            made, token = invitations.invite(email=form.cleaned_data["email"], by=administrator)
        except BadInput as error:
            form.add_error("email", str(error))
        else:
            address = absolute(request, reverse("account_invited", args=[token]))
            administration.send_invitation(made=made, address=address)
            form = InviteForm()
    context = {
        "accounts": administration.accounts(),
        "invitations": invitations.open_ones(),
        "form": form,
        "address": address,
        "administrator": administrator,
    }
    return render(request, "accounts/people.html", context, status=422 if form.errors else 200)


def absolute(request: HttpRequest, path: str) -> str:
    """The whole address of a page, as people outside reach it."""
    return f"{settings.ADDRESS}{path}" if settings.ADDRESS else request.build_absolute_uri(path)


@require_POST
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """End an invitation."""
    administrator_of(request)
    ended = invitations.withdraw(invitation_id=invitation_id)
    tell(request, f"The invitation of {ended.email} ended.")
    return redirect("account_people")


@require_POST
def close(request: HttpRequest, person_id: int) -> HttpResponse:
    """Close an account: it is signed out, and nothing of it is read by others."""
    person = administration.set_active(
        by=administrator_of(request), person_id=person_id, active=False
    )
    undo = reverse("account_open_again", args=[person_id])
    tell(request, f"The account of {person.shown_name} is closed. Nothing was removed.", undo=undo)
    return redirect("account_people")


@require_POST
def open_again(request: HttpRequest, person_id: int) -> HttpResponse:
    """Open an account again."""
    person = administration.set_active(
        by=administrator_of(request), person_id=person_id, active=True
    )
    tell(request, f"{person.shown_name} can sign in again.")
    return redirect("account_people")


@require_POST
def make(request: HttpRequest, person_id: int) -> HttpResponse:
    """Let somebody manage accounts."""
    administrator_of(request)
    person = administration.set_administrator(person_id=person_id, administers=True)
    undo = reverse("account_unmake_administrator", args=[person_id])
    tell(request, f"{person.shown_name} manages accounts now.", undo=undo)
    return redirect("account_people")


@require_POST
def unmake(request: HttpRequest, person_id: int) -> HttpResponse:
    """Let somebody manage accounts no longer."""
    administrator_of(request)
    person = administration.set_administrator(person_id=person_id, administers=False)
    undo = reverse("account_make_administrator", args=[person_id])
    tell(request, f"{person.shown_name} manages accounts no longer.", undo=undo)
    return redirect("account_people")

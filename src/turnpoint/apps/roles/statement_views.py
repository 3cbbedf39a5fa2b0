"""What one’s role is, in one’s own words: say it, say it differently, read it back to the first."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import queries as roles
from turnpoint.apps.roles import statement_queries as queries
from turnpoint.apps.roles.models import StatementRevision
from turnpoint.apps.roles.services import statement as services
from turnpoint.apps.roles.statement_forms import StatementForm
from turnpoint.apps.roles.views import done, sent, status_of
from turnpoint.errors import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest) -> HttpResponse:
    """Say what the present role is, or say it differently; every saving is a revision."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    now = queries.latest(owner=owner, held=held)
    number = now.number if now else 0
    initial = StatementForm.of(now.stated()) if now else {}
    form = StatementForm(sent(request), first=not now, initial=initial | {"base": number})
    context: dict[str, Any] = {"held": held, "now": now, "form": form}
    saved: list[StatementRevision] = []
    if form.is_valid():

        def state() -> None:
            saved.append(
                services.state_role(
                    owner=owner,
                    held=held,
                    base=form.cleaned_data["base"],
                    said=form.said(),
                    changed=form.cleaned_data.get("changed", ""),
                )
            )

        try:
            done(form, state)
        except Conflict as conflict:
            again = StatementForm({**request.POST.dict(), "base": str(number)}, first=not now)
            context |= {"form": again, "conflict": conflict}
            return render(request, "roles/statement.html", context, status=409)
    if saved:
        _tell(request, number, saved[0])
        return redirect("roles:role")
    return render(request, "roles/statement.html", context, status=status_of(form))


def _tell(request: HttpRequest, before: int, saved: StatementRevision) -> None:
    if saved.number == before:
        tell(request, "Nothing had changed, so there is no new revision.")
        return
    undo = reverse("roles:state-again", args=[before]) if before else ""
    tell(request, f"Saved as revision {saved.number}.", undo=undo)


@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """Every revision in full, the latest first; and what was said of earlier roles."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    context = {
        "held": held,
        "history": queries.history(queries.revisions(owner=owner, held=held)),
        "earlier": queries.earlier(owner=owner, held=held),
    }
    return render(request, "roles/statements.html", context)


@require_POST
def state_again(request: HttpRequest, number: int) -> HttpResponse:
    """Say again what an earlier revision said."""
    owner = owner_of(request)
    held = roles.held_role(owner=owner)
    now = queries.latest(owner=owner, held=held)
    saved = services.state_again(owner=owner, held=held, number=number)
    _tell(request, now.number if now else 0, saved)
    return redirect("roles:role")

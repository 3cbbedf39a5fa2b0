"""The present role: what people in it do, and what another occupation would keep of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.forms import BesideForm


@require_safe
def role(request: HttpRequest) -> HttpResponse:
    """The job one has: what it is read as, and what it leads to."""
    form = BesideForm(request.GET if "beside_title" in request.GET else None)
    chosen = form.cleaned_data["beside"] if form.is_valid() else None
    page = queries.role(owner=owner_of(request), beside=chosen.code if chosen else "")
    return render(request, "roles/role.html", {"page": page, "form": form})

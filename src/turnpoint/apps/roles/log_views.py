"""The two-week log: ten seconds an entry, and the shares of time it gives after some days."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import log_queries, queries
from turnpoint.apps.roles.log_forms import EntryForm
from turnpoint.apps.roles.models import Change
from turnpoint.apps.roles.services import log as services
from turnpoint.apps.roles.views import done, say, sent, status_of


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest) -> HttpResponse:
    """One more entry, what was logged, and what comes out of it."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    today = timezone.localdate()
    form = EntryForm(sent(request), initial={"day": _day(request, today)})
    made: list[Change] = []
    if form.is_valid() and done(
        form, lambda: made.append(services.log(owner=owner, held=held, **form.said()))
    ):
        say(request, f"Logged {_spelt(form)}.", made[0])
        day = form.cleaned_data["day"]
        on = "" if day == today else f"?{urlencode({'day': day.isoformat()})}"
        return redirect(f"{reverse('roles:log')}{on}")
    context = {
        "held": held,
        "form": form,
        "mine": queries.activities(owner=owner, held=held),
        "found": log_queries.logged(owner=owner, held=held, today=today),
        "today": today,
    }
    return render(request, "roles/log.html", context, status=status_of(form))


def _day(request: HttpRequest, today: dt.date) -> dt.date:
    """The day that is being filled in, so that a second entry of last Friday needs no second date."""
    try:
        return min(dt.date.fromisoformat(request.GET.get("day", "")), today)
    except ValueError:
        return today


def _spelt(form: EntryForm) -> str:
    minutes = form.cleaned_data["minutes"]
    return f"{minutes // 60}:{minutes % 60:02} of “{form.cleaned_data['about']}”"


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """One entry, to be said differently."""
    owner = owner_of(request)
    row = log_queries.entry(owner=owner, entry_id=entry_id)
    form = EntryForm(sent(request), initial=EntryForm.of(row))
    made: list[Change] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(services.change_entry(owner=owner, entry_id=entry_id, **form.said())),
    ):
        say(request, "Saved.", made[0])
        return redirect("roles:log")
    mine = queries.activities(owner=owner, held=row.held)
    context = {"row": row, "form": form, "mine": mine}
    return render(request, "roles/log_entry.html", context, status=status_of(form))


@require_POST
def remove(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Move an entry to the trash."""
    change = services.remove_entry(owner=owner_of(request), entry_id=entry_id)
    say(request, "Removed.", change)
    return redirect("roles:log")


@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Let the shares that came out be those of the role."""
    owner = owner_of(request)
    held = queries.held_role(owner=owner)
    change = services.use_log(owner=owner, held=held, today=timezone.localdate())
    say(request, "Your activities now have the times of your log.", change)
    return redirect("roles:activities")

"""A calendar in two pages: its titles, seen once and stored nowhere; then totals by what they count as."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import calendar_queries, queries
from turnpoint.apps.roles.calendar_reading import CalendarRead, bounded, read_calendar
from turnpoint.apps.roles.calendar_tokens import MOST_GROUPS, opened, sealed
from turnpoint.apps.roles.models import RoleActivity
from turnpoint.apps.roles.models.time import MOST_WEEKS, spelt_minutes
from turnpoint.apps.roles.services import calendar as services
from turnpoint.apps.roles.views import done, say, status_of

WEEKS = (("2", "2 weeks"), ("4", "4 weeks"), ("8", "8 weeks"), (str(MOST_WEEKS), "12 weeks"))


class CalendarForm(forms.Form):
    """The file, how far back, and who one is in it."""

    file = forms.FileField(
        label="My calendar, as an .ics file",
        help_text="Up to 10 MB. It is read here, on this machine, and forgotten.",
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
    )
    weeks = forms.TypedChoiceField(label="How far back", choices=WEEKS, initial="4", coerce=int)
    address = forms.CharField(
        label="My address in it",
        required=False,
        max_length=200,
        help_text="So that what you declined is left out. It is not kept either.",
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """Choose a calendar; then name what its titles count as. The file is read and forgotten."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    posted = request.method == "POST"
    form = CalendarForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial={"address": owner.email},
    )
    read: list[CalendarRead] = []
    if form.is_valid():
        done(form, lambda: read.append(_read(form)))
    mine = queries.activities(owner=owner, held=held)
    if read and read[0].tally.groups:
        context = {
            "read": read[0],
            "last": timezone.localdate() - dt.timedelta(days=1),
            "groups": _shown(read[0], mine),
            "more": max(0, len(read[0].tally.groups) - MOST_GROUPS),
            "token": sealed(read[0], owner=owner),
            "mine": mine,
        }
        return render(request, "roles/calendar_groups.html", context)
    context = {
        "form": form,
        "empty": read[0] if read else None,
        "kept": calendar_queries.kept(owner=owner, held=held),
    }
    return render(request, "roles/calendar.html", context, status=status_of(form))


def _read(form: CalendarForm) -> CalendarRead:
    file = form.cleaned_data["file"]
    content = bounded(file.read() if file.size <= 10_000_000 else None, file.size)
    return read_calendar(
        content,
        today=timezone.localdate(),
        weeks=form.cleaned_data["weeks"],
        zone=timezone.get_current_timezone(),
        address=form.cleaned_data["address"].strip(),
    )


def _shown(read: CalendarRead, mine: tuple[RoleActivity, ...]) -> list[dict[str, object]]:
    """Each title with its time. A name stands there only where it is one of the person’s own."""
    names = {row.name.casefold(): row.name for row in mine}
    return [
        {
            "number": number,
            "title": group.title,
            "time": spelt_minutes(group.minutes),
            "times": group.times,
            "name": names.get(group.title.casefold(), ""),
        }
        for number, group in enumerate(read.tally.groups[:MOST_GROUPS])
    ]


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the totals of what was named; no title came along."""
    owner = owner_of(request)
    held = queries.held_role(owner=owner)
    read = opened(request.POST.get("token", ""), owner=owner)
    names = {number: request.POST.get(f"as-{number}", "") for number in range(len(read.minutes))}
    change = services.keep_totals(owner=owner, held=held, read=read, names=names)
    say(request, "Kept the totals of what you named, and nothing else.", change)
    return redirect("roles:calendar")


@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Give activities the hours of the calendar."""
    owner = owner_of(request)
    change = services.use_calendar(owner=owner, held=queries.held_role(owner=owner))
    say(request, "Your activities now have the hours of your calendar.", change)
    return redirect("roles:activities")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget the totals."""
    owner = owner_of(request)
    change = services.forget_totals(owner=owner, held=queries.held_role(owner=owner))
    say(request, "The totals are forgotten.", change)
    return redirect("roles:calendar")

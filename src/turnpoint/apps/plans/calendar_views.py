"""The calendar feed: its page, and what a calendar programme fetches without signing in."""

from __future__ import annotations

import hashlib

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import calendar_feed as services
from turnpoint.errors import NotFound

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class CalendarForm(forms.Form):
    """What the feed says, and when the weekly review is in it."""

    discreet = forms.BooleanField(
        label="Only say “Turnpoint”, not what it is about",
        required=False,
        help_text="For a calendar that others can see. The link in each entry still leads here.",
    )
    review_day = forms.TypedChoiceField(
        label="Weekly review on",
        required=False,
        choices=[("", "not in the calendar"), *enumerate(DAYS)],
        coerce=int,
        empty_value=None,
    )
    review_at = forms.TimeField(
        label="at", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if (said.get("review_day") is None) != (said.get("review_at") is None):
            raise forms.ValidationError("Say both the day and the time of the review, or neither.")
        return said


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """What the feed is for, whether there is one, and what it says."""
    owner = owner_of(request)
    feed = services.feed_of(owner=owner)
    names = ("discreet", "review_day", "review_at")
    form = CalendarForm(
        request.POST or None, initial={name: getattr(feed, name, None) for name in names}
    )
    if request.method == "POST" and feed is None:
        raise NotFound("There is no calendar yet. Make its address first.")
    # A form with everything left open sends nothing but its token.
    if request.method == "POST" and form.is_valid():
        services.say_how(owner=owner, **form.cleaned_data)
        tell(request, "Saved. Calendars see it when they next look, within hours.")
        return redirect("plans:calendar")
    status = 422 if form.errors else 200
    return render(request, "plans/calendar.html", {"feed": feed, "form": form}, status=status)


@require_POST
def make_address(request: HttpRequest) -> HttpResponse:
    """A new secret address, shown this once: only its digest is kept."""
    token = services.make_address(owner=owner_of(request))
    address = request.build_absolute_uri(reverse("plans:feed", args=[token]))
    return render(request, "plans/calendar_address.html", {"address": address})


@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """The address stops working."""
    services.revoke(owner=owner_of(request))
    tell(request, "The address no longer works.")
    return redirect("plans:calendar")


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar at a secret address, for a calendar programme, which does not sign in."""
    try:
        found = services.feed(token=token, site=request.build_absolute_uri("/").rstrip("/"))
    except NotFound as error:
        return HttpResponse(str(error), status=404, content_type="text/plain; charset=utf-8")
    etag = f'"{hashlib.sha256(found.text).hexdigest()}"'
    changed = int(found.changed_at.timestamp())
    response = HttpResponse(found.text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="turnpoint.ics"'
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = etag
    response["Last-Modified"] = http_date(changed)
    answer = get_conditional_response(request, etag=etag, last_modified=changed, response=response)
    return answer or response

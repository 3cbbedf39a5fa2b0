"""Signing in and out, choosing a sample person, and pages for what goes wrong."""

from __future__ import annotations

import sys

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts import services
from turnpoint.apps.accounts.forms import SettingsForm
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.outage import outage_of, page_of
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.accounts.time_zone import said_now, zone_of, zones
from turnpoint.errors import NotFound

BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@never_cache
@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in by the one-time link; without a token, say how to get one."""
    token = request.GET.get("token", "")
    if not token and settings.TEAM:
        following = request.GET.urlencode()
        return redirect(f"{reverse('account_login')}?{following}")
    if not token:
        return render(request, "accounts/sign_in.html")
    try:
        user = services.use_sign_in_link(token=token)
    except NotFound as error:
        if request.user.is_authenticated:
            return redirect(settings.LOGIN_REDIRECT_URL)
        return render(request, "accounts/sign_in.html", {"sentence": str(error)}, status=404)
    login(request, user, backend=BACKEND)
    if settings.TEAM:  # as signing in by password does, so that it can be ended from elsewhere
        UserSession.objects.create_from_request(request)
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here."""
    logout(request)
    return redirect("accounts:sign-in")


@require_POST
def become(request: HttpRequest) -> HttpResponse:
    """In a demo workspace, look at another sample person."""
    if not settings.DEMO:
        raise NotFound("Sample people live in a demo workspace only. Run “turnpoint demo”.")
    person = services.sample_person(username=request.POST.get("person", ""))
    login(request, person, backend=BACKEND)
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Where one is, by which the days here begin."""
    person = owner_of(request)
    form = SettingsForm(request.POST or None, initial={"time_zone": person.time_zone})
    if request.method == "POST" and form.is_valid():
        services.say_time_zone(user=person, text=form.cleaned_data["time_zone"])
        tell(request, "Saved. Days begin at your midnight.")
        return redirect("accounts:settings")
    zone = zone_of(person.time_zone)
    context = {
        "form": form,
        "zones": zones(),
        "zone": person.time_zone if zone else "",
        "now": said_now(zone or timezone.get_default_timezone()),
    }
    return render(request, "accounts/settings.html", context, status=422 if form.errors else 200)


@require_POST
def time_zone_of_browser(request: HttpRequest) -> HttpResponse:
    """Take the browser’s zone, once, where none was said; show the page again if the day differs."""
    name = request.POST.get("time_zone", "")
    another_day = services.take_time_zone(user=owner_of(request), name=name)
    return HttpResponse(status=204, headers={"HX-Refresh": "true"} if another_day else {})


def _failure(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "failure.html", {"sentence": sentence}, status=status)


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, "The browser sent something that could not be read.", 400)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, "This is not yours to open.", 403)


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, "There is no page at this address.", 404)


@login_not_required
def too_often(request: HttpRequest) -> HttpResponse:
    sentence = "That was tried too often from where you are. Wait a few minutes, and try again."
    return _failure(request, sentence, 429)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    if outage := outage_of(sys.exception()):
        return page_of(outage, request)
    sentence = (
        "Something went wrong on our side, and nothing of what you sent was saved. "
        "The terminal that runs Turnpoint shows what happened."
    )
    return _failure(request, sentence, 500)


@login_not_required
def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    sentence = (
        "This page was too old to be sent, so nothing was saved. "
        "Go back, reload the page, and send it again."
    )
    return _failure(request, sentence, 403)

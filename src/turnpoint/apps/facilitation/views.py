"""An engagement from either chair: begin, sign, meet, end."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.facilitation import letters, queries
from turnpoint.apps.facilitation.agreement import Terms
from turnpoint.apps.facilitation.clients import grouped, led
from turnpoint.apps.facilitation.forms import (
    InviteForm,
    SponsorForm,
    TermsForm,
)
from turnpoint.apps.facilitation.seat import Seat, seat
from turnpoint.apps.facilitation.services import engagements as services
from turnpoint.errors import BadInput


def sitting(request: HttpRequest, side: str, engagement_id: int) -> Seat:
    """The chair of whoever is signed in."""
    return seat(sitting=owner_of(request), side=side, engagement_id=engagement_id)


def shown(
    request: HttpRequest, name: str, at: Seat, context: dict[str, Any], *, bad: bool = False
) -> HttpResponse:
    """A page of an engagement."""
    given = {"seat": at, "engagement": at.engagement, "side": at.side} | context
    return render(request, f"facilitation/{name}.html", given, status=422 if bad else 200)


def sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def refuse(form: Any, error: BadInput) -> None:
    """Show a sentence at the field it is about."""
    form.add_error(error.where if error.where in form.fields else None, str(error))


@require_safe
def engagements(request: HttpRequest) -> HttpResponse:
    """With whom one works, and whom one facilitates."""
    person = owner_of(request)
    context = {
        "mine": queries.mine(owner=person),
        "led": len(led(facilitator=person)),
    }
    return render(request, "facilitation/list.html", context)


@require_safe
def clients(request: HttpRequest) -> HttpResponse:
    """The people one facilitates: next sessions, open questions, what may be read and until when."""
    people = led(facilitator=owner_of(request))
    context = {"clients": people, "groups": grouped(people)}
    return render(request, "facilitation/clients.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Ask somebody to facilitate, with the agreement as one would sign it."""
    form = InviteForm(sent(request))
    if form.is_valid():
        try:
            row = services.invite(
                owner=owner_of(request), name=form.cleaned_data["name"], terms=form.terms()
            )
        except BadInput as error:
            refuse(form, error)
        else:
            tell(request, f"{row.facilitator_name} can now read the agreement, and nothing else.")
            return redirect("facilitation:engagement", "mine", row.pk)
    status = 422 if form.errors else 200
    return render(request, "facilitation/invite.html", {"form": form}, status=status)


@require_safe
def engagement(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """Where a process stands: the agreement, the sessions, what is open."""
    at = sitting(request, side, engagement_id)
    return shown(request, "engagement", at, {"page": queries.overview(at), "form": SponsorForm()})


@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """Read every version; propose another."""
    at = sitting(request, side, engagement_id)
    versions = list(at.engagement.agreements.order_by("-version"))
    names = list(asdict(services_terms(versions[0])))
    form = TermsForm(sent(request), initial={name: getattr(versions[0], name) for name in names})
    if form.is_valid():
        try:
            row = services.propose(at, terms=form.terms())
        except BadInput as error:
            refuse(form, error)
        else:
            tell(request, f"Version {row.version} is proposed; it holds once both have signed.")
            return redirect("facilitation:agreement", side, engagement_id)
    return shown(
        request, "agreement", at, {"versions": versions, "form": form}, bad=bool(form.errors)
    )


def services_terms(row: Any) -> Terms:
    return Terms(**{name: getattr(row, name) for name in Terms.__dataclass_fields__})


@require_POST
def sign(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """Sign the version that was read."""
    at = sitting(request, side, engagement_id)
    version = request.POST.get("version", "")
    row = services.sign(at, version=int(version) if version.isdecimal() else 0)
    tell(request, "Signed by both: it holds." if row.in_force else "Signed. The other one is next.")
    return redirect("facilitation:engagement", side, engagement_id)


@require_POST
def end(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """End the engagement at once."""
    at = sitting(request, side, engagement_id)
    dated = queries.dated(at)
    services.end(at)
    letters.call_off(dated, again=False)
    tell(
        request,
        f"Ended. {at.engagement.facilitator_name} reads nothing more."
        if at.is_person
        else "Ended.",
    )
    return redirect("facilitation:list" if at.is_person else "facilitation:clients")


@require_POST
def sponsor(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """A private link by which a sponsor sees dates and attendance; it is shown this once."""
    at = sitting(request, "mine", engagement_id)
    form = SponsorForm(request.POST)
    if form.is_valid():
        token = services.give_sponsor_link(at, name=form.cleaned_data["name"])
        address = request.build_absolute_uri(reverse("facilitation:attendance", args=[token]))
        return shown(request, "sponsor_link", at, {"address": address})
    return shown(request, "engagement", at, {"page": queries.overview(at), "form": form}, bad=True)


@require_POST
def end_sponsor(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """End the sponsor’s link."""
    services.withdraw_sponsor_link(sitting(request, "mine", engagement_id))
    tell(request, "The link shows nothing more.")
    return redirect("facilitation:engagement", "mine", engagement_id)


@login_not_required
@never_cache
@require_safe
def attendance(request: HttpRequest, token: str) -> HttpResponse:
    """Dates and attendance for a sponsor, and nothing else."""
    return render(
        request, "facilitation/attendance.html", {"page": queries.attendance(token=token)}
    )

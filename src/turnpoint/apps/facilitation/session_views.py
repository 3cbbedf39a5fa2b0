"""The sessions of an engagement: laid out, given a date, moved, called off, held."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.facilitation import invitations, letters, queries
from turnpoint.apps.facilitation.forms import AskForm, PlanForm, ScheduleForm
from turnpoint.apps.facilitation.models import Session
from turnpoint.apps.facilitation.services import engagements as services
from turnpoint.apps.facilitation.services import sessions
from turnpoint.apps.facilitation.views import refuse, sent, shown, sitting
from turnpoint.errors import BadInput


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """Another shape: how many sessions, over how many weeks."""
    at = sitting(request, side, engagement_id).running()
    form = PlanForm(sent(request), initial={"start": timezone.localdate()})
    if form.is_valid():
        said, dated = form.cleaned_data, queries.dated(at)
        try:
            services.plan(at, start=said["start"], sessions=said["sessions"], weeks=said["weeks"])
        except BadInput as error:
            refuse(form, error)
        else:
            letters.call_off(dated)
            tell(request, "Laid out anew. Give each session its date.")
            return redirect("facilitation:engagement", side, engagement_id)
    return shown(request, "plan", at, {"form": form}, bad=bool(form.errors))


@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest, side: str, engagement_id: int, number: int) -> HttpResponse:
    """One session: what it is for, a clock, its date, what was asked and promised."""
    at = sitting(request, side, engagement_id)
    row = queries.session(at, number)
    form = ScheduleForm(sent(request), initial=_now(row))
    if form.is_valid():
        said = form.cleaned_data
        row = sessions.schedule(
            at,
            number=number,
            starts_at=form.starts_at(),
            minutes=said["minutes"],
            place=said["place"],
        )
        posted = letters.invite([row]) or "Both of you find it in the calendar."
        tell(request, f"The date is set. {posted}")
        return redirect("facilitation:session", side, engagement_id, number)
    purposes = queries.purposes(row)
    context = {
        "row": row,
        "purposes": purposes,
        "form": form,
        "day": queries.day_of(row),
        "asked": [each for each in queries.questions(at) if each.session_id == row.pk],
        "noted": [each for each in queries.notes(at) if each.session_id == row.pk],
        "ask": AskForm(purpose=purposes[0].key if purposes else ""),
        "open": [each for each in queries.commitments(at) if each.state == "open"],
    }
    return shown(request, "session", at, context, bad=bool(form.errors))


def _now(row: Session) -> dict[str, Any]:
    local = timezone.localtime(row.starts_at) if row.starts_at else None
    return {
        "day": local.date() if local else row.meant_for,
        "time": local.time() if local else None,
        "minutes": row.minutes,
        "place": row.place,
    }


@require_POST
def call_off(request: HttpRequest, side: str, engagement_id: int, number: int) -> HttpResponse:
    """Take the date of a session away, with a way back."""
    row = sessions.call_off(sitting(request, side, engagement_id), number=number)
    undo = reverse("facilitation:put-back", args=[side, engagement_id, number])
    tell(request, f"Session {number} is called off. {letters.call_off([row])}".strip(), undo=undo)
    return redirect("facilitation:session", side, engagement_id, number)


@require_POST
def put_back(request: HttpRequest, side: str, engagement_id: int, number: int) -> HttpResponse:
    """Put the date of a session back where it was."""
    row = sessions.call_off(sitting(request, side, engagement_id), number=number, back=True)
    tell(request, f"Session {number} has its date again. {letters.invite([row])}".strip())
    return redirect("facilitation:session", side, engagement_id, number)


@require_POST
def attended(request: HttpRequest, side: str, engagement_id: int, number: int) -> HttpResponse:
    """Say whether a session was held; saying so again takes it back."""
    at = sitting(request, side, engagement_id)
    row = sessions.note_attendance(at, number=number, attended=request.POST.get("attended", ""))
    tell(request, f"Session {row.number}: {row.get_attended_display()}.")
    return redirect("facilitation:session", side, engagement_id, number)


@require_safe
def invitation(request: HttpRequest, side: str, engagement_id: int, number: int) -> HttpResponse:
    """A session for one’s calendar."""
    at = sitting(request, side, engagement_id)
    row = queries.session(at, number)
    address = request.build_absolute_uri(
        reverse("facilitation:session", args=[side, engagement_id, number])
    )
    answer = HttpResponse(
        invitations.calendar(row, other=at.other, address=address), content_type="text/calendar"
    )
    answer["Content-Disposition"] = f'attachment; filename="session-{number}.ics"'
    return answer

"""A look back on the week, in a quarter of an hour, and the few things of the next one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import week_queries as queries
from turnpoint.apps.plans import week_services as services
from turnpoint.apps.plans.focus_services import DayFull
from turnpoint.apps.plans.focus_views import full_day
from turnpoint.apps.plans.serving import servable
from turnpoint.apps.plans.week import after
from turnpoint.apps.plans.week_forms import WeekForm
from turnpoint.apps.plans.week_services import ANSWERS
from turnpoint.errors import BadInput, NotFound


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: HttpRequest) -> HttpResponse:
    """What moved, inside first; four questions; and up to three things for next week."""
    owner = owner_of(request)
    page = queries.week_page(owner=owner, today=timezone.localdate())
    form = WeekForm(
        request.POST or None,
        initial={name: getattr(page.review, name, "") for name in ANSWERS},
        servable=servable(owner=owner),
        things=page.things,
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = services.write_review(
                owner=owner, monday=page.monday, answers=form.answers(), things=form.things()
            )
        except BadInput as error:
            form.add_error(None, str(error))
        else:
            undo = "" if page.review else reverse("plans:act-on-review", args=[row.pk, "remove"])
            tell(request, "Kept. That was the week.", undo=undo)
            return redirect("plans:review", row.pk)
    status = 422 if form.errors else 200
    return render(request, "plans/week.html", {"page": page, "form": form}, status=status)


@require_safe
def review(request: HttpRequest, review_id: int) -> HttpResponse:
    """One review as it was written, with what had moved by then."""
    owner = owner_of(request)
    row = queries.review(owner=owner, review_id=review_id)
    page = queries.week_page(owner=owner, today=timezone.localdate())
    context = {
        "review": row,
        "current": row.monday == page.monday,
        "things": queries.things_of(owner=owner, monday=after(row.monday)),
        "past": [each for each in page.past if each.pk != row.pk],
    }
    return render(request, "plans/review.html", context)


@require_POST
def act_on_review(request: HttpRequest, review_id: int, act: str) -> HttpResponse:
    """Take a review away, or put it back."""
    owner = owner_of(request)
    if act == "remove":
        row = services.remove_review(owner=owner, review_id=review_id)
        tell(request, "Removed.", undo=reverse("plans:act-on-review", args=[row.pk, "restore"]))
        return redirect("plans:week")
    if act == "restore":
        services.restore_review(owner=owner, review_id=review_id)
        tell(request, "It is back.")
        return redirect("plans:review", review_id)
    raise NotFound("Nothing of that name can be done with a review.")


@require_POST
def act_on_week(request: HttpRequest, thing_id: int, act: str) -> HttpResponse:
    """Put one of the week’s few on today, take it away, or put it back."""
    owner = owner_of(request)
    if act == "take-up":
        return _take_up(request, thing_id)
    if act == "drop":
        services.drop(owner=owner, thing_id=thing_id)
        undo = reverse("plans:act-on-week", args=[thing_id, "bring-back"])
        tell(request, "Taken off the week.", undo=undo)
    elif act == "bring-back":
        services.bring_back(owner=owner, thing_id=thing_id)
        tell(request, "It is back.")
    else:
        raise NotFound("Nothing of that name can be done with something of a week.")
    return redirect("plans:today")


def _take_up(request: HttpRequest, thing_id: int) -> HttpResponse:
    owner = owner_of(request)
    instead = request.POST.get("instead", "")
    try:
        row = services.take_up(
            owner=owner,
            thing_id=thing_id,
            day=timezone.localdate(),
            gravy=bool(request.POST.get("gravy")),
            instead=int(instead) if instead.isdecimal() else None,
        )
    except DayFull as full:
        text = queries.thing(owner=owner, thing_id=thing_id).text
        address = reverse("plans:act-on-week", args=[thing_id, "take-up"])
        return full_day(request, full, text, address, [])
    where = "to today" if row.slot else "under gravy"
    tell(request, f"Added {where}.", undo=reverse("plans:act", args=[row.pk, "take-off"]))
    return redirect("plans:today")

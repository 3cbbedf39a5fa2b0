"""What would bring the skills that are wanted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.skills import opportunity_queries as queries
from turnpoint.apps.skills.asking import done, sent, status_of
from turnpoint.apps.skills.opportunity_forms import OpportunityForm
from turnpoint.apps.skills.queries import skills
from turnpoint.apps.skills.services import opportunities as services
from turnpoint.apps.skills.starters import STARTERS, starter
from turnpoint.errors import NotFound

FORM = ("GET", "HEAD", "POST")


@require_safe
def opportunities(request: HttpRequest) -> HttpResponse:
    """Everything written down, and which skills nothing leads far enough."""
    owner = owner_of(request)
    wanted = skills(owner=owner, today=timezone.localdate())
    known = queries.opportunities(owner=owner)
    furthest: dict[int, float] = {}
    for each in known:
        if each.row.done_on is None and each.row.seats != 0:
            for row, level in each.levels:
                furthest[row.pk] = max(furthest.get(row.pk, 0.0), level)
    short = [
        (each, furthest.get(each.id))
        for each in wanted
        if not each.met and furthest.get(each.id, 0.0) < each.row.required - 1e-6
    ]
    context = {
        "open": [each for each in known if each.row.done_on is None],
        "finished": [each for each in known if each.row.done_on is not None],
        "short": short,
        "skills": wanted,
        "starters": STARTERS,
    }
    return render(request, "skills/opportunities.html", context)


@require_http_methods(FORM)
def new(request: HttpRequest) -> HttpResponse:
    """Write one down; ``?like=`` begins with an example."""
    owner = owner_of(request)
    wanted = skills(owner=owner, today=timezone.localdate())
    example = starter(request.GET.get("like", ""))
    form = OpportunityForm(
        sent(request),
        skills=wanted,
        others=queries.opportunities(owner=owner),
        currency=profiles.profile(owner=owner).currency,
        initial=OpportunityForm.like(example, wanted) if example else {},
    )
    if form.is_valid() and done(form, lambda: services.add(owner=owner, **form.said())):
        tell(request, f"Kept “{form.cleaned_data['name']}”.")
        return redirect("skills:opportunities")
    return render(request, "skills/opportunity.html", {"form": form}, status=status_of(form))


@require_http_methods(FORM)
def opportunity(request: HttpRequest, opportunity_id: int) -> HttpResponse:
    """Everything about one."""
    owner = owner_of(request)
    known = queries.opportunities(owner=owner)
    one = next((each for each in known if each.id == opportunity_id), None)
    if one is None:
        raise NotFound("This is not among your opportunities. It may have been removed since.")
    form = OpportunityForm(
        sent(request),
        skills=skills(owner=owner, today=timezone.localdate()),
        others=[each for each in known if each.id != opportunity_id],
        currency=profiles.profile(owner=owner).currency,
        initial=OpportunityForm.of(one),
    )
    if form.is_valid() and done(
        form,
        lambda: services.change(owner=owner, opportunity_id=opportunity_id, **form.said()),
    ):
        tell(request, "Saved.")
        return redirect("skills:opportunities")
    context = {"form": form, "row": one.row}
    return render(request, "skills/opportunity.html", context, status=status_of(form))


@require_POST
def remove(request: HttpRequest, opportunity_id: int) -> HttpResponse:
    """Think of it no longer."""
    row = services.remove(owner=owner_of(request), opportunity_id=opportunity_id)
    undo = reverse("skills:restore-opportunity", args=[opportunity_id])
    tell(request, f"Removed “{row.name}”.", undo=undo)
    return redirect("skills:opportunities")


@require_POST
def restore(request: HttpRequest, opportunity_id: int) -> HttpResponse:
    """Think of it again; the undo of removing it."""
    services.restore(owner=owner_of(request), opportunity_id=opportunity_id)
    tell(request, "It is back.")
    return redirect("skills:opportunities")


@require_POST
def finish(request: HttpRequest, opportunity_id: int) -> HttpResponse:
    """It is done; now is the time to say how far along the skills are."""
    row = services.finish(
        owner=owner_of(request), opportunity_id=opportunity_id, on=timezone.localdate()
    )
    undo = reverse("skills:reopen", args=[opportunity_id])
    tell(request, f"“{row.name}” is done. Say how far along its skills are now.", undo=undo)
    return redirect("plans:today" if request.POST.get("from") == "today" else "skills:skills")


@require_POST
def reopen(request: HttpRequest, opportunity_id: int) -> HttpResponse:
    """It is not done after all; the undo of finishing it."""
    services.reopen(owner=owner_of(request), opportunity_id=opportunity_id)
    tell(request, "Not done yet.")
    return redirect("skills:opportunities")

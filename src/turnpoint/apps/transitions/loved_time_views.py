"""“Time I love kept”: which role beside one’s own an option stands for, and taking its figures over."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.loved_time import loved_time_page
from turnpoint.apps.transitions.models import Criterion
from turnpoint.apps.transitions.pages import checked, part_page
from turnpoint.apps.transitions.services import loved_time as services
from turnpoint.errors import BadInput

MINE = "mine"


@require_POST
def add(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Add the criterion, and say which role each option stands for."""
    criterion = services.add_loved_time(owner=owner_of(request), transition_id=transition_id)
    tell(request, f"Added “{criterion}”. Now say which role each option stands for.")
    return redirect("transitions:loved-time", transition_id, criterion.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def loved_time(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """What was taken over, what the roles say now, and taking it over."""
    owner = owner_of(request)
    criterion = queries.part(Criterion, owner=owner, transition_id=transition_id, part_id=part_id)
    page = loved_time_page(owner=owner, criterion=criterion)
    problem = ""
    if request.method == "POST":
        try:
            taken = services.take(
                owner=owner,
                transition_id=transition_id,
                part_id=part_id,
                roles_of=_chosen(request, [line.option.pk for line in page.lines]),
            )
        except BadInput as error:
            problem = str(error)
        else:
            undo = reverse("transitions:take-back-loved-time", args=[transition_id, part_id])
            many = "option" if taken == 1 else "options"
            said = f"Taken over for {taken} {many}." if taken else "No role was chosen."
            tell(request, said, undo=undo if taken else "")
            return redirect("transitions:effects-on-criterion", transition_id, part_id)
    return part_page(
        request,
        checked(request, transition_id),
        "criteria",
        "loved_time",
        criterion=criterion,
        page=page,
        problem=problem,
        status=422 if problem else 200,
    )


def _chosen(request: HttpRequest, options: list[int]) -> dict[int, int | None]:
    """Option → role, for those with a choice."""
    chosen: dict[int, int | None] = {}
    for key in options:
        value = request.POST.get(f"role-{key}", "")
        if value == MINE:
            chosen[key] = None
        elif value:
            if not value.isdecimal():
                raise BadInput("Choose one of the roles beside yours.")
            chosen[key] = int(value)
    return chosen


@require_POST
def take_back(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """Put back what stood there before."""
    owner = owner_of(request)
    services.take_back(owner=owner, transition_id=transition_id, part_id=part_id)
    tell(request, "Taken back.")
    return redirect("transitions:loved-time", transition_id, part_id)

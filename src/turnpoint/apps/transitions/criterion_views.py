"""The criteria of a transition."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.forms import CriterionForm
from turnpoint.apps.transitions.loved_time import offered, taken_for
from turnpoint.apps.transitions.models import Criterion
from turnpoint.apps.transitions.pages import checked, done, part_page, sent, status_of
from turnpoint.apps.transitions.queries import Checked
from turnpoint.apps.transitions.services import criteria as services
from turnpoint.apps.transitions.starters import STARTERS, starters
from turnpoint.errors import BadInput


@require_http_methods(["GET", "HEAD", "POST"])
def criteria(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Every criterion, and those to begin with; ticking some adds them."""
    owner = owner_of(request)
    found = checked(request, transition_id)
    if request.method == "POST":
        added, stopped = 0, ""
        for each in starters(request.POST.getlist("starter")):
            try:
                services.add_criterion(owner=owner, transition_id=transition_id, **each.said)
                added += 1
            except BadInput as problem:
                stopped = str(problem)
                break
        said = f"Added {added}. Look at their ends: they are only a beginning." if added else ""
        tell(request, f"{said} {stopped}".strip() or "Nothing was ticked, so nothing was added.")
        return redirect("transitions:criteria", transition_id)
    names = {row.name for row in found.rows.criteria}
    taken = taken_for(owner=owner, transition_id=transition_id)
    return part_page(
        request,
        found,
        "criteria",
        "criteria",
        starters=[each for each in STARTERS if each.said["name"] not in names],
        criteria=[(row, found.at(f"criteria.{row.key}")) for row in found.rows.criteria],
        loved={row.criterion_id for row in taken},
        can_take=not taken and bool(offered(owner=owner)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, transition_id: int) -> HttpResponse:
    """A criterion of one’s own."""
    owner = owner_of(request)
    form = CriterionForm(sent(request), initial={"shape": "linear"})
    if form.is_valid():
        added: list[Criterion] = []
        if done(
            form,
            lambda: added.append(
                services.add_criterion(owner=owner, transition_id=transition_id, **form.said())
            ),
        ):
            return _saved(request, transition_id, added[0], f"Added “{added[0]}”.")
    found = checked(request, transition_id)
    return part_page(request, found, "criteria", "criterion", form=form, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def criterion(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """One criterion: its unit, its ends, and how worth grows along it."""
    owner = owner_of(request)
    row = queries.part(Criterion, owner=owner, transition_id=transition_id, part_id=part_id)
    form = CriterionForm(sent(request), initial=CriterionForm.of(row))
    aside = 0

    def change() -> None:
        nonlocal aside
        said = form.said()
        aside = services.change_criterion(
            owner=owner, transition_id=transition_id, part_id=part_id, **said
        )

    # What could be read is saved, even where a cell beside it could not.
    if form.is_bound and (form.is_valid() or "name" in form.cleaned_data) and done(form, change):
        undo = (
            reverse("transitions:take-back-scale", args=[transition_id, part_id]) if aside else ""
        )
        said = _set_aside(aside)
        if form.is_valid():
            return _saved(request, transition_id, row, f"Saved. {said}".strip(), undo=undo)
        if aside:
            tell(request, said, undo=undo)
    found = checked(request, transition_id)
    return part_page(
        request,
        found,
        "criteria",
        "criterion",
        form=form,
        criterion=row,
        problems=found.at(f"criteria.{row.key}"),
        status=status_of(form),
    )


def _saved(
    request: HttpRequest, transition_id: int, row: Criterion, said: str, *, undo: str = ""
) -> HttpResponse:
    """Back to the list; or to the page itself while one of its cells needs another look."""
    tell(request, said, undo=undo)
    found: Checked = checked(request, transition_id)
    if any(not each.warning for each in found.at(f"criteria.{row.key}")):
        return redirect("transitions:criterion", transition_id, row.pk)
    return redirect("transitions:criteria", transition_id)


def _set_aside(answers: int) -> str:
    if not answers:
        return ""
    many = "answer" if answers == 1 else "answers"
    return (
        f"With other ends a trade-off means something else, so {answers} {many} no longer "
        f"{'counts' if answers == 1 else 'count'}."
    )


@require_POST
def take_back_scale(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """Put the scale back, and the answers that its change set aside."""
    services.take_back_scale(owner=owner_of(request), transition_id=transition_id, part_id=part_id)
    tell(request, "The scale is as it was, and the answers count again.")
    return redirect("transitions:criterion", transition_id, part_id)

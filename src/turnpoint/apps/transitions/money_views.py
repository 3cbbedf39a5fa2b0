"""Money: the household’s, and each option’s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.cells import CellsForm
from turnpoint.apps.transitions.models import Option
from turnpoint.apps.transitions.money_cells import (
    COURSE,
    COURSE_DEFAULTS,
    HOUSEHOLD,
    HOUSEHOLD_DEFAULTS,
)
from turnpoint.apps.transitions.pages import checked, part_page, sent, status_of
from turnpoint.apps.transitions.services import options, transitions
from turnpoint.errors import BadInput


@require_http_methods(["GET", "HEAD", "POST"])
def household(request: HttpRequest, transition_id: int) -> HttpResponse:
    """What is the same whichever option is chosen, and each option’s money to open."""
    owner = owner_of(request)
    row = queries.transition(owner=owner, transition_id=transition_id)
    form = CellsForm(
        sent(request),
        groups=HOUSEHOLD,
        plain=row.household,
        defaults=HOUSEHOLD_DEFAULTS,
        currency=row.currency,
    )
    if form.is_bound and save_cells(
        request,
        form,
        lambda said: transitions.say_household(
            owner=owner, transition_id=transition_id, cells=said
        ),
    ):
        return redirect("transitions:money", transition_id)
    found = checked(request, transition_id)
    return part_page(
        request,
        found,
        "money",
        "money",
        form=form,
        groups=form.shown(found, "household"),
        options=[
            (each, [one for one in found.at(f"options.{each.key}.money") if not one.warning])
            for each in found.rows.options
        ],
        status=status_of(form),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def option_money(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """The money of one option, every figure with its unit and where it is from."""
    owner = owner_of(request)
    row = queries.part(Option, owner=owner, transition_id=transition_id, part_id=part_id)
    of = queries.transition(owner=owner, transition_id=transition_id)
    form = CellsForm(
        sent(request),
        groups=COURSE,
        plain=row.money,
        defaults=COURSE_DEFAULTS,
        currency=of.currency,
    )
    if form.is_bound and save_cells(
        request,
        form,
        lambda said: options.say_money(
            owner=owner, transition_id=transition_id, part_id=part_id, cells=said
        ),
    ):
        return redirect("transitions:option-money", transition_id, part_id)
    found = checked(request, transition_id)
    return part_page(
        request,
        found,
        "money",
        "option_money",
        form=form,
        option=row,
        groups=form.shown(found, f"options.{row.key}.money"),
        status=status_of(form),
    )


def save_cells(
    request: HttpRequest, form: CellsForm, act: Callable[[dict[str, Any]], object]
) -> bool:
    """Save every cell that could be read. Whether all could; the page shows where not."""
    said = form.said()
    try:
        if said:
            act(said)
    except BadInput as problem:
        form.add_error(problem.where if problem.where in form.fields else None, str(problem))
        return False
    if form.errors:
        return False
    tell(
        request,
        f"Saved {len(said)} {'answer' if len(said) == 1 else 'answers'}."
        if said
        else "Nothing had changed.",
    )
    return True

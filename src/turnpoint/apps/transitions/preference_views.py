"""How much each criterion matters: rank, trade off, weigh; each rung may be left out."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions.asking import Asked, asked_next
from turnpoint.apps.transitions.contradictions import contradictions
from turnpoint.apps.transitions.models import Criterion, TradeOff
from turnpoint.apps.transitions.pages import checked, done, part_page, sent, status_of
from turnpoint.apps.transitions.queries import Checked, Rows
from turnpoint.apps.transitions.services import criteria as services
from turnpoint.apps.transitions.trade_off_forms import (
    SwingsForm,
    TradeOffForm,
    change_in_words,
)
from turnpoint.errors import BadInput, NotFound

Groups = list[list[Criterion]]


def ranked(rows: Rows) -> Groups:
    """The ranked criteria in their groups, the most important first."""
    known = sorted(
        (row for row in rows.criteria if row.rank is not None), key=lambda row: (row.rank, row.slot)
    )
    return [list(group) for _, group in groupby(known, key=lambda row: row.rank)]


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest, transition_id: int) -> HttpResponse:
    """The three rungs, with the ranking at hand; a move redraws the list only, where it can."""
    found = checked(request, transition_id)
    if request.method == "POST":
        move, _, part_id = request.POST.get("move", "").partition(":")
        groups = _moved(ranked(found.rows), _criterion(found.rows, part_id), move)
        services.rank(
            owner=owner_of(request),
            transition_id=transition_id,
            groups=[[row.pk for row in group] for group in groups],
        )
        if not request.headers.get("HX-Request"):
            return redirect(f"{reverse('transitions:preferences', args=[transition_id])}#ranking")
        found = checked(request, transition_id)
    return _page(request, found)


def _page(request: HttpRequest, found: Checked) -> HttpResponse:
    context: dict[str, Any] = {
        "groups": ranked(found.rows),
        "unranked": [row for row in found.rows.criteria if row.rank is None],
        "answers": [answer_in_words(row) for row in found.rows.trade_offs],
        "swings": [row for row in found.rows.criteria if row.swing is not None],
        "contradictions": contradictions(found),
    }
    if request.headers.get("HX-Request"):
        shown = {"transition": found.rows.transition, "rows": found.rows, **context}
        return render(request, "transitions/_ranking.html", shown)
    return part_page(request, found, "preferences", "preferences", **context)


def answer_in_words(row: TradeOff) -> tuple[TradeOff, str]:
    """“rather … than …”."""
    first = change_in_words(row.first_criterion, row.first)
    second = change_in_words(row.second_criterion, row.second)
    if row.prefers == "same":
        return row, f"{first} is worth as much as {second}"
    better, other = (first, second) if row.prefers == "first" else (second, first)
    return row, f"rather {better} than {other}"


def _criterion(rows: Rows, part_id: str) -> Criterion:
    known = {str(row.pk): row for row in rows.criteria}
    if part_id not in known:
        raise NotFound("There is no such criterion in this transition.")
    return known[part_id]


def _moved(groups: Groups, row: Criterion, move: str) -> Groups:
    """The groups after one move. Raises ``BadInput`` for a move there is not."""
    place = next((at for at, group in enumerate(groups) if row in group), None)
    if move == "rank" and place is None:
        return [*groups, [row]]
    if place is None or move not in {"up", "down", "tie", "leave"}:
        raise BadInput("A criterion can be moved up, down, beside the one above, or taken out.")
    rest = [[each for each in group if each != row] for group in groups]
    if move == "tie" and place:
        rest[place - 1].append(row)
    elif move == "up":
        rest.insert(place if len(groups[place]) > 1 else max(place - 1, 0), [row])
    elif move == "down":
        rest.insert(place + (1 if len(groups[place]) > 1 else 2), [row])
    elif move == "tie":
        rest[place].append(row)
    return [group for group in rest if group]


@require_http_methods(["GET", "HEAD", "POST"])
def trade_off(request: HttpRequest, transition_id: int) -> HttpResponse:
    """One trade-off in real units: the one whose answer leaves the choice least open."""
    owner = owner_of(request)
    found = checked(request, transition_id)
    asked = _asked(request, found)
    if asked is None:
        return part_page(request, found, "preferences", "trade_off", form=None)
    form = TradeOffForm(sent(request), pair=asked.pair, shown=asked.shown)
    if form.is_valid() and done(
        form,
        lambda: services.answer_trade_off(
            owner=owner,
            transition_id=transition_id,
            first=form.change("first"),
            second=form.change("second"),
            prefers=form.cleaned_data["prefers"],
        ),
    ):
        tell(request, "Noted. Here is the next one; stop whenever you like.")
        return redirect("transitions:trade-off", transition_id)
    return part_page(
        request,
        found,
        "preferences",
        "trade_off",
        form=form,
        sides=form.shown(),
        enough=asked.enough,
        answers=[answer_in_words(row) for row in found.rows.trade_offs],
        status=status_of(form),
    )


def _asked(request: HttpRequest, found: Checked) -> Asked | None:
    """The pair that was asked for, or the next one."""
    said = request.POST or request.GET
    if said.get("first") and said.get("second"):
        return Asked(
            (_criterion(found.rows, said["first"]), _criterion(found.rows, said["second"]))
        )
    return asked_next(found)


@require_http_methods(["GET", "HEAD", "POST"])
def swings(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Numbers with a give; those that can be read are saved."""
    owner = owner_of(request)
    found = checked(request, transition_id)
    form = SwingsForm(sent(request), criteria=found.rows.criteria)
    if form.is_bound:
        services.weigh(owner=owner, transition_id=transition_id, swings=form.swings())
        if form.is_valid():
            tell(request, "Saved.")
            return redirect("transitions:preferences", transition_id)
    return part_page(
        request,
        found,
        "preferences",
        "swings",
        form=form,
        swings=form.shown(),
        status=status_of(form),
    )

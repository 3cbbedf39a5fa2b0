"""Other roles beside one’s own: what they would keep of the time one loves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.roles import page, queries, wording
from turnpoint.apps.roles.models import Change, OtherRole
from turnpoint.apps.roles.models.other import MOST_OTHERS
from turnpoint.apps.roles.other_forms import AnswersForm, NewThereForm, OtherRoleForm
from turnpoint.apps.roles.services import others as services
from turnpoint.apps.roles.views import done, say, sent, status_of


@require_http_methods(["GET", "HEAD", "POST"])
def beside(request: HttpRequest) -> HttpResponse:
    """Every role beside one’s own, and one more."""
    owner = owner_of(request)
    found = page.role(owner=owner)
    if found.held is None:
        return redirect("roles:role")
    form = OtherRoleForm(sent(request), initial=_named(request))
    if form.is_valid() and (row := _put(request, form, found)):
        tell(request, f"“{row}” stands beside your role.")
        return redirect("roles:other", row.pk)
    others = queries.all_beside(owner=owner, held=found.held)
    context = {
        "page": found,
        "others": others,
        "chart": page.chart(others),
        "form": form,
        "full": len(others) >= MOST_OTHERS,
    }
    return render(request, "roles/beside.html", context, status=status_of(form))


def _named(request: HttpRequest) -> dict[str, str]:
    """What a link from elsewhere says of the role to add."""
    return {key: request.GET[key][:160] for key in ("name", "origin") if key in request.GET}


def _put(request: HttpRequest, form: OtherRoleForm, found: page.RolePage) -> OtherRole | None:
    assert found.held is not None  # noqa: S101  # the caller has looked
    held, said, rows = found.held, form.cleaned_data, []

    def put() -> None:
        work = said["work"]
        row = services.put_beside(
            owner=owner_of(request),
            held=held,
            name=said["name"],
            origin=said["origin"],
            words=said["words"],
            occupation_code=work.code if work else "",
        )
        rows.append(row)

    return rows[0] if done(form, put) else None


@require_http_methods(["GET", "HEAD", "POST"])
def other(request: HttpRequest, other_id: int) -> HttpResponse:
    """One role beside one’s own; an answer narrows the ranges at once."""
    owner = owner_of(request)
    row = queries.other(owner=owner, other_id=other_id)
    found = queries.continuity_of(owner=owner, other_id=other_id)
    form = AnswersForm(sent(request), lines=found.lines if found else ())
    made: list[Change] = []
    if form.is_valid():
        done(
            form,
            lambda: made.append(services.answer(owner=owner, other_id=other_id, **form.said())),
        )
    if made and not request.htmx:  # type: ignore[attr-defined]  # django-htmx adds it
        say(request, "Saved.", made[0])
        return redirect("roles:other", other_id)
    context = _context(request, row, form) | {"change": made[0] if made else None}
    fragment = request.htmx and request.method == "POST"  # type: ignore[attr-defined]  # django-htmx adds it
    template = "roles/_continuity.html" if fragment else "roles/other.html"
    return render(request, template, context, status=200 if fragment else status_of(form))


@require_POST
def add_there(request: HttpRequest, other_id: int) -> HttpResponse:
    """Something new that the other role would bring."""
    owner = owner_of(request)
    row = queries.other(owner=owner, other_id=other_id)
    form = NewThereForm(request.POST, week=queries.week(owner=owner, held=row.held))
    made: list[Change] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            services.add_there(owner=owner, other_id=other_id, **form.cleaned_data)
        ),
    ):
        say(request, f"Added “{form.cleaned_data['name']}”.", made[0])
        return redirect("roles:other", other_id)
    return render(request, "roles/other.html", _context(request, row, None, new=form), status=422)


def _context(
    request: HttpRequest,
    row: OtherRole,
    form: AnswersForm | None,
    *,
    new: NewThereForm | None = None,
) -> dict[str, Any]:
    owner = owner_of(request)
    found = queries.continuity_of(owner=owner, other_id=row.pk)
    shown: dict[str, Any] = {
        "row": row,
        "found": found,
        "form": form or AnswersForm(lines=found.lines if found else ()),
        "new": new or NewThereForm(week=queries.week(owner=owner, held=row.held)),
    }
    if found is not None:
        shown |= {
            "chart": page.chart((found,)),
            "week_chart": page.week_chart(found),
            "moves": wording.moves(found),
            "measures": wording.measures(found),
            "kinds": wording.kinds(found),
            "unrated": f"{100 * found.found.unrated:.0f} %",
            "brought": [line for line in found.lines if line.there and not line.own],
        }
    return shown


@require_POST
def remove_there(request: HttpRequest, other_id: int, there_id: int) -> HttpResponse:
    """Take something new out again."""
    change = services.remove_there(owner=owner_of(request), other_id=other_id, there_id=there_id)
    say(request, "Removed.", change)
    return redirect("roles:other", other_id)


@require_POST
def remove(request: HttpRequest, other_id: int) -> HttpResponse:
    """Take a role away from beside one’s own."""
    owner = owner_of(request)
    row = queries.other(owner=owner, other_id=other_id)
    say(request, f"Removed “{row}”.", services.remove_other(owner=owner, other_id=other_id))
    return redirect("roles:beside")

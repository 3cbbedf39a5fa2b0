"""One’s own side of sharing: what one shares, withdrawing it, who read what, and the receipts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts import grant_queries, grant_services
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.sharing import queries, services
from turnpoint.apps.sharing.forms import AnswerForm, ShareForm
from turnpoint.apps.sharing.naming import offers
from turnpoint.apps.transitions.pages import done, sent, status_of


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What I share, what is shared with me, and what was said to me."""
    owner = owner_of(request)
    context = {
        "shared": queries.shared(owner=owner),
        "received": grant_queries.received(reader=owner),
        "remarks": queries.remarks(owner=owner),
        "form": AnswerForm(),
    }
    return render(request, "sharing/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """Let somebody read some parts, for a purpose, until a day."""
    owner = owner_of(request)
    form = ShareForm(sent(request), offered=offers(owner=owner))
    if form.is_valid() and done(form, lambda: services.share(owner=owner, **form.said())):
        tell(request, "Shared. The receipt is below, and theirs says the same.")
        return redirect("sharing:index")
    return render(request, "sharing/share.html", {"form": form}, status=status_of(form))


@require_POST
def withdraw(request: HttpRequest, grant_id: int) -> HttpResponse:
    """End what one shares, at once."""
    ended = grant_services.withdraw(owner=owner_of(request), grant_id=grant_id)
    name = ended.receiver.shown_name if ended.receiver else ended.link_name
    tell(request, f"Withdrawn. From this second {name} reads nothing by it.")
    return redirect("sharing:index")


@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """Who read what and when, and the receipts of what was agreed."""
    owner = owner_of(request)
    context = {
        "readings": queries.readings(owner=owner),
        "receipts": grant_queries.receipts(person=owner),
        "owner": owner,
    }
    return render(request, "sharing/record.html", context)


@require_POST
def answer(request: HttpRequest, remark_id: int) -> HttpResponse:
    """Answer a comment or a question."""
    owner = owner_of(request)
    row = queries.remark(owner=owner, remark_id=remark_id)
    form = AnswerForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: services.answer(owner=owner, remark_id=remark_id, text=form.cleaned_data["answer"]),
    ):
        tell(request, f"Answered. {row.author_name} can read it as long as they may read the part.")
        return redirect("sharing:index")
    return render(request, "sharing/answer.html", {"form": form, "remark": row}, status=422)


@require_POST
def remove(request: HttpRequest, remark_id: int) -> HttpResponse:
    """Move a comment or a question to the trash."""
    row = services.remove(owner=owner_of(request), remark_id=remark_id)
    undo = reverse("sharing:restore", args=[remark_id])
    tell(request, f"Removed what {row.author_name} said.", undo=undo)
    return redirect("sharing:index")


@require_POST
def restore(request: HttpRequest, remark_id: int) -> HttpResponse:
    """Bring it back from the trash."""
    row = services.restore(owner=owner_of(request), remark_id=remark_id)
    tell(request, f"What {row.author_name} said is back.")
    return redirect("sharing:index")

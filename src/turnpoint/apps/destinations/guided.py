"""Writing a first destination: one question at a time, kept on the server in between."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries, services, steps
from turnpoint.apps.destinations.forms import Dreams, HypothesisForm
from turnpoint.apps.profiles.queries import profile

DISCARDED = "discarded_destination_draft"
"""Where the session keeps a discarded draft, so that discarding can be undone."""


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Carry on at the furthest step, or start."""
    draft = queries.draft(owner=owner_of(request))
    return redirect("destinations:step", draft.reached if draft else 1)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Show one question, or take what was answered and go on, back, or away."""
    step = steps.step(number)
    return _show(request, step) if request.method != "POST" else _take(request, step)


def _show(request: HttpRequest, step: steps.Step) -> HttpResponse:
    answers = _answers(owner_of(request))
    judged = "look" in request.GET
    form = steps.judged_form(answers, step) if judged else steps.shown_form(step, answers)
    return _page(request, step, form, steps.dream_set(answers))


def _take(request: HttpRequest, step: steps.Step) -> HttpResponse:
    owner, sent = owner_of(request), steps.answers_of(step, request.POST.dict())
    go = request.POST.get("go", "next")
    if go == "more":
        return _page(request, step, steps.shown_form(step, sent), steps.dream_set(sent, more=2))
    if go == "next":
        form, dreams = steps.judged_form(request.POST.dict(), step), steps.dream_set(sent)
        if not form.is_valid() or (step.dreams and dreams.is_bound and not dreams.is_valid()):
            return _page(request, step, form, dreams, status=422)
    after = min(step.number + 1, steps.LAST)
    services.keep_draft(
        owner=owner, answers=sent, reached=after if go in {"next", "skip"} else step.number
    )
    if go == "later":
        tell(request, "Your answers are kept. Carry on whenever you like.")
        return redirect("destinations:list")
    if go == "next" and step.number == steps.LAST:
        return _finish(request, owner, _answers(owner))
    return redirect("destinations:step", max(step.number - 1, 1) if go == "back" else after)


def _finish(request: HttpRequest, owner: User, answers: dict[str, str]) -> HttpResponse:
    form, dreams = steps.judged_form(answers), steps.judged_dreams(answers)
    if not (form.is_valid() and dreams.is_valid()):
        wrong = steps.step_with_problem(form, dreams)
        return redirect(f"{reverse('destinations:step', args=[wrong.number])}?look=1")
    written = services.write_destination(owner=owner, said=form.hypothesis(dreams.dreams()))
    services.drop_draft(owner=owner)
    tell(
        request,
        "Your destination is written. Below it stands against the facts.",
        undo=reverse("destinations:remove", args=[written.pk]),
    )
    return redirect("destinations:read", written.pk)


def _answers(owner: User) -> dict[str, str]:
    draft, known = queries.draft(owner=owner), profile(owner=owner)
    blank = steps.blank_answers(
        timezone.localdate(), area=known.area, place=known.place, currency=known.currency
    )
    kept: dict[str, str] = draft.answers if draft else {}
    return blank | kept


def _page(
    request: HttpRequest,
    step: steps.Step,
    form: HypothesisForm,
    dreams: Dreams,
    *,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "step": step,
        "steps": steps.STEPS,
        "form": form,
        "dreams": dreams if step.dreams else None,
        "last": step.number == steps.LAST,
        "kept": queries.draft(owner=owner_of(request)) is not None,
    }
    return render(request, "destinations/write.html", context, status=status)


@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    """Forget the unfinished destination; the session keeps it for an undo."""
    owner = owner_of(request)
    draft = queries.draft(owner=owner)
    if draft:
        request.session[DISCARDED] = {"answers": draft.answers, "reached": draft.reached}
        services.drop_draft(owner=owner)
        tell(request, "The unfinished destination is gone.", undo=reverse("destinations:take-back"))
    return redirect("destinations:list")


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Bring a discarded draft back."""
    kept = request.session.pop(DISCARDED, None)
    if not kept:
        return redirect("destinations:list")
    services.replace_draft(owner=owner_of(request), **kept)
    return redirect("destinations:write")

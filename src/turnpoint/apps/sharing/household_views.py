"""A private link for one person at home: the question of a transition, and their own words."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from turnpoint.apps.accounts.access import open_link
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.sharing import services
from turnpoint.apps.sharing.forms import OwnWordsForm, PurposeForm
from turnpoint.apps.transitions import queries as transitions
from turnpoint.apps.transitions.models import AffectedPerson
from turnpoint.apps.transitions.pages import done, sent, status_of
from turnpoint.errors import BadInput


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, transition_id: int, person_id: int) -> HttpResponse:
    """Make a private link for one person; it is shown once."""
    owner = owner_of(request)
    person = transitions.part(
        AffectedPerson, owner=owner, transition_id=transition_id, part_id=person_id
    )
    form = PurposeForm(sent(request), initial={"purpose": "to hear it in your own words"})
    context = {"person": person, "form": form}
    if form.is_valid():
        try:
            _, token = services.ask_at_home(
                owner=owner, transition_id=transition_id, person_id=person_id, **form.said()
            )
        except BadInput as error:
            form.add_error(error.where if error.where in form.fields else None, str(error))
        else:
            address = request.build_absolute_uri(reverse("sharing:household", args=[token]))
            return render(request, "sharing/asked.html", context | {"address": address})
    return render(request, "sharing/ask.html", context, status=status_of(form))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def household(request: HttpRequest, token: str) -> HttpResponse:
    """The question, and room for one’s own words; nothing else of the transition."""
    opened = open_link(token=token)
    person = transitions.affected(owner=opened.owner, person_id=opened.number)
    mine = transitions.own_words(owner=opened.owner, person=person, grant_number=opened.grant.pk)
    form = OwnWordsForm(
        sent(request),
        initial={"effect": mine.effect, "limit": mine.limit} if mine else {},
    )
    if form.is_valid() and done(
        form, lambda: services.answer_at_home(opened=opened, **form.cleaned_data)
    ):
        return redirect(f"{request.path}?sent=1")
    context = {"opened": opened, "person": person, "form": form, "mine": mine}
    return render(request, "sharing/household.html", context, status=status_of(form))

"""The people a transition moves, and their words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.forms import PersonForm, VoiceForm
from turnpoint.apps.transitions.models import AffectedPerson
from turnpoint.apps.transitions.pages import checked, done, part_page, sent, status_of
from turnpoint.apps.transitions.services import people as services


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Everybody whose life it moves, with what they said."""
    owner = owner_of(request)
    form = PersonForm(sent(request))
    if form.is_valid():
        added: list[AffectedPerson] = []
        if done(
            form,
            lambda: added.append(
                services.add_person(owner=owner, transition_id=transition_id, **form.cleaned_data)
            ),
        ):
            return redirect("transitions:person", transition_id, added[0].pk)
    found = checked(request, transition_id)
    return part_page(request, found, "people", "people", form=form, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """Write down what one of them said; or call them something else."""
    owner = owner_of(request)
    row = queries.part(AffectedPerson, owner=owner, transition_id=transition_id, part_id=part_id)
    found = checked(request, transition_id)
    naming = request.POST.get("go") == "name"
    named = PersonForm(
        sent(request) if naming else None, initial={"name": row.name, "relation": row.relation}
    )
    voiced = VoiceForm(None if naming else sent(request), options=found.rows.options)
    if named.is_valid() and done(
        named,
        lambda: services.change_person(
            owner=owner, transition_id=transition_id, part_id=part_id, **named.cleaned_data
        ),
    ):
        tell(request, "Saved.")
        return redirect("transitions:person", transition_id, part_id)
    if voiced.is_valid() and done(
        voiced,
        lambda: services.write_down(
            owner=owner, transition_id=transition_id, person_id=part_id, **voiced.words()
        ),
    ):
        tell(request, f"Written down, in the words of {row}.")
        return redirect("transitions:person", transition_id, part_id)
    return part_page(
        request,
        found,
        "people",
        "person",
        person=row,
        named=named,
        voiced=voiced,
        voices=next(each for each in found.rows.people if each.pk == part_id).voices.all(),
        status=max(status_of(named), status_of(voiced)),
    )

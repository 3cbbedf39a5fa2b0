"""The file of a transition as ``turnpoint decide`` reads it: taken out, and brought in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.pages import done, status_of
from turnpoint.apps.transitions.services.exchange import BroughtIn, bring_in
from turnpoint.core.decision.toml_text import write

MOST_BYTES = 256_000
"""Of a decision file: far more than twelve options and twenty criteria need."""
MOST_SAID = 5
"""So many lost cells are named one by one."""


class FileForm(forms.Form):
    """A decision file to bring in."""

    file = forms.FileField(
        label="The file",
        allow_empty_file=True,
        help_text="A .toml file, as this page hands out and “turnpoint decide” reads.",
        error_messages={"required": "Choose a file."},
    )

    def clean_file(self) -> str:
        sent: Any = self.cleaned_data["file"]
        if (sent.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                f"The file has more than {MOST_BYTES // 1000} kB; a decision file is smaller."
            )
        try:
            return bytes(sent.read()).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(
                "The file is not text in UTF-8, as TOML is. Save it as that and try again."
            ) from error


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in_file(request: HttpRequest) -> HttpResponse:
    """Open a transition from a file; what could not come in is named."""
    owner = owner_of(request)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        brought: list[BroughtIn] = []
        text = form.cleaned_data["file"]
        if done(
            form,
            lambda: brought.append(bring_in(owner=owner, text=text, today=timezone.localdate())),
        ):
            found = brought[0]
            said = " ".join(found.lost[:MOST_SAID])
            more = len(found.lost) - MOST_SAID
            said += f" And {more} more." if more > 0 else ""
            undo = reverse("transitions:remove", args=[found.transition.pk])
            tell(request, f"Brought in. {said}".strip(), undo=undo)
            return redirect("transitions:read", found.transition.pk)
    return render(request, "transitions/bring_in.html", {"form": form}, status=status_of(form))


@require_safe
def take_out(request: HttpRequest, transition_id: int) -> HttpResponse:
    """The file of one transition, to keep, to send or to reckon with elsewhere."""
    file = queries.decision_file(owner=owner_of(request), transition_id=transition_id)
    name = slugify(file.question)[:60] or "decision"
    response = HttpResponse(write(file), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.toml"'
    return response

"""Removing a part of a transition, and bringing it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions.models import (
    AffectedPerson,
    Finding,
    Outcome,
    Review,
    TradeOff,
    Voice,
)
from turnpoint.apps.transitions.services import criteria, decisions, options, people
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be removed: how, how it comes back, and the page it stands on."""

    remove: Callable[..., Any]
    restore: Callable[..., Any]
    page: str


def _kind(model: Any, page: str) -> Kind:
    return Kind(partial(people.remove_part, model), partial(people.restore_part, model), page)


def _later(model: Any) -> Kind:
    return Kind(
        partial(decisions.remove_later, model), partial(decisions.restore_later, model), "review"
    )


KINDS = {
    "options": Kind(options.remove_option, options.restore_option, "options"),
    "criteria": Kind(criteria.remove_criterion, criteria.restore_criterion, "criteria"),
    "people": _kind(AffectedPerson, "people"),
    "voices": _kind(Voice, "people"),
    "questions": _kind(Finding, "before"),
    "trade-offs": _kind(TradeOff, "preferences"),
    "outcomes": _later(Outcome),
    "reviews": _later(Review),
}


@require_POST
def remove(request: HttpRequest, transition_id: int, kind: str, part_id: int) -> HttpResponse:
    """Move an option, a criterion, a person, their words, a question or an answer to the trash."""
    found = _known(kind)
    row = found.remove(owner=owner_of(request), transition_id=transition_id, part_id=part_id)
    undo = reverse("transitions:restore-part", args=[transition_id, kind, part_id])
    tell(request, f"Removed “{row}”.", undo=undo)
    return redirect(f"transitions:{found.page}", transition_id)


@require_POST
def restore(request: HttpRequest, transition_id: int, kind: str, part_id: int) -> HttpResponse:
    """Bring it back, with what was said about it."""
    found = _known(kind)
    row = found.restore(owner=owner_of(request), transition_id=transition_id, part_id=part_id)
    tell(request, f"“{row}” is back.")
    return redirect(f"transitions:{found.page}", transition_id)


def _known(slug: str) -> Kind:
    if slug not in KINDS:
        raise NotFound(f"A transition has {', '.join(KINDS)}.")
    return KINDS[slug]

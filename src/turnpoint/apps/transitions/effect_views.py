"""What each option does to each criterion: the table, and one option or one criterion at a time."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.effect_cells import EffectForm, said_briefly
from turnpoint.apps.transitions.models import Criterion, Option
from turnpoint.apps.transitions.pages import checked, part_page, sent
from turnpoint.apps.transitions.queries import Checked
from turnpoint.apps.transitions.services import effects as services

Pair = tuple[Option, Criterion]


@require_safe
def effects(request: HttpRequest, transition_id: int) -> HttpResponse:
    """The whole table, with a way into each row and column."""
    found = checked(request, transition_id)
    rows = found.rows
    table = [
        (
            criterion,
            [
                (option, said_briefly(effect), bool(effect and _wrong(found, option, criterion)))
                for option in rows.options
                for effect in [rows.effects.get((option.pk, criterion.pk))]
            ],
        )
        for criterion in rows.criteria
    ]
    return part_page(request, found, "effects", "effects", table=table)


@require_http_methods(["GET", "HEAD", "POST"])
def of_option(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """What one option does to every criterion."""
    option = queries.part(
        Option, owner=owner_of(request), transition_id=transition_id, part_id=part_id
    )
    found = checked(request, transition_id)
    pairs = [(option, each) for each in found.rows.criteria if not each.measure]
    names = [str(criterion) for _, criterion in pairs]
    return _cells(request, found, pairs, names, heading=option)


@require_http_methods(["GET", "HEAD", "POST"])
def on_criterion(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """What every option does to one criterion."""
    criterion = queries.part(
        Criterion, owner=owner_of(request), transition_id=transition_id, part_id=part_id
    )
    found = checked(request, transition_id)
    pairs = [(each, criterion) for each in found.rows.options]
    names = [str(option) for option, _ in pairs]
    return _cells(request, found, pairs, names, heading=criterion)


def _cells(
    request: HttpRequest,
    found: Checked,
    pairs: Sequence[Pair],
    names: Sequence[str],
    *,
    heading: Option | Criterion,
) -> HttpResponse:
    forms = [
        EffectForm(
            sent(request),
            option=option,
            criterion=criterion,
            effect=found.rows.effects.get((option.pk, criterion.pk)),
        )
        for option, criterion in pairs
    ]
    wrong = _save(request, found, forms) if request.method == "POST" else 0
    if request.method == "POST" and not wrong:
        return redirect(request.path)
    again = checked(request, found.rows.transition.pk) if wrong else found
    cells = [(name, form, _problems(again, form)) for name, form in zip(names, forms, strict=True)]
    return part_page(
        request,
        again,
        "effects",
        "effect_cells",
        cells=cells,
        heading=heading,
        wrong=wrong,
        status=422 if wrong else 200,
    )


def _save(request: HttpRequest, found: Checked, forms: Sequence[EffectForm]) -> int:
    """Save every cell that could be read; gives how many could not."""
    said = {(form.option.pk, form.criterion.pk): cell for form in forms if (cell := form.said())}
    if said:
        services.say_effects(
            owner=owner_of(request), transition_id=found.rows.transition.pk, cells=said
        )
    wrong = sum(len(form.errors) for form in forms)
    if not wrong:
        many = "cell" if len(said) == 1 else "cells"
        tell(request, f"Saved {len(said)} {many}." if said else "Nothing had changed.")
    return wrong


def _problems(found: Checked, form: EffectForm) -> list[object]:
    where = f"effects.{form.option.key}.{form.criterion.key}"
    stored = (form.option.pk, form.criterion.pk) in found.rows.effects
    return [each for each in found.at(where) if stored or not each.warning]


def _wrong(found: Checked, option: Option, criterion: Criterion) -> bool:
    return bool(found.at(f"effects.{option.key}.{criterion.key}"))

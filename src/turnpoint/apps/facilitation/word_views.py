"""What is said in a process: questions, notes, commitments, examinations, goals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.facilitation import queries
from turnpoint.apps.facilitation.forms import (
    AnswerForm,
    AskForm,
    CommitmentForm,
    ExaminationForm,
    GoalForm,
    NoteForm,
    ReplyForm,
    ScoreForm,
)
from turnpoint.apps.facilitation.models import Session
from turnpoint.apps.facilitation.seat import Seat
from turnpoint.apps.facilitation.services import sessions
from turnpoint.apps.facilitation.services import words as services
from turnpoint.apps.facilitation.views import refuse, sent, shown, sitting
from turnpoint.core.facilitation.questions import BY_KEY
from turnpoint.errors import BadInput


def _done(form: Any, deed: Callable[[], object]) -> bool:
    """Whether what the form says was done; what was refused is said at its field."""
    if not form.is_valid():
        return False
    try:
        deed()
    except BadInput as error:
        refuse(form, error)
        return False
    return True


def _session(request: HttpRequest, at: Seat) -> Session | None:
    """The session a form was sent from, where it says so."""
    number = request.POST.get("session", "")
    return queries.session(at, int(number)) if number.isdecimal() else None


def _back(request: HttpRequest, at: Seat, name: str) -> HttpResponse:
    """To the session it was written in, whose clock goes on; else to the page of its kind."""
    row = _session(request, at)
    if row is None:
        return redirect(f"facilitation:{name}", at.side, at.engagement.pk)
    return redirect("facilitation:session", at.side, at.engagement.pk, row.number)


@require_safe
def questions(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """What was asked, and answered as far as it is shared."""
    at = sitting(request, side, engagement_id)
    return _questions(request, at, AskForm(), None, AnswerForm())


def _questions(
    request: HttpRequest, at: Seat, ask: AskForm, wrong: int | None, answer: AnswerForm
) -> HttpResponse:
    rows = [
        (
            row,
            answer
            if row.pk == wrong
            else AnswerForm(
                initial={"text": row.answer, "shared": row.shared}, auto_id=f"{row.pk}-%s"
            ),
        )
        for row in queries.questions(at)
    ]
    bad = bool(ask.errors or answer.errors)
    return shown(request, "questions", at, {"rows": rows, "form": ask, "wrong": wrong}, bad=bad)


@require_POST
def ask(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """Ask the person a question of the bank, or one’s own."""
    at = sitting(request, "led", engagement_id)
    form = AskForm(request.POST)

    def deed() -> None:
        said = form.cleaned_data
        key = said["bank_key"]
        text = BY_KEY[key].text if key else said["text"]
        services.ask(at, text=text, bank_key=key, session=_session(request, at))

    if _done(form, deed):
        tell(request, "Asked. The answer is theirs, and so is whether there is one.")
        return _back(request, at, "questions")
    return _questions(request, at, form, None, AnswerForm())


@require_POST
def answer(request: HttpRequest, engagement_id: int, part_id: int) -> HttpResponse:
    """Answer a question, for oneself or for both."""
    at = sitting(request, "mine", engagement_id)
    form = AnswerForm(request.POST, auto_id=f"{part_id}-%s")

    def deed() -> None:
        said = form.cleaned_data
        services.answer(at, question_id=part_id, text=said["text"], shared=said["shared"])

    if _done(form, deed):
        tell(request, "Kept.")
        return redirect("facilitation:questions", "mine", engagement_id)
    return _questions(request, at, AskForm(), part_id, form)


@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """Notes under their lids; write another."""
    at = sitting(request, side, engagement_id)
    form = NoteForm(sent(request))

    def deed() -> None:
        said = form.cleaned_data
        services.write_note(
            at, text=said["text"], shared=said["shared"], session=_session(request, at)
        )

    if _done(form, deed):
        tell(request, "Noted.")
        return _back(request, at, "notes")
    context = {"notes": queries.notes(at), "own": queries.own_notes(at), "form": form}
    return shown(request, "notes", at, context, bad=bool(form.errors))


@require_POST
def remove_note(
    request: HttpRequest, side: str, engagement_id: int, kind: str, part_id: int
) -> HttpResponse:
    """Remove a note one wrote, with a way back."""
    services.remove_note(sitting(request, side, engagement_id), kind=kind, note_id=part_id)
    undo = reverse("facilitation:restore-note", args=[side, engagement_id, kind, part_id])
    tell(request, "Removed the note.", undo=undo)
    return redirect("facilitation:notes", side, engagement_id)


@require_POST
def restore_note(
    request: HttpRequest, side: str, engagement_id: int, kind: str, part_id: int
) -> HttpResponse:
    """Bring a removed note back."""
    at = sitting(request, side, engagement_id)
    services.remove_note(at, kind=kind, note_id=part_id, back=True)
    tell(request, "The note is back.")
    return redirect("facilitation:notes", side, engagement_id)


@require_http_methods(["GET", "HEAD", "POST"])
def commit(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """What the person means to do, from session to session."""
    at = sitting(request, side, engagement_id)
    form = CommitmentForm(sent(request))

    def deed() -> None:
        said = form.cleaned_data
        sessions.commit(at, text=said["text"], due=said["due"], session=_session(request, at))

    if _done(form, deed):
        tell(request, "Written down.")
        return _back(request, at, "commit")
    context = {"rows": queries.commitments(at), "form": form}
    return shown(request, "commitments", at, context, bad=bool(form.errors))


@require_POST
def settle(request: HttpRequest, side: str, engagement_id: int, part_id: int) -> HttpResponse:
    """Kept, let go, carried on, or open again."""
    at = sitting(request, side, engagement_id)
    row = sessions.settle(at, commitment_id=part_id, state=request.POST.get("state", ""))
    tell(request, f"“{row.text}”: {row.get_state_display()}.")
    return _back(request, at, "commit")


@require_safe
def examination(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """How skills, difficulty and risk look from the other chair: every version, with replies."""
    return _examination(request, sitting(request, side, engagement_id), ExaminationForm())


def _examination(request: HttpRequest, at: Seat, form: Any) -> HttpResponse:
    replying = form if isinstance(form, ReplyForm) else ReplyForm()
    signing = form if isinstance(form, ExaminationForm) else ExaminationForm()
    context = {"rows": queries.examinations(at), "form": signing, "reply": replying}
    return shown(request, "examination", at, context, bad=bool(form.errors))


@require_POST
def examine(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """Sign an examination; it stands beside the plan and changes nothing in it."""
    at = sitting(request, "led", engagement_id)
    form = ExaminationForm(request.POST)
    if _done(form, lambda: services.examine(at, **form.cleaned_data)):
        tell(request, "Signed. It stays as it is; another version follows it.")
        return redirect("facilitation:examination", "led", engagement_id)
    return _examination(request, at, form)


@require_POST
def reply(request: HttpRequest, engagement_id: int, version: int) -> HttpResponse:
    """Say something to an examination."""
    at = sitting(request, "mine", engagement_id)
    form = ReplyForm(request.POST)
    if _done(form, lambda: services.reply(at, version=version, text=form.cleaned_data["text"])):
        tell(request, "Said.")
        return redirect("facilitation:examination", "mine", engagement_id)
    return _examination(request, at, form)


@require_safe
def goals(request: HttpRequest, side: str, engagement_id: int) -> HttpResponse:
    """What the process is for, and how far it came."""
    return _goals(request, sitting(request, side, engagement_id), GoalForm())


def _goals(request: HttpRequest, at: Seat, form: GoalForm) -> HttpResponse:
    rows = [
        (row, ScoreForm(initial={"level": row.level}, auto_id=f"{row.pk}-%s"))
        for row in queries.goals(at)
    ]
    context = {"rows": rows, "attainment": queries.scored(at), "form": form}
    return shown(request, "goals", at, context, bad=bool(form.errors))


@require_POST
def set_goal(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """Set a goal for the process."""
    at = sitting(request, "mine", engagement_id)
    form = GoalForm(request.POST)
    if _done(form, lambda: services.set_goal(at, **form.cleaned_data)):
        tell(request, "The goal is set.")
        return redirect("facilitation:goals", "mine", engagement_id)
    return _goals(request, at, form)


@require_POST
def score(request: HttpRequest, engagement_id: int, part_id: int) -> HttpResponse:
    """Say where a goal stands."""
    at = sitting(request, "mine", engagement_id)
    form = ScoreForm(request.POST)
    if form.is_valid():
        services.score(at, goal_id=part_id, level=form.cleaned_data["level"])
        tell(request, "Kept.")
    else:
        tell(request, "A level is one of five; nothing was changed.")
    return redirect("facilitation:goals", "mine", engagement_id)


@require_POST
def remove_goal(request: HttpRequest, engagement_id: int, part_id: int) -> HttpResponse:
    """Remove a goal, with a way back."""
    services.remove_goal(sitting(request, "mine", engagement_id), goal_id=part_id)
    undo = reverse("facilitation:restore-goal", args=[engagement_id, part_id])
    tell(request, "Removed the goal.", undo=undo)
    return redirect("facilitation:goals", "mine", engagement_id)


@require_POST
def restore_goal(request: HttpRequest, engagement_id: int, part_id: int) -> HttpResponse:
    """Bring a removed goal back."""
    services.remove_goal(sitting(request, "mine", engagement_id), goal_id=part_id, back=True)
    tell(request, "The goal is back.")
    return redirect("facilitation:goals", "mine", engagement_id)

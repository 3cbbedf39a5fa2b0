"""``mine`` is the person’s chair, ``led`` the facilitator’s. What only one of the two does has an
address on that side alone; there is none by which a facilitator could write to a destination, a
plan or a decision."""

from __future__ import annotations

from django.urls import path, register_converter

from turnpoint.apps.facilitation import session_views, views, word_views


class Side:
    """Which of the two chairs."""

    regex = "mine|led"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Side, "side")

BOTH = "<side:side>/<int:engagement_id>/"
MINE = "mine/<int:engagement_id>/"
LED = "led/<int:engagement_id>/"

app_name = "facilitation"
urlpatterns = [
    path("", views.engagements, name="list"),
    path("clients/", views.clients, name="clients"),
    path("invite/", views.invite, name="invite"),
    path("attendance/<str:token>/", views.attendance, name="attendance"),
    path(BOTH, views.engagement, name="engagement"),
    path(f"{BOTH}agreement/", views.agreement, name="agreement"),
    path(f"{BOTH}sign/", views.sign, name="sign"),
    path(f"{BOTH}end/", views.end, name="end"),
    path(f"{BOTH}plan/", session_views.plan, name="plan"),
    path(f"{BOTH}session/<int:number>/", session_views.session, name="session"),
    path(f"{BOTH}session/<int:number>/attended/", session_views.attended, name="attended"),
    path(f"{BOTH}session/<int:number>/call-off/", session_views.call_off, name="call-off"),
    path(f"{BOTH}session/<int:number>/put-back/", session_views.put_back, name="put-back"),
    path(f"{BOTH}session/<int:number>/invitation.ics", session_views.invitation, name="invitation"),
    path(f"{BOTH}questions/", word_views.questions, name="questions"),
    path(f"{LED}ask/", word_views.ask, name="ask"),
    path(f"{MINE}question/<int:part_id>/", word_views.answer, name="answer"),
    path(f"{BOTH}notes/", word_views.notes, name="notes"),
    path(
        f"{BOTH}notes/<slug:kind>/<int:part_id>/remove/", word_views.remove_note, name="remove-note"
    ),
    path(
        f"{BOTH}notes/<slug:kind>/<int:part_id>/restore/",
        word_views.restore_note,
        name="restore-note",
    ),
    path(f"{BOTH}commitments/", word_views.commit, name="commit"),
    path(f"{BOTH}commitments/<int:part_id>/", word_views.settle, name="settle"),
    path(f"{BOTH}examination/", word_views.examination, name="examination"),
    path(f"{LED}examine/", word_views.examine, name="examine"),
    path(f"{MINE}examination/<int:version>/reply/", word_views.reply, name="reply"),
    path(f"{BOTH}goals/", word_views.goals, name="goals"),
    path(f"{MINE}goals/set/", word_views.set_goal, name="set-goal"),
    path(f"{MINE}goals/<int:part_id>/score/", word_views.score, name="score"),
    path(f"{MINE}goals/<int:part_id>/remove/", word_views.remove_goal, name="remove-goal"),
    path(f"{MINE}goals/<int:part_id>/restore/", word_views.restore_goal, name="restore-goal"),
    path(f"{MINE}sponsor/", views.sponsor, name="sponsor"),
    path(f"{MINE}sponsor/end/", views.end_sponsor, name="end-sponsor"),
]

"""A facilitator of the sample workspace, and three of the people in it: running, over, just asked."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from turnpoint.apps.accounts import grant_services
from turnpoint.apps.accounts.models import Part, User
from turnpoint.apps.accounts.services import make_sample_person
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.facilitation.agreement import USUAL
from turnpoint.apps.facilitation.models import Engagement, Question
from turnpoint.apps.facilitation.seat import Seat, seat
from turnpoint.apps.facilitation.services import engagements, sessions, words
from turnpoint.apps.profiles import services as profiles
from turnpoint.core.facilitation.questions import BY_KEY

INES = "ines"


def give_facilitator(*, ruth: User, theo: User, amara: User) -> User:
    """Ines, who facilitates Ruth now, has done so with Amara, and was asked by Theo."""
    ines = make_sample_person(username=INES, name="Ines Duarte", sample_line="facilitator")
    _years_in_a_role(ines)
    _with_ruth(ruth, ines)
    _with_amara(amara, ines)
    engagements.invite(owner=theo, name=INES, terms=USUAL)
    return ines


def _years_in_a_role(ines: User) -> None:
    """Who asks others where they want to be has written nothing of the kind: Today says so once."""
    began = timezone.localdate().year - 7
    profiles.add_role(
        owner=ines, title="Career coach", start_year=began, occupation_code="21-1012.00"
    )


def _begun(person: User, ines: User) -> tuple[Seat, Seat]:
    row = engagements.invite(owner=person, name=INES, terms=USUAL)
    engagements.sign(_chair(ines, "led", row), version=1)
    return _chair(person, "mine", row), _chair(ines, "led", row)


def _chair(sitting: User, side: str, row: Engagement) -> Seat:
    return seat(sitting=sitting, side=side, engagement_id=row.pk)


def _ask(led: Seat, key: str) -> Question:
    return words.ask(led, text=BY_KEY[key].text, bank_key=key)


def _with_ruth(ruth: User, ines: User) -> None:
    """Two of five sessions held; what was asked, promised, noted and examined."""
    mine, led = _begun(ruth, ines)
    today = timezone.localdate()
    engagements.plan(mine, start=today - dt.timedelta(days=9))
    for number, days in ((1, -9), (2, -2), (3, 5)):
        when = dt.datetime.combine(today + dt.timedelta(days=days), dt.time(17, 30))
        sessions.schedule(
            mine,
            number=number,
            starts_at=timezone.make_aware(when),
            minutes=90,
            place="By the pond",
        )
    for number in (1, 2):
        sessions.note_attendance(led, number=number, attended="both")
    _said(mine, led, today)
    _set(mine)
    _shared(ruth, ines)


def _said(mine: Seat, led: Seat, today: dt.date) -> None:
    """Questions, notes, commitments, and how it looks from the other chair."""
    first = _ask(led, "energy-love-and-drain-1")
    words.answer(
        mine,
        question_id=first.pk,
        text="Saturday, in the water up to the knees, with a client’s daughter counting fish.",
        shared=True,
    )
    _ask(led, "realities-risk-and-money-2")
    words.write_note(mine, text="I said “we” all the time. Have I asked them?", shared=False)
    words.write_note(led, text="Two sentences to choose from by next time.", shared=True)
    words.write_note(
        led, text="Lights up when the talk is of building, not of selling.", shared=False
    )
    sessions.commit(mine, text="Ask two households what they pay for care")
    sessions.commit(mine, text="Show the sentence at home", due=today + dt.timedelta(days=4))
    words.examine(
        led,
        skills="Building and keeping are there, seen at three ponds. Selling and bookkeeping are not.",
        difficulty="The step from weekends to a living is the hard one; the rest is practice.",
        risk="The first winter. Everything hangs on how many households pay for care.",
    )
    words.reply(mine, version=1, text="Selling, yes. I have somebody in mind for the books.")


def _set(mine: Seat) -> None:
    """What the process is for."""
    words.set_goal(
        mine,
        text="A destination I can say aloud",
        expected="One sentence that I believe on a Monday",
        more="And that they believe at home",
        weight=2,
    )
    words.set_goal(mine, text="Know what care is worth", expected="Ten households asked")


def _shared(ruth: User, ines: User) -> None:
    """The destination, for as long as they meet."""
    active = destinations.active(owner=ruth)
    if active is not None:
        grant_services.give(
            owner=ruth,
            receiver=ines,
            pieces=(grant_services.Piece(Part.DESTINATION, active.destination.pk),),
            purpose="Our five meetings",
            until=timezone.now() + dt.timedelta(days=28),
            may_ask=True,
        )


def _with_amara(amara: User, ines: User) -> None:
    """Over, with goals that were scored."""
    mine, led = _begun(amara, ines)
    for number in range(1, 6):
        sessions.note_attendance(led, number=number, attended="both")
    for text, expected, level in (
        ("Choose one of two futures", "One is active and the other is at rest", 1),
        ("Try it before leaving", "One experiment with a date", 0),
    ):
        row = words.set_goal(mine, text=text, expected=expected)
        words.score(mine, goal_id=row.pk, level=level)
    engagements.end(mine)

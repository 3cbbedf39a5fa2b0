"""Who may do what at the addresses of ``facilitation``, from the chair that each belongs to."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.facilitation.agreement import USUAL
from turnpoint.apps.facilitation.models import Engagement
from turnpoint.apps.facilitation.seat import Seat, seat
from turnpoint.apps.facilitation.services import engagements, sessions, words


def somebody(name: str) -> User:
    return User.objects.get_or_create(username=name, defaults={"first_name": name.title()})[0]


def signed_by_both(person: User, facilitator: User) -> Engagement:
    """An engagement that runs, with its five sessions laid out; one of the two has one already."""
    found = Engagement.objects.filter(
        owner=person, facilitator=facilitator, ended_at__isnull=True
    ).first()
    if found is not None:
        return found
    row = engagements.invite(owner=person, name=facilitator.username, terms=USUAL)
    led = seat(sitting=facilitator, side="led", engagement_id=row.pk)
    engagements.sign(led, version=1)
    return row


def chair(owner: User, side: str = "mine") -> Seat:
    other = somebody(f"opposite-of-{owner.username}")
    pair = (owner, other) if side == "mine" else (other, owner)
    row = signed_by_both(*pair)
    return seat(sitting=owner, side=side, engagement_id=row.pk)


def facing(at: Seat) -> Seat:
    """The other chair."""
    given = at.engagement
    sitting = given.facilitator if at.is_person else given.owner
    assert sitting is not None
    side = "led" if at.is_person else "mine"
    return seat(sitting=sitting, side=side, engagement_id=given.pk)


def an_engagement(owner: User) -> Arguments:
    return {"side": "mine", "engagement_id": chair(owner).engagement.pk}


def my_engagement(owner: User) -> Arguments:
    return {"engagement_id": chair(owner).engagement.pk}


def somebody_to_facilitate(owner: User) -> Arguments:
    return {"engagement_id": chair(owner, "led").engagement.pk}


def a_session(owner: User) -> Arguments:
    return {**an_engagement(owner), "number": 1}


def a_dated_session(owner: User) -> Arguments:
    when = timezone.now() + dt.timedelta(days=3)
    sessions.schedule(chair(owner), number=1, starts_at=when, minutes=90, place="")
    return a_session(owner)


def a_session_called_off(owner: User) -> Arguments:
    arguments = a_dated_session(owner)
    sessions.call_off(chair(owner), number=1)
    return arguments


def a_question(owner: User) -> Arguments:
    at = chair(owner)
    row = words.ask(facing(at), text="What would you miss first?")
    return {"engagement_id": at.engagement.pk, "part_id": row.pk}


def a_note(owner: User) -> Arguments:
    row = words.write_note(chair(owner), text="Nobody else reads this.", shared=False)
    return {**an_engagement(owner), "kind": "note", "part_id": row.pk}


def a_removed_note(owner: User) -> Arguments:
    arguments = a_note(owner)
    words.remove_note(chair(owner), kind="note", note_id=arguments["part_id"])
    return arguments


def a_commitment(owner: User) -> Arguments:
    row = sessions.commit(chair(owner), text="Call Ghent")
    return {**an_engagement(owner), "part_id": row.pk}


def an_examination(owner: User) -> Arguments:
    at = chair(owner)
    row = words.examine(facing(at), skills="Two gaps.", difficulty="Fair.", risk="The first year.")
    return {"engagement_id": at.engagement.pk, "version": row.version}


def a_goal(owner: User) -> Arguments:
    row = words.set_goal(chair(owner), text="A destination", expected="One sentence I believe")
    return {**my_engagement(owner), "part_id": row.pk}


def a_removed_goal(owner: User) -> Arguments:
    arguments = a_goal(owner)
    words.remove_goal(chair(owner), goal_id=arguments["part_id"])
    return arguments


RULES = {
    "facilitation:agreement": Rule("GET POST", owned=an_engagement),
    "facilitation:answer": Rule("POST", owned=a_question),
    "facilitation:ask": Rule("POST", owned=somebody_to_facilitate),
    "facilitation:attendance": Rule("GET", shared={"token": "no-such-link"}, anyone=404),
    "facilitation:attended": Rule("POST", owned=a_session),
    "facilitation:call-off": Rule("POST", owned=a_dated_session),
    "facilitation:clients": Rule("GET"),
    "facilitation:commit": Rule("GET POST", owned=an_engagement),
    "facilitation:end": Rule("POST", owned=an_engagement),
    "facilitation:end-sponsor": Rule("POST", owned=my_engagement),
    "facilitation:engagement": Rule("GET", owned=an_engagement),
    "facilitation:examination": Rule("GET", owned=an_engagement),
    "facilitation:examine": Rule("POST", owned=somebody_to_facilitate),
    "facilitation:goals": Rule("GET", owned=an_engagement),
    "facilitation:invitation": Rule("GET", owned=a_session),
    "facilitation:invite": Rule("GET POST"),
    "facilitation:list": Rule("GET"),
    "facilitation:notes": Rule("GET POST", owned=an_engagement),
    "facilitation:plan": Rule("GET POST", owned=an_engagement),
    "facilitation:put-back": Rule("POST", owned=a_session_called_off),
    "facilitation:questions": Rule("GET", owned=an_engagement),
    "facilitation:remove-goal": Rule("POST", owned=a_goal),
    "facilitation:remove-note": Rule("POST", owned=a_note),
    "facilitation:reply": Rule("POST", owned=an_examination),
    "facilitation:restore-goal": Rule("POST", owned=a_removed_goal),
    "facilitation:restore-note": Rule("POST", owned=a_removed_note),
    "facilitation:score": Rule("POST", owned=a_goal),
    "facilitation:session": Rule("GET POST", owned=a_session),
    "facilitation:set-goal": Rule("POST", owned=my_engagement),
    "facilitation:settle": Rule("POST", owned=a_commitment),
    "facilitation:sign": Rule("POST", owned=an_engagement),
    "facilitation:sponsor": Rule("POST", owned=my_engagement),
}

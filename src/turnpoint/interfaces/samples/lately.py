"""What the sample people did lately with their role: begun another, counted a calendar, ranked, asked
what an offer keeps."""

from __future__ import annotations

import datetime as dt

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.queries import present_role
from turnpoint.apps.roles.calendar_tokens import Minutes
from turnpoint.apps.roles.models import OtherRole
from turnpoint.apps.roles.ranked import ranked
from turnpoint.apps.roles.services.calendar import keep_totals
from turnpoint.apps.roles.services.ranking import begin_ranking, choose
from turnpoint.apps.transitions.models import Criterion, Option, Transition
from turnpoint.apps.transitions.services.criteria import rank
from turnpoint.apps.transitions.services.loved_time import add_loved_time, take

WEEKS_COUNTED = 6
BOOKED = {
    "Closing the quarter": 1260,
    "Leading thirty people": 2070,
    "Advising the chief executive": 990,
    "Investor decks": 1710,
    "Calls home to Kumasi": 420,
}
"""Minutes of Maren’s calendar, by the names she gave; the rest of it was let go."""

LIKED = (
    "Building ponds and gardens",
    "Designing how systems fit together",
    "Walking through the data centre",
    "Talking with my team leads",
    "Explaining IT to the board",
    "Steering projects and suppliers",
    "Budgets and contracts",
)
"""What Ruth would keep first, and what she would drop first at the end."""

SETS = 5


def give_lately(*, owner: User, today: dt.date) -> None:
    """Write what this person did."""
    held = present_role(owner=owner)
    if held is None:
        return
    if owner.username == "theo":
        _begin_project(owner, today)
    elif owner.username == "maren":
        _count(owner, held, today)
    elif owner.username == "ruth":
        _rank(owner, held)
    elif owner.username == "amara":
        _ask_what_is_kept(owner)


def _begin_project(owner: User, today: dt.date) -> None:
    """The merger project that he decided to lead, half the week, since ten weeks."""
    since = today - dt.timedelta(weeks=10)
    profiles.add_role(
        owner=owner,
        title="Lead of the merger project",
        employer="Northfield Clinics",
        occupation_code="13-1082.00",
        start_year=since.year,
        start_month=since.month,
        place="Minneapolis",
        summary="Half the week: two help desks, two sets of tools, one of each by summer.",
    )


def _count(owner: User, held: HeldRole, today: dt.date) -> None:
    since = today - dt.timedelta(weeks=WEEKS_COUNTED)
    read = Minutes(since, WEEKS_COUNTED, 5 * WEEKS_COUNTED, tuple(BOOKED.values()))
    keep_totals(owner=owner, held=held, read=read, names=dict(enumerate(BOOKED)))


def _rank(owner: User, held: HeldRole) -> None:
    begin_ranking(owner=owner, held=held, seed=7)
    for number in range(SETS):
        found = ranked(owner=owner, held=held)
        if found is None or found.done:
            return
        liked = sorted(found.shown, key=lambda row: LIKED.index(row.name))
        choose(owner=owner, held=held, number=number, best=liked[0].pk, worst=liked[-1].pk)


def _ask_what_is_kept(owner: User) -> None:
    """Whether the offer keeps the time she loves is one of the things she decides by."""
    open_one = Transition.objects.get(owner=owner)
    offer = OtherRole.objects.get(owner=owner)
    ranked_ones = Criterion.objects.filter(transition=open_one, rank__isnull=False)
    places: dict[int, list[int]] = {}
    for key, place in ranked_ones.order_by("rank").values_list("pk", "rank"):
        places.setdefault(place or 0, []).append(key)
    kept = add_loved_time(owner=owner, transition_id=open_one.pk)
    first, *others = places.values()
    rank(owner=owner, transition_id=open_one.pk, groups=[first, [kept.pk], *others])
    moves = Option.objects.filter(transition=open_one, stays=False)
    take(
        owner=owner,
        transition_id=open_one.pk,
        part_id=kept.pk,
        roles_of={option.pk: offer.pk for option in moves},
    )

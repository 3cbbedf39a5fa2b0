"""The two-week log, as a browser sends it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.roles import log_queries, queries
from turnpoint.apps.roles.log_forms import MinutesField
from turnpoint.apps.roles.models import Change, LogEntry, RoleActivity
from turnpoint.apps.roles.services import activities, changes, log
from turnpoint.errors import BadInput, NotFound

ADDRESS = "/role/log/"


@pytest.fixture
def held(ada: User) -> HeldRole:
    return add_role(owner=ada, title="Help desk")


@pytest.fixture
def mending(ada: User, held: HeldRole) -> RoleActivity:
    row = activities.add_activity(owner=ada, held=held, name="Mending", time=90, enjoyment=2)
    activities.add_activity(owner=ada, held=held, name="Dreaming", time=0, enjoyment=2)
    return row


def logged(owner: User, held: HeldRole, days: int) -> None:
    """Of each day three quarters mending, a quarter e-mail."""
    for ago in range(days):
        day = timezone.localdate() - dt.timedelta(days=ago)
        log.log(
            owner=owner, held=held, day=day, about="mending", minutes=360, energy=-1, engagement=4
        )
        log.log(
            owner=owner, held=held, day=day, about="E-mail", minutes=120, energy=0, engagement=None
        )


def sent(**said: str) -> dict[str, str]:
    return {"about": "mending ", "minutes": "1:30", "day": timezone.localdate().isoformat()} | said


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        *[("45", 45), ("1:30", 90), ("1h", 60), ("1.5 h", 90), ("1,5", 90), ("1h 30", 90)],
        *[("90 min", 90), ("0:05", 5), ("2 hours", 120), ("1h30m", 90)],
    ],
)
def test_reads_a_time_as_people_write_it(typed: str, minutes: int) -> None:
    assert MinutesField().clean(typed) == minutes


def test_an_entry_takes_two_words_and_can_be_taken_back(
    ada_browser: Client, ada: User, mending: RoleActivity
) -> None:
    answer = ada_browser.post(ADDRESS, sent(energy="-2", engagement="3"), follow=True)
    page = answer.content.decode()
    assert "1:30 h · energy −2 · absorbed 3 of 5" in page
    row = LogEntry.objects.get(owner=ada)
    assert (row.activity, row.words, row.minutes, row.energy) == (mending, "", 90, -2)
    change = Change.objects.latest("pk")
    ada_browser.post(reverse("roles:undo", args=[change.pk]))
    row.refresh_from_db()
    assert row.trashed_at is not None
    assert "Nothing is logged yet" in ada_browser.get(ADDRESS).content.decode()


def test_an_entry_can_be_said_differently_and_removed(
    ada_browser: Client, ada: User, held: HeldRole, mending: RoleActivity
) -> None:
    ada_browser.post(ADDRESS, sent())
    row = LogEntry.objects.get(owner=ada)
    address = reverse("roles:log-entry", args=[row.pk])
    assert 'value="1:30"' in ada_browser.get(address).content.decode()
    ada_browser.post(address, sent(about="Queue of calls", minutes="20"))
    row.refresh_from_db()
    assert (row.activity, row.words, row.minutes) == (None, "Queue of calls", 20)
    ada_browser.post(reverse("roles:remove-log-entry", args=[row.pk]))
    assert log_queries.entries(owner=ada, held=held) == ()
    changes.undo(owner=ada, change_id=Change.objects.latest("pk").pk)
    assert log_queries.entries(owner=ada, held=held) == (row,)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"about": ""}, "Say what the time went to."),
        ({"minutes": ""}, "Say how long"),
        ({"minutes": "a while"}, "Type minutes such as 45"),
        ({"minutes": "0"}, "at least a minute"),
        ({"minutes": "25:00"}, "24 hours"),
        ({"energy": "3"}, "is not one of"),
    ],
)
def test_says_what_is_wrong_and_keeps_the_rest(
    ada_browser: Client, mending: RoleActivity, said: dict[str, str], sentence: str
) -> None:
    answer = ada_browser.post(ADDRESS, sent(**said))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not LogEntry.objects.exists()


def test_a_day_has_twenty_four_hours(ada_browser: Client, mending: RoleActivity) -> None:
    ada_browser.post(ADDRESS, sent(minutes="20:00"))
    answer = ada_browser.post(ADDRESS, sent(minutes="5:00"))
    assert "more than 24 hours" in answer.content.decode()


def test_today_is_today_where_the_person_is(
    ada_browser: Client, ada: User, mending: RoleActivity
) -> None:
    """Of two zones a day apart, one has a date that is still to come in the other."""
    for zone, status in (("Pacific/Kiritimati", 302), ("Pacific/Pago_Pago", 422)):
        ada.time_zone = zone
        ada.save()
        with timezone.override("Pacific/Kiritimati"):
            tomorrow = sent(day=timezone.localdate().isoformat())
        with timezone.override(zone):
            there = timezone.localdate().isoformat()
        assert ada_browser.post(ADDRESS, tomorrow).status_code == status
        assert f'value="{there}"' in ada_browser.get(ADDRESS).content.decode()


def test_three_days_give_shares_with_their_uncertainty(
    ada_browser: Client, ada: User, held: HeldRole, mending: RoleActivity
) -> None:
    logged(ada, held, 2)
    assert "1 more day and the log gives shares" in ada_browser.get(ADDRESS).content.decode()
    logged(ada, held, 1)
    logged_on = timezone.localdate() - dt.timedelta(days=2)
    log.log(
        owner=ada, held=held, day=logged_on, about="Mending", minutes=60, energy=1, engagement=1
    )
    page = ada_browser.get(ADDRESS).content.decode()
    assert "After 3 days, “Mending” takes" in page
    assert "You said of “Mending” that you like it" in page


def test_using_the_shares_sets_the_times_and_can_be_taken_back(
    ada_browser: Client, ada: User, held: HeldRole, mending: RoleActivity
) -> None:
    with pytest.raises(BadInput, match="3 logged days"):
        log.use_log(owner=ada, held=held, today=timezone.localdate())
    logged(ada, held, 5)
    ada_browser.post(reverse("roles:use-log"))
    times = {row.name: row.time for row in queries.activities(owner=ada, held=held)}
    assert times["Dreaming"] == 0
    assert times["Mending"] == pytest.approx(73, abs=3)
    assert times["Mending"] + times["E-mail"] == pytest.approx(100, abs=0.2)
    changes.undo(owner=ada, change_id=Change.objects.latest("pk").pk)
    times = {row.name: row.time for row in queries.activities(owner=ada, held=held)}
    assert times == {"Mending": 90, "Dreaming": 0}


def test_what_lies_far_back_is_kept_and_not_counted(
    ada_browser: Client, ada: User, held: HeldRole, mending: RoleActivity
) -> None:
    day = timezone.localdate() - dt.timedelta(days=40)
    log.log(
        owner=ada, held=held, day=day, about="Mending", minutes=60, energy=None, engagement=None
    )
    found = log_queries.logged(owner=ada, held=held, today=timezone.localdate())
    assert (found.days, found.earlier) == ((), 1)


def test_hides_the_log_of_another(ada: User, bob: User, held: HeldRole) -> None:
    change = log.log(
        owner=ada,
        held=held,
        day=timezone.localdate(),
        about="x",
        minutes=5,
        energy=None,
        engagement=None,
    )
    with pytest.raises(NotFound):
        log_queries.entry(owner=bob, entry_id=change.before[0]["pk"])

"""“Time I love kept” as a criterion: taken from a role when asked, and never by itself."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.roles.models import OtherRole, RoleActivity
from turnpoint.apps.roles.services import activities, others
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.loved_time import loved_time_page
from turnpoint.apps.transitions.models import Criterion, Effect, LovedTime, Option
from turnpoint.apps.transitions.services import loved_time as services
from turnpoint.apps.transitions.services import options, transitions
from turnpoint.apps.transitions.services.effects import say_effects
from turnpoint.core.role.activity import Share
from turnpoint.errors import BadInput, Conflict


@pytest.fixture
def held(ada: User) -> HeldRole:
    return add_role(owner=ada, title="Help desk")


@pytest.fixture
def mending(ada: User, held: HeldRole) -> RoleActivity:
    activities.add_activity(owner=ada, held=held, name="Lists", time=40, enjoyment=-2)
    return activities.add_activity(owner=ada, held=held, name="Mending", time=60, enjoyment=2)


@pytest.fixture
def offer(ada: User, held: HeldRole, mending: RoleActivity) -> OtherRole:
    row = others.put_beside(owner=ada, held=held, name="Aldgate", origin="offer")
    others.answer(owner=ada, other_id=row.pk, shares={mending.pk: Share(0.15, 0.45)})
    return row


@pytest.fixture
def option(ada: User) -> Option:
    row = transitions.open_transition(owner=ada, question="Do I take the offer?")
    return options.add_option(owner=ada, transition_id=row.pk, name="Take it")


def taken(owner: User, option: Option, offer: OtherRole) -> Criterion:
    row = services.add_loved_time(owner=owner, transition_id=option.transition_id)
    services.take(
        owner=owner,
        transition_id=option.transition_id,
        part_id=row.pk,
        roles_of={option.pk: offer.pk},
    )
    return row


def test_an_option_takes_its_effect_from_a_role_and_names_it(
    ada_browser: Client, ada: User, option: Option, offer: OtherRole
) -> None:
    criteria = reverse("transitions:criteria", args=[option.transition_id])
    assert "Time I love kept" in ada_browser.get(criteria).content.decode()
    ada_browser.post(reverse("transitions:add-loved-time", args=[option.transition_id]))
    row = Criterion.objects.get(name="Time I love kept")
    assert (row.unit, row.worst, row.best) == ("%", 0, 100)
    address = reverse("transitions:loved-time", args=[option.transition_id, row.pk])
    page = ada_browser.get(address).content.decode()
    assert "Aldgate: 25 to 75 %" in page
    answer = ada_browser.post(address, {f"role-{option.pk}": str(offer.pk)}, follow=True)
    assert "continuity of “Aldgate”" in answer.content.decode()
    effect = Effect.objects.get(option=option, criterion=row)
    assert (effect.low, effect.high) == (25, 75)
    assert effect.likely is not None
    assert 25 < effect.likely < 75
    staying = Effect.objects.get(option__stays=True, criterion=row)
    assert (staying.low, staying.high) == (100, 100)
    assert "from the roles beside mine" in ada_browser.get(criteria).content.decode()


def test_a_change_of_the_role_is_said_and_taken_over_only_when_asked(
    ada_browser: Client, ada: User, option: Option, offer: OtherRole, mending: RoleActivity
) -> None:
    row = taken(ada, option, offer)
    others.answer(owner=ada, other_id=offer.pk, shares={mending.pk: Share(0.3, 0.3)})
    effect = Effect.objects.get(option=option, criterion=row)
    assert (effect.low, effect.high) == (25, 75)
    address = reverse("transitions:loved-time", args=[option.transition_id, row.pk])
    page = ada_browser.get(address).content.decode()
    assert "Something has changed since" in page
    assert "now 50 %" in page
    ada_browser.post(address, {f"role-{option.pk}": str(offer.pk)})
    effect.refresh_from_db()
    assert (effect.low, effect.likely, effect.high) == (50, 50, 50)
    assert not loved_time_page(owner=ada, criterion=row).changed


def test_taking_over_can_be_taken_back(ada: User, option: Option, offer: OtherRole) -> None:
    row = services.add_loved_time(owner=ada, transition_id=option.transition_id)
    where = {"owner": ada, "transition_id": option.transition_id, "part_id": row.pk}
    cells = {(option.pk, row.pk): {"low": 10.0, "likely": 20.0, "high": 30.0}}
    say_effects(owner=ada, transition_id=option.transition_id, cells=cells)  # type: ignore[arg-type]  # a cell
    services.take(**where, roles_of={option.pk: offer.pk})
    services.take_back(**where)
    effect = Effect.objects.get(option=option, criterion=row)
    assert (effect.low, effect.likely, effect.high, effect.source) == (10, 20, 30, "")
    assert not LovedTime.objects.filter(option=option).exists()
    services.take_back(**where)  # what staying was given when the criterion was added
    with pytest.raises(Conflict, match="nothing taken over"):
        services.take_back(**where)


def test_stands_once_and_asks_for_a_role_first(ada: User, option: Option) -> None:
    with pytest.raises(BadInput, match="no role beside yours"):
        services.add_loved_time(owner=ada, transition_id=option.transition_id)


def test_is_a_criterion_once(ada: User, option: Option, offer: OtherRole) -> None:
    taken(ada, option, offer)
    with pytest.raises(Conflict, match="already"):
        services.add_loved_time(owner=ada, transition_id=option.transition_id)


def test_says_when_a_role_is_no_longer_there(
    ada_browser: Client, ada: User, option: Option, offer: OtherRole
) -> None:
    row = taken(ada, option, offer)
    others.remove_other(owner=ada, other_id=offer.pk)
    address = reverse("transitions:loved-time", args=[option.transition_id, row.pk])
    assert "no longer beside yours" in ada_browser.get(address).content.decode()
    assert ada_browser.post(address, {f"role-{option.pk}": str(offer.pk)}).status_code == 404
    assert ada_browser.post(address, {f"role-{option.pk}": "x"}).status_code == 422


def test_the_file_can_be_answered_with_it(ada: User, option: Option, offer: OtherRole) -> None:
    row = taken(ada, option, offer)
    found = queries.rows(owner=ada, transition_id=option.transition_id)
    assert (option.pk, row.pk) in found.effects

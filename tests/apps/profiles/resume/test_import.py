"""Previewing, accepting and undoing an import."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries, services
from turnpoint.apps.profiles.models import Entry, PendingImport
from turnpoint.apps.profiles.resume import queries as imports
from turnpoint.apps.profiles.resume.preview import Proposal, State
from turnpoint.apps.profiles.resume.services import accept_import, hold_import, undo_import
from turnpoint.errors import BadFile, Conflict, NotFound

Write = Callable[[object], bytes]
Resume = dict[str, Any]


def look(owner: User, content: bytes) -> tuple[PendingImport, tuple[Proposal, ...]]:
    held = hold_import(owner=owner, file_name="ines.json", content=content)
    return held, imports.preview(owner=owner, pending_id=held.pk).proposals


def take_all(owner: User, content: bytes) -> int:
    held, proposals = look(owner, content)
    keep = [proposal.key for proposal in proposals]
    return accept_import(owner=owner, pending_id=held.pk, keep=keep).pk


def everything(owner: User) -> list[Any]:
    about = queries.profile(owner=owner)
    rows: list[Entry] = [
        *queries.held_roles(owner=owner),
        *queries.education(owner=owner),
        *queries.skills(owner=owner),
        *queries.languages(owner=owner),
        *queries.certifications(owner=owner),
    ]
    kept = {"_state", "imported"}
    return [
        {name: value for name, value in vars(row).items() if name not in kept}
        for row in (about, *rows)
    ]


def test_looking_changes_nothing(ada: User, resume: Resume, write: Write) -> None:
    _, proposals = look(ada, write(resume))
    assert {proposal.state for proposal in proposals} == {State.NEW, State.CHANGED}
    assert all(proposal.suggested for proposal in proposals)
    assert queries.held_roles(owner=ada) == ()
    assert not queries.said_anything(owner=ada)


def test_takes_over_what_was_ticked(ada: User, resume: Resume, write: Write) -> None:
    services.save_profile(owner=ada, currency="EUR")
    held, proposals = look(ada, write(resume))
    chef = next(each for each in proposals if str(each.entry).find("Head Chef") > 0)
    accept_import(
        owner=ada, pending_id=held.pk, keep=[chef.key], occupations={chef.key: "35-1011.00"}
    )
    (role,) = queries.held_roles(owner=ada)
    assert (role.title, role.employer, role.occupation_code) == (
        "Head Chef",
        "Chez Lune",
        "35-1011.00",
    )
    assert role.pay_currency == "EUR"
    assert queries.skills(owner=ada) == ()


def test_takes_over_what_is_suggested_where_nothing_is_chosen(
    ada: User, linkedin_zip: bytes
) -> None:
    held, _ = look(ada, linkedin_zip)
    accept_import(owner=ada, pending_id=held.pk)
    assert [role.title for role in queries.held_roles(owner=ada)] == [
        "Head Chef",
        "Sous Chef",
        "Cook",
    ]
    assert queries.profile(owner=ada).headline == "Head of kitchen & gardens"
    assert queries.education_level(owner=ada) == 6


def test_an_occupation_that_does_not_exist_is_refused(
    ada: User, resume: Resume, write: Write
) -> None:
    held, proposals = look(ada, write(resume))
    codes = {proposal.key: "99-9999.00" for proposal in proposals}
    with pytest.raises(NotFound):
        accept_import(owner=ada, pending_id=held.pk, occupations=codes)
    assert queries.held_roles(owner=ada) == ()


def test_the_same_file_twice_adds_nothing(ada: User, resume: Resume, write: Write) -> None:
    take_all(ada, write(resume))
    before = everything(ada)
    held, proposals = look(ada, write(resume))
    assert {proposal.state for proposal in proposals} == {State.SAME}
    accept_import(owner=ada, pending_id=held.pk, keep=[each.key for each in proposals])
    assert everything(ada) == before


def test_the_other_format_recognises_the_same_roles(
    ada: User, resume: Resume, write: Write, linkedin_zip: bytes
) -> None:
    take_all(ada, write(resume))
    _, proposals = look(ada, linkedin_zip)
    new = [str(each.entry) for each in proposals if each.state is State.NEW]
    assert len(new) == 2  # the job at the bistro, and the degree by its longer name
    assert "Gare Bistro" in new[0]
    assert "Culinary" in new[1]


def test_a_changed_file_shows_what_would_change(ada: User, resume: Resume, write: Write) -> None:
    take_all(ada, write(resume))
    resume["work"][0]["endDate"] = "2025-06"
    resume["work"].append({"name": "Own", "position": "Consultant", "startDate": "2025-07"})
    held, proposals = look(ada, write(resume))
    changed = [each for each in proposals if each.state is State.CHANGED]
    assert [(each.label, each.was, each.now) for each in changed[0].changes] == [
        ("until", "now", "2025-06")
    ]
    assert sum(each.state is State.NEW for each in proposals) == 1
    accept_import(owner=ada, pending_id=held.pk)
    assert [str(role.end) for role in queries.held_roles(owner=ada)[:2]] == ["None", "Jun 2025"]


def test_what_was_changed_by_hand_stays_unless_ticked(
    ada: User, resume: Resume, write: Write
) -> None:
    take_all(ada, write(resume))
    role = queries.held_roles(owner=ada)[0]
    services.change_role(owner=ada, entry_id=role.pk, place="Villeurbanne")
    _, proposals = look(ada, write(resume))
    assert {each.state for each in proposals} == {State.SAME}
    resume["work"][0]["location"] = "Lyon 3e"
    held, proposals = look(ada, write(resume))
    (changed,) = (each for each in proposals if each.state is State.CHANGED)
    assert changed.changes[0].own
    assert not changed.suggested
    accept_import(owner=ada, pending_id=held.pk)
    assert queries.held_roles(owner=ada)[0].place == "Villeurbanne"


def test_a_role_written_by_hand_is_recognised(ada: User, resume: Resume, write: Write) -> None:
    services.add_role(owner=ada, title="head chef", occupation_code="35-1011.00")
    held, proposals = look(ada, write(resume))
    (found,) = (each for each in proposals if each.row and each.entry.slug == "roles")
    assert {change.label for change in found.changes} == {"title", "employer", "from"}
    accept_import(owner=ada, pending_id=held.pk, keep=[found.key])
    (role,) = queries.held_roles(owner=ada)
    assert (role.employer, role.start_year) == ("Chez Lune", 2019)
    assert role.occupation_code == "35-1011.00"


def test_what_was_removed_is_offered_and_not_pressed(
    ada: User, resume: Resume, write: Write
) -> None:
    take_all(ada, write(resume))
    role = queries.held_roles(owner=ada)[0]
    services.change_role(owner=ada, entry_id=role.pk, summary="mine")
    services.remove_role(owner=ada, entry_id=role.pk)
    held, proposals = look(ada, write(resume))
    (removed,) = (each for each in proposals if each.state is State.REMOVED)
    assert not removed.suggested
    accepted = accept_import(owner=ada, pending_id=held.pk, keep=[removed.key])
    assert queries.held_roles(owner=ada)[0].summary == "mine"
    undo_import(owner=ada, import_id=accepted.pk)
    assert len(queries.held_roles(owner=ada)) == 1


def test_a_whole_import_can_be_undone_and_done_again(
    ada: User, resume: Resume, write: Write
) -> None:
    services.save_profile(owner=ada, name="Ada", currency="EUR")
    services.add_role(owner=ada, title="Gardener")
    before = everything(ada)
    first = take_all(ada, write(resume))
    assert len(queries.held_roles(owner=ada)) == 3
    undo_import(owner=ada, import_id=first)
    assert everything(ada) == before
    with pytest.raises(NotFound):
        undo_import(owner=ada, import_id=first)
    _, proposals = look(ada, write(resume))
    assert State.REMOVED not in {each.state for each in proposals}
    take_all(ada, write(resume))
    assert len(queries.held_roles(owner=ada)) == 3


def test_undoing_a_change_keeps_what_was_written_since(
    ada: User, resume: Resume, write: Write
) -> None:
    take_all(ada, write(resume))
    resume["work"][0] |= {"location": "Lyon", "summary": "Leads."}
    second = take_all(ada, write(resume))
    role = queries.held_roles(owner=ada)[0]
    assert (role.place, role.summary) == ("Lyon", "Leads.")
    services.change_role(owner=ada, entry_id=role.pk, summary="Leads nine.")
    undo_import(owner=ada, import_id=second)
    role.refresh_from_db()
    assert (role.place, role.summary) == ("", "Leads nine.")


def test_a_change_that_cannot_be_so_changes_nothing(
    ada: User, resume: Resume, write: Write
) -> None:
    take_all(ada, write(resume))
    role = queries.held_roles(owner=ada)[0]
    services.change_role(owner=ada, entry_id=role.pk, end_year=2019, end_month=4)
    resume["work"][0]["startDate"] = "2019-09"
    resume["skills"].append({"name": "Bread"})
    with pytest.raises(Conflict, match="ends before it starts"):
        take_all(ada, write(resume))
    assert "Bread" not in [skill.name for skill in queries.skills(owner=ada)]


def test_one_title_twice_in_a_year_is_two_roles(ada: User, write: Write) -> None:
    summer = {"name": "Pool", "position": "Guard", "startDate": "2019-05", "endDate": "2019-07"}
    autumn = {"name": "Pool", "position": "Guard", "startDate": "2019-09", "endDate": "2019-11"}
    take_all(ada, write({"work": [summer, autumn]}))
    assert len(queries.held_roles(owner=ada)) == 2
    _, proposals = look(ada, write({"work": [autumn, summer]}))
    assert {each.state for each in proposals} == {State.SAME}


def test_a_preview_is_its_owners_and_expires(
    ada: User, bob: User, resume: Resume, write: Write
) -> None:
    held, _ = look(ada, write(resume))
    with pytest.raises(NotFound):
        imports.preview(owner=bob, pending_id=held.pk)
    with pytest.raises(NotFound):
        accept_import(owner=bob, pending_id=held.pk)
    PendingImport.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    with pytest.raises(NotFound, match="more than a day"):
        accept_import(owner=ada, pending_id=held.pk)
    look(ada, write(resume))
    assert PendingImport.objects.count() == 1


def test_accepting_twice_does_it_once(ada: User, resume: Resume, write: Write) -> None:
    held, _ = look(ada, write(resume))
    accept_import(owner=ada, pending_id=held.pk)
    with pytest.raises(NotFound):
        accept_import(owner=ada, pending_id=held.pk)
    with pytest.raises(NotFound):
        imports.preview(owner=ada, pending_id=uuid4())


def test_nobody_undoes_what_is_anothers(ada: User, bob: User, resume: Resume, write: Write) -> None:
    accepted = take_all(ada, write(resume))
    with pytest.raises(NotFound):
        undo_import(owner=bob, import_id=accepted)


def test_a_file_that_says_nothing_is_refused(ada: User, write: Write) -> None:
    with pytest.raises(BadFile, match="Nothing about you"):
        hold_import(owner=ada, file_name="../../x.json", content=write({"work": []}))


words = st.sampled_from(["", "Chef", "chef ", "Cook", "=1+1", "A&amp;B", "\ud800x", "Ø" * 300])
dates = st.sampled_from(
    [None, "", "present", "2014", "2014-02", "2014-11-30", "2019-07", "1066", "Mar 2016", "soon"]
)
work = st.fixed_dictionaries(
    {},
    optional={
        "name": words,
        "position": words | st.none() | st.integers(),
        "startDate": dates,
        "endDate": dates,
        "location": words,
        "summary": words,
    },
)
education = st.fixed_dictionaries(
    {}, optional={"institution": words, "area": words, "studyType": words, "endDate": dates}
)
resumes = st.fixed_dictionaries(
    {"work": st.lists(work, max_size=6)},
    optional={
        "basics": st.fixed_dictionaries({}, optional={"name": words, "label": words}),
        "education": st.lists(education, max_size=4),
        "skills": st.lists(st.fixed_dictionaries({"name": words}), max_size=4),
        "languages": st.lists(st.fixed_dictionaries({"language": words}), max_size=3),
    },
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(resume=resumes, other=resumes)
def test_importing_twice_is_importing_once(ada: User, resume: Resume, other: Resume) -> None:
    """Also after another file was imported in between, what one file says is there only once."""
    number = User.objects.count()
    owner = User.objects.create_user(username=f"person-{number}")
    for content in (resume, other):
        encoded = json.dumps(copy.deepcopy(content)).encode()
        try:
            take_all(owner, encoded)
            once = everything(owner)
            _, proposals = look(owner, encoded)
            assert {each.state for each in proposals} == {State.SAME}
            take_all(owner, encoded)
        except BadFile:
            continue
        except Conflict:
            return
        assert everything(owner) == once

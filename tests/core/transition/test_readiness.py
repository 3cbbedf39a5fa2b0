"""Months to be ready: the search and the longest of five tracks that run side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import (
    GARDENER,
    IT_MANAGER,
    LAWYER,
    MANAGER,
    NURSE,
    SUPERVISOR,
    SUPPORT,
    WAITER,
    tiny_market,
)

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind, Range
from turnpoint.core.transition.experience import role_coverage
from turnpoint.core.transition.gaps import gaps_of
from turnpoint.core.transition.person import HeldRole, Person
from turnpoint.core.transition.readiness import Readiness, readiness, together
from turnpoint.core.transition.schooling import LADDER, ladder, required_education
from turnpoint.core.transition.track import Track, months, quartiles
from turnpoint.labour.market import LabourMarket

EMBEDDED = tiny_market()
PROJECTIONS = tiny_market(projections=True)
ONET = tiny_market(onet=True)
DEFAULTS = Assumptions()
FULL_TIME = Assumptions(part_time=0.0)


def ready(
    market: LabourMarket,
    person: Person,
    to: int,
    *,
    owner: bool = False,
    assumptions: Assumptions = DEFAULTS,
) -> Readiness:
    gaps = gaps_of(market, person, to, assumptions)
    assert gaps.activities is not None
    return readiness(
        market,
        person,
        to,
        gaps,
        new=gaps.activities.new,
        covered=role_coverage(market, person, to),
        tier="",
        owner=owner,
        assumptions=assumptions,
    )


def track(name: str, low: float, likely: float, high: float) -> Track:
    derivation = Derivation("as given", (), "test", "", Kind.ASSUMPTION)
    return Track(name, name, Range(low, likely, high), "", derivation)


def test_is_the_search_and_the_longest_track() -> None:
    found = together(
        track("search", 2, 3, 5), (track("education", 10, 20, 30), track("skills", 12, 15, 40))
    )
    assert found.total == Range(14, 23, 45)
    assert found.binding == "education"
    assert found.track("education").binding
    assert not found.track("skills").binding


def test_the_search_binds_where_nothing_has_to_be_learned_first() -> None:
    found = together(track("search", 2, 3, 5), (track("education", 0, 0, 0),))
    assert found.binding == "search"
    assert found.search.binding


def test_the_step_to_a_degree_is_weighed_by_how_many_have_it() -> None:
    person = Person((HeldRole(SUPPORT, 5),), education=2)
    education = ready(ONET, person, IT_MANAGER, assumptions=FULL_TIME).track("education")
    assert education.months.likely == pytest.approx(48 * 0.63, rel=1e-3)
    assert education.derivation.kind is Kind.FACT
    assert "37% say less is enough" in education.sentence


def test_studying_beside_a_job_takes_longer() -> None:
    person = Person((HeldRole(SUPPORT, 5),), education=2)
    full, beside = (
        ready(ONET, person, IT_MANAGER, assumptions=each).track("education").months
        for each in (FULL_TIME, DEFAULTS)
    )
    assert beside.likely == pytest.approx(1.8 * full.likely)


everywhere = st.sampled_from([EMBEDDED, PROJECTIONS, ONET])
occupations = st.integers(0, 7)


@given(everywhere, occupations, occupations, st.integers(1, 12), st.integers(1, 12))
def test_more_education_never_lengthens(
    market: LabourMarket, origin: int, to: int, one: int, other: int
) -> None:
    less, more = sorted((one, other))
    roles = (HeldRole(origin, 5),)
    longer = ready(market, Person(roles, education=less), to).total
    shorter = ready(market, Person(roles, education=more), to).total
    assert shorter.low <= longer.low
    assert shorter.likely <= longer.likely
    assert shorter.high <= longer.high


@given(everywhere, occupations, occupations, st.floats(0, 40), st.floats(0, 20))
def test_more_experience_never_lengthens(
    market: LabourMarket, origin: int, to: int, years: float, more: float
) -> None:
    longer, shorter = (
        ready(market, Person((HeldRole(origin, each),)), to) for each in (years, years + more)
    )
    assert shorter.track("experience").months.likely <= longer.track("experience").months.likely


@given(everywhere, occupations, occupations)
def test_low_likely_and_high_keep_their_order(market: LabourMarket, origin: int, to: int) -> None:
    found = ready(market, Person((HeldRole(origin),)), to)
    for range_ in (found.total, *(each.months for each in found.tracks)):
        assert 0 <= range_.low <= range_.likely <= range_.high


def test_staying_in_the_same_work_takes_only_the_search() -> None:
    found = ready(ONET, Person((HeldRole(NURSE, 6),), education=6), NURSE)
    assert found.binding == "search"
    assert found.total == found.search.months


def test_years_in_a_role_count_by_how_much_alike_it_is() -> None:
    person = Person((HeldRole(WAITER, 10),))
    unlike = ready(ONET, person, MANAGER).track("experience").months
    same = ready(ONET, Person((HeldRole(MANAGER, 10),)), MANAGER).track("experience").months
    assert unlike.likely == 36.0
    assert same.likely == 0.0


def test_facts_replace_assumptions_as_they_are_loaded() -> None:
    person = Person((HeldRole(SUPPORT, 5),))
    embedded = ready(EMBEDDED, person, SUPERVISOR).track("education")
    assert embedded.derivation.kind is Kind.ASSUMPTION
    assert embedded.replace_with == "turnpoint data add onet --latest"
    assert "Add O*NET to replace this" in embedded.sentence
    projected = ready(PROJECTIONS, person, SUPERVISOR).track("education")
    assert projected.derivation.source.startswith("Employment Projections")
    assert ready(ONET, person, SUPERVISOR).track("education").replace_with == ""


def test_typical_entry_is_read_in_the_publishers_words() -> None:
    assert required_education(PROJECTIONS, LAWYER, DEFAULTS).typical == 10
    assert required_education(PROJECTIONS, WAITER, DEFAULTS).typical == 1
    assert required_education(PROJECTIONS, SUPPORT, DEFAULTS).typical == 4


def test_a_licence_takes_its_schooling_unless_a_role_has_it() -> None:
    outsider = ready(EMBEDDED, Person((HeldRole(WAITER),)), NURSE, assumptions=FULL_TIME)
    assert outsider.track("licence").months == Range(13, 26, 52)
    nurse = Person((HeldRole(WAITER), HeldRole(NURSE, 3, 4)))
    assert ready(EMBEDDED, nurse, NURSE).track("licence").months == Range.exactly(0)


def test_an_owner_sets_up_instead_of_searching_and_nobody_asks_for_a_degree() -> None:
    found = ready(ONET, Person((HeldRole(WAITER, 9),), education=1), SUPERVISOR, owner=True)
    assert found.search.label == "Setting up"
    assert found.search.months == Range(3, 6, 12)
    for name in ("education", "experience", "training"):
        assert found.track(name).months == Range.exactly(0)
    assert found.track("skills").months.likely > 0


def test_job_zones_check_the_longest_track() -> None:
    within = ready(ONET, Person((HeldRole(SUPPORT, 5),), education=6), IT_MANAGER).preparation
    assert within.job_zone == 4
    assert within.months.high == 48
    unknown = ready(EMBEDDED, Person((HeldRole(SUPPORT),)), GARDENER).preparation
    assert unknown.agrees is None


def test_quartiles_of_counted_categories() -> None:
    assert quartiles((0.0, 6.0, 12.0), (0.3, 0.3, 0.4)) == Range(0.0, 6.0, 12.0)
    assert quartiles((0.0, 6.0, 12.0), (0.0, 1.0, 0.0)) == Range.exactly(6.0)


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        (Range(0, 0, 0), "no time"),
        (Range(14, 20, 26), "14–26 months"),
        (Range(0, 2, 5), "up to 5 months"),
        (Range(1, 1, 1), "about a month"),
        (Range(6, 6, 6), "about 6 months"),
    ],
)
def test_months_read_as_ranges(range_: Range, words: str) -> None:
    assert months(range_) == words


@given(everywhere, occupations, occupations, st.booleans())
def test_the_whole_is_at_least_its_binding_track(
    market: LabourMarket, origin: int, to: int, owner: bool
) -> None:
    found = ready(market, Person((HeldRole(origin, 3),), education=2), to, owner=owner)
    binding = found.track(found.binding).months
    assert found.total.low >= binding.low
    assert found.total.likely >= binding.likely
    assert found.total.high >= max(track.months.high for track in found.tracks)


steps = st.fixed_dictionaries(
    {
        "study_certificate": st.floats(0, 24),
        "study_associate": st.floats(6, 48),
        "study_bachelor": st.floats(12, 96),
        "study_master": st.floats(6, 48),
        "study_professional": st.floats(12, 84),
        "study_doctorate": st.floats(24, 120),
    }
)


@given(everywhere, occupations, occupations, st.integers(1, 11), steps)
def test_more_education_never_lengthens_on_any_ladder(
    market: LabourMarket, origin: int, to: int, level: int, given_steps: dict[str, float]
) -> None:
    assumed = Assumptions(**given_steps)  # type: ignore[arg-type]  # every value is a number
    longer, shorter = (
        ready(market, Person((HeldRole(origin, 5),), education=each), to, assumptions=assumed).total
        for each in (level, level + 1)
    )
    assert shorter.low <= longer.low + 1e-9
    assert shorter.likely <= longer.likely + 1e-9
    assert shorter.high <= longer.high + 1e-9


def test_the_ladder_as_stated_is_the_published_one() -> None:
    for rung, stated in zip(ladder(DEFAULTS), LADDER, strict=True):
        assert (rung.low, rung.likely, rung.high) == pytest.approx(
            (stated.low, stated.likely, stated.high)
        )


def test_says_so_where_the_job_zone_disagrees() -> None:
    short = together(track("search", 2, 3, 5), (track("skills", 0, 1, 2),), 5, 1).preparation
    long = together(track("search", 2, 3, 5), (track("skills", 20, 30, 40),), 2, 2).preparation
    agreed = together(track("search", 2, 3, 5), (track("skills", 0, 1, 2),), 4, 4).preparation
    assert short.agrees is False
    assert "at least 45 of them beyond your present work’s zone 1" in short.sentence
    assert long.agrees is False
    assert "the longest track above comes to about 30" in long.sentence
    assert agreed.agrees is True

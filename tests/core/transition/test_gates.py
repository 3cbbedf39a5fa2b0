"""Degrees and licences stand apart."""

from __future__ import annotations

import pytest
from tests.sample_market import GARDENER, IT_MANAGER, LAWYER, NURSE, SUPPORT, WAITER, tiny_market

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Kind
from turnpoint.core.transition.gates import Gate, GateKind, Passage, gates_of
from turnpoint.core.transition.person import HeldRole, Person


def gates(to: int, *, onet: bool = True, owner: bool = False, **about: int) -> tuple[Gate, ...]:
    person = Person((HeldRole(WAITER),), **about)  # type: ignore[arg-type]  # education only
    return gates_of(tiny_market(onet=onet), person, to, owner=owner, assumptions=Assumptions())


def test_the_share_of_incumbents_with_the_degree_is_told() -> None:
    (degree,) = gates(IT_MANAGER, education=2)
    assert degree.kind is GateKind.DEGREE
    assert degree.share == pytest.approx(0.63, abs=1e-3)
    assert degree.passage is Passage.CLOSED
    assert "37% say less is enough" in degree.sentence


def test_the_degree_is_passed_with_it_and_unknown_where_nothing_was_said() -> None:
    assert gates(IT_MANAGER, education=6)[0].passage is Passage.PASSED
    assert gates(IT_MANAGER)[0].passage is Passage.UNKNOWN


def test_work_that_asks_for_no_degree_has_no_gate() -> None:
    assert gates(GARDENER, education=1)[0].passage is Passage.NONE


def test_an_owner_meets_no_degree_gate_but_the_licence_stays() -> None:
    degree, licence = gates(LAWYER, education=2, owner=True)
    assert degree.passage is Passage.NONE
    assert licence.passage is Passage.CLOSED


def test_a_licence_says_that_it_is_our_reading_and_to_check_the_place() -> None:
    _, licence = gates(NURSE, education=6)
    assert licence.label == "a registered nurse’s licence"
    assert "Check your place" in licence.sentence
    assert licence.derivation.kind is Kind.ASSUMPTION


def test_a_role_with_the_same_licence_opens_the_gate() -> None:
    nurse = Person((HeldRole(NURSE, 4),), education=6)
    _, licence = gates_of(tiny_market(), nurse, NURSE, owner=False, assumptions=Assumptions())
    assert licence.passage is Passage.PASSED


def test_without_facts_the_degree_says_that_it_is_assumed() -> None:
    degree = gates(SUPPORT, onet=False, education=2)[0]
    assert degree.share is None
    assert degree.derivation.kind is Kind.ASSUMPTION

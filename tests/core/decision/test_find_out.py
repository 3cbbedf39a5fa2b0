"""What to find out first: looking closely at the promising figures only leaves none out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.core.decision.test_check import many
from tests.decisions import LEASE, small_file

from turnpoint.core.decision.find_out import MOST, WORTH_ASKING, find_out
from turnpoint.core.decision.information import information
from turnpoint.core.decision.option import WayBack
from turnpoint.core.decision.turning import turnings
from turnpoint.core.decision.worlds import imagine


def test_the_questions_are_those_that_looking_closely_at_every_figure_finds() -> None:
    file = many(6, 8)
    known = information(imagine(file, seed=3, draws=2_000))
    worth = {each: known.worth((each,))[0] for each in known.moves}
    asked = sorted((each for each in worth.values() if each >= WORTH_ASKING), reverse=True)
    assert [each.points for each in find_out(file, known, None, ())] == asked[:MOST]


@pytest.mark.parametrize(("signed", "by"), [(dt.date(2026, 12, 1), 29), (dt.date(2027, 1, 4), 12)])
def test_a_question_begins_before_the_deadline_and_the_point_of_no_return(
    signed: dt.date, by: int
) -> None:
    """Two days to find out: before a lease of 1 December, or before the deadline, 14 December."""
    stay, berlin = small_file().options
    step = replace(LEASE, earliest=signed, latest=signed)
    file = small_file(options=(stay, replace(berlin, way_back=WayBack(steps=(step,)))))
    worlds = imagine(file, seed=3, draws=500)
    found = find_out(file, information(worlds), None, turnings(file, worlds, None))
    [question] = [each for each in found if each.own]
    assert question.by is not None
    assert question.by.day == by


def test_the_quick_worth_of_a_figure_is_its_worth() -> None:
    known = information(imagine(many(6, 8), seed=3, draws=2_000))
    for variable, moves in known.moves.items():
        (move,) = moves
        assert known.nearly(move) == pytest.approx(known.worth((variable,))[0], abs=1e-4)

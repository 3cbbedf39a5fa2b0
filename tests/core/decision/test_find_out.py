"""What to find out first: looking closely at the promising figures only leaves none out."""

from __future__ import annotations

import pytest
from tests.core.decision.test_check import many

from turnpoint.core.decision.find_out import MOST, WORTH_ASKING, find_out
from turnpoint.core.decision.information import information
from turnpoint.core.decision.worlds import imagine


def test_the_questions_are_those_that_looking_closely_at_every_figure_finds() -> None:
    file = many(6, 8)
    known = information(imagine(file, seed=3, draws=2_000))
    worth = {each: known.worth((each,))[0] for each in known.moves}
    asked = sorted((each for each in worth.values() if each >= WORTH_ASKING), reverse=True)
    assert [each.points for each in find_out(file, known, None, ())] == asked[:MOST]


def test_the_quick_worth_of_a_figure_is_its_worth() -> None:
    known = information(imagine(many(6, 8), seed=3, draws=2_000))
    for variable, moves in known.moves.items():
        (move,) = moves
        assert known.nearly(move) == pytest.approx(known.worth((variable,))[0], abs=1e-4)

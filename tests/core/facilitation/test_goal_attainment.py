from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.facilitation.goal_attainment import LEVELS, Attained, attainment
from turnpoint.errors import BadInput

goals = st.lists(
    st.builds(Attained, st.floats(0.1, 10), st.sampled_from(LEVELS)), min_size=1, max_size=8
)


@pytest.mark.parametrize(
    ("levels", "expected"), [((1, 1, 1), 63.6931), ((1, 0, 0), 54.5644), ((-2, -2, -2), 22.6139)]
)
def test_agrees_with_published_values(levels: tuple[int, ...], expected: float) -> None:
    assert attainment([Attained(1, level) for level in levels]) == pytest.approx(expected, abs=5e-5)


@given(goals)
def test_is_fifty_where_all_came_as_expected(some: list[Attained]) -> None:
    assert attainment([Attained(goal.weight, 0) for goal in some]) == 50


@given(goals, st.floats(0.01, 100))
def test_only_the_proportions_of_the_weights_count(some: list[Attained], times: float) -> None:
    larger = [Attained(goal.weight * times, goal.level) for goal in some]
    assert attainment(larger) == pytest.approx(attainment(some))


@given(goals)
def test_mirrored_levels_mirror_the_score(some: list[Attained]) -> None:
    mirrored = [Attained(goal.weight, -goal.level) for goal in some]
    assert attainment(mirrored) - 50 == pytest.approx(50 - attainment(some))


@pytest.mark.parametrize(
    "some", [[], [Attained(0, 1)], [Attained(float("nan"), 1)], [Attained(1, 3)]]
)
def test_refuses_what_has_no_score(some: list[Attained]) -> None:
    with pytest.raises(BadInput):
        attainment(some)

from __future__ import annotations

import pytest

from turnpoint.apps.destinations.templatetags.amounts import amount, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [(168_000.0, "168,000"), (0.3290, "0.329"), (-0.49, "−0.49"), (-0.0001, "0"), ("no", "no")],
)
def test_spells_amounts(value: float | str, text: str) -> None:
    assert amount(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(12_000.0, "12000"), (0.125, "0.125"), (-0.05, "-0.05")]
)
def test_gives_a_field_what_it_takes(value: float, text: str) -> None:
    assert plain(value) == text
    assert float(plain(value)) == value

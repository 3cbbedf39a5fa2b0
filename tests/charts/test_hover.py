from __future__ import annotations

from turnpoint.charts import hover

X = {"type": "quantitative"}


def test_columns_meet_half_way_and_cover_every_place() -> None:
    layer = hover.columns({0: "now", 12: "a year", 36: "three"}, X, 200)
    values = layer["data"]["values"]
    assert [(each["start"], each["end"]) for each in values] == [(0, 6), (6, 24), (24, 36)]
    assert [each["about"] for each in values] == ["now", "a year", "three"]

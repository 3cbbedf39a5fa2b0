from __future__ import annotations

from turnpoint.charts import names


def test_a_row_is_as_high_as_its_name_needs_and_no_higher() -> None:
    rows, height = names.rows(["short", "a name of " + "many words " * 12, "short"], 300)
    short, long, last = rows
    assert len(short.lines) == 1 < len(long.lines)
    assert short.middle - short.top == last.middle - last.top
    assert long.middle - long.top == short.middle - short.top + names.LINE * (len(long.lines) - 1)
    assert short.middle + names.BAR / 2 < long.top < long.middle < last.top < height


def test_no_name_is_wider_than_its_chart() -> None:
    rows, _ = names.rows(["a criterion with words in it " * 5], 300)
    assert all(len(line) * names.LETTER <= 300 for line in rows[0].lines)

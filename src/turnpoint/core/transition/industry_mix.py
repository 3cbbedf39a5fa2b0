"""Which industries employ an occupation, at several depths of the classification (OEWS).

OEWS's industry codes nest: sector (``31-33``), three, four, five and six digits, and ownership. Each
depth is a set of columns that do not overlap: ``three`` digits; ``four`` digits with what is published
at three only; ``fine``, five and six digits; ``owner``, public or private schools, hospitals and so on.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.wage import ALL_INDUSTRIES, Wages

Floats = NDArray[np.float32]

DEPTHS = ("three", "four", "fine", "owner")
ACROSS = "000001"
OWNERS = frozenset("1235")


def industry_mixes(wages: Wages) -> Mapping[str, tuple[Floats, tuple[str, ...]]]:
    """Employment by SOC row and industry, ``(socs, s)``, with the codes of ``s``, at each depth."""
    mix = wages.staffing()
    codes = wages.industries
    picked = {"three": [], "fine": [], "owner": []}  # type: dict[str, list[int]]
    for column, code in enumerate(codes):
        if (depth := _depth(code)) in picked:
            picked[depth].append(column)
    found = {
        depth: (np.asarray(mix[:, columns]), tuple(codes[column] for column in columns))
        for depth, columns in picked.items()
    }
    four = four_digits(wages, mix)
    return found | {"four": (four, tuple(str(number) for number in range(four.shape[1])))}


def _depth(code: str) -> str:
    if not code.isdigit() or code in (ALL_INDUSTRIES, ACROSS):
        return ""
    if code.endswith("000"):
        return "three"
    if code[4] == "0":
        return "owner" if code[5] in OWNERS else ""
    return "fine"


def four_digits(wages: Wages, mix: Floats) -> Floats:
    """Employment by four-digit industry, with the rest of each three-digit one as a column.

    Four-digit codes end in ``00`` or name a combination (``3250A1``).
    """
    columns = []
    codes = np.array(wages.industries)
    three = [c for c in codes if c.endswith("000") and c.isdigit() and c != ALL_INDUSTRIES]
    for parent in three:
        four = [
            index
            for index, code in enumerate(codes)
            if code != parent
            and code[:3] == parent[:3]
            and (code[4] == "A" or (code[4:] == "00" and code[3] != "0"))
        ]
        rest = mix[:, wages.industry_index[str(parent)]] - mix[:, four].sum(axis=1)
        columns += [mix[:, index] for index in four] + [np.maximum(rest, 0)]
    if not columns:
        return np.asarray(mix[:, 1:])
    return np.stack(columns, axis=1)

"""How far along a skill is, from 0 to 7, with what each level looks like in plain words.

The scale is O*NET’s level scale (0 to 7), which rates what work asks for. O*NET anchors it with
examples that differ from skill to skill; the words here are our own and fit any skill, so that a
skill from ESCO or in one’s own words, which has no published level, can be put on the same scale.
"""

from __future__ import annotations

SCALE = (0.0, 7.0)
STEP = 0.5
"""What people can tell apart when they assess; figures from the facts are finer."""

ANCHORS = (
    "not begun",
    "knows what it is, and can follow others who do it",
    "does simple parts of it with help",
    "does ordinary tasks, and asks now and then",
    "does ordinary work alone, and it holds",
    "handles hard cases, and can say why",
    "others come for advice, and it is done better since",
    "as much as any work asks for",
)
"""By whole level."""


def anchor(level: float) -> str:
    """What a level looks like; between two whole ones, both."""
    low, high = SCALE
    within = min(max(level, low), high)
    whole = round(within)
    if abs(within - whole) <= STEP / 2 + 1e-9:
        return ANCHORS[whole]
    below = int(within)
    return f"between “{ANCHORS[below]}” and “{ANCHORS[below + 1]}”"


def steps() -> tuple[tuple[float, str], ...]:
    """Every level that somebody may say, in words."""
    count = round((SCALE[1] - SCALE[0]) / STEP)
    levels = (SCALE[0] + STEP * number for number in range(count + 1))
    return tuple((level, _said(level)) for level in levels)


def _said(level: float) -> str:
    if level % 1:
        return f"{level:g}, between the two"
    return f"{level:g}, {ANCHORS[int(level)]}"

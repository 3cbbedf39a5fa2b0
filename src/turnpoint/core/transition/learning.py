"""The tracks of learning: training on the job, and the skills that are missing.

Training is counted after hire, at entry pay: what the work asks × the share of the work that is new.
Skills take
``months a level × mean of the three widest gaps``, or, without ratings,
``months if all were new × the share that is new``.
"""

from __future__ import annotations

from collections.abc import Sequence

from turnpoint.core.transition.asked import asked_training, months_input, said_of
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind, Range
from turnpoint.core.transition.gaps import Gaps, RatedGaps
from turnpoint.core.transition.provenance import (
    SHIPPED,
    activities_source,
    modelled,
    replacement,
    term_of,
)
from turnpoint.core.transition.track import SKILLS, TRAINING, Track, guessed, months
from turnpoint.labour.market import LabourMarket


def training_months(asked: Range, new: float, *, owner: bool) -> Range:
    """What is asked as far as the work is new; none for an owner."""
    return asked.map(lambda value: 0.0 if owner else value * new)


def skills_months(width: float | None, new: float, assumed: Assumptions) -> Range:
    """By the widest rated gaps where they are known, else by the share that is new."""
    likely = assumed.months_all_new * new if width is None else assumed.months_a_level * width
    return guessed(likely, assumed.guess_spread)


def training_track(
    market: LabourMarket,
    occupation: int,
    new: float,
    *,
    owner: bool,
    assumptions: Assumptions,
) -> Track:
    """Training after hire, as far as the work is new; an owner has nobody to train them."""
    asked, kind, source = asked_training(market, occupation, assumptions)
    duration = training_months(asked, new, owner=owner)
    command, beginning = said_of(market, kind)
    sentence = f"{beginning}Training after hire, at entry pay: {months(duration)}."
    if owner:
        sentence = "Nobody trains an owner; what there is to learn is counted under skills."
    return Track(
        TRAINING,
        "Training on the job",
        duration,
        sentence,
        Derivation(
            "months of training on the job × the share of the work that is new",
            (
                months_input("training on the job", asked.likely, kind, source),
                modelled("share of the work that is new", round(new, 3), "share", SHIPPED),
            ),
            *source,
            kind,
        ),
        replace_with=command,
    )


def widest(rated: Sequence[RatedGaps]) -> float | None:
    """Mean of the three widest gaps over all rated domains; ``None`` where nothing is known."""
    known = [row.gap for each in rated for row in each.rows if row.have is not None]
    on_levels = all(each.unit == "level" for each in rated)
    return sum(sorted(known, reverse=True)[:3]) / 3 if known and on_levels else None


def skills_track(market: LabourMarket, gaps: Gaps, new: float, assumptions: Assumptions) -> Track:
    """Time to learn what is missing: by rated levels where loaded, else by new activities."""
    width = widest(gaps.rated)
    command, words = replacement(market)
    if width is not None:
        source = (gaps.rated[0].source, gaps.rated[0].vintage)
        formula = "months to raise a skill by one level × mean of the three widest gaps"
        inputs = (
            term_of(assumptions, "months_a_level"),
            modelled("mean of the three widest gaps", round(width, 2), "levels", source[0]),
        )
        sentence = "To raise what is missing most, a level at a time, beside your job"
    else:
        source = activities_source(market)
        formula = "months to learn a job of which all is new × the share of the work that is new"
        inputs = (
            term_of(assumptions, "months_all_new"),
            modelled("share of the work that is new", round(new, 3), "share", source[0]),
        )
        sentence = f"Assumed from the activities that are new to you. {words} To learn them"
    duration = skills_months(width, new, assumptions)
    return Track(
        SKILLS,
        "Skills",
        duration,
        f"{sentence}: {months(duration)}.",
        Derivation(formula, inputs, *source, Kind.ASSUMPTION),
        replace_with="" if width is not None else command,
    )

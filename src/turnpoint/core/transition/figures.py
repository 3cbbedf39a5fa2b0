"""Every figure of a reality check with its formula in words, its inputs and its source."""

from __future__ import annotations

from turnpoint.core.transition.assumptions import OURS
from turnpoint.core.transition.derivation import Derivation, Figure, Input, Kind, Range
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gaps import ActivityGaps
from turnpoint.core.transition.move import Move
from turnpoint.core.transition.pay_figures import no_pay_figures, pay_figures
from turnpoint.core.transition.provenance import modelled, published, term_of
from turnpoint.core.transition.track import Track, months
from turnpoint.core.transition.wording import UNKNOWN, ordinal

MOVES = "Turnpoint’s transition model, fitted on observed moves between US occupations"


def figures_of(found: RealityCheck) -> tuple[Figure, ...]:
    """All figures in the order of the page."""
    return (
        *_moving(found),
        *_ready(found),
        *_content(found),
        *(pay_figures(found, found.pay) if found.pay else no_pay_figures()),
    )


def _moving(found: RealityCheck) -> tuple[Figure, Figure]:
    """Commonness and fit: two figures, never averaged."""
    move = found.move
    parts = tuple(
        modelled(term.label, round(term.contribution, 2), "log-odds", MOVES)
        for term in (move.terms if move else ())
    )
    return _common(move, parts), _fit(move, parts[1:])


def _common(move: Move | None, parts: tuple[Input, ...]) -> Figure:
    sampled = move.sampled_movers if move else None
    people = () if sampled is None else (Input("sampled", sampled, "movers", Kind.FACT, MOVES),)
    return Figure(
        "commonness",
        "Commonness",
        _commonness(move) if move else UNKNOWN,
        Range.exactly(move.probability) if move else None,
        "share of those who leave your occupation for another",
        Derivation(
            "how many people enter the destination + what makes the two jobs alike, as parts "
            "of the log-odds that add up",
            (*parts, *people),
            MOVES,
            "",
            Kind.MODEL,
        ),
    )


def _fit(move: Move | None, parts: tuple[Input, ...]) -> Figure:
    return Figure(
        "fit",
        "Fit, popularity aside",
        f"{ordinal(move.fit_percentile)} percentile ({move.tier})" if move else UNKNOWN,
        Range.exactly(move.fit_percentile) if move else None,
        "percentile among all destinations",
        Derivation(
            "the same parts without how many people enter it, ranked among all destinations",
            parts,
            MOVES,
            "",
            Kind.MODEL,
        ),
    )


def _commonness(move: Move) -> str:
    text = f"about 1 in {move.one_in:,} movers"
    if move.within_class:
        return f"{text} (the survey counts both as one occupation, so this is carried over)"
    if move.borrowed:
        return f"{text} (the survey lacks one of the two; its nearest stands in)"
    return text


def _ready(found: RealityCheck) -> tuple[Figure, ...]:
    ready = found.readiness
    every = (*ready.tracks, ready.search)
    formula = (
        "looking (or setting up) + the longest of education, experience, licence, training on "
        "the job and skills, which run side by side"
    )
    parts = tuple(
        Input(
            track.label,
            round(track.months.likely, 1),
            "months",
            track.derivation.kind,
            track.derivation.source,
            track.derivation.vintage,
        )
        for track in every
    )
    whole = Derivation(formula, parts, OURS, "", Kind.MODEL)
    total = Figure("ready", "Ready in", months(ready.total), ready.total, "months", whole)
    return (total, *(_track(each) for each in every))


def _track(track: Track) -> Figure:
    name, text = f"ready_{track.name}", months(track.months)
    return Figure(name, track.label, text, track.months, "months", track.derivation)


def _content(found: RealityCheck) -> tuple[Figure, ...]:
    activities = found.gaps.activities
    return (_covered(activities), _distance(found, activities)) if activities else ()


def _covered(activities: ActivityGaps) -> Figure:
    source = (activities.source, activities.vintage)
    count = sum(row.detailed for row in activities.rows)
    return Figure(
        "covered",
        "Activities you do already",
        f"{activities.coverage:.0%}",
        Range.exactly(activities.coverage),
        "share of the work, weighted by how telling each activity is",
        Derivation(
            "Σ weight × credit over the destination’s detailed activities; weight = log(all "
            "occupations / those that have it); credit = a third each for sharing its general, "
            "its intermediate and its detailed activity",
            (published("detailed activities", count, "activities", source),),
            *source,
            Kind.MODEL,
        ),
    )


def _distance(found: RealityCheck, activities: ActivityGaps) -> Figure:
    return Figure(
        "distance",
        "Distance",
        f"{found.distance:.2f} (0 is next door, 1 is as far as two jobs drawn by lot)",
        Range.exactly(found.distance),
        "0 to 1",
        Derivation(
            "1 − (covered − what two jobs drawn by lot share) / (what close moves share − what "
            "two jobs drawn by lot share), from 0 to 1",
            (
                modelled("covered", round(activities.coverage, 3), "share", activities.source),
                term_of(found.assumptions, "cover_by_lot"),
                term_of(found.assumptions, "cover_close"),
            ),
            activities.source,
            activities.vintage,
            Kind.MODEL,
        ),
    )

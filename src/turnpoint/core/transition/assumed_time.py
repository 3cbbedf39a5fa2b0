"""What is assumed about time: studying, learning, looking, setting up."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumption import OURS, Stated, Theme, stated

USUAL = OURS + ", our reading of how long programmes usually take full time"


@dataclass(frozen=True)
class AssumedTime(Stated):
    """Months above a diploma up to a bachelor's degree, then months above that."""

    study_certificate: float = stated(
        Theme.STUDY,
        9.0,
        "From a high school diploma to a certificate, full time",
        "months",
        between=(0.0, 24.0),
        plausible=(6.0, 12.0),
        source=USUAL,
    )
    study_associate: float = stated(
        Theme.STUDY,
        24.0,
        "From a high school diploma to an associate’s degree, full time",
        "months",
        between=(6.0, 48.0),
        plausible=(18.0, 30.0),
        source=USUAL,
    )
    study_bachelor: float = stated(
        Theme.STUDY,
        48.0,
        "From a high school diploma to a bachelor’s degree, full time",
        "months",
        between=(12.0, 96.0),
        plausible=(36.0, 60.0),
        source=USUAL + "; 24 to 36 where earlier courses are credited",
    )
    study_master: float = stated(
        Theme.STUDY,
        21.0,
        "From a bachelor’s to a master’s degree, full time",
        "months",
        between=(6.0, 48.0),
        plausible=(12.0, 24.0),
        source=USUAL,
    )
    study_professional: float = stated(
        Theme.STUDY,
        42.0,
        "From a bachelor’s to a first professional degree (law, medicine), full time",
        "months",
        between=(12.0, 84.0),
        plausible=(36.0, 48.0),
        source=USUAL,
    )
    study_doctorate: float = stated(
        Theme.STUDY,
        60.0,
        "From a bachelor’s degree to a doctorate, full time",
        "months",
        between=(24.0, 120.0),
        plausible=(48.0, 84.0),
        source=USUAL,
    )
    part_time: float = stated(
        Theme.STUDY,
        1.0,
        "How much of your studying you do beside your job",
        "share",
        between=(0.0, 1.0),
        plausible=(0.0, 1.0),
    )
    part_time_stretch: float = stated(
        Theme.STUDY,
        1.8,
        "How much longer studying beside a job takes",
        "times",
        between=(1.0, 3.0),
        plausible=(1.4, 2.2),
    )
    licence_time: float = stated(
        Theme.STUDY,
        1.0,
        "How long a licence’s schooling and practice take, against the times in our table",
        "times",
        between=(0.0, 4.0),
        plausible=(0.75, 1.5),
    )
    years_held: float = stated(
        Theme.LEARNING,
        4.0,
        "How long a role was held where you did not say",
        "years",
        between=(0.0, 40.0),
        plausible=(1.0, 8.0),
        source="Near the median tenure with an employer in the US (BLS, January 2024: 3.9 years)",
    )
    half_life: float = stated(
        Theme.LEARNING,
        8.0,
        "How long until half of what an earlier role taught has faded",
        "years",
        between=(1.0, 50.0),
        plausible=(4.0, 16.0),
    )
    months_a_level: float = stated(
        Theme.LEARNING,
        6.0,
        "How long it takes to raise an important skill by one of O*NET’s seven levels",
        "months",
        between=(0.0, 24.0),
        plausible=(3.0, 12.0),
    )
    months_all_new: float = stated(
        Theme.LEARNING,
        18.0,
        "How long it takes to learn a job of which every activity is new",
        "months",
        between=(0.0, 60.0),
        plausible=(9.0, 36.0),
    )
    guess_spread: float = stated(
        Theme.LEARNING,
        2.0,
        "How many times longer (or shorter) an assumed time may turn out",
        "times",
        between=(1.0, 4.0),
        plausible=(1.5, 3.0),
    )
    search_close: float = stated(
        Theme.SEARCH,
        3.0,
        "Finding a job close to yours",
        "months",
        between=(0.0, 24.0),
        plausible=(1.5, 6.0),
    )
    search_far: float = stated(
        Theme.SEARCH,
        6.0,
        "Finding a job that people like you seldom reach",
        "months",
        between=(0.0, 36.0),
        plausible=(3.0, 12.0),
    )
    search_zone: float = stated(
        Theme.SEARCH,
        0.15,
        "How far along from a close move to a far one work that asks for much (or little) "
        "preparation stands, beyond how usual the move is",
        "share",
        between=(0.0, 0.5),
        plausible=(0.0, 0.3),
    )
    set_up: float = stated(
        Theme.SEARCH,
        6.0,
        "Setting up a business before it earns",
        "months",
        between=(0.0, 60.0),
        plausible=(3.0, 12.0),
    )

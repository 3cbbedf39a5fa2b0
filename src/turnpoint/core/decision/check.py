"""Every problem of a decision file, cell by cell, all at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from turnpoint.core.decision.address import leads_somewhere
from turnpoint.core.decision.check_criteria import criteria, effects
from turnpoint.core.decision.check_money import course, household
from turnpoint.core.decision.check_preferences import preferences
from turnpoint.core.decision.criterion import MOST_CRITERIA
from turnpoint.core.decision.file import KINDS, SEARCHING, DecisionFile
from turnpoint.core.decision.option import MOST_OPTIONS, Option, Step
from turnpoint.core.decision.problem import Problem, figure, interval

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
CURRENCY = re.compile(r"[A-Z]{3}")
SOON, LATE = 14, 62
"""A transition’s deadline is two weeks to two months away; outside of that a warning is given."""


def problems(file: DecisionFile, *, today: date | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong, and the warnings, in the order of the file.

    ``today`` is asked for the deadline only; without it, the day the file was opened stands in.
    """
    return tuple(_problems(file, today or file.opened))


def in_the_way(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without which answers could be given."""
    return tuple(each for each in found if not each.warning)


def _problems(file: DecisionFile, today: date | None) -> Iterator[Problem]:
    yield from _head(file, today)
    yield from _keys("options", (each.key for each in file.options))
    yield from _options(file)
    yield from _keys("people", (each.key for each in file.people))
    yield from _people(file)
    yield from _keys("criteria", (each.key for each in file.criteria))
    if len(file.criteria) > MOST_CRITERIA:
        said = f"There are {len(file.criteria)} criteria; keep the {MOST_CRITERIA} that matter."
        yield Problem("criteria", said)
    yield from criteria(file)
    yield from effects(file)
    yield from household(file.household)
    yield from preferences(file)
    yield from _keys("questions", (each.key for each in file.questions))
    yield from _questions(file)
    yield from _predictions(file)


def _head(file: DecisionFile, today: date | None) -> Iterator[Problem]:
    if not file.question.strip():
        yield Problem("question", "The decision has no question yet; ask it in one sentence.")
    if file.kind not in KINDS:
        known = ", ".join(KINDS)
        yield Problem("kind", f"“{file.kind}” is not a kind of transition; it is one of {known}.")
    if file.opened is None:
        yield Problem("opened", "Say the day the file was opened; months count from it.")
    if not CURRENCY.fullmatch(file.currency):
        yield Problem("currency", f"“{file.currency}” is not a currency; write three letters: EUR.")
    yield from figure("horizon", "The horizon in months", file.horizon, least=6, most=240)
    yield from _deadline(file, today)
    yield from _searching(file)


def _deadline(file: DecisionFile, today: date | None) -> Iterator[Problem]:
    if file.deadline is None:
        said = "There is no deadline; a decision without one decides itself. Set a day."
        yield Problem("deadline", said, warning=True)
    elif today is not None:
        days = (file.deadline - today).days
        if days < 0:
            said = f"The deadline, {file.deadline:%-d %B %Y}, has passed; set a new one, or decide."
            yield Problem("deadline", said, warning=True)
        elif not SOON <= days <= LATE:
            said = f"The deadline is {days} days away; two weeks to two months is the usual time."
            yield Problem("deadline", said, warning=True)


def _searching(file: DecisionFile) -> Iterator[Problem]:
    looking = any(each.money.pay is None or each.money.search.while_in > 0 for each in file.options)
    if file.kind in SEARCHING and not looking:
        said = "No option searches: leave one without pay, or give one offers beside a job."
        yield Problem("options", said, warning=True)


def _keys(where: str, keys: Iterable[str]) -> Iterator[Problem]:
    counted = Counter(keys)
    for key, times in counted.items():
        if not KEY.fullmatch(key):
            said = f"The key “{key}” should be small letters, digits and dashes, as four-days."
            yield Problem(f"{where}.{key}", said)
        if times > 1:
            yield Problem(f"{where}.{key}", f"The key “{key}” stands {times} times; keep one.")


def _options(file: DecisionFile) -> Iterator[Problem]:
    staying = [option for option in file.options if option.stays]
    if not staying:
        yield Problem("options", "Staying is always one of the options; mark one with “stays”.")
    for option in staying[1:]:
        said = "Two options stay; only one can be where you are now."
        yield Problem(f"options.{option.key}.stays", said)
    if len(file.options) < 2:
        said = "There is one option only; add at least one other than staying."
        yield Problem("options", said, warning=True)
    if len(file.options) > MOST_OPTIONS:
        said = f"There are {len(file.options)} options; keep the {MOST_OPTIONS} you would take."
        yield Problem("options", said)
    for option in file.options:
        where = f"options.{option.key}"
        if not option.name.strip():
            yield Problem(f"{where}.name", "The option has no name; say it in a few words.")
        yield from course(f"{where}.money", option.money)
        yield from _way_back(where, option)


def _way_back(where: str, option: Option) -> Iterator[Problem]:
    for number, step in enumerate(option.way_back.steps, 1):
        yield from _step(f"{where}.way_back.steps.{number}", step)


def _step(where: str, step: Step) -> Iterator[Problem]:
    if not step.name.strip():
        yield Problem(f"{where}.name", "The step has no name; say what happens.")
    if step.earliest is None and step.latest is None:
        yield Problem(
            f"{where}.earliest", "Say when it may happen: the first day, the last, or both."
        )
    elif step.earliest and step.latest and step.latest < step.earliest:
        said = (
            f"The last day, {step.latest:%-d %B %Y}, is before the first, "
            f"{step.earliest:%-d %B %Y}; swap the two."
        )
        yield Problem(f"{where}.latest", said)
    yield from interval(f"{where}.before", step.before)
    yield from interval(f"{where}.after", step.after)


def _people(file: DecisionFile) -> Iterator[Problem]:
    known = {option.key for option in file.options}
    for person in file.people:
        if not person.name.strip():
            yield Problem(f"people.{person.key}.name", "This person has no name yet.")
        for number, voice in enumerate(person.voices, 1):
            if voice.option and voice.option not in known:
                where = f"people.{person.key}.voices.{number}.option"
                yield Problem(where, f"There is no option “{voice.option}”.")


def _questions(file: DecisionFile) -> Iterator[Problem]:
    for question in file.questions:
        where = f"questions.{question.key}"
        if not question.text.strip():
            yield Problem(f"{where}.text", "The question is empty; ask it in one sentence.")
        yield from figure(f"{where}.cost", "What finding out costs", question.cost, least=0)
        yield from figure(f"{where}.days", "The days it takes", question.days, least=0)
        for number, cell in enumerate(question.about, 1):
            if not leads_somewhere(file, cell) and not _may_stand(file, cell):
                said = (
                    f"“{cell}” names no cell of this file, so that an answer seems worth nothing; "
                    "write effects.option.criterion, or options.option.money.pay, with your keys."
                )
                yield Problem(f"{where}.about.{number}", said, warning=True)


def _may_stand(file: DecisionFile, cell: str) -> bool:
    """Whether this is a cell of the table that nothing is said of yet, or that money fills."""
    part, option, criterion = [*cell.split("."), "", "", ""][:3]
    known = (file.option(option), file.criterion(criterion))
    return part == "effects" and cell.count(".") == 2 and None not in known


def _predictions(file: DecisionFile) -> Iterator[Problem]:
    known = {option.key for option in file.options}
    for number, prediction in enumerate(file.predictions, 1):
        where = f"predictions.{number}"
        yield from figure(f"{where}.chance", "The chance", prediction.chance, least=0, most=1)
        if prediction.due is None:
            yield Problem(f"{where}.due", "Say the day on which this can be judged.", warning=True)
        if prediction.option and prediction.option not in known:
            yield Problem(f"{where}.option", f"There is no option “{prediction.option}”.")

"""What-if: a file with some of its figures moved, as a page sends them, and nothing stored.

Each figure goes by its address: ``weights.pay`` (points, the weightiest 100), ``criteria.pay.worst``,
``effects.lyon.pay`` (where the middle lies; low and high move along), ``preferences.trade_offs.1``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from turnpoint.apps.transitions.figures import read_figure
from turnpoint.core.decision.as_comparison import gain
from turnpoint.core.decision.criterion import LEVELS, LINEAR, Criterion, Effect
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.find_out import named
from turnpoint.core.decision.preferences import FIRST, SAME, SECOND
from turnpoint.core.decision.problem import Problem, spelt
from turnpoint.core.decision.standing import Standing
from turnpoint.core.decision.worlds import Tilt

STEPS = 100
ENDS = ("low", "likely", "high")
CHOICES = ((FIRST, "the first"), (SECOND, "the second"), (SAME, "both the same"))
Sent = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lever:
    """Something that can be moved: a range from ``low`` to ``high``, or a choice among ``choices``."""

    where: str
    label: str
    value: str
    unit: str = ""
    low: str = ""
    high: str = ""
    step: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """The file as it would be; ``moved`` says what differs, each with its address and words."""

    file: DecisionFile
    tilt: Tilt = ()
    moved: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def weights(file: DecisionFile, found: Standing | None) -> tuple[Lever, ...]:
    """How much each criterion matters at the middle of what was said, the weightiest 100."""
    if found is None or len(file.criteria) < 2:
        return ()
    most = max(found.mean_weights) or 1.0
    return tuple(
        Lever(
            f"weights.{each.key}",
            each.name or each.key,
            f"{100 * mean / most:.0f}",
            "",
            "0",
            "100",
            "1",
        )
        for each, mean in zip(file.criteria, found.mean_weights, strict=True)
    )


def ends(criterion: Criterion) -> tuple[Lever, ...]:
    """The fixed ends of a criterion that has two."""
    if criterion.shape != LINEAR or criterion.worst is None or criterion.best is None:
        return ()
    span = abs(criterion.best - criterion.worst) or 1.0
    return tuple(
        Lever(
            f"criteria.{criterion.key}.{name}",
            f"the {name} you would consider",
            _figure(value),
            criterion.unit,
            *_steps(value, value - span / 2, value + span / 2),
        )
        for name, value in (("worst", criterion.worst), ("best", criterion.best))
    )


def effects(file: DecisionFile, criterion: Criterion) -> tuple[Lever, ...]:
    """What each option does to a criterion, where this is said and not reckoned."""
    return (
        ()
        if criterion.measure
        else tuple(_effect(file, option.key, criterion) for option in file.options)
    )


def _effect(file: DecisionFile, option: str, criterion: Criterion) -> Lever:
    where, held = f"effects.{option}.{criterion.key}", file.effect(option, criterion.key)
    name = named(file, option)
    if criterion.shape == LEVELS:
        said = held.levels[0] if held and len(held.levels) == 1 else ""
        levels = tuple((each.name, each.name) for each in criterion.levels)
        return Lever(where, name, said, choices=(("", "as written"), *levels))
    low, high = sorted(_scale(criterion))
    middle = _middle(held) if held and not held.unknown else (low + high) / 2
    low, high = min(low, middle), max(high, middle)
    return Lever(where, name, _figure(middle), criterion.unit, *_steps(middle, low, high))


def trade_offs(file: DecisionFile) -> tuple[Lever, ...]:
    """Each answer to “which would you rather have?”."""
    return tuple(
        Lever(
            f"preferences.trade_offs.{number}",
            f"{gain(file, each.first).words}, or {gain(file, each.second).words}",
            each.prefers,
            choices=CHOICES,
        )
        for number, each in enumerate(file.preferences.trade_offs, 1)
    )


def tried(file: DecisionFile, sent: Sent, usual: tuple[Lever, ...]) -> Tried:
    """The file with what was moved; what cannot be read is told and left as it is.

    ``usual`` are the weights as the file has them.
    """
    trying = _Trying(file, sent)
    for criterion in file.criteria:
        trying.ends(criterion)
        trying.effects(criterion)
    trying.trade_offs()
    trying.weights(usual)
    return Tried(trying.file, trying.tilt, tuple(trying.moved), tuple(trying.problems))


class _Trying:
    """The file on its way: what was moved so far, and what could not be read."""

    def __init__(self, file: DecisionFile, sent: Sent) -> None:
        self.file, self.sent = file, sent
        self.moved: list[tuple[str, str]] = []
        self.problems: list[Problem] = []
        self.tilt: Tilt = ()

    def ends(self, criterion: Criterion) -> None:
        if not self._sent(f"criteria.{criterion.key}.{name}" for name in ("worst", "best")):
            return
        for lever in ends(criterion):
            if (value := self._figure(lever)) is None:
                continue
            name = lever.where.rsplit(".", 1)[1]
            changed = tuple(
                replace(each, **{name: value}) if each.key == criterion.key else each  # type: ignore[arg-type]  # worst or best
                for each in self.file.criteria
            )
            self.file = replace(self.file, criteria=changed)
            self._say(lever, f"{criterion.name}, {lever.label}", value)

    def effects(self, criterion: Criterion) -> None:
        if not self._sent(f"effects.{each.key}.{criterion.key}" for each in self.file.options):
            return
        for lever in effects(self.file, criterion):
            option = lever.where.split(".")[1]
            held = self.file.effect(option, criterion.key) or Effect(option, criterion.key)
            name = f"{criterion.name} with “{lever.label}”"
            if lever.choices:
                level = self.sent.get(lever.where, "")
                if level != lever.value and criterion.level(level) is not None:
                    self._put(replace(held, levels=(level,), unknown=False, variable=""))
                    self.moved.append((lever.where, f"{name}: {level}"))
            elif (value := self._figure(lever)) is not None:
                self._put(_moved_to(held, value))
                self._say(lever, name, value)

    def trade_offs(self) -> None:
        wants, known = self.file.preferences, dict(CHOICES)
        answers = list(wants.trade_offs)
        for number, lever in enumerate(trade_offs(self.file)):
            answer = self.sent.get(lever.where, lever.value)
            if answer in known and answer != lever.value:
                answers[number] = replace(answers[number], prefers=answer)
                self.moved.append((lever.where, f"{lever.label}: {known[answer]}"))
        self.file = replace(self.file, preferences=replace(wants, trade_offs=tuple(answers)))

    def weights(self, usual: tuple[Lever, ...]) -> None:
        """How far each weight is moved from where what was said has it on average."""
        moved = {each.where: value for each in usual if (value := self._figure(each)) is not None}
        if not moved:
            return
        usually = [max(float(each.value), 0.5) for each in usual]
        every = [
            min(max(moved.get(each.where, at), 0.0), 100.0)
            for each, at in zip(usual, usually, strict=True)
        ]
        if max(every) <= 0:
            said = "Something has to matter; leave one above zero."
            self.problems.append(Problem(usual[0].where, said))
            return
        self.tilt = tuple(at / was for at, was in zip(every, usually, strict=True))
        for each in usual:
            if each.where in moved:
                self._say(each, f"{each.label}, weight", moved[each.where])

    def _sent(self, every: Iterable[str]) -> bool:
        """Whether any of these was sent: a page sends the cells of one criterion, not of all."""
        return any(where in self.sent for where in every)

    def _figure(self, lever: Lever) -> float | None:
        """The figure that was sent, where it differs."""
        text = self.sent.get(lever.where, "").strip()
        if text in {"", lever.value}:
            return None
        try:
            return read_figure(text)
        except ValueError as error:
            self.problems.append(Problem(lever.where, str(error)))
            return None

    def _put(self, effect: Effect) -> None:
        place = (effect.option, effect.criterion)
        others = [each for each in self.file.effects if (each.option, each.criterion) != place]
        self.file = replace(self.file, effects=(*others, effect))

    def _say(self, lever: Lever, name: str, value: float) -> None:
        unit = f" {lever.unit}" if lever.unit else ""
        was = spelt(float(lever.value))
        self.moved.append((lever.where, f"{name}: {spelt(value)}{unit} rather than {was}"))


def _moved_to(held: Effect, value: float) -> Effect:
    """The effect with its middle there; low and high move along."""
    by = value - _middle(held)
    said = {name: at for name in ENDS if (at := getattr(held, name)) is not None}
    known = {name: at + by for name, at in said.items()}
    if held.unknown or not known:
        known = dict.fromkeys(ENDS, value)
    return replace(held, **known, unknown=False, variable="")


def _middle(held: Effect) -> float:
    known = [each for each in (held.low, held.high) if each is not None]
    if held.likely is not None:
        return held.likely
    return sum(known) / len(known) if known else 0.0


def _steps(value: float, low: float, high: float) -> tuple[str, str, str]:
    """The ends and the step of a range on whose steps ``value`` lies, so that no browser moves it."""
    wide = (high - low) / STEPS or 1.0
    ten = 10.0 ** math.floor(math.log10(wide))
    step = next(times * ten for times in (1, 2, 5, 10) if times * ten >= wide * 0.999)
    below, above = math.floor((value - low) / step), math.floor((high - value) / step)
    return _figure(value - below * step), _figure(value + above * step), _figure(step)


def _scale(criterion: Criterion) -> tuple[float, float]:
    at = [each.at for each in criterion.points]
    if at:
        return min(at), max(at)
    return criterion.worst or 0.0, criterion.best or 0.0


def _figure(value: float) -> str:
    return f"{value:.10g}"

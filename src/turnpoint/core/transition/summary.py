"""A reality check in a few plain sentences, built from its numbers: ranges, and no verdict."""

from __future__ import annotations

from turnpoint.core.transition.constraints import Answer, Constraint
from turnpoint.core.transition.derivation import Kind, Range
from turnpoint.core.transition.exchange import in_dollars
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gaps import Standing
from turnpoint.core.transition.gates import Gate, GateKind, Passage
from turnpoint.core.transition.landing_pay import LandingPay
from turnpoint.core.transition.track import EXPERIENCE, LICENCE, SEARCH, SKILLS, TRAINING, months
from turnpoint.core.transition.wording import dollar_range, dollars, listed, ordinal

PACE = {
    "education": "studying sets the pace",
    EXPERIENCE: "experience sets the pace",
    LICENCE: "the licence sets the pace",
    TRAINING: "training on the job sets the pace",
    SKILLS: "learning what is new sets the pace",
    SEARCH: "finding it is what takes the time",
}


def summary_of(found: RealityCheck) -> tuple[str, ...]:
    """Three to six sentences: the move, the content, the time, the pay, the gates, what is open."""
    sentences = (
        _move(found),
        _content(found),
        _time(found),
        _pay(found),
        _gates(found),
        _open(found),
    )
    return tuple(filter(None, sentences))


def _move(found: RealityCheck) -> str:
    to = found.destination.title
    if found.origin.code == found.destination.code:
        return f"“{to}” is the work you are in, so nothing is said of how usual the move is."
    move = found.move
    if move is None:
        return f"How usual the move from “{found.origin.title}” to “{to}” is, is not known here."
    return (
        f"About 1 in {move.one_in:,} of those who leave “{found.origin.title}” for another "
        f"occupation go to “{to}” ({move.tier}); leaving aside how usual it is, it suits "
        f"better than {move.fit_percentile:.0f}% of destinations."
    )


def _content(found: RealityCheck) -> str:
    """What is known already, and what is missing most."""
    activities = found.gaps.activities
    known = f"You already do about {activities.coverage:.0%} of what it takes" if activities else ""
    missing = _missing_most(found)
    if missing and known:
        return f"{known}; what is missing most is {listed(missing)}."
    if missing:
        return f"What is missing most is {listed(missing)}."
    return f"{known}." if known else "What it takes is not known with the facts that are loaded."


def _missing_most(found: RealityCheck) -> list[str]:
    rows = sorted(
        (row for each in found.gaps.rated for row in each.rows if row.standing is Standing.MISSING),
        key=lambda row: -row.gap,
    )
    if rows:
        return [f"“{row.name}”" for row in rows[:3]]
    activities = found.gaps.activities.rows if found.gaps.activities else ()
    return [f"“{row.name}”" for row in activities if row.standing is Standing.MISSING][:2]


def _time(found: RealityCheck) -> str:
    ready = found.readiness
    guessed = sum(track.derivation.kind is not Kind.FACT for track in ready.tracks)
    tail = " Much of that is assumed." if guessed >= 4 else ""
    if found.wish.own_business:
        return (
            f"You could start in {months(ready.total)}; {PACE[ready.binding]}, and "
            f"{months(ready.search.months)} of it are an assumption for setting up, in place of "
            f"a search.{tail}"
        )
    return f"You could be there in {months(ready.total)}; {PACE[ready.binding]}.{tail}"


def _pay(found: RealityCheck) -> str:
    pay = found.pay
    if pay is None:
        return "What it pays is not known with the facts that are loaded."
    if pay.owners_differ:
        return (
            f"Employees who do this work would start at {dollar_range(pay.first_year)}; that does "
            "not describe what owners earn, which nobody publishes by occupation."
        )
    first = f"The first year would pay {dollar_range(pay.first_year)}"
    if pay.five_years is None:
        return f"{first}; five years against staying cannot be reckoned."
    against = "what you earn" if pay.from_own_pay else "the middle of your present occupation"
    return (
        f"{first}, and five years of it against {against} {_difference(pay.five_years)}, in today’s money and "
        "less what studying costs."
    )


def _difference(five: Range) -> str:
    if five.low >= 0:
        return f"come to {dollar_range(five)} more"
    if five.high <= 0:
        return f"come to {dollars(-five.high)} to {dollars(-five.low)} less"
    return f"come to anything from {dollars(-five.low)} less to {dollars(five.high)} more"


def _gates(found: RealityCheck) -> str:
    shut = [gate for gate in found.gates if gate.passage is Passage.CLOSED]
    unsure = [gate for gate in found.gates if gate.passage is Passage.UNKNOWN]
    parts = [
        f"Still closed: {listed([_gate(gate) for gate in shut])}." if shut else "",
        f"Not known whether you need or have: {listed([_gate(gate) for gate in unsure])}."
        if unsure
        else "",
    ]
    return " ".join(filter(None, parts))


def _gate(gate: Gate) -> str:
    """A gate inside a sentence, with how many say it is asked for, or that it is assumed."""
    if gate.kind is GateKind.LICENCE:
        return f"{gate.label} (as usual in the United States; check your place)"
    if gate.share is not None:
        return f"“{gate.label}”, which {gate.share:.0%} of the people in it say it takes"
    return f"“{gate.label}”" + (
        " (assumed)" if gate.derivation.kind is Kind.ASSUMPTION else " (the typical way in)"
    )


def _open(found: RealityCheck) -> str:
    """What the figures say against a constraint, and what they cannot say."""
    unmet = [_wanted(each) for each in found.constraints if each.answer is Answer.NOT_MET]
    unknown = [_wanted(each) for each in found.constraints if each.answer is Answer.UNKNOWN]
    parts = [
        f"As it stands it does not meet {listed(unmet)}." if unmet else "",
        f"Nothing loaded can say whether it meets {listed(unknown)}." if unknown else "",
    ]
    return " ".join(filter(None, parts))


def _wanted(constraint: Constraint) -> str:
    """A constraint inside a sentence."""
    named = {"horizon": "your date", "pay_floor": "your pay floor", "hours": "your hours"}
    return named.get(constraint.name, f"“{constraint.label}”")


def would_have_to_be_true(found: RealityCheck) -> tuple[str, ...]:
    """What would have to hold for the destination to work out, one sentence each."""
    conditions = [_gate_opens(gate) for gate in found.gates if gate.passage is Passage.CLOSED]
    missing = _missing_most(found)
    if missing:
        conditions.append(
            f"You learn enough of {listed(missing)} that somebody trusts you with it."
        )
    binding = found.readiness.binding
    if binding == EXPERIENCE:
        conditions.append(
            "You gain the experience it asks for, or somebody counts yours for more than we do."
        )
    conditions += _constraint_holds(found)
    if found.wish.own_business:
        conditions.append("Enough customers pay you, not only an employer: test that first.")
    elif found.pay and not found.pay.from_own_pay:
        conditions.append("You are paid near the middle of your present occupation.")
    return tuple(conditions)


def _gate_opens(gate: Gate) -> str:
    if gate.kind is GateKind.LICENCE:
        return f"You get {gate.label}, or find the part of the work that needs none."
    return f"You get “{gate.label}”, or find an employer among those who say less is enough."


def _constraint_holds(found: RealityCheck) -> list[str]:
    pay, said = found.pay, found.wish.pay_floor
    exchange = found.assumptions.exchange
    floor = None if said is None else in_dollars(said, found.wish.currency, exchange)
    conditions = []
    for each in found.constraints:
        if each.answer not in {Answer.NOT_MET, Answer.DEPENDS}:
            continue
        if each.name == "pay_floor" and pay and floor is not None:
            conditions.append(_pay_reaches(pay, floor))
        elif each.name == "horizon":
            conditions.append(_in_time(found))
    return conditions


def _in_time(found: RealityCheck) -> str:
    horizon, total = found.wish.horizon, found.readiness.total
    if total.low > horizon:
        return f"You give it longer than {horizon:.0f} months, or find a shorter way there."
    return f"It takes {horizon:.0f} months or less, rather than the {total.high:.0f} it may take."


def _pay_reaches(pay: LandingPay, floor: float) -> str:
    cell = pay.destination
    above = [
        quantile
        for quantile, value in zip((10, 25, 50, 75, 90), cell.percentiles, strict=True)
        if value >= floor
    ]
    if not above:
        return f"You are paid {dollars(floor)}, which is above the scale published for this work."
    return (
        f"You start at {dollars(floor)} or more, which is about the {ordinal(above[0])} percentile "
        "of this work’s pay or a little below it."
    )

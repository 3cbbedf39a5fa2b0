"""The words an agreement begins with. Both may change them before they sign."""

from __future__ import annotations

from dataclasses import dataclass

RETENTION_DAYS = 30


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says. ``retention_days``: how long notes stay after the end."""

    roles: str
    confidentiality: str
    limits: str
    told: str
    retention_days: int = RETENTION_DAYS


USUAL = Terms(
    roles=(
        "The facilitator asks and examines. The facilitator does not edit, approve or decide: the "
        "destination, the plan and every decision are the person’s own. Either may end this at any "
        "time, without a reason."
    ),
    confidentiality=(
        "What is said stays between the two of us. The facilitator reads what is shared here, and "
        "nothing else; notes marked “mine alone” are read by nobody."
    ),
    limits=(
        "Where somebody’s life is in danger, or the law demands it, the facilitator may have to "
        "speak, and says so first where that is possible. This is no therapy and no legal advice, "
        "and no privilege protects it in court."
    ),
    told="Nobody is told that it takes place.",
)

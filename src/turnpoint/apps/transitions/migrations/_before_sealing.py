"""The triggers as they were before words were sealed: no row of a decision could be written at all."""

from dataclasses import replace

from turnpoint.apps.accounts.triggers import Triggers
from turnpoint.apps.transitions.triggers import TRIGGERS

STAY = {
    name: replace(each, condition="1 = 1")
    for name, each in TRIGGERS.refusals.items()
    if each.when == "UPDATE" and name != "staying_keeps_its_place"
}
BEFORE_SEALING = Triggers({**TRIGGERS.refusals, **STAY}, TRIGGERS.followers)

"""What ``turnpoint reality-check`` answers, as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from turnpoint.core.title.index import title_index
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person, Wish
from turnpoint.core.transition.reality_check import check
from turnpoint.core.transition.tornado import Sensitivity, sensitivity
from turnpoint.interfaces.cli.json_value import json_value
from turnpoint.interfaces.cli.reality_report import report, understood
from turnpoint.interfaces.cli.understood import Understood, area_code, understand
from turnpoint.labour.facts import facts_folder
from turnpoint.labour.market import LabourMarket


@dataclass(frozen=True, slots=True)
class Answer:
    """The occupations the titles were taken for, and what was found."""

    origin: Understood
    destination: Understood
    found: RealityCheck
    varied: Sensitivity

    def text(self) -> str:
        return "\n".join(
            (*understood(self.origin, self.destination), *report(self.found, self.varied))
        )

    def json(self) -> str:
        titles = {"from": json_value(self.origin), "to": json_value(self.destination)}
        whole = {
            "understood": titles,
            "reality_check": json_value(self.found),
            "sensitivity": json_value(self.varied),
        }
        return json.dumps(whole, ensure_ascii=False, indent=2)


def answer(
    titles: tuple[str, str],
    *,
    area: str,
    pay: float | None,
    currency: str,
    education: int | None,
    years: float | None,
    floor: float | None,
    horizon: float,
    own_business: bool,
    assumptions: Assumptions,
) -> Answer:
    """Understand the two titles and the place, and hold the one against the other."""
    market = LabourMarket.load(facts_folder())
    place = area_code(market, area)
    index = title_index(market)
    here, there = (understand(market, index, text) for text in titles)
    role = HeldRole(here.number, years)
    person = Person((role,), education=education, pay=pay, currency=currency, area=place)
    wish = Wish(there.number, own_business, horizon, pay_floor=floor, currency=currency)
    model = TransitionModel.for_market(market)
    found = check(market, model, person, wish, assumptions)
    return Answer(here, there, found, sensitivity(market, found))

"""The cells of the money pages, with their units and where each beginning figure is from."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from turnpoint.apps.transitions.cells import (
    AMOUNT,
    COSTS,
    MONTHS,
    RANGE,
    SHARE,
    TICK,
    Cell,
    Group,
)
from turnpoint.core.decision.money import Course, Household

OURS = "Our beginning; change it if you know better."
MONTH, YEAR = "¤ a month", "¤ a year"

HOUSEHOLD = (
    Group(
        "What there is",
        (
            Cell("cash", "Money you could spend within a month", AMOUNT, "¤", "Yours to say."),
            Cell(
                "reserve", "Cash you will not go below", AMOUNT, "¤", "Yours to say; zero at first."
            ),
        ),
    ),
    Group(
        "What a month brings and costs",
        (
            Cell(
                "spending",
                "Spending, everything in",
                RANGE,
                MONTH,
                "Your last three statements say it best.",
            ),
            Cell(
                "partner_pay",
                "What comes in beside your pay, after tax",
                RANGE,
                MONTH,
                "Yours to say.",
            ),
            Cell(
                "take_home",
                "The share of your pay that reaches the account",
                SHARE,
                "%",
                f"72 % at first. {OURS} Your payslip says it.",
            ),
        ),
    ),
    Group(
        "Out of work",
        (
            Cell(
                "benefits",
                "Benefits, while entitled",
                AMOUNT,
                MONTH,
                "Zero at first; your country’s office has a calculator.",
            ),
            Cell("benefits_months", "How long they last", MONTHS, "months", f"6 at first. {OURS}"),
        ),
    ),
    Group("Costs that come whatever you choose", (Cell("one_offs", "Costs", COSTS, "¤"),)),
    Group(
        "The market",
        (
            Cell(
                "market",
                "How far one bad market moves everything",
                AMOUNT,
                "1 as assumed, 0 not at all",
                OURS,
            ),
        ),
        folded=True,
    ),
)

COURSE = (
    Group(
        "Pay",
        (
            Cell(
                "pay",
                "Pay, before tax",
                RANGE,
                YEAR,
                "Empty: this option leaves without pay. One figure in the middle is a figure you know.",
            ),
            Cell("start", "The month it starts", MONTHS, "months from the opening", "0: at once."),
            Cell("until_start", "Today’s pay goes on until then", TICK),
            Cell(
                "ramp_months", "Until the pay is full", MONTHS, "months", "0: from the first day."
            ),
            Cell("growth", "Growth of pay, above prices", SHARE, "% a year", f"0 at first. {OURS}"),
            Cell(
                "take_home",
                "The share that reaches the account here",
                SHARE,
                "%",
                "Empty: as in the household.",
            ),
        ),
    ),
    Group(
        "Bonus and a share in the business",
        (
            Cell("bonus", "Bonus, before tax", RANGE, YEAR),
            Cell("bonus_chance", "The share of years it is paid", SHARE, "%", "100 at first."),
            Cell("equity", "What a share may be worth, after tax", RANGE, "¤"),
            Cell(
                "equity_month",
                "When it could be turned into money",
                MONTHS,
                "months",
                f"60 at first. {OURS}",
            ),
            Cell(
                "equity_chance",
                "The chance that it ever is",
                SHARE,
                "%",
                "0 at first: most never are.",
            ),
        ),
        folded=True,
    ),
    Group(
        "Moving, and other costs",
        (
            Cell("relocation", "What moving costs, after what is paid for you", RANGE, "¤"),
            Cell("relocation_month", "The month it is paid in", MONTHS, "months", "0: at once."),
            Cell(
                "spending",
                "Change of spending, from the start",
                AMOUNT,
                MONTH,
                "Below zero: life gets cheaper.",
            ),
            Cell("partner_months", "A partner is without pay for", MONTHS, "months", "0 at first."),
            Cell(
                "partner_share",
                "The share of a partner’s pay after that",
                SHARE,
                "%",
                "100 at first.",
            ),
            Cell("one_offs", "Other costs that come once", COSTS, "¤"),
        ),
    ),
    Group(
        "What may happen",
        (
            Cell(
                "comes_off",
                "The chance that it comes off at all",
                SHARE,
                "%",
                "100 at first; less for an offer that is not signed.",
            ),
            Cell("venture", "A business of my own", TICK),
            Cell(
                "loss",
                "The chance of losing it, or of the business ending",
                SHARE,
                "% a year",
                f"10 at first. {OURS} A new business: 20 or more.",
            ),
            Cell(
                "promotion", "The chance of a promotion", SHARE, "% a year", f"12 at first. {OURS}"
            ),
            Cell(
                "promotion_raise",
                "What a promotion adds",
                SHARE,
                "% of pay",
                f"10 at first. {OURS}",
            ),
            Cell("benefits_at_once", "Leaving by yourself brings benefits at once", TICK),
        ),
        folded=True,
    ),
    Group(
        "Searching, should this job be lost or left",
        (
            Cell(
                "search.while_out",
                "The chance of an offer without a job",
                SHARE,
                "% a month",
                f"15 at first. {OURS}",
            ),
            Cell(
                "search.while_in",
                "The chance of an offer beside a job",
                SHARE,
                "% a month",
                "0 at first: not looking.",
            ),
            Cell("search.pay", "Pay that offers bring", RANGE, YEAR, "Empty: about today’s."),
            Cell(
                "search.accept_above", "Pay below which you decline", AMOUNT, YEAR, "0: accept any."
            ),
            Cell(
                "search.step_up",
                "How much more it must pay to leave a job for it",
                SHARE,
                "%",
                f"5 at first. {OURS}",
            ),
            Cell(
                "search.notice",
                "From an accepted offer to its first pay",
                MONTHS,
                "months",
                f"1 at first. {OURS}",
            ),
        ),
        folded=True,
    ),
)

HOUSEHOLD_DEFAULTS: dict[str, Any] = asdict(Household())
COURSE_DEFAULTS: dict[str, Any] = asdict(Course())

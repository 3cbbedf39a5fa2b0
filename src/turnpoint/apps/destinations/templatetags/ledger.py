"""What is written in the ledger, in words."""

from __future__ import annotations

from django import template

from turnpoint.apps.destinations.models import ExperimentPlan
from turnpoint.apps.destinations.wording import said_money

register = template.Library()


@register.filter
def cost(plan: ExperimentPlan) -> str:
    """“$180 and 12 hours”; nothing where neither is said."""
    hours = "" if plan.hours is None else f"{plan.hours.normalize():f} hours"
    money = "" if plan.money is None else said_money(plan.money, plan.currency)
    return " and ".join(filter(None, (money, hours)))

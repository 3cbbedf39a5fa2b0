"""Whose facts a figure rests on: the publisher and vintage of each loaded source, in words."""

from __future__ import annotations

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Input, Kind
from turnpoint.labour.market import LabourMarket

ADD_ONET = "turnpoint data add onet --latest"
ADD_PROJECTIONS = "turnpoint data add bls-ep --latest"
ADD_WAGES = "turnpoint data add oews"

NAMES = {
    "onet": "O*NET (US Department of Labor/ETA)",
    "oews": "OEWS (US Bureau of Labor Statistics)",
    "bls-ep": "Employment Projections (US Bureau of Labor Statistics)",
}
SHIPPED = "O*NET (US Department of Labor/ETA), the part shipped with Turnpoint"
SHIPPED_VINTAGE = "O*NET 27"


def source_of(market: LabourMarket, name: str) -> tuple[str, str]:
    """Publisher and vintage of a source that is loaded."""
    manifest = market.manifests.get(name)
    return NAMES[name], manifest.vintage if manifest else ""


def activities_source(market: LabourMarket) -> tuple[str, str]:
    """Publisher and vintage of the work activities, which are always there."""
    return source_of(market, "onet") if "onet" in market.manifests else (SHIPPED, SHIPPED_VINTAGE)


def replacement(market: LabourMarket) -> tuple[str, str]:
    """The command that turns an assumption to fact, and a sentence; no command where none would."""
    if "onet" in market.manifests:
        return "", "O*NET has no reliable figure for it."
    return ADD_ONET, "Add O*NET to replace this."


def assumed(name: str, value: float | str, unit: str, source: str) -> Input:
    return Input(name, value, unit, Kind.ASSUMPTION, source)


def published(name: str, value: float | str, unit: str, source: tuple[str, str]) -> Input:
    return Input(name, value, unit, Kind.FACT, *source)


def yours(name: str, value: float | str, unit: str) -> Input:
    return Input(name, value, unit, Kind.YOURS, "what you said")


def modelled(name: str, value: float | str, unit: str, source: str) -> Input:
    return Input(name, value, unit, Kind.MODEL, source)


def term_of(assumptions: Assumptions, name: str) -> Input:
    """One of the stated assumptions as an input of a formula."""
    term = assumptions.one(name)
    source = "changed by you" if term.changed else term.source
    words = term.said(term.value) if term.choices else term.value
    return Input(term.label, words, term.unit, Kind.ASSUMPTION, source, assumption=name)

"""What is stored of destinations, and what can never be."""

from turnpoint.apps.destinations.models.destination import (
    CURRENCY,
    AssumptionSet,
    Destination,
    DestinationDraft,
    DestinationRevision,
    RevisionDream,
)
from turnpoint.apps.destinations.models.experiment import (
    Experiment,
    ExperimentConclusion,
    ExperimentPlan,
    ExperimentResult,
    Held,
    Kind,
    Standing,
    Uncertainty,
    UncertaintyStatement,
)
from turnpoint.apps.destinations.models.heading import Heading, Place

__all__ = [
    "CURRENCY",
    "AssumptionSet",
    "Destination",
    "DestinationDraft",
    "DestinationRevision",
    "Experiment",
    "ExperimentConclusion",
    "ExperimentPlan",
    "ExperimentResult",
    "Heading",
    "Held",
    "Kind",
    "Place",
    "RevisionDream",
    "Standing",
    "Uncertainty",
    "UncertaintyStatement",
]

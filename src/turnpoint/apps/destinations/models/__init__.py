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
    "Held",
    "Kind",
    "RevisionDream",
    "Standing",
    "Uncertainty",
    "UncertaintyStatement",
]

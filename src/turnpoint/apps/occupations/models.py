"""What a person saved of the occupations, and how adding facts is going."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

CODE = RegexValidator(r"\A\d\d-\d{4}\.\d\d\Z", "A code looks like 11-3021.00.")
PROCESS = uuid.uuid4().hex
"""This run of the server; work that another run began and did not finish was interrupted."""


def this_process() -> str:
    return PROCESS


class SavedOccupation(models.Model):
    """An occupation a person wants to find again. ``trashed_at``: taken from the list, with undo."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_occupations"
    )
    code = models.CharField(max_length=10, validators=[CODE])
    saved_at = models.DateTimeField(auto_now_add=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "code"),
                name="occupation_saved_once",
                violation_error_message="This occupation is saved already.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}, saved by {self.owner}"


class FactImport(models.Model):
    """One source of facts being added, in the background; ``done`` of ``total``, as bytes or rows."""

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        INTERRUPTED = "interrupted"

    source = models.CharField(max_length=20)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RUNNING)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    message = models.TextField(blank=True)
    process = models.CharField(max_length=32, default=this_process)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=("running", "done", "failed", "interrupted")),
                name="fact_import_state",
            ),
            models.CheckConstraint(
                condition=Q(state="running", finished_at__isnull=True)
                | (
                    ~Q(state="running")
                    & Q(finished_at__isnull=False, finished_at__gte=F("started_at"))
                ),
                name="fact_import_finished",
            ),
            models.UniqueConstraint(
                fields=("source",), condition=Q(state="running"), name="fact_import_one_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.source}, {self.state}"

    @property
    def state_now(self) -> str:
        """``interrupted`` where the server was restarted before the work was finished."""
        if self.state == self.State.RUNNING and self.process != PROCESS:
            return str(self.State.INTERRUPTED)
        return self.state

"""What is left when somebody has gone."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models


class Receipt(models.Model):
    """That everything of one person was erased, when, and how many rows of each table.

    It names nobody: the number is given to the person once, on the page that says goodbye.
    """

    number = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    erased_at = models.DateTimeField()
    rows: Any = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"erased {self.erased_at:%Y-%m-%d %H:%M}"

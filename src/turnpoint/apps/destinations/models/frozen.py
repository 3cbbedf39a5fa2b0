"""What is written once: saving it again is refused here, and by triggers in the database."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from turnpoint.errors import Conflict


class Frozen(models.Model):
    """A row that stays as it was saved, and goes only with the destination it belongs to."""

    stays: ClassVar[str] = (
        "A revision stays as it was saved. Save the destination again to change it."
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise Conflict(self.stays)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise Conflict(self.stays)

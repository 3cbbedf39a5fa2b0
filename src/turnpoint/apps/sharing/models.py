"""Comments and questions: what others say about a part they may read. They belong to the person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from turnpoint.apps.accounts.models import Part
from turnpoint.apps.accounts.models.record import LONGEST_NAME
from turnpoint.apps.accounts.sealing import EncryptedTextField

LONGEST_REMARK = 3000


class RemarkKind(models.TextChoices):
    COMMENT = "comment", "comment"
    QUESTION = "question", "question"


class Remark(models.Model):
    """A comment or a question beside a part; it changes nothing in the part."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="remarks"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=LONGEST_NAME)
    grant_number = models.PositiveBigIntegerField()
    part = models.CharField(max_length=11, choices=Part.choices)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=8, choices=RemarkKind.choices)
    text = EncryptedTextField(max_length=LONGEST_REMARK)
    written_at = models.DateTimeField()
    answer = EncryptedTextField(max_length=LONGEST_REMARK, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-written_at", "-pk")
        constraints = (
            models.CheckConstraint(name="remark_text", condition=~Q(text="")),
            models.CheckConstraint(name="remark_kind", condition=Q(kind__in=RemarkKind.values)),
            models.CheckConstraint(name="remark_part", condition=Q(part__in=Part.values)),
            models.CheckConstraint(
                name="remark_answered_or_not",
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} by {self.author_name}, {self.written_at:%Y-%m-%d %H:%M}"

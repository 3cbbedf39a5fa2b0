"""What a person brings: roles held, education, skills, languages, certifications.

Only a title is ever needed. What an import added carries ``import_key`` (the same thing in another
file has the same key) and ``imported`` (the values as they stood in the file), so that importing
again finds it, and what a person changed by hand can be told from what the file changed.
"""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from turnpoint.apps.profiles.constraint import ENDS_AFTER_START, check, month, year
from turnpoint.apps.profiles.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate
from turnpoint.labour.wage import HOURS_A_YEAR

CURRENCY = RegexValidator(r"\A[A-Z]{3}\Z", "A currency is three capital letters, such as EUR.")


class Profile(models.Model):
    """What is said once about a person. ``area`` is an OEWS area code, which sets the pay shown."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile"
    )
    name = models.CharField(max_length=200, blank=True)
    headline = models.CharField(max_length=300, blank=True)
    summary = models.TextField(max_length=5000, blank=True)
    place = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=7, blank=True)
    currency = models.CharField(max_length=3, default="USD", validators=[CURRENCY])
    education_level = models.PositiveSmallIntegerField(null=True, blank=True)
    imported: Any = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = (
            check(
                "profile_education_level",
                Q(education_level__isnull=True) | Q(education_level__range=(1, 12)),
                "The level of education is one of twelve.",
            ),
        )

    def __str__(self) -> str:
        return self.name or str(self.owner)


class AcceptedImport(models.Model):
    """A file whose entries were taken over. ``before`` says what stood there, so it can be undone."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    accepted_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    before: Any = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.file_name}, accepted {self.accepted_at:%Y-%m-%d %H:%M}"


class PendingImport(models.Model):
    """A file that was read and not yet accepted: what was recognised, kept here until it expires."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    recognised: Any = models.JSONField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.file_name}, until {self.expires_at:%Y-%m-%d %H:%M}"


class Entry(models.Model):
    """One line of a profile: somebody’s, removable and restorable, perhaps imported."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)
    import_key = models.CharField(max_length=64, blank=True, default="", editable=False)
    imported: Any = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                name="%(class)s_import_key",
                fields=("owner", "import_key"),
                condition=~Q(import_key=""),
            ),
        )


class PayPeriod(models.TextChoices):
    HOUR = "hour", "an hour"
    MONTH = "month", "a month"
    YEAR = "year", "a year"


PERIODS_A_YEAR = {PayPeriod.HOUR: HOURS_A_YEAR, PayPeriod.MONTH: 12, PayPeriod.YEAR: 1}


class HeldRole(Entry):
    """A role somebody holds or held.

    Without an end it is current, unless ``end_unknown`` says that it is over. ``is_main`` marks the
    one to start from where several are current.
    """

    title = models.CharField(max_length=200)
    employer = models.CharField(max_length=200, blank=True)
    occupation_code = models.CharField(max_length=10, blank=True)
    start_year = models.PositiveSmallIntegerField(null=True, blank=True)
    start_month = models.PositiveSmallIntegerField(null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(null=True, blank=True)
    end_month = models.PositiveSmallIntegerField(null=True, blank=True)
    end_unknown = models.BooleanField(default=False)
    is_main = models.BooleanField(default=False)
    pay = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    pay_currency = models.CharField(max_length=3, default="USD", validators=[CURRENCY])
    pay_period = models.CharField(max_length=5, choices=PayPeriod.choices, default=PayPeriod.YEAR)
    place = models.CharField(max_length=200, blank=True)
    summary = models.TextField(max_length=5000, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            check("heldrole_title", ~Q(title=""), "A role needs a title."),
            check(
                "heldrole_ends_after_start",
                ENDS_AFTER_START,
                "The role ends before it starts; look at both dates.",
            ),
            check(
                "heldrole_years",
                year("start") & year("end"),
                "A year lies between 1900 and 2100.",
            ),
            check(
                "heldrole_months",
                month("start") & month("end"),
                "A month is 1 to 12 and needs its year.",
            ),
            check(
                "heldrole_end_unknown",
                Q(end_unknown=False) | Q(end_year__isnull=True),
                "Either say when the role ended, or that you do not know.",
            ),
            check("heldrole_pay", Q(pay__isnull=True) | Q(pay__gte=0), "Pay cannot be below zero."),
            models.UniqueConstraint(
                name="heldrole_one_main",
                fields=("owner",),
                condition=Q(is_main=True, trashed_at__isnull=True),
                violation_error_message="Only one role can be the one you start from.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.employer}" if self.employer else self.title

    @property
    def start(self) -> PartialDate | None:
        return PartialDate(self.start_year, self.start_month or 0) if self.start_year else None

    @property
    def end(self) -> PartialDate | None:
        return PartialDate(self.end_year, self.end_month or 0) if self.end_year else None

    @property
    def is_current(self) -> bool:
        return self.end_year is None and not self.end_unknown

    @property
    def annual_pay(self) -> Decimal | None:
        """Pay of a full year: an hourly wage counts 2,080 hours, as BLS counts them."""
        return None if self.pay is None else self.pay * PERIODS_A_YEAR[PayPeriod(self.pay_period)]


class Education(Entry):
    """``level`` is O*NET’s 1 to 12 (``labour.preparation.EDUCATION_LEVELS``)."""

    institution = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=200, blank=True)
    degree = models.CharField(max_length=200, blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    start_year = models.PositiveSmallIntegerField(null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            check(
                "education_said",
                ~Q(institution="", area="", degree=""),
                "Say where, what subject or which degree: one is enough.",
            ),
            check(
                "education_level",
                Q(level__isnull=True) | Q(level__range=(1, 12)),
                "The level of education is one of twelve.",
            ),
            check(
                "education_years",
                year("start")
                & year("end")
                & (
                    Q(start_year__isnull=True)
                    | Q(end_year__isnull=True)
                    | Q(end_year__gte=F("start_year"))
                ),
                "The last year comes before the first; look at both.",
            ),
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.degree, self.area, self.institution) if part)


class DeclaredSkill(Entry):
    """A skill a person says they have; ``element_id`` ties it to one that O*NET rates."""

    name = models.CharField(max_length=200)
    element_id = models.CharField(max_length=20, blank=True)
    level = models.FloatField(null=True, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            check("declaredskill_name", ~Q(name=""), "A skill needs a name."),
            check(
                "declaredskill_level",
                Q(level__isnull=True) | Q(level__gte=0, level__lte=7),
                "A level lies between 0 and 7.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Language(Entry):
    name = models.CharField(max_length=100)
    fluency = models.CharField(max_length=100, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            check("language_name", ~Q(name=""), "A language needs a name."),
        )

    def __str__(self) -> str:
        return self.name


class Certification(Entry):
    """A certificate or licence, and who gave it."""

    name = models.CharField(max_length=200)
    issuer = models.CharField(max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            check("certification_name", ~Q(name=""), "A certification needs a name."),
            check(
                "certification_year",
                Q(year__isnull=True) | Q(year__range=(FIRST_YEAR, LAST_YEAR)),
                "A year lies between 1900 and 2100.",
            ),
        )

    def __str__(self) -> str:
        return self.name

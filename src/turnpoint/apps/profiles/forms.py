"""What a browser may send about a person. Only a title is required."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from turnpoint.apps.occupations.forms import AreaField, ChosenOccupation, OccupationField
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.profiles import currency
from turnpoint.apps.profiles.models import Entry, HeldRole, PayPeriod, Profile
from turnpoint.apps.profiles.partial_date import (
    FIRST_YEAR,
    LAST_YEAR,
    PartialDate,
    read_partial_date,
)
from turnpoint.labour.preparation import EDUCATION_LEVELS
from turnpoint.labour.skill import Element

LEVELS = [("", "Not said"), *((n, text.capitalize()) for n, text in enumerate(EDUCATION_LEVELS, 1))]


class PartialDateField(forms.CharField):
    """A year, or a year and a month, as text; cleans to a ``PartialDate`` or ``None``."""

    def prepare_value(self, value: Any) -> Any:
        return value.iso() if isinstance(value, PartialDate) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_partial_date(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error


def _text(label: str, longest: int = 200, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **kwargs)


def _year(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )


def _level(label: str, help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=LEVELS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=help_text,
    )


class EntryForm(forms.Form):
    """A form for one line of a profile, between a stored row and what a service is told."""

    @classmethod
    def of(cls, row: Entry | Profile) -> dict[str, Any]:
        """Initial values for a row that is there."""
        return {name: getattr(row, name) for name in cls.base_fields}

    def said(self) -> dict[str, Any]:
        """What the person said, as keyword arguments of the service."""
        return self.cleaned_data


class TitleForm(EntryForm):
    """The one question a profile starts with."""

    job = OccupationField(label="Your job title", unmatched=True)

    def said(self) -> dict[str, Any]:
        job: ChosenOccupation = self.cleaned_data["job"]
        return {"title": job.title, "occupation_code": job.code}

    @property
    def only_asks(self) -> bool:
        """Whether nothing is wrong: a title came, and it is now to choose what it stands for."""
        codes = [error.code for error in self.errors.as_data().get("job", [])]
        return codes == ["choose"] and "job_asked" not in self.data


class RoleForm(TitleForm):
    """Everything about one role."""

    job = OccupationField(label="Title", unmatched=True)
    employer = _text("Employer")
    place = _text("Place")
    start = PartialDateField(
        label="From", required=False, help_text="A year, or a month: 2019 or 2019-03."
    )
    end = PartialDateField(
        label="Until", required=False, help_text="Leave it empty where you still do this."
    )
    end_unknown = forms.BooleanField(label="It is over, and I do not remember when", required=False)
    pay = forms.DecimalField(
        label="Pay before tax", required=False, min_value=0, max_digits=14, decimal_places=2
    )
    pay_currency = forms.ChoiceField(label="Currency", choices=currency.CHOICES, required=False)
    pay_period = forms.ChoiceField(label="For", choices=PayPeriod.choices, required=False)
    summary = _text("What you did, in your words", 5000, widget=forms.Textarea(attrs={"rows": 5}))
    is_main = forms.BooleanField(
        label="Start from this role where several are current", required=False
    )

    @classmethod
    def of(cls, row: Entry | Profile) -> dict[str, Any]:
        assert isinstance(row, HeldRole)  # noqa: S101  # the form of this one kind
        same = set(cls.base_fields) - {"job"}
        job = ChosenOccupation(row.title, row.occupation_code)
        pay = row.pay if row.pay is None or row.pay % 1 else int(row.pay)
        return {name: getattr(row, name) for name in same} | {"job": job, "pay": pay}

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data) | super().said()
        del said["job"]
        for name in ("start", "end"):
            date: PartialDate | None = said.pop(name)
            said[f"{name}_year"] = date.year if date else None
            said[f"{name}_month"] = (date.month or None) if date else None
        for name in ("pay_currency", "pay_period"):
            if not said[name]:
                del said[name]
        return said


class EducationForm(EntryForm):
    degree = _text("Degree or certificate")
    area = _text("Subject")
    institution = _text("School or university")
    level = _level("Level", "The nearest of O*NET’s twelve levels.")
    start_year = _year("From")
    end_year = _year("Until")


class SkillForm(EntryForm):
    """A skill by name; one that the loaded facts rate is tied to its rating by that name."""

    name = forms.CharField(
        label="Skill",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "rated-skills", "autocomplete": "off"}),
    )
    level = forms.FloatField(
        label="How well, from 0 to 7",
        required=False,
        min_value=0,
        max_value=7,
        help_text="O*NET’s scale: 2 is everyday use, 4 is skilled, 6 is what experts do.",
    )

    @property
    def rated(self) -> tuple[Element, ...]:
        """What the browser suggests while a name is typed."""
        return rated_elements()

    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"element_id": rated_element(self.cleaned_data["name"])}


def rated_elements() -> tuple[Element, ...]:
    """Skills and knowledge that the loaded facts rate; none where O*NET is not loaded."""
    ratings = market().ratings
    return tuple(
        element
        for domain in ("skills", "knowledge")
        if domain in ratings
        for element in ratings[domain].elements
    )


def rated_element(name: str) -> str:
    """The id of the rated skill or knowledge of that name, or ``""``."""
    wanted = " ".join(name.split()).casefold()
    found = (each.id for each in rated_elements() if each.name.casefold() == wanted)
    return next(found, "")


class LanguageForm(EntryForm):
    name = forms.CharField(label="Language", max_length=100)
    fluency = _text("How well", 100, help_text="In your words: first language, fluent, B2 …")


class CertificationForm(EntryForm):
    name = forms.CharField(label="Certificate or licence", max_length=200)
    issuer = _text("Given by")
    year = _year("Year")


class ProfileForm(EntryForm):
    """What is said once."""

    name = _text("Name")
    headline = _text(
        "Your work in one line", 300, help_text="As you would write it on a customs form."
    )
    summary = _text("About you", 5000, widget=forms.Textarea(attrs={"rows": 5}))
    place = _text("Where you live", help_text="In your words.")
    area = AreaField(
        label="Where to look up pay",
        required=False,
        help_text="A US state or metro area; without one, the whole United States.",
    )
    currency = forms.ChoiceField(label="Currency", choices=currency.CHOICES)
    education_level = _level(
        "Highest education", "Without an answer, the highest among the education you name."
    )


class ImportForm(forms.Form):
    """One file: a JSON Resume, or the archive that LinkedIn hands out."""

    LARGEST = 20 * 1024 * 1024

    file = forms.FileField(label="Your file", allow_empty_file=True, max_length=200)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > self.LARGEST:
            raise ValidationError(
                "This file has more than 20 MB, which no résumé needs. Ask LinkedIn for the "
                "archive without your media, or send only the JSON file."
            )
        return file

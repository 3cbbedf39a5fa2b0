"""Choosing an occupation and a place, for the forms of every app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from turnpoint.apps.occupations import queries
from turnpoint.apps.occupations.queries import LONGEST_TITLE, Suggestion
from turnpoint.errors import NotFound
from turnpoint.labour.place import find_area

UNMATCHED = "none"
"""What the choice “none of these” sends instead of a code."""


@dataclass(frozen=True, slots=True)
class ChosenOccupation:
    """A title in the person's own words and the occupation it stands for (``""``: none of them)."""

    title: str
    code: str


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a browser sent: ``asked`` is the title that the shown choices were for."""

    title: str
    choice: str
    asked: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices below a typed title, as ``components/occupation_choices.html`` shows them."""

    name: str
    title: str
    found: tuple[Suggestion, ...]
    chosen: str
    unmatched: bool

    @classmethod
    def of(cls, name: str, title: str, chosen: str, *, unmatched: bool) -> Choices:
        """Choices for ``title``; an exact match is chosen where nothing else is."""
        found = queries.find_occupations(title)
        known = {each.code for each in found}
        if chosen not in {"", UNMATCHED, *known}:
            known_to_market = _suggestion_of(chosen)
            found = (known_to_market, *found) if known_to_market else found
        if not chosen and found and found[0].exact:
            chosen = found[0].code
        return cls(name, title, found, chosen, unmatched)


def _suggestion_of(code: str) -> Suggestion | None:
    try:
        known = queries.occupation(code)
    except NotFound:
        return None
    return Suggestion(known.code, known.title, "chosen before")


class OccupationWidget(forms.Widget):
    """A title to type, and the occupations it may mean to choose from below it."""

    template_name = "occupations/widgets/occupation.html"
    use_fieldset = False

    def __init__(self, attrs: dict[str, Any] | None = None, *, unmatched: bool = False) -> None:
        super().__init__(attrs)
        self.unmatched = unmatched

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_title" if id_ else id_

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> _Sent:
        asked = data.get(f"{name}_asked")
        return _Sent(
            title=str(data.get(f"{name}_title") or "").strip(),
            choice=str(data.get(f"{name}_code") or "").strip(),
            asked=None if asked is None else str(asked).strip(),
        )

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> bool:
        return f"{name}_title" not in data

    def format_value(self, value: Any) -> Any:
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        title, chosen = "", ""
        if isinstance(value, ChosenOccupation):
            title, chosen = value.title, value.code or (UNMATCHED if value.title else "")
        elif isinstance(value, _Sent):
            title = value.title
            chosen = value.choice if value.asked in {None, value.title} else ""
        context["choices"] = Choices.of(name, title, chosen, unmatched=self.unmatched)
        context["choices_id"] = f"{context['widget']['attrs'].get('id', name)}_choices"
        context["widget"]["attrs"] |= self._title_attrs(name, context["choices_id"])
        return context

    def _title_attrs(self, name: str, choices_id: str) -> dict[str, str]:
        asking = {"field": name} | ({"unmatched": "1"} if self.unmatched else {})
        return {
            "id": choices_id.removesuffix("_choices") + "_title",
            "maxlength": str(LONGEST_TITLE),
            "autocomplete": "off",
            "hx-get": f"{reverse('occupations:suggest')}?{urlencode(asking)}",
            "hx-trigger": "input changed delay:200ms",
            "hx-target": f"#{choices_id}",
            "hx-sync": "this:replace",
        }


class OccupationField(forms.Field):
    """A free title plus the occupation it stands for, as a ``ChosenOccupation``.

    With ``unmatched=True`` the person may say that no occupation fits, and a title that nothing was
    found for is taken as it is. Sends ``NAME_title``, ``NAME_code`` and ``NAME_asked``.
    """

    widget = OccupationWidget
    default_error_messages = {  # noqa: RUF012  # Django's own shape of a field's messages
        "required": "Say in a few words what the job is called.",
        "long": "A title has at most %(longest)d characters.",
        "choose": "Choose the occupation that comes closest.",
        "unknown": "Turnpoint has no occupation with that code. Choose one of those shown.",
        "nothing": "Nothing was found for “%(title)s”. Try the words a job advertisement would use.",
    }

    def __init__(self, *, unmatched: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", OccupationWidget(unmatched=unmatched))
        super().__init__(**kwargs)
        self.unmatched = unmatched

    def clean(self, value: Any) -> ChosenOccupation | None:
        sent = value if isinstance(value, _Sent) else _Sent("", "", None)
        if not sent.title:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if len(sent.title) > LONGEST_TITLE:
            raise ValidationError(
                self.error_messages["long"], code="long", params={"longest": LONGEST_TITLE}
            )
        return ChosenOccupation(sent.title, self._code(sent))

    def _code(self, sent: _Sent) -> str:
        choice = sent.choice if sent.asked in {None, sent.title} else ""
        if choice == UNMATCHED and self.unmatched:
            return ""
        if choice:
            try:
                return queries.occupation(choice).code
            except NotFound as error:
                raise ValidationError(self.error_messages["unknown"], code="unknown") from error
        found = queries.find_occupations(sent.title)
        if found and found[0].exact:
            return found[0].code
        if found:
            raise ValidationError(self.error_messages["choose"], code="choose")
        if self.unmatched:
            return ""
        raise ValidationError(
            self.error_messages["nothing"], code="nothing", params={"title": sent.title}
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        if not isinstance(data, _Sent):
            return False
        before = initial if isinstance(initial, ChosenOccupation) else ChosenOccupation("", "")
        code = "" if data.choice == UNMATCHED else data.choice
        return (before.title, before.code) != (data.title, code)


class AreaWidget(forms.TextInput):
    """A place to type or to pick from the list that the browser offers."""

    template_name = "occupations/widgets/area.html"

    def format_value(self, value: Any) -> str:
        text = "" if value is None else str(value)
        return queries.area_name(text) or text

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["areas"] = queries.areas()
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_places"
        return context


class AreaField(forms.Field):
    """A place that pay is published for, by name or code; cleans to its code, or ``""``."""

    widget = AreaWidget
    default_error_messages = {  # noqa: RUF012  # Django's own shape of a field's messages
        "required": "Choose a place: the nation, a state or a metro area.",
        "missing": (
            "Places are known once wages are loaded: “turnpoint data add oews”. "
            "Leave this empty until then."
        ),
    }

    def clean(self, value: Any) -> str:
        name = str(value or "").strip()
        if not name:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return ""
        wages = queries.market().wages
        if wages is None:
            raise ValidationError(self.error_messages["missing"], code="missing")
        try:
            return find_area(wages, name).code
        except NotFound as unknown:
            raise ValidationError(str(unknown), code="unknown") from None


class PlaceForm(forms.Form):
    """The place whose pay is shown beside the nation’s."""

    area = AreaField(label="Pay at another place", required=False)


class CompareForm(PlaceForm):
    """One more occupation to compare, and the place."""

    add = OccupationField(label="Add one by its title", required=False)

"""What frozen values alone say is written once, and kept: a page of many figures is mostly writing.

What is kept knows only the values it was given: no request, no person, no token of a form.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()

MOST_KEPT = 1024
"""The pages of more than fifty people; what was asked for longest ago is forgotten."""


@register.simple_tag
def kept(template_name: str, **said: Hashable) -> SafeString:
    """A template with nothing but ``said`` in it, from memory where it was written with equal values.

    Give values that cannot change and that the time of day, the language and the reader do not.
    """
    # 1, 1.0 and True are equal and are written differently.
    return _written(template_name, tuple((name, type(each), each) for name, each in said.items()))


@lru_cache(maxsize=MOST_KEPT)
def _written(
    template_name: str, said: tuple[tuple[str, type[Hashable], Hashable], ...]
) -> SafeString:
    return render_to_string(template_name, {name: each for name, _, each in said})

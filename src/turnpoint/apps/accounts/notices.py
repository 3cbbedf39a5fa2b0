"""What a page says after something was done: a toast, with a way back where there is one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest


def tell(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Show ``text`` on the next page. ``undo`` is the address that takes it back, by POST."""
    messages.success(request, text, extra_tags=undo)

"""A browser by the name people know it by."""

from __future__ import annotations

from django import template

register = template.Library()

# Each names those it descends from as well, so that the first that is found counts.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "a Mac",
    "CrOS": "a Chromebook",
    "Linux": "Linux",
}


@register.filter
def browser(user_agent: str) -> str:
    """“Firefox on Windows”; what names neither is given as it is."""
    names = (
        next((said for mark, said in known.items() if mark in user_agent), "")
        for known in (BROWSERS, SYSTEMS)
    )
    found = [name for name in names if name]
    return " on ".join(found) if len(found) > 1 else user_agent

"""Every kind of page that links lead to: accessible, no wider than the window, nothing reported."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from tests.browser import Window


def walk(window: Window) -> set[str]:
    """Visit one page of every kind that can be reached by links, and check each."""
    waiting, seen, wrong = ["/"], {"plans:today"}, []
    while waiting:
        path = waiting.pop()
        if _is_file(path):
            wrong += _fetched(window, path)
            continue
        window.open(path)
        wrong += window.found()
        for link in window.page.evaluate("[...document.links].map(link => link.href)"):
            address = urlsplit(link)
            kind = _kind(address.path)
            if f"{address.scheme}://{address.netloc}" == window.address and kind not in seen:
                seen.add(kind)
                waiting.append(f"{address.path}?{address.query}")
    assert not wrong, "\n\n".join(wrong)
    return seen


def walk_as(window: Window, half: slice) -> None:
    """The same as every second sample person: what matters is that every kind is seen."""
    people = window.page.locator("#sample-person option").all()
    for name in [str(person.get_attribute("value")) for person in people][half]:
        window.page.select_option("#sample-person", name)
        window.page.get_by_role("button", name="Switch").click()
        walk(window)


def _is_file(path: str) -> bool:
    """Whether it names a file, as ``brief.pdf``: a viewer opens that, not a page of ours."""
    return "." in urlsplit(path).path.rpartition("/")[2]


def _fetched(window: Window, path: str) -> list[str]:
    """What is wrong with a file: it must come, and must not be a page that goes unchecked."""
    answer = window.page.request.get(f"{window.address}{path}")
    if answer.ok and "text/html" not in answer.headers["content-type"]:
        return []
    return [f"{path} answered {answer.status}, {answer.headers['content-type']}, not a file"]


def _kind(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return path

"""Every kind of page that links lead to: accessible, no wider than the window, nothing reported."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from tests.browser import Server, Window

pytestmark = pytest.mark.browser

SEEN_AS = pytest.mark.parametrize(
    ("narrow", "dark"), [(False, False), (True, True)], ids=["1280 light", "360 dark"]
)


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


@SEEN_AS
def test_pages_of_a_new_workspace(
    new_workspace: Server, open_window: Callable[..., Window], narrow: bool, dark: bool
) -> None:
    window = open_window(new_workspace, narrow=narrow, dark=dark)
    assert {"roles:role", "profiles:profile", "destinations:list"} <= walk(window)


@SEEN_AS
def test_the_way_in(
    new_workspace: Server, open_window: Callable[..., Window], narrow: bool, dark: bool
) -> None:
    window = open_window(new_workspace, narrow=narrow, dark=dark, signed_in=False)
    window.open("/sign-in/")
    window.check()


@SEEN_AS
def test_pages_of_sample_people(
    sample_workspace: Server, open_window: Callable[..., Window], narrow: bool, dark: bool
) -> None:
    window = open_window(sample_workspace, narrow=narrow, dark=dark)
    people = window.page.locator("#sample-person option").all()
    # Half of them each way: what matters is that every kind of page is seen both ways.
    for name in [str(person.get_attribute("value")) for person in people][narrow::2]:
        window.page.select_option("#sample-person", name)
        window.page.get_by_role("button", name="Switch").click()
        walk(window)

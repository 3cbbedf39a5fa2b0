from __future__ import annotations

import pytest

from turnpoint.apps.accounts.templatetags.browsers import browser


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0",
            "Firefox on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
            "Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari on an iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge on Linux",
        ),
        ("curl/8.5", "curl/8.5"),
        ("", ""),
    ],
)
def test_a_browser_goes_by_the_name_people_know(sent: str, name: str) -> None:
    assert browser(sent) == name

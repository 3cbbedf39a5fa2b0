"""SOC 2018 codes as the Bureau of Labor Statistics publishes by them."""

from __future__ import annotations

from collections.abc import Container

# Codes that BLS publishes together under a code of its own, where that is not simply the broad
# occupation (https://www.bls.gov/oes/soc_2018.htm).
MERGED = {
    "21-1011": "21-1018",
    "21-1014": "21-1018",
    "25-2055": "25-2052",
    "25-2056": "25-2052",
    "25-9042": "25-9045",
    "25-9043": "25-9045",
    "25-9049": "25-9045",
    "51-2022": "51-2028",
    "51-2023": "51-2028",
    "53-1042": "53-1047",
    "53-1043": "53-1047",
    "53-1044": "53-1047",
    "53-1049": "53-1047",
}


def published_under(soc: str, published: Container[str]) -> str:
    """The code among ``published`` that covers ``soc``: itself, a merged or the broad one, or ``""``.

    >>> published_under("13-1021", {"13-1020"})
    '13-1020'
    """
    candidates = (soc, MERGED.get(soc, ""), soc[:6] + "0")
    return next((code for code in candidates if code in published), "")

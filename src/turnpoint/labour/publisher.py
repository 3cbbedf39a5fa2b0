"""Getting a publisher's file over the network: https only, of bounded size, with time limits."""

from __future__ import annotations

import datetime
import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

from turnpoint import __version__
from turnpoint.errors import BadInput, CannotFetch
from turnpoint.labour.progress import Progress, silent

MAX_BYTES = 400_000_000
TIMEOUT = 30
CHUNK = 1 << 18
SUFFIXES = (".zip", ".csv", ".txt", ".xlsx")
NETWORK_ERRORS = (urllib.error.URLError, http.client.HTTPException, OSError)

ONET_ADDRESS = "https://www.onetcenter.org/dl_files/database/db_{major}_{minor}_text.zip"
ONET_KNOWN = (30, 1)
BLS_EP_ADDRESS = "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx"


class HttpsOnly(urllib.request.HTTPRedirectHandler):
    """Follows a redirection to another https address and to nothing else."""

    def redirect_request(  # noqa: PLR0917 (the base class calls it so)
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def check_address(address: str) -> None:
    """Raises ``BadInput`` for anything but an https address."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        raise BadInput(f"Only addresses that start with https:// are fetched, not “{address}”.")


def open_address(address: str, method: str = "GET") -> http.client.HTTPResponse:
    """Ask for an address. Raises what ``urllib`` raises."""
    check_address(address)
    headers = {"User-Agent": f"Turnpoint/{__version__}", "Accept": "*/*"}
    request = urllib.request.Request(address, headers=headers, method=method)  # noqa: S310 (https)
    opener = urllib.request.build_opener(HttpsOnly)
    response: http.client.HTTPResponse = opener.open(request, timeout=TIMEOUT)
    return response


def fetch(address: str, folder: Path, progress: Progress = silent) -> Path:
    """Download ``address`` into ``folder``.

    Raises ``BadInput`` for an address that cannot be one of a release, ``CannotFetch`` where the
    network or the publisher fails.
    """
    check_address(address)
    name = PurePosixPath(unquote(urlsplit(address).path)).name
    if PurePosixPath(name).suffix.lower() not in SUFFIXES:
        raise BadInput(f"“{address}” names no .zip, .csv, .txt or .xlsx file.")
    path = folder / re.sub(r"[^\w. -]", "_", name)
    host = urlsplit(address).hostname
    try:
        with open_address(address) as response, path.open("wb") as target:
            _copy(response, target, str(host), progress)
    except urllib.error.HTTPError as error:
        raise CannotFetch(
            f"{host} answered {error.code} ({error.reason}). Download the file with a browser and "
            f"give its path instead: {address}"
        ) from error
    except NETWORK_ERRORS as error:
        reason = getattr(error, "reason", error)
        raise CannotFetch(
            f"{host} could not be reached ({reason}). Nothing was changed; try again with a "
            "network, or give the path of a file you have."
        ) from error
    return path


def _copy(
    response: http.client.HTTPResponse, target: IO[bytes], host: str, progress: Progress
) -> None:
    given = response.headers.get("Content-Length", "")
    total = int(given) if given.isdigit() else 0
    done = 0
    if total <= MAX_BYTES:
        while (part := response.read(CHUNK)) and done <= MAX_BYTES:
            done += target.write(part)
            progress(done, max(total, done), f"Downloading from {host}")
    if max(done, total) > MAX_BYTES:
        raise CannotFetch(f"The file at {host} is larger than any release. Nothing was changed.")
    if done < total:
        raise CannotFetch(f"{host} broke off after {done:,} of {total:,} bytes. Try again.")


def newest_address(source: str) -> str:
    """Where the newest release is.

    Raises ``BadInput`` for a publisher without a direct address, ``CannotFetch`` without network.
    """
    if source == "bls-ep":
        return BLS_EP_ADDRESS
    if source == "onet":
        return _newest_onet()
    raise BadInput(
        "ESCO sends its files only to those who fill in its form. Choose “classification” and "
        "“relations”, English, CSV at https://esco.ec.europa.eu/en/use-esco/download, put both "
        "into one folder, and give that folder: turnpoint data add esco FOLDER"
    )


def _newest_onet() -> str:
    for major, minor in _onet_versions(datetime.datetime.now(datetime.UTC).date()):
        address = ONET_ADDRESS.format(major=major, minor=minor)
        if (major, minor) == ONET_KNOWN:
            return address
        try:
            with open_address(address, "HEAD"):
                return address
        except urllib.error.HTTPError:
            continue
        except NETWORK_ERRORS as error:
            raise CannotFetch(
                f"www.onetcenter.org could not be reached ({getattr(error, 'reason', error)}). "
                "Nothing was changed; try again with a network, or give the path of a release."
            ) from error
    return ONET_ADDRESS.format(major=ONET_KNOWN[0], minor=ONET_KNOWN[1])


def _onet_versions(today: datetime.date) -> Iterator[tuple[int, int]]:
    """Versions there may be, newest first: 30.0 came in August 2025, and four come each year."""
    for major in range(30 + max(0, today.year - 2025), ONET_KNOWN[0] - 1, -1):
        for minor in (3, 2, 1, 0):
            if (major, minor) >= ONET_KNOWN:
                yield major, minor

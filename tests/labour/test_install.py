"""Adding and removing a source, whole or not at all."""

from __future__ import annotations

import http.client
import io
import urllib.error
from email.message import Message
from pathlib import Path

import numpy as np
import pytest
from tests.labour.releases import ESCO_TABLES, ONET_TABLES, PROJECTIONS, write_tables, write_zip

from turnpoint.errors import BadInput, CannotFetch, NotFound
from turnpoint.labour import catalogue, facts, publisher
from turnpoint.labour.install import install, newest_in, remove
from turnpoint.labour.market import LabourMarket


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "onet", ONET_TABLES)


def test_adding_the_same_release_again_changes_nothing(release: Path, tmp_path: Path) -> None:
    first = install("onet", release, tmp_path / "facts")
    again = install("onet", release, tmp_path / "facts")
    assert first.changed
    assert not again.changed
    assert again.manifest == first.manifest


def test_another_release_replaces_the_first(release: Path, tmp_path: Path) -> None:
    install("onet", release, tmp_path / "facts")
    (release / "Read Me.txt").write_text("O*NET 30.2 Database\nFebruary 2026 Release\n")
    assert install("onet", release, tmp_path / "facts").changed
    assert LabourMarket.load(tmp_path / "facts").manifests["onet"].vintage.startswith("30.2")


def test_an_interruption_leaves_the_old_facts(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("onet", release, tmp_path / "facts")
    before = (tmp_path / "facts" / "onet.npz").read_bytes()
    (release / "Job Zones.txt").write_text("O*NET-SOC Code\tJob Zone\n11-3021.00\t5\n")

    def interrupted(*args: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(facts.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        install("onet", release, tmp_path / "facts")
    assert (tmp_path / "facts" / "onet.npz").read_bytes() == before
    assert [each.name for each in (tmp_path / "facts").iterdir()] == ["onet.npz"]


def test_damaged_facts_are_mended_by_adding_them_again(release: Path, tmp_path: Path) -> None:
    install("onet", release, tmp_path / "facts")
    (tmp_path / "facts" / "onet.npz").write_bytes(b"PK and nothing else")
    assert catalogue.status(tmp_path / "facts")[1].problem
    assert install("onet", release, tmp_path / "facts").changed
    assert not catalogue.status(tmp_path / "facts")[1].problem


def test_tells_how_far_it_is(release: Path, tmp_path: Path) -> None:
    said: list[tuple[int, int, str]] = []
    install(
        "onet",
        release,
        tmp_path,
        progress=lambda done, total, what: said.append((done, total, what)),
    )
    assert all(0 <= done <= total for done, total, _ in said)
    assert said[-1][0] == said[-1][1]
    assert any("Skills.txt" in what for _, _, what in said)


def test_removes_what_is_there_and_says_what_is_not(release: Path, tmp_path: Path) -> None:
    install("onet", release, tmp_path / "facts")
    removed = remove("onet", tmp_path / "facts")
    assert removed is not None
    assert removed.source == "onet"
    with pytest.raises(NotFound, match="no facts of onet"):
        remove("onet", tmp_path / "facts")
    with pytest.raises(NotFound, match="There are oews, onet"):
        remove("atlantis", tmp_path / "facts")


def test_wages_come_with_the_package(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="comes with Turnpoint"):
        install("oews", tmp_path, tmp_path / "facts")


def test_takes_the_newest_complete_release_from_a_mirror(tmp_path: Path) -> None:
    mirror = tmp_path / "mirror"
    older = dict(ONET_TABLES) | {"Read Me.txt": "O*NET 29.3 Database\nMay 2025 Release\n"}
    complete = older | {"Knowledge.txt": ONET_TABLES["Skills.txt"]}
    write_tables(mirror / "a", complete)
    write_tables(mirror / "b", ONET_TABLES)
    write_tables(mirror / "c", {"notes.txt": "nothing"})
    (mirror / "broken.zip").write_bytes(b"PK")
    write_zip(mirror / "esco-1.2.0.zip", ESCO_TABLES)
    (mirror / "Employment Projections.csv").write_text(PROJECTIONS)
    assert newest_in(mirror, catalogue.source_named("onet")) == mirror / "a"
    for source in ("onet", "esco", "bls-ep"):
        assert install(source, None, tmp_path / "facts", mirror=mirror).changed


def test_says_what_a_mirror_lacks(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="has no release of O\\*NET Database"):
        install("onet", None, tmp_path / "facts", mirror=tmp_path)


@pytest.mark.parametrize("address", ["http://example.org/a.zip", "ftp://x/a.zip", "file:///a.zip"])
def test_fetches_over_https_only(address: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="https://"):
        install("onet", address, tmp_path)


def test_refuses_a_redirection_away_from_https() -> None:
    handler = publisher.HttpsOnly()
    request = publisher.urllib.request.Request("https://example.org/a.zip")
    with pytest.raises(BadInput, match="https://"):
        handler.redirect_request(
            request, io.BytesIO(), 302, "Found", http.client.HTTPMessage(), "http://example.org/"
        )


def test_says_that_esco_needs_its_form(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="turnpoint data add esco FOLDER"):
        install("esco", None, tmp_path)


class Answer(io.BytesIO):
    """What a publisher's server sends back."""

    def __init__(self, content: bytes, length: int | None = None) -> None:
        super().__init__(content)
        self.headers = Message()
        self.headers["Content-Length"] = str(len(content) if length is None else length)


def test_adds_a_release_from_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_zip(tmp_path / "made.zip", ONET_TABLES).read_bytes()
    monkeypatch.setattr(publisher, "open_address", lambda *given: Answer(content))
    done = install("onet", "https://example.org/db_30_1_text.zip", tmp_path / "facts")
    assert done.manifest.vintage == "30.1, December 2025"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (lambda *given: Answer(b"short", 500), "broke off after 5 of 500"),
        (lambda *given: Answer(b"", publisher.MAX_BYTES + 1), "larger than any release"),
        (
            lambda *given: (_ for _ in ()).throw(
                urllib.error.HTTPError("https://x", 403, "Forbidden", Message(), None)
            ),
            "answered 403",
        ),
        (
            lambda *given: (_ for _ in ()).throw(urllib.error.URLError("no route")),
            "could not be reached",
        ),
        (lambda *given: (_ for _ in ()).throw(TimeoutError("timed out")), "could not be reached"),
    ],
)
def test_a_failing_network_is_a_sentence(
    answer: object, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "open_address", answer)
    with pytest.raises(CannotFetch, match=sentence):
        install("onet", "https://example.org/db.zip", tmp_path / "facts")
    assert not (tmp_path / "facts" / "onet.npz").exists()


def test_finds_the_newest_release_by_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(address: str, method: str = "GET") -> Answer:
        asked.append(address)
        if "db_30_2" in address:
            return Answer(b"")
        raise urllib.error.HTTPError(address, 404, "Not Found", Message(), None)

    monkeypatch.setattr(publisher, "open_address", answer)
    assert publisher.newest_address("onet").endswith("db_30_2_text.zip")
    assert asked == sorted(asked, reverse=True)
    assert publisher.newest_address("bls-ep").startswith("https://www.bls.gov/")


@pytest.mark.shared
def test_the_full_market_is_the_same_for_everyone(full_market: LabourMarket) -> None:
    assert set(full_market.manifests) == {"oews", "onet", "bls-ep", "esco"}
    assert (np.diff(full_market.tasks.occupation) >= 0).all()
    assert (np.diff(full_market.activities.occupation) >= 0).all()
    assert (np.diff(full_market.competences.occupation) >= 0).all()
    assert len(full_market.titles.texts) > 80_000
